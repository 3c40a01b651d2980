import type { IsoDate } from "../domain/calendar.js";
import type { ReportViolation } from "./report.js";

/** How a rota stands up to absences, as plain data: what `rota stress --json` prints. Fields are only ever added. */
export interface StressReport {
  readonly schemaVersion: 1;
  /** The month, or the first and last date. */
  readonly period: string;
  readonly dates: readonly IsoDate[];
  readonly strains: readonly StressStrain[];
  /** Everybody with a duty; on whom most hangs first. */
  readonly people: readonly StressPerson[];
  /** Skills and departments that openings need; the thinnest first. */
  readonly skills: readonly StressSkill[];
  readonly vacancy: StressVacancy | null;
  /** False: somebody cut the run short, so that absences are missing or not known. */
  readonly complete: boolean;
}

/** `mended`: the hard rules are kept as before; `broken`: proved that they cannot be; `open`: not known. */
export type StressOutcome = "mended" | "broken" | "open";

/** One absence and what comes of it. */
export interface StressStrain {
  readonly kind: "day" | "week" | "month" | "pair";
  readonly staff: readonly string[];
  readonly names: readonly string[];
  /** A date, an ISO week or a month. */
  readonly when: string;
  readonly duties: number;
  readonly outcome: StressOutcome;
  /** Dates of other people that change; at most so many when it is not proved that fewer do not do. */
  readonly changes: number;
  readonly fewest: boolean;
  readonly standIns: readonly string[];
  /** What stays broken. */
  readonly stays: readonly ReportViolation[];
}

/** What hangs on one person. */
export interface StressPerson {
  readonly staff: string;
  readonly name: string;
  readonly department: string;
  readonly days: number;
  /** Days that nobody can make up for, or not as far as is known. */
  readonly lostDays: number;
  /** Days that take more than one change. */
  readonly hardDays: number;
  readonly week: StressOutcome;
  readonly month: StressOutcome;
}

/** A skill, or the presence of a department. */
export interface StressSkill {
  readonly kind: "skill" | "department";
  readonly id: string;
  readonly holders: readonly string[];
  /** How many of them can be spared on the thinnest date. */
  readonly margin: number;
  readonly thinDates: readonly IsoDate[];
}

/** Absences that are not mended, without and with a vacancy filled. */
export interface StressVacancy {
  /** The department or the person. */
  readonly filled: string;
  readonly lostBefore: number;
  readonly lostAfter: number;
  readonly changesBefore: number;
  readonly changesAfter: number;
}
