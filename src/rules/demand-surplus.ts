import { demandFindings } from "./demand-findings.js";
import { DEMAND_WEIGHTS, type DemandMeasure } from "./demand-measure.js";
import { demandRows } from "./demand-rows.js";
import { defineRule } from "./rule.js";

/**
 * No more people have a duty than demand.csv wants, where it says that this matters.
 *
 * Formula: as demand-target, of what is beyond `target` (`min`, without a target), times `over_weight`.
 * Edge: a row without over_weight asks for nothing here.
 */
export const demandSurplus = defineRule({
  meta: {
    id: "demand-surplus",
    title: { en: "No more than the demand", sv: "Inte fler än behovet" },
    statement: {
      en: "Where demand.csv has an over_weight, there are no more people than the row's target.",
      sv: "Där demand.csv har en vikt_över är det inte fler personer än radens mål.",
    },
    formula: {
      en: "per opening: Σ max(0, present − target) × minutes; per day/week/month or shift: Σ max(0, duties − target); times over_weight",
      sv: "per öppethållande: Σ max(0, på plats − mål) × minuter; per dag/vecka/månad eller pass: Σ max(0, arbetspass − mål); gånger vikt_över",
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
  kind: "over",
  wanted: ({ min, target, overWeight }) => (overWeight === null ? null : (target ?? min)),
  weight: ({ overWeight }) => overWeight ?? 0,
};
