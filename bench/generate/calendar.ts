import type { Day, Office } from "./model.js";

/** The month of all generated cases. */
export const MONTH = "2026-12";
export const LAST_EVENING_BEFORE = "2026-11-23";

/** Public holidays and eves of the month, when offices are closed without being told. */
const HOLIDAYS = new Set(["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"]);
const YEAR_END = new Set(["2026-12-28", "2026-12-29", "2026-12-30"]);
const DAY_BEFORE_EVE = "2026-12-23";

/** The working days of the month. */
export const WORKING_DAYS: readonly Day[] = weekdaysBetween("2026-12-01", "2026-12-31").filter(
  ({ date }) => !HOLIDAYS.has(date),
);

/** The weeks of the month; each has at least three working days inside, holidays or not, so weekly demands count in all. */
export const WEEKS: readonly number[] = [...new Set(WORKING_DAYS.map(({ week }) => week))];

/** Mondays to Fridays from one date to another, both included. */
export function weekdaysBetween(from: string, to: string): Day[] {
  const days: Day[] = [];
  let week = 0;
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const weekday = new Date(time).getUTCDay() || 7;
    if (weekday === 1 && days.length > 0) week++;
    if (weekday <= 5) days.push({ date: new Date(time).toISOString().slice(0, 10), weekday, week });
  }
  return days;
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** True when an office can't open at all on a working day. */
export function isClosed(office: Office, { date }: Day): boolean {
  return office.closedAtYearEnd && YEAR_END.has(date);
}

/** The day opening of an office, or null. */
export function openHours(office: Office, day: Day): readonly [from: number, to: number] | null {
  if (isClosed(office, day) || !office.weekdays.includes(day.weekday)) return null;
  if (day.weekday === 5 && office.friday) return office.friday;
  const short = day.date === DAY_BEFORE_EVE ? office.closesOn23rd : null;
  return [office.opens, short ?? office.closes];
}

/** The days around Christmas and New Year, when most people want to be free. */
export function isThin({ date }: Day): boolean {
  return YEAR_END.has(date) || (date >= "2026-12-21" && date <= DAY_BEFORE_EVE);
}

/** The dates that `closedAtYearEnd` closes. */
export function yearEndDates(): string[] {
  return [...YEAR_END];
}
