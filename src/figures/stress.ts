import type { StressOutcome } from "../outputs/stress.js";

/** The worst of some outcomes. */
export function worstOf(outcomes: readonly StressOutcome[]): StressOutcome {
  if (outcomes.includes("broken")) return "broken";
  return outcomes.includes("open") ? "open" : "mended";
}
