import type { IsoDate } from "./calendar.js";
import { weekdayOf } from "./calendar.js";
import type { Shift } from "./case.js";
import { memo } from "./collections.js";
import type { BreakTerms, Duty } from "./duty.js";
import { paidMinutes } from "./duty.js";
import type { Instance } from "./instance.js";
import type { Interval } from "./interval.js";
import { intersect, union } from "./interval.js";
import { timeAtWork } from "./travel.js";

/** Where and when one works: as much of a rota's row as paid time depends on. */
export interface WorkedTime {
  readonly date: IsoDate;
  readonly office: string;
  readonly time: Interval;
}

/** The terms of unpaid breaks at an office: nobody leaves one where the meal is taken on the spot. */
export function breakTermsAt(instance: Instance, office: string, terms: BreakTerms): BreakTerms {
  return instance.office(office)?.breaks === "meal" ? NO_BREAKS : terms;
}

const NO_BREAKS: BreakTerms = { stretchMinutes: Number.POSITIVE_INFINITY, breakMinutes: 0 };

/** The shifts of an office on a date. */
export function shiftsAt(instance: Instance, office: string, date: IsoDate): readonly Shift[] {
  return instance.theCase.shifts.filter(
    (shift) => (shift.office ?? office) === office && shift.weekdays.includes(weekdayOf(date)),
  );
}

/**
 * The shift that a person's rows of one date are: the one with exactly their times, else the first whose times inside the
 * opening hours, with the evening or without it, they are. Null: no shift, or work at several offices.
 */
export function shiftOf(instance: Instance, rows: readonly WorkedTime[]): Shift | null {
  const [first] = rows;
  if (!first || instance.theCase.shifts.length === 0) return null;
  const { office, date } = first;
  if (rows.some((row) => row.office !== office)) return null;
  const presence = union(rows.map(({ time }) => time));
  const open = instance.openHours(office, date);
  const evening = instance.eveningWindow(office, date)?.extra ?? [];
  const shifts = shiftsAt(instance, office, date);
  for (const hours of [null, [...open, ...evening], open]) {
    const found = shifts.find(({ time }) =>
      equal(presence, hours === null ? [time] : union(intersect([time], hours))),
    );
    if (found) return found;
  }
  return null;
}

/** The shift that a duty is; see {@link shiftOf}. Remembered, since thousands of people's duties share their parts. */
export function shiftOfDuty(
  instance: Instance,
  { date, office, parts }: Pick<Duty, "date" | "office" | "parts">,
): Shift | null {
  if (instance.theCase.shifts.length === 0) return null;
  const known = memo(shiftMemo, instance, () => new WeakMap<Duty["parts"], Known>());
  const own = known.get(parts);
  if (own?.date === date && own.office === office) return own.shift;
  const shift = shiftOf(
    instance,
    parts.map(({ time }) => ({ date, office, time })),
  );
  known.set(parts, { date, office, shift });
  return shift;
}

interface Known {
  readonly date: IsoDate;
  readonly office: string;
  readonly shift: Shift | null;
}

const shiftMemo = new WeakMap<Instance, WeakMap<Duty["parts"], Known>>();

/**
 * Paid minutes of a person's rows of one date: what shifts.csv says of the shift that they are, else their time and the
 * journeys between offices less the unpaid break. A shift that the opening hours cut pays for what is left of it.
 */
export function paidOn(
  instance: Instance,
  rows: readonly WorkedTime[],
  breaks: BreakTerms,
): number {
  const shift = shiftOf(instance, rows);
  const onTheSpot = rows.every(({ office }) => instance.office(office)?.breaks === "meal");
  const terms = onTheSpot ? NO_BREAKS : breaks;
  return paidAs(shift, timeAtWork(instance, rows), terms);
}

function paidAs(shift: Shift | null, presence: readonly Interval[], breaks: BreakTerms): number {
  const said = shift?.paidMinutes ?? null;
  if (said !== null && equal(presence, [shift!.time])) return said;
  return Math.min(said ?? Infinity, paidMinutes(presence, breaks));
}

/** Paid minutes of a duty. */
export function paidOf(
  instance: Instance,
  duty: Pick<Duty, "date" | "office" | "parts">,
  breaks: BreakTerms,
): number {
  const terms = breakTermsAt(instance, duty.office, breaks);
  return paidAs(shiftOfDuty(instance, duty), union(duty.parts.map(({ time }) => time)), terms);
}

function equal(a: readonly Interval[], b: readonly Interval[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to }, index) => from === b[index]!.from && to === b[index]!.to)
  );
}
