import { demandFindings } from "./demand-findings.js";
import { DEMAND_WEIGHTS, type DemandMeasure } from "./demand-measure.js";
import { demandRows } from "./demand-rows.js";
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
      en: "Each department or skill is at each office as often as the targets in demand.csv say.",
      sv: "Varje förvaltning eller kompetens finns på varje kontor så ofta som målen i demand.csv anger.",
    },
    formula: {
      en: "per opening: Σ max(0, target − present) × minutes; per day/week/month or shift: Σ max(0, target − duties); times weight",
      sv: "per öppethållande: Σ max(0, mål − på plats) × minuter; per dag/vecka/månad eller pass: Σ max(0, mål − arbetspass); gånger vikt",
    },
    source: { en: "demand.csv", sv: "demand.csv" },
    severity: "soft",
    alwaysHard: false,
    weights: DEMAND_WEIGHTS,
  },
  parameters: {},
  *constrain(candidates) {
    yield* demandRows(candidates, MEASURE);
  },
  *check(rota) {
    yield* demandFindings(rota, MEASURE);
  },
});

const MEASURE: DemandMeasure = {
  kind: "short",
  wanted: ({ target }) => target,
  weight: ({ weight }) => weight,
};
