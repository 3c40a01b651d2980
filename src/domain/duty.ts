import type { IsoDate } from "./calendar.js";
import type { Interval } from "./interval.js";
import { contains, minutesOf, union } from "./interval.js";
import type { Assignment, OpeningKind } from "./rota.js";

/** One person's work at one office on one date: one run of blocks, a short gap such as a lunch closure inside allowed. */
export interface Duty {
  readonly staff: string;
  readonly date: IsoDate;
  readonly office: string;
  readonly department: string;
  /** The rows it becomes in a rota, in order of time. */
  readonly parts: readonly DutyPart[];
  /** When the person is there: the union of the parts. */
  readonly presence: readonly Interval[];
  /** When the person has a break, where the program chooses it; elsewhere breaks are arranged when the rota is known. */
  readonly breaks?: readonly Interval[];
}

export interface DutyPart {
  readonly kind: OpeningKind;
  readonly time: Interval;
}

/** The unpaid break that a long stretch of presence holds. */
export interface BreakTerms {
  /** The longest presence without a break, minutes. */
  readonly stretchMinutes: number;
  /** The length of the break, minutes; 0: none is taken. */
  readonly breakMinutes: number;
}

/** The stretches of a day's presence between its breaks, in order: a pause shorter than a break does not end a stretch. */
export function stretchesOf(
  presence: readonly Interval[],
  { breakMinutes }: Pick<BreakTerms, "breakMinutes">,
): readonly Interval[] {
  const parts = union(presence);
  if (parts.length < 2) return parts;
  const stretches: Interval[] = [];
  for (const part of parts) {
    const last = stretches.at(-1);
    if (last && part.from - last.to < breakMinutes) {
      stretches[stretches.length - 1] = { from: last.from, to: part.to };
    } else stretches.push(part);
  }
  return stretches;
}

/**
 * Paid minutes of a day's presence: every stretch longer than `stretchMinutes` holds one unpaid break, and a pause shorter
 * than a break is paid. Breaks are taken in turns, so cover counts the person as present all the time.
 */
export function paidMinutes(presence: readonly Interval[], terms: BreakTerms): number {
  let total = 0;
  for (const stretch of stretchesOf(presence, terms)) {
    const minutes = minutesOf(stretch);
    total += minutes - (minutes > terms.stretchMinutes ? terms.breakMinutes : 0);
  }
  return total;
}

/** The rows of a duty. */
export function assignmentsOf(duty: Duty, status: Assignment["status"]): Assignment[] {
  const { date, office, staff, department } = duty;
  return duty.parts.map(({ kind, time }) => {
    const row = { date, office, kind, time, staff, department, status };
    const breakTime = duty.breaks?.find((own) => contains(time, own));
    return breakTime ? { ...row, breakTime } : row;
  });
}
