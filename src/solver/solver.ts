import type { Point, Program } from "../program/program.js";
import type { Journal } from "./journal.js";
import type { Proof } from "./thread/messages.js";
import type { Thread } from "./thread/thread.js";

/** What a solver is asked. */
export interface SolveRequest {
  readonly program: Program;
  /** A point to begin from, or null; one that isn't admissible is only a hint. */
  readonly start: Point | null;
  /** What is proven of the program already; absent: nothing. */
  readonly proved?: readonly Proof[];
  /** Whole number; the same seed gives the same answer unless a time limit or an interrupt ended the run. */
  readonly seed: number;
  /** Deterministic amount of work; 1 is normal, 2 twice that. Positive. */
  readonly effort: number;
  /** Relative gap of each tier at which to stop, such as 0.005; 0 asks for proven optima. */
  readonly gap: number;
  /** Stop at the clock, in seconds; null: only the deterministic limit counts. */
  readonly timeLimitSeconds: number | null;
}

/**
 * Why a solver stopped, and what to try next.
 * - `optimal`: each tier is proven to be as low as it can be. Nothing to try.
 * - `within-gap`: each tier is proven to be within the wanted gap. Ask for a smaller gap.
 * - `feasible-at-limit`: a point, not proven as well as asked. More effort or time, or another seed.
 * - `no-solution-at-limit`: no admissible point was found, nor a proof that there is none. More effort or time, or
 *   another solver; `detail` says if the program is too large for this one.
 * - `infeasible`: two different routes proved that the rigid rows can't hold together. Change the case.
 * - `interrupted`: stopped by the signal; the point is the best by then, or null.
 * - `error`: a solver or its thread failed. The point is the best by then, or null; `detail` says what happened.
 */
export type Termination =
  | "optimal"
  | "within-gap"
  | "feasible-at-limit"
  | "no-solution-at-limit"
  | "infeasible"
  | "interrupted"
  | "error";

/** What is known of one tier, given that all better tiers keep their incumbents. */
export interface TierResult {
  readonly tier: number;
  /** The value that the point has. */
  readonly incumbent: number;
  /** No point has less, as far as is proven: a whole number. 0 or more, since costs are. */
  readonly bound: number;
  /** (incumbent − bound) / max(1, |incumbent|). */
  readonly gap: number;
}

/** What a solver answers. */
export interface Outcome {
  readonly termination: Termination;
  /** The best admissible point, or null. */
  readonly point: Point | null;
  /** One for each tier, in order; empty when there is no point. */
  readonly tiers: readonly TierResult[];
  /** Name of the solver. */
  readonly solver: string;
  /** What else a person should know, in English; null when nothing. */
  readonly detail: string | null;
}

/** What a solver tells while it works. */
export interface Progress {
  readonly phase: "search" | "bound" | "integer-program" | "polish";
  /** Seconds since `solve` was called. */
  readonly seconds: number;
  /** As in the outcome; empty while there is no point. */
  readonly tiers: readonly TierResult[];
}

/** What a solver may use of the outside world. */
export interface SolveContext {
  /** Milliseconds since any fixed moment, never going back. */
  now(): number;
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** A new thread that runs solver/thread/worker.js; the solver stops it. */
  startThread(): Thread;
  /** Threads that may work at once; absent: 2. The answer is the same with 1 and 2, and may be another with more. */
  readonly threads?: number;
  /** Where finished jobs are remembered and recalled from; absent: nowhere. */
  readonly journal?: Journal;
}

/** One way to solve programs. `solve` never rejects on trouble with a solver: that is termination `error`. */
export interface Solver {
  readonly name: string;
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome>;
}
