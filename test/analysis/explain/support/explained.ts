import {
  type ExplainRequest,
  explainMonth,
  type MonthExplained,
} from "../../../../src/analysis/explain/explain.js";
import type { Case } from "../../../../src/domain/case.js";
import type { Explanation } from "../../../../src/domain/explanation.js";
import type { Instance } from "../../../../src/domain/instance.js";
import { CATALOG } from "../../../../src/rules/catalog.js";
import { activate } from "../../../../src/rules/settings.js";
import { testContext } from "../../../solver/support/context.js";
import { instanceOf } from "../../../support/build-case.js";

/** The explanations of an instance, exact and without a clock. */
export function explained(
  instance: Instance,
  options: Partial<ExplainRequest> = {},
  context = testContext(),
): Promise<MonthExplained> {
  const rules = activate(CATALOG, instance.theCase.ruleSettings);
  return explainMonth(
    {
      instance,
      rules,
      solver: "auto",
      seed: 1,
      effort: 1,
      gap: 0,
      timeLimitSeconds: null,
      most: 5,
      wanted: () => true,
      ...options,
    },
    context,
  );
}

/** The only explanation of a case from Tuesday 2026-12-01 to Friday 2026-12-04, or over other dates. */
export async function onlyExplanation(
  tables: Partial<Case>,
  first = "2026-12-01",
  last = "2026-12-04",
): Promise<Explanation> {
  const { explanations } = await explained(instanceOf(tables, first, last));
  if (explanations.length !== 1) throw new Error(`${explanations.length} explanations`);
  return explanations[0]!;
}

/** The items of an explanation as `rule subject`, in order. */
export function itemsOf({ conflict }: Explanation): string[] {
  return (conflict?.items ?? []).map(({ rule, office, department, staff }) =>
    [rule, staff ?? office ?? department].filter((part) => part !== null).join(" "),
  );
}
