import type { HighsLimits } from "../../../src/solver/highs/mip.js";

/** Exact optima wanted, with more work allowed than a tiny program takes. */
export const LIMITS: HighsLimits = {
  seed: 1,
  gap: 0,
  iterations: 100_000,
  stall: null,
  presolve: "full",
  jump: true,
  seconds: null,
};
/** Nobody listens, and nobody stops it. */
export const HOOKS = { stopped: () => false, report: () => {} };
