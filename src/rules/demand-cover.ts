import { demandFindings } from "./demand-findings.js";
import { DEMAND_WEIGHTS, type DemandMeasure } from "./demand-measure.js";
import { demandRows } from "./demand-rows.js";
import { defineRule } from "./rule.js";

/**
 * Departments and skills are at the offices as often as demand.csv says at the least.
 *
 * Formula: per opening: Σ over times max(0, min − present) × minutes; per day, week or month, and of a shift: max(0, min −
 * duties); times the row's weight.
 * A week is an ISO week; one cut by the edge of the period counts when three of its working days are inside. A row with
 * times counts a duty when it covers all of them. Edges: dates on which the office is closed ask for nothing; an evening
 * that is not held asks for nothing.
 */
export const demandCover = defineRule({
  meta: {
    id: "demand-cover",
    title: { en: "Demand met", sv: "Behov täckta" },
    statement: {
      en: "Each department or skill is at each office at least as often as demand.csv asks.",
      sv: "Varje förvaltning eller kompetens finns på varje kontor minst så ofta som demand.csv begär.",
    },
    formula: {
      en: "per opening: Σ max(0, min − present) × minutes; per day/week/month or shift: Σ max(0, min − duties); times weight",
      sv: "per öppethållande: Σ max(0, minst − på plats) × minuter; per dag/vecka/månad eller pass: Σ max(0, minst − arbetspass); gånger vikt",
    },
    source: { en: "demand.csv", sv: "demand.csv" },
    severity: "hard",
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
  wanted: ({ min }) => min,
  weight: ({ weight }) => weight,
};
