import { completeSwitches } from "../../program/complete-switches.js";
import type { LinearForm } from "../../program/linear.js";
import type { Point, Program } from "../../program/program.js";
import { noReducedCost } from "../bounds.js";
import { jobResult } from "../thread/job-result.js";
import type { JobResult, KernelChoice } from "../thread/messages.js";
import { type HighsHooks, type HighsLimits, solveMip } from "./mip.js";
import type { Relaxation } from "./relax.js";

/** A search for a good point among the few variables that a good point probably uses. */
export interface KernelTask {
  readonly program: Program;
  readonly form: LinearForm;
  readonly relaxation: Relaxation;
  /** An admissible point that keeps the form's limits. */
  readonly start: Point;
  /** 1 for each variable that is in whatever the relaxation says: what other good points use. */
  readonly kept: Uint8Array;
  readonly choice: KernelChoice;
}

/**
 * Solves the integer program over a kernel: the variables that the relaxation holds for likely, with all that the given points
 * use (Angelelli, Mansini & Speranza 2010, Kernel search: a general heuristic for the multi-dimensional knapsack problem). By
 * value it is small and quickly solved; by reduced cost it is larger, but hardly ever lacks what the best points use. The
 * relaxation comes from the interior of its optimal face, so that a reduced cost of 0 means that some optimum may use the variable.
 *
 * The bound says nothing of the whole program.
 */
export function solveKernel(
  task: KernelTask,
  limits: HighsLimits,
  hooks: HighsHooks,
): Promise<JobResult> {
  const { program, form, relaxation, start, choice } = task;
  const { relaxed } = relaxation.result;
  if (relaxed === null || relaxation.reduced === null) {
    return Promise.resolve(jobResult("limit", null, null));
  }
  const rank = ranks(relaxation.reduced, relaxed);
  const most = choice.by === "value" ? 0 : ranked(rank, choice.count);
  const used = new Uint8Array(program.variableCount);
  for (let v = 0; v < used.length; v++) {
    const likely = choice.by === "value" ? relaxed[v]! > choice.over : rank[v]! <= most;
    if (likely || start[v] === 1 || task.kept[v] === 1) used[v] = 1;
  }
  const free = completeSwitches(program, used);
  return solveMip({ program, form, start, free, vertices: 0 }, limits, hooks);
}

/**
 * How little likely each variable is: by its reduced cost, and where that is 0, as it often is of more variables than a kernel
 * has, by its value.
 */
function ranks(reduced: Float64Array, relaxed: Float64Array): Float64Array {
  return relaxed.map((value, v) => (reduced[v]! > noReducedCost ? reduced[v]! : -value));
}

/** The largest of so many least values. */
function ranked(values: Float64Array, count: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(count, sorted.length) - 1] ?? 0;
}
