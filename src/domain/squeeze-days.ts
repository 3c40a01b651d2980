import type { IsoDate, Period } from "./calendar.js";
import { addDays, datesOf, weekdayOf } from "./calendar.js";

/**
 * The squeeze days (klämdagar) of a period: single working days between two days off, of which one at least is a holiday.
 *
 * @param holidays the holidays of the period and of the days just before and after it
 */
export function squeezeDays(period: Period, holidays: ReadonlyMap<IsoDate, string>): IsoDate[] {
  const isOff = (date: IsoDate) => weekdayOf(date) > 5 || holidays.has(date);
  return datesOf(period).filter((date) => {
    const around = [addDays(date, -1), addDays(date, 1)];
    return !isOff(date) && around.every(isOff) && around.some((day) => holidays.has(day));
  });
}
