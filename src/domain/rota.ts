import type { IsoDate } from "./calendar.js";
import type { Interval } from "./interval.js";

/** `day`: inside the office's ordinary opening hours. `evening`: the extra opening that the evening requirement asks for. */
export type OpeningKind = "day" | "evening";

/** One row of a rota: one person at one office for one unbroken time of one kind. */
export interface Assignment {
  readonly date: IsoDate;
  readonly office: string;
  readonly kind: OpeningKind;
  readonly time: Interval;
  readonly staff: string;
  readonly department: string;
  readonly status: "planned" | "pinned";
  /** When the person has a break inside the time, and is not there; absent: the row holds none, or does not say. */
  readonly breakTime?: Interval;
}

/** All assignments of a period, in the order of {@link compareAssignments}. */
export interface Rota {
  readonly assignments: readonly Assignment[];
}

/** Compares plain text by code unit: the same order on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The canonical order of a rota's rows: date, office, time, person. */
export function compareAssignments(a: Assignment, b: Assignment): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.office, b.office) ||
    a.time.from - b.time.from ||
    a.time.to - b.time.to ||
    compareText(a.kind, b.kind) ||
    compareText(a.staff, b.staff) ||
    compareText(a.department, b.department)
  );
}
