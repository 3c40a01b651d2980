import { DEMAND_WEIGHTS, demandFindings, demandRows } from "./demand-measure.js";
import { defineRule } from "./rule.js";

/**
 * Departments and skills are at the offices as often as demand.csv says at the least.
 *
 * Formula: per opening: Σ over times max(0, min − present) × minutes; per day, week or month: max(0, min − duties).
 * A week is an ISO week; one cut by the edge of the period counts when three of its working days are inside. A row with
 * times counts a duty when it covers all of them. Edges: dates on which the office is closed ask for nothing; an evening
 * that is not held asks for nothing.
 */
export const demandCover = defineRule({
  meta: {
    id: "demand-cover",
    title: { en: "Demand met", sv: "Behov täckta" },
    statement: {
      en: "Each department or skill is at each office as often as demand.csv asks at the least.",
      sv: "Varje förvaltning eller kompetens finns på varje kontor så ofta som demand.csv minst begär.",
    },
    formula: {
      en: "per opening: Σ max(0, min − present) × minutes; per day/week/month: Σ max(0, min − duties)",
      sv: "per öppethållande: Σ max(0, minst − på plats) × minuter; per dag/vecka/månad: Σ max(0, minst − arbetspass)",
    },
    source: { en: "demand.csv", sv: "demand.csv" },
    severity: "hard",
    alwaysHard: false,
    weights: DEMAND_WEIGHTS,
  },
  parameters: {},
  *constrain(candidates) {
    yield* demandRows(candidates, (row) => row.min);
  },
  *check(rota) {
    yield* demandFindings(rota, (row) => row.min);
  },
});
