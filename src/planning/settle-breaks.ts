import { arrangeBreaks, completeBreaks, hasBreaks } from "../domain/break-plan.js";
import { sum } from "../domain/collections.js";
import type { Rota } from "../domain/rota.js";
import { breakCover } from "../rules/break-cover.js";
import type { ActiveRule } from "../rules/settings.js";
import type { Formulation } from "./formulate.js";
import { judge } from "./judge.js";

/** The rota with a time for each break: near to lunch, unless the times that the program chose leave more people behind. */
export function withBreaks(
  { candidates: { instance, breaks } }: Formulation,
  rules: readonly ActiveRule[],
  rota: Rota,
): Rota {
  const arranged = arrangeBreaks(instance, rota, breaks);
  if (!hasBreaks(rota)) return arranged;
  const guard = rules.filter(({ rule }) => rule.meta.id === breakCover.meta.id);
  const missing = (own: Rota) => sum(judge(instance, guard, own), ({ amount }) => amount);
  return missing(arranged) <= missing(rota) ? arranged : completeBreaks(instance, rota, breaks);
}
