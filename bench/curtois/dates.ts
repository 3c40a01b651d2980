/** Day 0 of every instance: a Monday, and the first of a month of exactly four weeks. */
const FIRST = Date.parse("2027-02-01");
const DAY_MILLISECONDS = 86_400_000;

export function dateOf(day: number): string {
  return new Date(FIRST + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

export function dayOf(date: string): number {
  return Math.round((Date.parse(date) - FIRST) / DAY_MILLISECONDS);
}
