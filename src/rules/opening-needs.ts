import type { IsoDate } from "../domain/calendar.js";
import type { DemandRow } from "../domain/case.js";
import { groupBy, memo, sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { appliesOn, heldByDay, onAllowedWeekday, openingParts } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { contains, DAY_MINUTES } from "../domain/interval.js";
import { shiftsAt } from "../domain/paid-time.js";

/** A stretch of an opening, and how many people one source asks for during it. */
export interface Need {
  readonly time: Interval;
  readonly people: number;
  /** Needs of one source add up; the largest source counts. */
  readonly source: "opening" | "evening" | "anybody" | "departments";
}

/** Everything that is asked for at an office on a date. */
export function needsOf(instance: Instance, office: string, date: IsoDate): Need[] {
  const open = instance.openHours(office, date);
  const window = instance.eveningWindow(office, date);
  const minStaff = instance.office(office)?.minStaff ?? 0;
  const evening = window && !heldByDay(window) ? window.extra : [];
  const demands = demandsOf(instance, office).filter((row) => appliesOn(row, date));
  return [
    ...open.map((time): Need => ({ time, people: minStaff, source: "opening" })),
    ...(window && onAllowedWeekday(window)
      ? [{ time: window.time, people: window.requirement.minStaff, source: "evening" } as const]
      : []),
    ...demands.flatMap((row) =>
      demandedTimes(instance, row, date, [...open, ...evening]).map((time): Need => {
        const anybody = row.department === null && row.skill === null && row.shift === null;
        const people = Math.max(row.min, row.target ?? 0);
        return { time, people, source: anybody ? "anybody" : "departments" };
      }),
    ),
  ];
}

/** The rows of demand.csv for an office. */
function demandsOf(instance: Instance, office: string): readonly DemandRow[] {
  const byOffice = memo(demandMemo, instance, () =>
    groupBy(instance.theCase.demand, (row) => row.office),
  );
  return byOffice.get(office) ?? [];
}

const demandMemo = new WeakMap<Instance, ReadonlyMap<string, readonly DemandRow[]>>();

/** When a row asks for people at once: in the opening, or during its shift. Weekly and monthly rows name no time. */
function demandedTimes(
  instance: Instance,
  { office, per, shift, time }: DemandRow,
  date: IsoDate,
  open: readonly Interval[],
): readonly Interval[] {
  if (shift === null) return per === "opening" ? openingParts(open, time) : [];
  const own = shiftsAt(instance, office, date).find(({ id }) => id === shift);
  return own && (per === "opening" || per === "day") ? openingParts(open, own.time) : [];
}

/** How many people the needs ask for at once during a time that no need begins or ends in. */
export function needed(needs: readonly Need[], time: Interval): number {
  const during = needs.filter((need) => contains(need.time, time));
  const of = (source: Need["source"]) =>
    sum(during, (need) => (need.source === source ? need.people : 0));
  return Math.max(of("opening"), of("evening"), of("anybody"), of("departments"));
}

/** The pieces of the whole day between all edges of the needs. */
export function piecesOf(needs: readonly Need[]): Interval[] {
  const edges = new Set([0, DAY_MINUTES, ...needs.flatMap(({ time }) => [time.from, time.to])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => ({ from: sorted[index]!, to }));
}
