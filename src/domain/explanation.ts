import type { Text } from "./text.js";

/** Why something that a rule asks for can't be had, and what would make it possible. */
export interface Explanation {
  readonly requirement: Requirement;
  /**
   * `explained`: the conflict below keeps it from being met. `possible`: a rota that meets it exists, though the search
   * didn't find it. `open`: the limits ended the work before either was known.
   */
  readonly outcome: "explained" | "possible" | "open";
  readonly conflict: Conflict | null;
  /** Who could come, and why the others can't; empty when the requirement is of no office. */
  readonly people: readonly PeopleGroup[];
  /** The cheapest first, each one of another kind and each one tried. */
  readonly waysOut: readonly WayOut[];
  /** True: of all sets of the changes that are considered, none cheaper than the first way out does. */
  readonly cheapestProven: boolean;
  /** True: the time limit ended the search for ways out. */
  readonly cutShort: boolean;
}

/** What is asked for and not met. */
export interface Requirement {
  readonly rule: string;
  readonly title: Text;
  /** A word by which to ask for this requirement alone. */
  readonly id: string;
  readonly date: string | null;
  readonly office: string | null;
  readonly department: string | null;
  readonly staff: string | null;
  /** What the best rota lacks, a sentence each. */
  readonly messages: readonly Text[];
}

/** Rules and facts that can't all hold together with the requirement. */
export interface Conflict {
  readonly items: readonly ConflictItem[];
  /** When there are no items: facts of the files that rule the requirement out by themselves, such as a closed office. */
  readonly facts: readonly Text[];
  /** True: without any one of the items the others leave room for the requirement, each tried by a solver. */
  readonly minimal: boolean;
  /** How many solver runs proved it: one that the items collide, and one for each item left out. */
  readonly proofs: number;
  /** True: who can work at other offices, and when, was taken as it is. */
  readonly othersAsTheyAre: boolean;
}

/** A rule for a subject, or a fact about somebody. */
export interface ConflictItem {
  readonly rule: string;
  /** `fact`: what can or can't be; `rule`: a limit; `requirement`: something else that must be met too. */
  readonly kind: "fact" | "rule" | "requirement";
  readonly office: string | null;
  readonly department: string | null;
  readonly staff: string | null;
  readonly date: string | null;
  /** One sentence. */
  readonly text: Text;
  /** What several items of this rule have in common, to list their people behind; null when each stands alone. */
  readonly together: Text | null;
  /** True: a solver run showed that without this item the others can hold. */
  readonly needed: boolean;
}

/** People with the same reason. */
export interface PeopleGroup {
  /** The rule that keeps them away; null: they can come. */
  readonly rule: string | null;
  readonly reason: Text;
  readonly people: readonly PersonReason[];
}

/** One person of a group. */
export interface PersonReason {
  readonly staff: string;
  readonly name: string;
  readonly department: string;
  /** The dates on which the person can come. */
  readonly dates: readonly string[];
}

/** Changes that together make the requirement possible; a rota of the changed case was made and judged. */
export interface WayOut {
  /** Sum of the costs of its changes. */
  readonly cost: number;
  readonly changes: readonly WayOutChange[];
}

/** One change of the case. */
export interface WayOutChange {
  /** What is changed, such as `available` or `evening-weekdays`. */
  readonly kind: string;
  /** The file in which it is changed. */
  readonly file: string;
  readonly cost: number;
  readonly text: Text;
}

/** Why the requirements of a month can't all be met. */
export interface MonthExplanation {
  readonly month: string;
  readonly explanations: readonly Explanation[];
  /** Requirements that aren't met either and were not looked into. */
  readonly others: readonly Requirement[];
  /** True: no rota breaks the hard rules less than the one that the explanations are of. */
  readonly bestProven: boolean;
}
