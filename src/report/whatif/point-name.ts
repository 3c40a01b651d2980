import { same, type Text } from "../../domain/text.js";
import type { Study } from "../../outputs/study.js";

/** What a scenario is called where people read; the baseline has no name of its own. */
export function pointName({ baseline }: Pick<Study, "baseline">, name: string): Text {
  return name === baseline ? { en: "The case as it is", sv: "Underlaget som det är" } : same(name);
}
