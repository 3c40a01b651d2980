import { completeSwitches } from "../../program/complete-switches.js";
import type { LinearForm } from "../../program/linear.js";
import type { Point, Program } from "../../program/program.js";
import { costUnit } from "../bounds.js";
import { jobResult } from "../thread/job-result.js";
import type { JobResult } from "../thread/messages.js";
import { type HighsHooks, type HighsLimits, solveMip } from "./mip.js";
import type { Relaxation } from "./relax.js";

/** A search for points that cost little more than the relaxation. */
export interface NearTask {
  readonly program: Program;
  readonly form: LinearForm;
  readonly relaxation: Relaxation;
  /** An admissible point that keeps the form's limits. */
  readonly start: Point;
  /** What the points that are looked for cost at the most. */
  readonly reach: number;
  /** How many variables it is tried with at the most: with more there is little hope, and much work. */
  readonly most: number;
}

/** Room for errors of floating point in a reduced cost. */
const tolerance = 1e-6;

/**
 * Solves the integer program over the variables that a point within `reach` can use. With multipliers of the rows for which
 * weak duality gives the bound L, a point that uses a variable of reduced cost d > 0 costs at least L + d: so where L + d is
 * over `reach` no point within it has that variable, and it need not be looked at. Where much of the program goes, and the
 * gap is a few steps of the cost, what is left is small. What `start` uses stays, so that there is a point to begin from.
 *
 * The bound is one of the whole program: points outside cost more than `reach`, thus a step more.
 */
export async function solveNear(
  task: NearTask,
  limits: HighsLimits,
  hooks: HighsHooks,
): Promise<JobResult> {
  const { program, form, relaxation, start, reach, most } = task;
  const { reduced, bound } = relaxation;
  if (reduced === null) return jobResult("limit", null, null);
  const unit = costUnit(form);
  // The largest value that a point can have within the reach, and the next one.
  const within = form.offset + unit * Math.floor((reach - form.offset) / Math.max(1, unit));
  const outside = within + unit;
  const room = within - bound + tolerance;
  const used = new Uint8Array(program.variableCount);
  for (let v = 0; v < used.length; v++) {
    if (reduced[v]! <= room || start[v] === 1) used[v] = 1;
  }
  const count = used.reduce((sum, one) => sum + one, 0);
  if (count > most) return jobResult("limit", null, null);
  const free = completeSwitches(program, used);
  const whole = { program, form, start, free, vertices: 0 };
  const result = await solveMip(whole, limits, hooks);
  return { ...result, bound: result.bound === null ? null : Math.min(result.bound, outside) };
}
