import type { IsoDate, Period } from "../domain/calendar.js";
import { within } from "../domain/calendar.js";

/**
 * Swedish public holidays (lag 1989:253) and the eves on which municipal offices are closed in practice (midsommarafton,
 * julafton, nyårsafton), with their Swedish names. Sundays are not listed: opening hours say what a Sunday is.
 */
export async function publicHolidays(period: Period): Promise<Map<IsoDate, string>> {
  const { default: Holidays } = await import("date-holidays");
  const calendar = new Holidays("SE");
  const years = new Set([period.first.slice(0, 4), period.last.slice(0, 4)]);
  const closed = [...years]
    .flatMap((year) => calendar.getHolidays(Number(year), "sv"))
    .filter(({ type }) => type === "public" || type === "bank")
    .map(({ date, name }) => [date.slice(0, 10), name] as const)
    .filter(([date]) => within(period, date));
  return new Map(closed);
}
