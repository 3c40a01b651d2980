/** Exact optima wanted, with more work allowed than a tiny program takes. */
export const LIMITS = {
  seed: 1,
  gap: 0,
  iterations: 100_000,
  stall: null,
  presolve: true,
  seconds: null,
};
/** Nobody listens, and nobody stops it. */
export const HOOKS = { stopped: () => false, report: () => {} };
