import { DateTime } from "luxon";
import { addDays, daysBetween, type IsoDate } from "./calendar.js";
import { memo } from "./collections.js";
import { DAY_MINUTES } from "./interval.js";

/** The time zone that all civil times of a case are in. */
const ZONE = "Europe/Stockholm";

const changeMemo = new Map<IsoDate, boolean>();

/** True when the clock changes during the date. Almost no date is such, and the others need no time zone. */
function changesOn(date: IsoDate): boolean {
  return memo(changeMemo, date, () => {
    const midnight = DateTime.fromISO(date, { zone: ZONE });
    return midnight.offset !== midnight.plus({ days: 1 }).offset;
  });
}

/** Real minutes from the midnight that begins a date to a civil time of it. */
export function minutesAfterMidnight(date: IsoDate, minute: number): number {
  return changesOn(date) ? elapsedMinutes({ date, minute: 0 }, { date, minute }) : minute;
}

/** Real minutes from a civil time of a date to the midnight that ends it. */
export function minutesToMidnight(date: IsoDate, minute: number): number {
  return minutesAfterMidnight(date, DAY_MINUTES) - minutesAfterMidnight(date, minute);
}

/** Real minutes from one civil time to a later one, clock changes counted. Times are minutes after midnight. */
export function elapsedMinutes(
  from: { readonly date: IsoDate; readonly minute: number },
  to: { readonly date: IsoDate; readonly minute: number },
): number {
  const days = daysBetween(from.date, to.date);
  const last = days + Math.floor(to.minute / DAY_MINUTES);
  if (last <= MOST_DAYS_LOOKED_AT && !changesWithin(from.date, last)) {
    return days * DAY_MINUTES + to.minute - from.minute;
  }
  return Math.round(instant(to).diff(instant(from), "minutes").minutes);
}

/** Longer stretches are left to the time zone. */
const MOST_DAYS_LOOKED_AT = 14;

/** True when the clock changes on a date or on one of the days after it. */
function changesWithin(date: IsoDate, days: number): boolean {
  if (changesOn(date)) return true;
  return days > 0 && changesWithin(addDays(date, 1), days - 1);
}

function instant({ date, minute }: { readonly date: IsoDate; readonly minute: number }): DateTime {
  const day = DateTime.fromISO(date, { zone: ZONE }).plus({
    days: Math.floor(minute / DAY_MINUTES),
  });
  return day.set({ hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 });
}
