import { DateTime } from "luxon";
import type { IsoDate } from "./calendar.js";
import { DAY_MINUTES } from "./interval.js";

/** The time zone that all civil times of a case are in. */
const ZONE = "Europe/Stockholm";

/** Minutes that the clock is ahead of UTC at noon of a date. */
function offsetAtNoon(date: IsoDate): number {
  return DateTime.fromISO(`${date}T12:00:00`, { zone: ZONE }).offset;
}

/**
 * Minutes that the clock jumps forward in the night before `date`: 60 in spring, −60 in autumn, else 0. Rest across that
 * night is so much shorter than the clock shows.
 */
export function clockChangeBefore(date: IsoDate, earlier: IsoDate): number {
  return offsetAtNoon(date) - offsetAtNoon(earlier);
}

/** Real minutes from one civil time to a later one, clock changes counted. Times are minutes after midnight. */
export function elapsedMinutes(
  from: { readonly date: IsoDate; readonly minute: number },
  to: { readonly date: IsoDate; readonly minute: number },
): number {
  if (from.date === to.date) return to.minute - from.minute;
  return Math.round(instant(to).diff(instant(from), "minutes").minutes);
}

function instant({ date, minute }: { readonly date: IsoDate; readonly minute: number }): DateTime {
  const day = DateTime.fromISO(date, { zone: ZONE }).plus({
    days: Math.floor(minute / DAY_MINUTES),
  });
  return day.set({ hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 });
}
