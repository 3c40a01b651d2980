import { hourlyCost, kronor } from "../domain/money.js";
import { paidOn } from "../domain/paid-time.js";
import type { Assignment } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { RuleInForce } from "../outputs/report.js";

/**
 * Whole kronor of one person's rows of one date and department, rounded a day as the rule `monthly-budget` does, so that
 * the figures of the report are those of its violations; null: the hourly cost is not known.
 */
export function dayCost(
  rota: RotaView,
  rows: readonly Assignment[],
  contribution: number,
): number | null {
  const [first] = rows;
  if (!first) return 0;
  const hourly = hourlyCost(rota.instance, first.staff, first.department);
  if (hourly === null) return null;
  const paid = paidOn(rota.instance, rows, rota.breaks);
  return kronor(paid, hourly, contribution);
}

/** The employer's contribution in hundredths of a percent by the rules in force; 0 when no budget is looked at. */
export function contributionOf(rules: readonly RuleInForce[]): number {
  const budget = rules.find(({ id }) => id === "monthly-budget");
  return Number(budget?.parameters.employer_contribution ?? 0);
}
