import type { Point } from "../../program/program.js";
import type { PackedProgram } from "./pack.js";

/**
 * HiGHS as a page has compiled it: a `WebAssembly.Module`, whose type is known only to programs with the types of a browser.
 */
export type CompiledHighs = object;

/**
 * Messages to a thread. HiGHS may come first, as the caller has compiled it; then the program, once; then jobs, one at a time.
 */
export type ToThread =
  | { readonly kind: "highs"; readonly module: CompiledHighs }
  | {
      readonly kind: "program";
      readonly program: PackedProgram;
      /**
       * Two words, shared where the platform shares memory. Anything but 0 in the first asks the running job to stop and return what it has; in the second,
       * to stop after so many iterations.
       */
      readonly cancel: Int32Array;
    }
  | { readonly kind: "job"; readonly job: Job };

/** A piece of work for a thread. `milliseconds` is the clock's limit, null for none. */
export type Job =
  | SearchJob
  | RelaxJob
  | KeysJob
  | MipJob
  | KernelJob
  | NearJob
  | ColumnsJob
  | TableauJob;

/** Local search from a point. */
export interface SearchJob {
  readonly task: "search";
  readonly start: Point | null;
  readonly seed: number;
  readonly moves: number;
  /** A point whose members of switches stay, or what can't be told from them; the search is over all else. Null: over all. */
  readonly keys: Point | null;
  /** 1 anneals from scratch; less begins cooler and stays near the start. */
  readonly heat: number;
  /** How likely each variable is to be 1, such as the values of a relaxation; null when unknown. */
  readonly guide: Float64Array | null;
  /** Tier values that are proved to be the least: a point that has them ends the search. */
  readonly target: readonly number[];
  readonly milliseconds: number | null;
}

/** The integer program over the keys of a step: see highs/key-program.ts. */
export interface KeysJob extends Step {
  readonly task: "keys";
  readonly seed: number;
  /** Limit on simplex iterations. */
  readonly iterations: number;
  readonly milliseconds: number | null;
}

/** One lexicographic step: minimise `tier` while the tiers listed keep their limits. */
export interface Step {
  readonly tier: number;
  readonly limits: readonly (readonly [tier: number, limit: number])[];
}

/** What no point that keeps a step's limits has less than in its tier. */
export interface Proof extends Step {
  readonly bound: number;
}

/** The linear relaxation of a step, by HiGHS. */
export interface RelaxJob extends Step {
  readonly task: "relax";
  readonly milliseconds: number | null;
}

/** A step as an integer program, by HiGHS. */
export interface MipJob extends Step {
  readonly task: "mip";
  /** An admissible point to begin from. */
  readonly start: Point | null;
  /** 1 for each choice that may change; the others keep what `start` gives them. Null: all are free. */
  readonly free: Uint8Array | null;
  /** How many vertices of the relaxation to join: only what they or `start` use stays free. 0: all that `free` says. */
  readonly vertices: number;
  readonly seed: number;
  readonly gap: number;
  /** Limit on simplex iterations over the whole run: unlike seconds, the same on every machine. */
  readonly iterations: number;
  /** Stop when this many iterations brought neither a better point nor a better bound; null: never for that. */
  readonly stall: number | null;
  readonly presolve: Presolve;
  /** Whether to look for a first point by feasibility jump: a fifth of a small run, and needless where the start is good. */
  readonly jump: boolean;
  readonly milliseconds: number | null;
}

/**
 * How HiGHS makes an integer program smaller before it solves it. `quick`: without probing, which takes longer than all else on
 * a program that is solved at once.
 */
export type Presolve = "full" | "quick" | "off";

/** What the integer programs around a relaxation have in common. */
interface AroundRelaxation extends Step {
  /** An admissible point that keeps the limits. */
  readonly start: Point;
  /** A value that is good enough to stop at. */
  readonly target: number;
  readonly seed: number;
  readonly gap: number;
  /** Limit on simplex iterations. */
  readonly iterations: number;
  readonly milliseconds: number | null;
}

/** Which variables a kernel has, besides those of the given points. */
export type KernelChoice =
  /** Those that the relaxation gives more than this. */
  | { readonly by: "value"; readonly over: number }
  /** So many of the least reduced cost, and of those without any the ones that the relaxation gives most. */
  | { readonly by: "reduced-cost"; readonly count: number };

/** A step as an integer program over the variables that good points probably use: see highs/kernel.ts. */
export interface KernelJob extends AroundRelaxation {
  readonly task: "kernel";
  /** 1 for each variable that is in whatever the relaxation says. */
  readonly kept: Uint8Array;
  readonly choice: KernelChoice;
  /** How the first relaxation is solved: it comes to another vertex, and with it to other points. */
  readonly root: "interior-point" | "simplex";
}

/** A step as an integer program over what points near the relaxation can use: see highs/near.ts. */
export interface NearJob extends AroundRelaxation {
  readonly task: "near";
  /** What the points that are looked for cost at the most. */
  readonly reach: number;
  /** How many variables it is tried with at the most. */
  readonly most: number;
}

/** A step by column generation, where it can be taken apart into small blocks. */
export interface ColumnsJob extends Step {
  readonly task: "columns";
  /** An admissible point that keeps the limits; without one the job is refused. */
  readonly start: Point | null;
  readonly seed: number;
  /** The relative gap that is good enough. */
  readonly gap: number;
  /** Limit on the simplex iterations of each integer program over columns. */
  readonly iterations: number;
  readonly milliseconds: number | null;
}

/** A step as an integer program, by javascript-lp-solver. */
export interface TableauJob extends Step {
  readonly task: "tableau";
  readonly milliseconds: number | null;
}

/** Messages from a thread: any number of reports, then `done` or `failed`, for each job. */
export type FromThread =
  | Report
  | { readonly kind: "done"; readonly result: JobResult }
  | { readonly kind: "failed"; readonly detail: string };

/** News while a job runs, so that nothing is lost if the thread dies. */
export type Report =
  | { readonly kind: "incumbent"; readonly point: Point; readonly values: readonly number[] }
  | { readonly kind: "values"; readonly values: readonly number[] }
  | { readonly kind: "bound"; readonly bound: number };

/** How a job ended. */
export interface JobResult {
  /**
   * `solved`: done as asked (for a search, all moves). `limit`: a limit struck. `stopped`: cancelled. `infeasible`: the
   * solver claims that there is no point. `refused`: too large, or the answer was wrong; see `detail`.
   */
  readonly status: "solved" | "limit" | "stopped" | "infeasible" | "refused";
  /** The best admissible point, checked exactly. */
  readonly point: Point | null;
  /** Proven lower bound of the step's tier, a whole number; null when the job gives none. */
  readonly bound: number | null;
  /** Values of the variables in a relaxation. */
  readonly relaxed: Float64Array | null;
  /** Their reduced costs in it: what a unit of each costs beyond the bound, or where negative, what its absence does. */
  readonly reduced: Float64Array | null;
  /** Simplex iterations or moves spent. */
  readonly work: number;
  readonly detail: string | null;
}
