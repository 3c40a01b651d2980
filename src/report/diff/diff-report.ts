import { daysBetween, type IsoDate } from "../../domain/calendar.js";
import { groupBy, sum } from "../../domain/collections.js";
import { type DayChange, dayChanges, eveningChanges } from "../../domain/day-changes.js";
import type { Instance } from "../../domain/instance.js";
import { formatTime } from "../../domain/interval.js";
import { hourlyCost, kronor } from "../../domain/money.js";
import { type Assignment, compareText, type OpeningKind } from "../../domain/rota.js";

/** What differs between two rotas, as plain data: what `rota diff --json` prints. Fields are only ever added. */
export interface DiffReport {
  readonly schemaVersion: 1;
  /** The date on which the changes are told; null: notice plays no part. */
  readonly today: IsoDate | null;
  /** Days of notice that a change needs. */
  readonly noticeDays: number;
  readonly changes: readonly DiffChange[];
  /** Who has to be told, the shortest notice first. */
  readonly people: readonly DiffPerson[];
  /** Evenings that are held in one of the rotas only: the public has to be told. */
  readonly evenings: readonly DiffEvening[];
  /** Extra pay for short notice: minutes of ordinary pay, and whole kronor of those whose hourly cost is known. */
  readonly extraMinutes: number;
  readonly extraKronor: number | null;
}

/** One person's date that differs. */
export interface DiffChange {
  readonly date: IsoDate;
  readonly staff: string;
  readonly name: string;
  readonly kind: "added" | "removed" | "moved";
  readonly before: readonly DiffWork[];
  readonly after: readonly DiffWork[];
  /** True when the person is not available for what was planned: the change is the person's own. */
  readonly away: boolean;
  /** Days from today to the date; null without a date of today. */
  readonly notice: number | null;
  /** True when the change needs notice and gets less than it needs. */
  readonly short: boolean;
  /** Minutes of ordinary pay that the short notice is paid extra. */
  readonly extraMinutes: number;
}

/** Work of one kind at one office. */
export interface DiffWork {
  readonly office: string;
  readonly officeName: string;
  readonly kind: OpeningKind;
  readonly from: string;
  readonly to: string;
}

/** A person who has to be told. */
export interface DiffPerson {
  readonly staff: string;
  readonly name: string;
  readonly changes: number;
  /** Days to the first change that needs notice; null without a date of today. */
  readonly notice: number | null;
  readonly short: number;
}

/** An evening that only one of the rotas holds. */
export interface DiffEvening {
  readonly date: IsoDate;
  readonly office: string;
  readonly officeName: string;
  readonly kind: "added" | "removed";
}

/** What is known besides the two rotas. */
export interface DiffFacts {
  readonly today: IsoDate | null;
  readonly noticeDays: number;
  /** The case of the rotas; null: ids stand for names, and nothing is known of absence and pay. */
  readonly instance: Instance | null;
  /** Minutes that a person is paid extra for a change on a date. */
  extraMinutes(staff: string, date: IsoDate): number;
}

/** Compares two rotas. */
export function diffReport(
  before: readonly Assignment[],
  after: readonly Assignment[],
  facts: DiffFacts,
): DiffReport {
  const changes = dayChanges(before, after).map((change) => diffChange(change, facts));
  const { today, noticeDays, instance } = facts;
  const evenings = eveningChanges(before, after).map(
    ({ office, date, held }): DiffEvening => ({
      date,
      office,
      officeName: instance?.office(office)?.name ?? office,
      kind: held === "after" ? "added" : "removed",
    }),
  );
  return {
    schemaVersion: 1,
    today,
    noticeDays,
    changes,
    people: peopleOf(changes),
    evenings,
    extraMinutes: sum(changes, ({ extraMinutes }) => extraMinutes),
    extraKronor: extraKronor(changes, instance),
  };
}

function diffChange({ staff, date, before, after }: DayChange, facts: DiffFacts): DiffChange {
  const { today, noticeDays, instance } = facts;
  const times = before.map(({ time }) => time);
  const away = instance !== null && instance.unavailableMinutes(staff, date, times) > 0;
  const notice = today === null ? null : daysBetween(today, date);
  const needsNotice = !(away && after.length === 0);
  return {
    date,
    staff,
    name: instance?.member(staff)?.name ?? staff,
    kind: before.length === 0 ? "added" : after.length === 0 ? "removed" : "moved",
    before: before.map((row) => workOf(row, instance)),
    after: after.map((row) => workOf(row, instance)),
    away,
    notice,
    short: needsNotice && notice !== null && notice < noticeDays,
    extraMinutes: facts.extraMinutes(staff, date),
  };
}

/** A row of a rota as work, with the office by its name where the case is known. */
export function workOf({ office, kind, time }: Assignment, instance: Instance | null): DiffWork {
  const officeName = instance?.office(office)?.name ?? office;
  return { office, officeName, kind, from: formatTime(time.from), to: formatTime(time.to) };
}

/** Who is only away has told the others, and need not be told. */
function peopleOf(changes: readonly DiffChange[]): DiffPerson[] {
  const told = changes.filter(({ away, kind }) => !(away && kind === "removed"));
  return [...groupBy(told, ({ staff }) => staff).values()]
    .map((own): DiffPerson => {
      const { staff, name } = own[0]!;
      const notices = own.flatMap(({ notice }) => notice ?? []);
      return {
        staff,
        name,
        changes: own.length,
        notice: notices.length === 0 ? null : Math.min(...notices),
        short: own.filter(({ short }) => short).length,
      };
    })
    .sort((a, b) => (a.notice ?? 0) - (b.notice ?? 0) || compareText(a.staff, b.staff));
}

function extraKronor(changes: readonly DiffChange[], instance: Instance | null): number | null {
  const paid = changes.filter(({ extraMinutes }) => extraMinutes > 0);
  const costs = paid.flatMap(({ staff, extraMinutes }) => {
    const department = instance?.member(staff)?.department ?? "";
    const hourly = instance === null ? null : hourlyCost(instance, staff, department);
    return hourly === null ? [] : [kronor(extraMinutes, hourly, 0)];
  });
  return costs.length === paid.length && paid.length > 0 ? sum(costs, (cost) => cost) : null;
}
