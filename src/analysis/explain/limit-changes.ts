import type { Case } from "../../domain/case.js";
import type { Instance } from "../../domain/instance.js";
import type { Text } from "../../domain/text.js";
import type { Change, ChangeCosts } from "./changes.js";
import type { Item } from "./items.js";

/** A number of the case that can be raised or lowered for one subject, in steps. */
export interface Family {
  /** The rule whose rows it moves. */
  readonly rule: string;
  readonly kind: string;
  readonly file: string;
  /** How far the number is moved, the nearest first. */
  readonly steps: readonly number[];
  /** Whose number it is; null when the item has none. */
  subject(item: Item): string | null;
  /** The case with the number moved for one subject, or for all of them. */
  apply(theCase: Case, step: number, subject: string | null, instance: Instance): Case;
  cost(step: number, costs: ChangeCosts): number;
  text(subject: string, step: number, instance: Instance): Text;
  /** What is of one kind: the same for all people of a department, for instance. */
  group(subject: string, instance: Instance): string;
}

/** The change of one subject's number by one step. */
export function familyChange(
  family: Family,
  subject: string,
  step: number,
  instance: Instance,
  costs: ChangeCosts,
): Change {
  return {
    kind: family.kind,
    file: family.file,
    group: `${family.kind} ${family.group(subject, instance)}`,
    cost: family.cost(step, costs),
    text: family.text(subject, step, instance),
    apply: (theCase) => family.apply(theCase, step, subject, instance),
  };
}
