import type { IsoMonth } from "../domain/calendar.js";
import type { ReportTier } from "./report.js";

/** All that a what-if run has to tell, as plain data: what whatif.json holds, and all that its writers see. */
export interface Study {
  readonly schemaVersion: 1;
  readonly month: IsoMonth;
  readonly settings: StudySettings;
  /** The case as it is; the first of `points`. */
  readonly baseline: string;
  readonly points: readonly StudyPoint[];
  /** The scenarios that no other one beats in both cost and service, and always today; the cheapest first. */
  readonly frontier: readonly FrontierPoint[];
}

/** What each rota was asked with. */
export interface StudySettings {
  readonly seed: number;
  readonly solver: string;
  readonly effort: number;
  readonly gap: number;
  readonly timeLimitSeconds: number | null;
}

/** One scenario. */
export interface StudyPoint {
  readonly name: string;
  /** The folder of its rota, inside the output. */
  readonly folder: string;
  /** Scenarios of one sweep share it. */
  readonly group: string;
  readonly axes: readonly { readonly label: string; readonly value: string }[];
  /** `met`: every hard rule is kept. `broken`: a rota, with hard rules broken. The others have no rota. */
  readonly state: "met" | "broken" | "no-rota" | "failed";
  /** Why the solver stopped; null when the scenario failed. */
  readonly termination: string | null;
  /** What else there is to know, in English; null when nothing. */
  readonly detail: string | null;
  /** The scenario whose rota was better here than the solver's own; null: it is the solver's own. */
  readonly rotaFrom: string | null;
  readonly tiers: readonly ReportTier[];
  readonly hardViolations: number;
  readonly softViolations: number;
  /** null when there is no rota. */
  readonly figures: ScenarioFigures | null;
  /** What is different from the baseline; null for the baseline and where one of the two has no rota. */
  readonly change: Change | null;
}

/** How a scenario differs from the baseline. */
export interface Change {
  /** Duties that only one of the two rotas has, each counted once. */
  readonly duties: number;
  /** People whose duties are not the same. */
  readonly people: number;
  readonly servedMinutes: number;
  readonly evenings: number;
  readonly paidMinutes: number;
  /** Whole kronor; null: not known of both. */
  readonly cost: number | null;
  /** Whole kronor for each further hour of service; null: the service is not larger, or a cost is not known. */
  readonly costPerHour: number | null;
}

/** A scenario that no other one beats, or today, and what lies between the two. */
export interface FrontierPoint {
  readonly name: string;
  /** Whole kronor. */
  readonly cost: number;
  readonly servedMinutes: number;
  readonly evenings: number;
  /** Whole kronor for each hour of service more than today, or saved for each less; null: neither, or this is today. */
  readonly costPerHour: number | null;
  /** Whole kronor and minutes of service beside today; null: this is today, or today's cost is not known. */
  readonly changeCost: number | null;
  readonly changeServedMinutes: number | null;
  /** False: another one beats it, or hard rules are broken; today stands here anyhow. */
  readonly best: boolean;
}

/** What one scenario's rota comes to. Minutes are whole, money is whole kronor. */
export interface ScenarioFigures {
  /** Evenings that all offices together must hold. */
  readonly eveningsPromised: number;
  /** Of these, how many are held; evenings beyond an office's promise do not count. */
  readonly eveningsKept: number;
  /** All evenings held. */
  readonly eveningsHeld: number;
  /** Length of all openings, evenings that are held among them. */
  readonly openMinutes: number;
  /** Of these, the minutes on which at least the least number of people is there: the service that citizens get. */
  readonly servedMinutes: number;
  /** Person-minutes that the openings ask for, by the least number of people. */
  readonly neededMinutes: number;
  /** Person-minutes of these that lack somebody. */
  readonly shortMinutes: number;
  readonly peopleAtWork: number;
  readonly duties: number;
  readonly paidMinutes: number;
  /** null: the hourly cost is known of nobody. */
  readonly cost: number | null;
  /** The staff budget of the month; null: none is given. */
  readonly budget: number | null;
  /** How many work whose hourly cost is not known. */
  readonly peopleWithoutCost: number;
  readonly departments: readonly DepartmentLine[];
  /** How far the evenings of a person lie from the fair number, on average; null: nobody can serve any. */
  readonly eveningsFromFair: number | null;
  /** How far the paid minutes of a person lie from the fair ones, on average; null: nobody can be at work. */
  readonly minutesFromFair: number | null;
}

/** What one department lends in a scenario. */
export interface DepartmentLine {
  readonly department: string;
  readonly name: string;
  readonly paidMinutes: number;
  readonly evenings: number;
  readonly cost: number | null;
}
