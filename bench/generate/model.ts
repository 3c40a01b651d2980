/** What a generated municipality is made of, before it becomes tables. Times are minutes after midnight. */

export const DEPARTMENTS = ["kundservice", "socialtjanst", "arbetsmarknad", "bygglov"] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** The skill that every smaller office needs at each opening. */
export const BOOKING = "bokning";

export interface Size {
  readonly offices: number;
  readonly staff: number;
}

/** The four sizes of the benchmark, for one month. */
export const SIZES: Readonly<Record<string, Size>> = {
  S: { offices: 7, staff: 40 },
  M: { offices: 12, staff: 80 },
  L: { offices: 30, staff: 250 },
  XL: { offices: 147, staff: 1200 },
};

/** A working day of the month; weekday 1 is Monday, `week` counts from the month's first. */
export interface Day {
  readonly date: string;
  readonly weekday: number;
  readonly week: number;
}

/** From 0, two days a week, to 4, all days with three people. */
export type Level = 0 | 1 | 2 | 3 | 4;

export interface Office {
  readonly id: string;
  readonly district: number;
  readonly level: Level;
  readonly weekdays: readonly number[];
  readonly opens: number;
  readonly closes: number;
  /** Opening on Fridays when it differs. */
  readonly friday: readonly [opens: number, closes: number] | null;
  /** Closing time on the 23rd when it differs. */
  readonly closesOn23rd: number | null;
  /** Closed from the 28th to the 30th. */
  readonly closedAtYearEnd: boolean;
  readonly minStaff: number;
  readonly eveningWeekdays: readonly number[];
  readonly maxEvenings: number | null;
}

/** How a person is lent on a weekday: the whole day, until 18:15, or half of it. */
export type Loan = "day" | "late" | "morning" | "afternoon";

export interface Person {
  readonly id: string;
  readonly department: Department;
  readonly home: Office;
  readonly offices: Office[];
  readonly skills: string[];
  /** Number of weekdays that the person is lent. */
  days: number;
  readonly loans: Map<number, Loan>;
  readonly absences: Set<string>;
  /** Whole days outside the usual weekdays. */
  readonly extraDates: string[];
}

/** A person who fits whom an office must have at every opening. */
export function fitsOffice(person: Person, office: Office): boolean {
  return needsCustomerService(office)
    ? person.department === "kundservice"
    : person.skills.includes(BOOKING);
}

/** Large offices must have customer service at every opening, the others somebody who books meetings. */
export function needsCustomerService(office: Office): boolean {
  return office.level >= 3;
}

/** True when the person is lent all day on the weekday. */
export function lentAllDay(person: Person, weekday: number): boolean {
  const loan = person.loans.get(weekday);
  return loan === "day" || loan === "late";
}
