import type { Text } from "./text.js";

/** Why a person is where she or he is on a date, and who else could be. */
export interface AssignmentExplanation {
  readonly staff: string;
  readonly name: string;
  readonly date: string;
  /** The rota file that is explained; null: a rota that was made for the question. */
  readonly rota: string | null;
  /** What the person does that day; empty: nothing. */
  readonly duties: readonly DutyThere[];
  /** The best rota found without the person on that date, against the one with; null when there is nothing to compare. */
  readonly without: Comparison | null;
  /** Others in the person's place, everything else as it is: the best first. */
  readonly alternatives: readonly Alternative[];
}

/** One row of the person's day. */
export interface DutyThere {
  readonly office: string;
  readonly officeName: string;
  readonly kind: "day" | "evening";
  readonly from: string;
  readonly to: string;
  readonly pinned: boolean;
}

/** How one rota differs from another in what it breaks; positive costs are worse. */
export interface Comparison {
  readonly hardCost: number;
  readonly softCost: number;
  /** True: no rota does better, as far as the two were compared to their proofs. */
  readonly proven: boolean;
  /** Rules whose cost differs, what is worse first. */
  readonly rules: readonly RuleDifference[];
}

/** The difference that one rule makes. */
export interface RuleDifference {
  readonly rule: string;
  readonly title: Text;
  readonly severity: "hard" | "soft";
  readonly cost: number;
  /** What is broken only in the other rota. */
  readonly messages: readonly Text[];
}

/** Another person for the same duty. */
export interface Alternative extends Comparison {
  readonly staff: string;
  readonly name: string;
  readonly department: string;
  /** Offices at which the person was that day, and from which she or he would be taken. */
  readonly takenFrom: readonly string[];
}
