/** Day 0 of every instance: a Monday. */
const FIRST = Date.parse("2027-02-01");
const DAY_MILLISECONDS = 86_400_000;

/** The date that stands for a day of the horizon. */
export function dateOf(day: number): string {
  return new Date(FIRST + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day of the horizon that a date stands for. */
export function dayOf(date: string): number {
  return Math.round((Date.parse(date) - FIRST) / DAY_MILLISECONDS);
}

/** The first and last date of a horizon of so many days. */
export function horizonDates(horizon: number): { readonly from: string; readonly to: string } {
  return { from: dateOf(0), to: dateOf(horizon - 1) };
}
