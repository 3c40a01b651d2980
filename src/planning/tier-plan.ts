import type { ActiveRule } from "../rules/settings.js";

/** Which tier the rows of a rule are paid in: 0 for those that are rigid, and as many others as are told apart. */
export interface TierPlan {
  readonly count: number;
  /** @param asks true for a row that doing nothing breaks */
  tierOf(rule: ActiveRule, asks: boolean): number;
}

/**
 * The tiers of an ordinary plan: the rows of a soft rule are elastic in tier 2; a row of a hard rule is rigid when doing
 * nothing keeps it, and elastic in tier 1 when it asks for something.
 */
export const PLAN_TIERS: TierPlan = {
  count: 2,
  tierOf: ({ severity }, asks) => (severity === "soft" ? 2 : asks ? 1 : 0),
};
