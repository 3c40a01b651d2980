import type { IsoDate } from "./calendar.js";
import { addDays, isoWeekOf, monthOf, weekdayOf } from "./calendar.js";
import type { Visit } from "./case.js";
import type { Instance } from "./instance.js";

/** The visits that an office has on a date; none when it is closed. */
export function visitsOn(instance: Instance, office: string, date: IsoDate): readonly Visit[] {
  const visits = instance.theCase.visits.filter(
    (visit) => visit.office === office && comesOn(visit, date),
  );
  return visits.length === 0 || instance.isClosed(office, date) ? [] : visits;
}

function comesOn({ weekdays, weeks }: Visit, date: IsoDate): boolean {
  if (!weekdays.includes(weekdayOf(date))) return false;
  switch (weeks) {
    case "all":
      return true;
    case "odd":
    case "even":
      return (Number(isoWeekOf(date).slice(-2)) % 2 === 0) === (weeks === "even");
    case "last":
      return monthOf(addDays(date, 7)) !== monthOf(date);
    default:
      return Math.ceil(Number(date.slice(8)) / 7) === Number(weeks);
  }
}
