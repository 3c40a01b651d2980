import type { SolveContext } from "../solver/solver.js";

/** What a verb that solves may use of the outside world; only how threads are started has no default everywhere. */
export type Context = Partial<SolveContext> & Pick<SolveContext, "startThread">;

/** A context with everything in it: the platform's own clock, no signal, and nobody who hears of progress. */
export function wholeContext(context: Context): SolveContext {
  return {
    now: () => performance.now(),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...context,
  };
}
