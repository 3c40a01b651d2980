import type { IsoDate, IsoMonth } from "../domain/calendar.js";
import type { Case, LedgerMeasure, Severity } from "../domain/case.js";
import type { OpeningKind } from "../domain/rota.js";
import type { Text } from "../domain/text.js";

/**
 * All that a run has to tell, as plain data: what report.json holds, and all that a writer sees. Times are `HH:MM`, dates
 * `YYYY-MM-DD`, lengths whole minutes. Fields are only ever added; another meaning would be another `schemaVersion`.
 */
export interface Report {
  readonly schemaVersion: 1;
  /** The month that is planned, or that the period begins in. */
  readonly month: IsoMonth;
  /** First and last date that are planned. */
  readonly period: { readonly first: IsoDate; readonly last: IsoDate };
  readonly seed: number;
  /** The solver that made the rota. */
  readonly solver: string;
  /** Why the solver stopped: `optimal`, `within-gap`, `feasible-at-limit`, `interrupted` … */
  readonly termination: string;
  /** What else the solver has to say, in English. */
  readonly detail: string | null;
  readonly seconds: number;
  readonly tiers: readonly ReportTier[];
  readonly assignments: readonly ReportAssignment[];
  readonly openings: readonly ReportOpening[];
  /** Meetings that citizens can book. */
  readonly slots: readonly ReportSlot[];
  readonly closedDays: readonly ClosedDay[];
  readonly violations: readonly ReportViolation[];
  readonly statistics: ReportStatistics;
  /** The ledger of the loan at the end of the month: what ledger.csv holds. */
  readonly ledger: readonly ReportLedgerLine[];
  readonly settings: ReportSettings;
  /** What the rota was made from, so that a later change of it can be told. */
  readonly provenance: Provenance;
}

/** What is proven of one tier: 1 is the hard rules, 2 the soft ones. */
export interface ReportTier {
  readonly tier: number;
  readonly incumbent: number;
  /** No rota that the program can make has less; one made by hand may. */
  readonly bound: number;
  readonly gap: number;
  /** True when the bound is one of every rota of these people inside their times, made by hand or not; absent: not known. */
  readonly ofAllRotas?: true;
}

/** One row of rota.csv. */
export interface ReportAssignment {
  readonly date: IsoDate;
  readonly office: string;
  readonly kind: OpeningKind;
  readonly from: string;
  readonly to: string;
  readonly staff: string;
  readonly department: string;
  readonly status: "planned" | "pinned";
  /** When the person has a break, and is not there; null: the row holds none. */
  readonly breakFrom: string | null;
  readonly breakTo: string | null;
}

/** One time that an office is open, for the public. */
export interface ReportOpening {
  readonly date: IsoDate;
  readonly office: string;
  readonly kind: OpeningKind;
  readonly from: string;
  readonly to: string;
  /** How many different people serve in it; 0 when nobody could be found. */
  readonly staff: number;
  /** The departments that they come from. */
  readonly departments: readonly string[];
}

/** A date on which an office may not open. */
export interface ClosedDay {
  readonly date: IsoDate;
  readonly office: string;
  /** In the words of closures.csv, or the Swedish name of the holiday; null: none is given. */
  readonly reason: string | null;
}

/** A time when so many citizens can each meet somebody of a department at an office. */
export interface ReportSlot {
  readonly date: IsoDate;
  readonly office: string;
  readonly department: string;
  readonly from: string;
  readonly to: string;
  readonly capacity: number;
}

/** One broken rule. */
export interface ReportViolation {
  readonly rule: string;
  readonly title: Text;
  readonly severity: "hard" | "soft";
  /** A date, an ISO week (`2026-W50`) or a month; null: the whole period. */
  readonly date: string | null;
  readonly office: string | null;
  readonly department: string | null;
  readonly staff: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly actual: number;
  readonly limit: number;
  readonly amount: number;
  readonly unit: string;
  readonly cost: number;
  readonly message: Text;
  readonly advice: Text | null;
}

/** The rota in figures. */
export interface ReportStatistics {
  readonly offices: readonly OfficeFigures[];
  readonly people: readonly PersonFigures[];
  readonly departments: readonly DepartmentFigures[];
  /** The trade calendar: for each office that is open in the day, and each department. */
  readonly gaps: readonly GapFigures[];
  readonly cost: CostFigures;
}

/** When a department is at an office. */
export interface GapFigures {
  readonly office: string;
  readonly department: string;
  /** Dates in the period on which somebody of it works there in the day. */
  readonly dates: readonly IsoDate[];
  /** Most open weeks in a row without anybody of it, the weeks before the period too. */
  readonly longestGapWeeks: number;
  /** One duty at least in every so many weeks is asked for (demand.csv); null: nothing is. */
  readonly agreedWeeks: number | null;
}

/** What the rota costs, in whole kronor: paid hours × hourly cost, with the employer's contribution. */
export interface CostFigures {
  /** Of everybody whose hourly cost is known; null: it is known of nobody who works. */
  readonly staff: number | null;
  /** How many work whose hourly cost is not known. */
  readonly peopleWithoutCost: number;
  /** The employer's contribution that is counted, in hundredths of a percent. */
  readonly employerContribution: number;
  /** The staff budget of the month, else a twelfth of the year's; null: none is given. */
  readonly budget: number | null;
}

/** One office in figures. */
export interface OfficeFigures {
  readonly office: string;
  readonly name: string;
  readonly area: string | null;
  /** Evenings that must be held in the month. */
  readonly eveningsRequired: number;
  readonly eveningsHeld: number;
  readonly eveningDates: readonly IsoDate[];
  /** Length of all openings, evenings among them. */
  readonly openMinutes: number;
  /** Person-minutes of these openings that lack somebody, by the least number of staff of the office. */
  readonly shortMinutes: number;
}

/** One person in figures. A duty is one person at one office on one date. */
export interface PersonFigures {
  readonly staff: string;
  readonly name: string;
  readonly department: string;
  readonly duties: number;
  readonly paidMinutes: number;
  readonly evenings: number;
  /** Evenings before the period, by ledger and history. */
  readonly eveningsBefore: number;
  /** Paid minutes before the period, by ledger and history. */
  readonly paidMinutesBefore: number;
  /** Degree of employment; 1 is full time. */
  readonly fte: number;
  /** The fair number of evenings in the period; null: the person cannot serve any evening. */
  readonly fairEvenings: number | null;
  /** The fair paid minutes in the period; null: the person cannot be at work in any opening. */
  readonly fairMinutes: number | null;
}

/** What one department lends, in figures. */
export interface DepartmentFigures {
  readonly department: string;
  readonly name: string;
  readonly people: number;
  readonly duties: number;
  readonly paidMinutes: number;
  readonly evenings: number;
  /** What departments.csv says of a month; null: no limit. */
  readonly minMinutes: number | null;
  readonly maxMinutes: number | null;
  /** The agreed part of all hours, 0 to 1; null: none is agreed. */
  readonly agreedShare: number | null;
  /** Whole kronor, as in {@link CostFigures}; null: the hourly cost is known of nobody. */
  readonly cost: number | null;
}

/** How one measure of a person, or of a lending department, stands before and after the month. */
export interface ReportLedgerLine {
  /** null: the department as a whole. */
  readonly staff: string | null;
  readonly department: string;
  /** `hours` and `travel` are in minutes here. */
  readonly measure: LedgerMeasure;
  readonly before: number;
  /** Carried in the month. */
  readonly actual: number;
  readonly after: number;
  /** The fair share of what was carried in the month. */
  readonly share: number;
  /** Carried beyond the fair shares of all months until then; below 0: still owed. */
  readonly balanceBefore: number;
  readonly balance: number;
}

/** What the run was asked. */
export interface ReportSettings {
  /** The solver asked for; the report's `solver` is the one that answered. */
  readonly solver: string;
  readonly effort: number;
  readonly gap: number;
  readonly timeLimitSeconds: number | null;
  /** The date from which notice of changes was counted; absent: it was not. */
  readonly today?: IsoDate;
  /** How meetings can be booked. */
  readonly slots: ReportSlotSettings;
  /** Every rule that is on. */
  readonly rules: readonly RuleInForce[];
}

/** A rule as it applied to the case. */
export interface RuleInForce {
  readonly id: string;
  readonly title: Text;
  readonly severity: Exclude<Severity, "off">;
  /** Cost of one unit, by unit. */
  readonly weights: Readonly<Record<string, number>>;
  /** Values in minutes and counts; times of day as `HH:MM`. */
  readonly parameters: Readonly<Record<string, number | string>>;
}

/** What a rota was made from and what came out, as SHA-256 in hexadecimal digits: with it a later change can be told. */
export interface Provenance {
  /** The version of rota that made it. */
  readonly version: string;
  /** The case as far as it concerns the month. */
  readonly case: string;
  /** Each table of that case that has rows. */
  readonly tables: Readonly<Partial<Record<keyof Case, string>>>;
  /** Who works where and when, for which department. */
  readonly rota: string;
}

/** How meetings with departments can be booked. */
export interface ReportSlotSettings {
  /** Length of a meeting. */
  readonly minutes: number;
  /** Minutes between two meetings. */
  readonly pauseMinutes: number;
  /** How many people are kept back for the desk while others are in meetings. */
  readonly keptAtDesk: number;
}
