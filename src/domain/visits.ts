import type { IsoDate } from "./calendar.js";
import { weekdayOf } from "./calendar.js";
import type { Visit } from "./case.js";
import type { Instance } from "./instance.js";
import { inWeeks } from "./weeks.js";

/** The visits that an office has on a date; none when it is closed. */
export function visitsOn(instance: Instance, office: string, date: IsoDate): readonly Visit[] {
  const visits = instance.theCase.visits.filter(
    (visit) => visit.office === office && comesOn(visit, date),
  );
  return visits.length === 0 || instance.isClosed(office, date) ? [] : visits;
}

function comesOn({ weekdays, weeks }: Visit, date: IsoDate): boolean {
  return weekdays.includes(weekdayOf(date)) && inWeeks(weeks, date);
}
