import type { IsoDate, IsoMonth } from "../domain/calendar.js";
import type { OfficeFigures, PersonFigures } from "./report.js";

/** Several months at a glance. */
export interface Year {
  readonly months: readonly YearMonth[];
  readonly offices: readonly Pick<OfficeFigures, "office" | "name">[];
  readonly people: readonly YearPerson[];
}

/** One month at a glance. */
export interface YearMonth {
  readonly month: IsoMonth;
  readonly hardViolations: number;
  readonly softViolations: number;
  readonly eveningsRequired: number;
  readonly eveningsHeld: number;
  /** Evenings of each office, by id. */
  readonly evenings: ReadonlyMap<string, OfficeFigures>;
  readonly paidMinutes: number;
  /** Whole kronor; null: not known. */
  readonly cost: number | null;
  readonly budget: number | null;
  readonly holidays: readonly (readonly [IsoDate, string])[];
  readonly squeezeDays: readonly IsoDate[];
  /** Fewest people at work on a date with an opening. */
  readonly fewestAtWork: number;
  /** Evenings between the two who are furthest ahead of and behind their fair shares at the end of the month. */
  readonly spread: number;
  readonly termination: string;
  /** What part better the rota could still be, of the worst tier. */
  readonly gap: number;
}

/** One person's evenings, month by month. */
export interface YearPerson extends Pick<PersonFigures, "staff" | "name" | "department" | "fte"> {
  readonly before: number;
  /** In the order of the months. */
  readonly evenings: readonly number[];
  readonly after: number;
  /** What is fair of all the months together. */
  readonly share: number;
  /** Beyond the fair shares, those before the first month too. */
  readonly balance: number;
}
