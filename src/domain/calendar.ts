/** A date as `YYYY-MM-DD`. Compares in order as plain text. */
export type IsoDate = string;

/** A month as `YYYY-MM`. */
export type IsoMonth = string;

/** A day of the week, ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A first and a last date, both inside. */
export interface Period {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** True when a month that the period cuts is asked for its part only; without it what is inside stands for the month. */
  readonly sharesMonths?: true;
}

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Dates are civil dates here: no clock and no time zone is involved. */
export function dayNumber(date: IsoDate): number {
  const known = DAY_NUMBERS.get(date);
  if (known !== undefined) return known;
  const day = Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
  if (DAY_NUMBERS.size < MOST_REMEMBERED) DAY_NUMBERS.set(date, day);
  return day;
}

/** Days that were asked for before: judging a month asks for the same few hundreds of thousands of times. */
const DAY_NUMBERS = new Map<IsoDate, number>();
const DATES = new Map<number, IsoDate>();
const MOST_REMEMBERED = 20_000;

/** The date that is so many days since 1970-01-01; the inverse of {@link dayNumber}. */
export function dateOfDayNumber(day: number): IsoDate {
  const known = DATES.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (DATES.size < MOST_REMEMBERED) DATES.set(day, date);
  return date;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The weekday of a date: 1970-01-01 was a Thursday. */
export function weekdayOf(date: IsoDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The month that a date lies in. */
export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

/** The Monday of the ISO week that a date lies in; it names the week. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The ISO week of a date as `2026-W49`. The week belongs to the year that its Thursday lies in. */
export function isoWeekOf(date: IsoDate): string {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** True for an existing date of this century written `YYYY-MM-DD`; no rota is made for another. */
export function isIsoDate(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** True for a month of this century written `YYYY-MM`. */
export function isIsoMonth(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The first and last date of a month. */
export function periodOfMonth(month: IsoMonth): Period {
  const first = `${month}-01`;
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1));
  return { first, last: addDays(next.toISOString().slice(0, 10), -1) };
}

/** The month that a period is, no more and no less; null when it is another stretch of dates. */
export function monthOfPeriod(period: Period): IsoMonth | null {
  const month = monthOf(period.first);
  return periodOfMonth(month).last === period.last && period.first === `${month}-01` ? month : null;
}

/** A period in file names and short messages: `2026-12`, or `2026-12-07..2027-01-10`. */
export function periodName(period: Period): string {
  return monthOfPeriod(period) ?? `${period.first}..${period.last}`;
}

/**
 * The part of a whole number that the dates of a month inside a period are asked for, by their days. The parts of periods
 * that follow each other add up to the number exactly.
 */
export function shareOfMonth(number: number, month: IsoMonth, period: Period): number {
  const { first, last } = periodOfMonth(month);
  const days = daysBetween(first, last) + 1;
  const upTo = (date: IsoDate) =>
    Math.floor((number * Math.min(days, Math.max(0, daysBetween(first, date)))) / days);
  return upTo(addDays(period.last, 1)) - upTo(period.first);
}

/** Every date of a period, in order. */
export function datesOf(period: Period): IsoDate[] {
  const count = daysBetween(period.first, period.last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(period.first, i));
}

/** True when the date lies inside the period. */
export function within(period: Period, date: IsoDate): boolean {
  return period.first <= date && date <= period.last;
}
