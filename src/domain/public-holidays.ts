import type { IsoDate, Period } from "./calendar.js";
import { addDays, mondayOf, within } from "./calendar.js";
import { redDays } from "./red-days.js";

/**
 * Swedish public holidays (lag 1989:253) and the eves on which municipal offices are closed in practice (midsommarafton,
 * julafton, nyårsafton), with their Swedish names. Sundays are not listed: opening hours say what a Sunday is.
 * Those of every week that the period touches: whose business a week is depends on whether it goes on after the period.
 */
export function publicHolidays(period: Period): ReadonlyMap<IsoDate, string> {
  const weeks = { first: mondayOf(period.first), last: addDays(mondayOf(period.last), 6) };
  const years = new Set([weeks.first.slice(0, 4), weeks.last.slice(0, 4)]);
  const closed = [...years]
    .flatMap((year) => redDays(Number(year)))
    .filter(([date]) => within(weeks, date));
  return new Map(closed);
}
