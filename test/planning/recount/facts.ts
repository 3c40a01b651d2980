import type { Period } from "../../../src/domain/calendar.js";
import type { Case, DemandRow, When } from "../../../src/domain/case.js";
import type { Instance } from "../../../src/domain/instance.js";
import type { Interval } from "../../../src/domain/interval.js";
import type { Assignment, Rota } from "../../../src/domain/rota.js";

/*
 * What a recount needs to know, straight from the tables and minute by minute. Nothing of the rules is used, and of the
 * domain its types alone: a mistake that both made would have to be made twice.
 */

/** What a rule counts for one subject; `where` tells subjects of a rule apart. */
export interface Counted {
  readonly rule: string;
  readonly where: readonly (string | null)[];
  readonly amount: number;
}

/** A case over a period, and the rota that is counted. */
export interface Recount {
  readonly theCase: Case;
  readonly period: Period;
  readonly holidays: ReadonlyMap<string, string>;
  readonly rows: readonly Assignment[];
  /** The rows of the history before the period. */
  readonly earlier: readonly Assignment[];
}

export function recountOf({ theCase, period, holidays }: Instance, rota: Rota): Recount {
  const earlier = theCase.history.filter(({ date }) => date < period.first);
  return { theCase, period, holidays, rows: rota.assignments, earlier };
}

const DAY_MS = 86_400_000;

/** The date so many days later. */
export function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Every date from one to another, both inside. */
export function dates({ first, last }: Period): string[] {
  const all: string[] = [];
  for (let date = first; date <= last; date = later(date, 1)) all.push(date);
  return all;
}

/** Monday is 1. */
export function weekday(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

export function monday(date: string): string {
  return later(date, 1 - weekday(date));
}

/** The name of an ISO week, by the week of the year that its Thursday is in. */
export function weekName(anyDate: string): string {
  const thursday = later(monday(anyDate), 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY_MS;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}

export function months({ period }: Recount): string[] {
  return [...new Set(dates(period).map((date) => date.slice(0, 7)))];
}

/** The part of a month's number that the dates inside the period are asked for. */
export function partOf(number: number, month: string, { first, last, sharesMonths }: Period) {
  if (!sharesMonths) return number;
  const all = dates({ first: `${month}-01`, last: `${month}-31` }).filter((date) =>
    date.startsWith(month),
  );
  const upTo = (count: number) => Math.floor((number * count) / all.length);
  const before = all.filter((date) => date < first).length;
  return upTo(all.filter((date) => date <= last).length) - upTo(before);
}

/** The minutes of stretches, each once. */
export function minutes(times: readonly Interval[]): Set<number> {
  const all = new Set<number>();
  for (const { from, to } of times) for (let minute = from; minute < to; minute++) all.add(minute);
  return all;
}

export function isFor({ date: own, weekdays }: When, date: string): boolean {
  return own === null ? weekdays.some((day) => day === weekday(date)) : own === date;
}

/** The minutes of an office's day openings on a date. */
export function openMinutes(recount: Recount, office: string, date: string): Set<number> {
  const { hours, offices } = recount.theCase;
  const own = hours.filter((row) => row.office === office);
  const opened = (rows: typeof own) => minutes(rows.flatMap(({ open }) => (open ? [open] : [])));
  const dated = own.filter((row) => row.date === date);
  if (dated.length > 0) return opened(dated);
  if (isClosed(recount, office, date)) return new Set();
  const weekly = own.filter((row) => isFor(row, date));
  if (weekly.length > 0) return opened(weekly);
  const usual = offices.find(({ id }) => id === office);
  const isDay = usual?.openDays.some((day) => day === weekday(date));
  return minutes(usual?.open && isDay ? [usual.open] : []);
}

/** True when nothing may open at an office on a date. */
export function isClosed({ theCase, holidays }: Recount, office: string, date: string): boolean {
  const dated = theCase.hours.filter((row) => row.office === office && row.date === date);
  if (dated.length > 0) return dated.every(({ open }) => open === null);
  const closed = theCase.closures.some(
    (row) => row.date === date && (row.office === null || row.office === office),
  );
  return closed || holidays.has(date);
}

/** The evening that an office could hold on a date. */
export interface Evening {
  readonly minStaff: number;
  readonly isAllowed: boolean;
  readonly minutes: ReadonlySet<number>;
  /** The minutes outside the day openings. */
  readonly extra: ReadonlySet<number>;
}

export function eveningRow({ theCase }: Recount, office: string, month: string) {
  const own = theCase.evenings.filter((row) => row.office === office);
  return own.find((row) => row.month === month) ?? own.find((row) => row.month === null);
}

export function eveningOf(recount: Recount, office: string, date: string): Evening | null {
  const row = eveningRow(recount, office, date.slice(0, 7));
  if (!row || isClosed(recount, office, date)) return null;
  const open = openMinutes(recount, office, date);
  const whole = minutes([row.time]);
  const extra = new Set([...whole].filter((minute) => !open.has(minute)));
  const isAllowed = row.weekdays.some((day) => day === weekday(date));
  return { minStaff: row.minStaff, isAllowed, minutes: whole, extra };
}

/** The rows of a person on a date: of the rota in the period, of the history before it. */
export function workOf(recount: Recount, staff: string, date: string): Assignment[] {
  const from = date < recount.period.first ? recount.earlier : recount.rows;
  return from.filter((row) => row.staff === staff && row.date === date);
}

/** How many people are at an office in each minute of a date. */
export function crowd({ rows }: Recount, office: string, date: string): number[] {
  return counted(rows, office, date, () => []);
}

/** As {@link crowd}, without those who have a break. */
export function atTheDesk({ rows }: Recount, office: string, date: string): number[] {
  return counted(rows, office, date, ({ breakTime }) => (breakTime ? [breakTime] : []));
}

function counted(
  rows: readonly Assignment[],
  office: string,
  date: string,
  awayIn: (row: Assignment) => readonly Interval[],
): number[] {
  const people = new Map<string, Assignment[]>();
  for (const row of rows) {
    if (row.office !== office || row.date !== date) continue;
    people.set(row.staff, [...(people.get(row.staff) ?? []), row]);
  }
  const count = new Array<number>(1440).fill(0);
  for (const own of people.values()) {
    const away = minutes(own.flatMap(awayIn));
    for (const minute of minutes(own.map(({ time }) => time))) {
      if (!away.has(minute)) count[minute]!++;
    }
  }
  return count;
}

/** A number that rules.csv sets for a rule, else the law's or agreement's own. */
export function parameter({ theCase }: Recount, rule: string, name: string, usual: number): number {
  const own = theCase.ruleSettings.findLast((row) => row.rule === rule && row.parameter === name);
  return own === undefined ? usual : Number(own.value);
}

/** True for rows of the department and by people with the skill that a demand names. */
export function suits(recount: Recount, { department, skill }: DemandRow, row: Assignment) {
  const member = recount.theCase.staff.find(({ id }) => id === row.staff);
  return (
    (department === null || department === row.department) &&
    (skill === null || (member?.skills.includes(skill) ?? false))
  );
}
