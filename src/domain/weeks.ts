import type { IsoDate } from "./calendar.js";
import { addDays, isoWeekOf, monthOf } from "./calendar.js";

/** Which weeks a weekly row is for: all, odd or even ISO weeks, or the 1st to 4th or last such weekday of a month. */
export type Weeks = "all" | "odd" | "even" | "1" | "2" | "3" | "4" | "last";

/** True when a date, of a weekday that a row is for, lies in the weeks of the row. */
export function inWeeks(weeks: Weeks, date: IsoDate): boolean {
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
