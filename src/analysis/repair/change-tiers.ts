import type { RuleSetting } from "../../domain/case.js";
import { tierOf, type Violation } from "../../domain/violation.js";
import type { TierPlan } from "../../planning/tier-plan.js";
import { CATALOG } from "../../rules/catalog.js";
import { publicationNotice } from "../../rules/publication-notice.js";
import { rotaStability } from "../../rules/rota-stability.js";
import type { ActiveRule } from "../../rules/settings.js";
import { activate } from "../../rules/settings.js";

const STABILITY = rotaStability.meta.id;
const CHANGE_RULES: ReadonlySet<string> = new Set([STABILITY, publicationNotice.meta.id]);

/**
 * The tiers of a repair. No row is rigid, since an announced rota may break any of them: 1 what is never planned, 2 what
 * is asked for, 3 changes and their notice, 4 all other wishes.
 */
export const REPAIR_TIERS: TierPlan = {
  count: 4,
  tierOf: ({ rule, severity }, asks) => {
    if (severity !== "soft") return asks ? 2 : 1;
    return CHANGE_RULES.has(rule.meta.id) ? 3 : 4;
  },
};

/** The rules of a case for its repair: changes always count, and never forbid a repair outright. */
export function repairRules(settings: readonly RuleSetting[]): ActiveRule[] {
  return activate(CATALOG, settings).map((active) =>
    active.rule.meta.id === STABILITY ? { ...active, severity: "soft" } : active,
  );
}

/** What violations cost in the tiers of a repair, the first two taken together: hard rules, changes, wishes. */
export function repairTotals(violations: readonly Violation[]): [number, number, number] {
  const totals: [number, number, number] = [0, 0, 0];
  for (const violation of violations) {
    const place = tierOf(violation) === 1 ? 0 : CHANGE_RULES.has(violation.rule) ? 1 : 2;
    totals[place] += violation.cost;
  }
  return totals;
}

/** True for the rules that count changes. */
export function countsChanges(rule: string): boolean {
  return CHANGE_RULES.has(rule);
}
