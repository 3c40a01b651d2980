import type { BreakSlot } from "./breaks.js";
import {
  breakSlots,
  breaksAreTight,
  fromLunch,
  insideOne,
  slotsFor,
  stretchesWithBreak,
} from "./breaks.js";
import { groupBy } from "./collections.js";
import type { BreakTerms } from "./duty.js";
import type { Instance } from "./instance.js";
import type { Interval } from "./interval.js";
import { contains, union } from "./interval.js";
import { breakTermsAt } from "./paid-time.js";
import type { Assignment, Rota } from "./rota.js";
import { compareText } from "./rota.js";

/** One break that leaves too few people behind weighs more than any distance from lunch. */
const SHORT = 1_000_000;

/** One person's stretch that must hold a break, and the slots that it can be in. */
interface Seeker {
  readonly staff: string;
  readonly stretch: Interval;
  /** Places of slots in the list of the office and date. */
  readonly slots: readonly number[];
}

/** True when a rota's rows say when the breaks are. */
export function hasBreaks({ assignments }: Rota): boolean {
  return assignments.some((row) => row.breakTime !== undefined);
}

/**
 * The same rota with a time for every break, chosen anew for each office and date: first so that as few people as can be are
 * missing meanwhile, then near to lunch. The same rows always get the same times.
 */
export function arrangeBreaks(instance: Instance, rota: Rota, terms: BreakTerms): Rota {
  return arranged(instance, rota, terms, () => true);
}

/** The same rota with breaks arranged at each office and date of which no row says when one is. */
export function completeBreaks(instance: Instance, rota: Rota, terms: BreakTerms): Rota {
  return arranged(instance, rota, terms, (rows) => !hasBreaks({ assignments: rows }));
}

function arranged(
  instance: Instance,
  rota: Rota,
  terms: BreakTerms,
  isAsked: (rows: readonly Assignment[]) => boolean,
): Rota {
  const days = groupBy(rota.assignments, ({ office, date }) => `${date} ${office}`);
  const settled = new Map<Assignment, Assignment>();
  for (const rows of days.values()) {
    if (!isAsked(rows)) continue;
    for (const row of rows) settled.set(row, withoutBreak(row));
    for (const [row, time] of breaksOfDay(instance, rows, terms)) {
      settled.set(row, { ...row, breakTime: time });
    }
  }
  return { assignments: rota.assignments.map((row) => settled.get(row) ?? row) };
}

/** A row without the time of its break. */
export function withoutBreak(row: Assignment): Assignment {
  if (row.breakTime === undefined) return row;
  const { breakTime: _, ...rest } = row;
  return rest;
}

/** The break of each row that holds one, for the rows of one office and date. */
function breaksOfDay(
  instance: Instance,
  rows: readonly Assignment[],
  terms: BreakTerms,
): Map<Assignment, Interval> {
  const { office, date } = rows[0]!;
  const at = breakTermsAt(instance, office, terms);
  const slots = breakSlots(instance, office, date, terms);
  const people = [...groupBy(rows, ({ staff }) => staff)].sort(([a], [b]) => compareText(a, b));
  const presences = people.map(([, own]) => union(own.map(({ time }) => time)));
  const seekers = people.flatMap(([staff, own]) =>
    stretchesWithBreak(instance, { date, office, parts: own }, terms).map((stretch): Seeker => {
      const fitting = new Set(
        slotsFor(stretch, slots, at).filter(({ time }) =>
          own.some((row) => contains(row.time, time)),
        ),
      );
      const places = slots.flatMap((slot, place) => (fitting.has(slot) ? [place] : []));
      return { staff, stretch, slots: places };
    }),
  );
  if (seekers.length === 0) return new Map();
  const tight = breaksAreTight(instance, office, date, terms);
  const room = slots.map((slot) => roomIn(slot, presences, tight));
  const chosen = takeTurns(seekers, slots, room);
  const found = new Map<Assignment, Interval>();
  for (const [index, { staff }] of seekers.entries()) {
    const time = slots[chosen[index] ?? -1]?.time;
    const row = time && rows.find((own) => own.staff === staff && contains(own.time, time));
    if (row && !found.has(row)) found.set(row, time);
  }
  return found;
}

/** How many can have their break in a slot; without limit where the opening lacks its least staff anyhow. */
function roomIn(
  { time, least, usual }: BreakSlot,
  presences: readonly (readonly Interval[])[],
  tight: boolean,
): number {
  const present = presences.filter((own) => insideOne(own, time)).length;
  return !tight && least < usual && present < usual ? Number.POSITIVE_INFINITY : present - least;
}

/**
 * A slot for each seeker at the least cost (−1: none fits): one seeker after the other finds the cheapest way in, if need be by moving
 * those before to other slots (successive shortest paths; costs of a slot rise, so the result is the best).
 */
function takeTurns(
  seekers: readonly Seeker[],
  slots: readonly BreakSlot[],
  room: readonly number[],
): number[] {
  const chosen: number[] = [];
  const price = (place: number) => fromLunch(slots[place]!);
  for (const seeker of seekers) {
    const taken = slots.map((_, place) => chosen.filter((own) => own === place).length);
    const cost = slots.map((_, place) => (seeker.slots.includes(place) ? price(place) : Infinity));
    const via: (number | null)[] = slots.map(() => null);
    for (let changed = true; changed; ) {
      changed = false;
      for (const [other, from] of chosen.entries()) {
        if (from < 0 || cost[from] === Infinity) continue;
        for (const to of seekers[other]!.slots) {
          const along = cost[from]! - price(from) + price(to);
          if (along >= cost[to]! - 1e-9) continue;
          cost[to] = along;
          via[to] = other;
          changed = true;
        }
      }
    }
    const total = (place: number) => {
      const over = taken[place]! + 1 - room[place]!;
      return cost[place]! + (over > 0 ? SHORT * (1 + over / 100) : 0);
    };
    let end = -1;
    for (const place of slots.keys()) {
      if (cost[place] !== Infinity && (end < 0 || total(place) < total(end))) end = place;
    }
    moveAlong(chosen, via, end);
  }
  return chosen;
}

/** Gives the last place of a path to the one before, and so on; the newcomer takes the first. */
function moveAlong(chosen: number[], via: readonly (number | null)[], end: number): void {
  let place = end;
  for (let other = via[place] ?? null; other !== null; other = via[place] ?? null) {
    const before = chosen[other]!;
    chosen[other] = place;
    place = before;
  }
  chosen.push(place);
}
