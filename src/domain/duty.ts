import type { IsoDate } from "./calendar.js";
import type { Interval } from "./interval.js";
import { minutesOf, union } from "./interval.js";
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

/**
 * Paid minutes of a day's presence: every unbroken stretch longer than `stretchMinutes` holds one unpaid break.
 * Breaks are taken in turns, so cover counts the person as present all the time.
 */
export function paidMinutes(presence: readonly Interval[], terms: BreakTerms): number {
  return union(presence).reduce((total, stretch) => {
    const minutes = minutesOf(stretch);
    return total + minutes - (minutes > terms.stretchMinutes ? terms.breakMinutes : 0);
  }, 0);
}

/** The rows of a duty. */
export function assignmentsOf(duty: Duty, status: Assignment["status"]): Assignment[] {
  const { date, office, staff, department } = duty;
  return duty.parts.map(({ kind, time }) => ({
    date,
    office,
    kind,
    time,
    staff,
    department,
    status,
  }));
}
