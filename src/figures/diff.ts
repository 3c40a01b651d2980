import { daysBetween, type IsoDate } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { type DayChange, dayChanges, eveningChanges } from "../domain/day-changes.js";
import type { Instance } from "../domain/instance.js";
import { formatTime } from "../domain/interval.js";
import { hourlyCost, kronor } from "../domain/money.js";
import { type Assignment, compareText } from "../domain/rota.js";
import type { DiffChange, DiffEvening, DiffPerson, DiffReport, DiffWork } from "../outputs/diff.js";

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
