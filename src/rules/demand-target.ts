import { DEMAND_WEIGHTS, demandFindings, demandRows } from "./demand-measure.js";
import { defineRule } from "./rule.js";

/**
 * Departments and skills are at the offices as often as demand.csv wishes.
 *
 * Formula: as demand-cover, with `target` in the place of `min`. Edge: a row without a target wishes for nothing.
 */
export const demandTarget = defineRule({
  meta: {
    id: "demand-target",
    title: { en: "Demand targets", sv: "Önskad bemanning" },
    statement: {
      en: "Each department or skill is at each office as often as the targets in demand.csv wish.",
      sv: "Varje förvaltning eller kompetens finns på varje kontor så ofta som målen i demand.csv önskar.",
    },
    formula: {
      en: "per opening: Σ max(0, target − present) × minutes; per day/week/month: Σ max(0, target − duties)",
      sv: "per öppethållande: Σ max(0, mål − på plats) × minuter; per dag/vecka/månad: Σ max(0, mål − arbetspass)",
    },
    source: { en: "demand.csv", sv: "demand.csv" },
    severity: "soft",
    alwaysHard: false,
    weights: DEMAND_WEIGHTS,
  },
  parameters: {},
  *constrain(candidates) {
    yield* demandRows(candidates, (row) => row.target);
  },
  *check(rota) {
    yield* demandFindings(rota, (row) => row.target);
  },
});
