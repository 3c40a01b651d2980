import type { Highs, HighsCallbackMap, Model } from "highs";
import { completeSwitches } from "../../program/complete-switches.js";
import { admissible, compareTiers, tierValues } from "../../program/evaluate.js";
import { columnValues, type LinearForm } from "../../program/linear.js";
import type { Point, Program } from "../../program/program.js";
import { type Restriction, restrict } from "../../program/restrict.js";
import { costUnit, raiseBound } from "../bounds.js";
import { jobResult } from "../thread/job-result.js";
import type { JobResult, MipJob, Report } from "../thread/messages.js";
import { load, manyColumns, modelData } from "./load.js";
import { jointSupport } from "./support.js";

/** What a run of HiGHS may use; it is synchronous, so `stopped` must look at shared memory or a clock. */
export interface HighsHooks {
  /** @param work iterations so far, where a limit on them may come from outside */
  stopped(work?: number): boolean;
  report(report: Report): void;
}

/** How long and how hard HiGHS works on an integer program. */
export interface HighsLimits
  extends Pick<MipJob, "seed" | "gap" | "iterations" | "stall" | "presolve" | "jump"> {
  /** Seconds, null for none. */
  readonly seconds: number | null;
  /** A value that is good enough to stop at; absent: none. */
  readonly target?: number;
  /** How the first relaxation is solved; absent: by what suits its size. */
  readonly root?: "interior-point" | "simplex";
}

/** An integer program for HiGHS: a form of a program, whole or with some variables kept as `start` has them. */
export interface MipTask {
  readonly program: Program;
  readonly form: LinearForm;
  /** An admissible point that keeps the form's limits, or null. */
  readonly start: Point | null;
  /** 1 for each variable that may change; null: all. Needs a start. */
  readonly free: Uint8Array | null;
  /** How many vertices of the relaxation to join: only what they or the start use stays free. 0: all of `free`. */
  readonly vertices: number;
}

/**
 * Solves an integer program. Every incumbent is rounded, completed and judged by the program in integers before it is
 * reported; what HiGHS says of its own answer is never believed.
 */
export async function solveMip(
  task: MipTask,
  limits: HighsLimits,
  hooks: HighsHooks,
): Promise<JobResult> {
  const highs = await load();
  const { program, form, start } = task;
  const values = start === null ? null : columnValues(program, form, start);
  const narrowed = values === null ? null : narrow(highs, task, values, limits, hooks);
  if (narrowed === "stopped") return jobResult(hooks.stopped() ? "stopped" : "limit", null, null);
  const part = narrowed === null || values === null ? null : restrict(form, values, narrowed);
  // HiGHS does not take a program without columns: all that is left then is the start itself.
  if (part?.form.columnCount === 0) return jobResult("solved", start, part.form.offset);
  const run = new MipRun(task, part, limits, hooks);
  const solved = part?.form ?? form;
  return highs.withModel(modelData(solved, true), (model) => {
    model.options.set(mipOptions(solved, limits));
    if (values !== null) {
      const colValue = part === null ? values : Float64Array.from(part.columns, (j) => values[j]!);
      model.setSolution({ colValue });
    }
    model.run(run.callbacks(highs));
    return run.finish(highs, model);
  });
}

/** The variables that may change, null for all: those of the task, of which vertices leave only what they use. */
function narrow(
  highs: Highs,
  task: MipTask,
  values: Float64Array,
  limits: HighsLimits,
  hooks: HighsHooks,
): Uint8Array | "stopped" | null {
  const { program, form, free, vertices } = task;
  if (vertices === 0) return free;
  const part = free === null ? null : restrict(form, values, free);
  const whole = part?.form ?? form;
  const { seed, seconds } = limits;
  const used = jointSupport(highs, whole, { vertices, seed, seconds, stopped: hooks.stopped });
  if (used === null) return "stopped";
  const kept = new Uint8Array(program.variableCount);
  for (let k = 0; k < whole.variableCount; k++) {
    const variable = part?.columns[k] ?? k;
    if (used[k] === 1 || values[variable] === 1) kept[variable] = 1;
  }
  for (const { variable } of program.switches) kept[variable] = free?.[variable] ?? 1;
  return kept;
}

/** One run on an integer program: keeps the best point and bound seen. */
class MipRun {
  private best: Point | null = null;
  private values: readonly number[] | null = null;
  private bound: number | null = null;
  private work = 0;
  /** Work done when the last better point or bound came. */
  private lastNews = 0;
  private readonly form: LinearForm;

  constructor(
    private readonly task: MipTask,
    private readonly part: Restriction | null,
    private readonly limits: HighsLimits,
    private readonly hooks: HighsHooks,
  ) {
    this.form = part?.form ?? task.form;
  }

  callbacks(highs: Highs): HighsCallbackMap {
    const { callbackType } = highs.constants;
    return {
      [callbackType.mipImprovingSolution]: (event) => {
        this.offer(event.data.mip_solution);
        return undefined;
      },
      [callbackType.mipInterrupt]: (event) => {
        this.work = Number(event.data.mip_total_lp_iterations ?? 0);
        this.raise(event.data.mip_dual_bound);
        if (this.spent() || this.hooks.stopped(this.work)) event.interrupt();
        return undefined;
      },
    };
  }

  /** Counted in iterations, which are the same on every machine; HiGHS itself has no such limit for integer programs. */
  private spent(): boolean {
    const { iterations, stall } = this.limits;
    return this.work > iterations || (stall !== null && this.work - this.lastNews > stall);
  }

  /** Takes a solution of HiGHS if, rounded, it is admissible and better than the last. */
  private offer(columns: Float64Array | undefined): void {
    if (columns === undefined) return;
    const { program, start } = this.task;
    const rounded = start?.slice() ?? new Uint8Array(program.variableCount);
    for (let k = 0; k < this.form.variableCount; k++) {
      rounded[this.part?.columns[k] ?? k] = Math.round(columns[k]!);
    }
    const point = completeSwitches(program, rounded);
    if (!admissible(program, point)) return;
    const values = tierValues(program, point);
    if (this.values !== null && compareTiers(values, this.values) >= 0) return;
    this.best = point;
    this.lastNews = this.work;
    this.values = values;
    this.hooks.report({ kind: "incumbent", point, values });
  }

  private raise(bound: number | undefined): void {
    if (bound === undefined || !Number.isFinite(bound)) return;
    const raised = raiseBound(this.form, bound);
    if (this.bound !== null && raised <= this.bound) return;
    this.bound = raised;
    this.lastNews = this.work;
    this.hooks.report({ kind: "bound", bound: raised });
  }

  finish(highs: Highs, model: Model): JobResult {
    const { modelStatus, solutionStatus } = highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
      return jobResult("infeasible", this.best, null);
    }
    if (model.info.get("primal_solution_status") === solutionStatus.feasible) {
      this.offer(model.getSolution().colValue);
    }
    this.raise(Number(model.info.get("mip_dual_bound")));
    if (status === modelStatus.optimal)
      return jobResult("solved", this.best, this.bound, this.work);
    return jobResult(
      this.hooks.stopped(this.work) ? "stopped" : "limit",
      this.best,
      this.bound,
      this.work,
    );
  }
}

/** HiGHS's words; left to choose it takes the simplex method. */
const ROOT = { "interior-point": "ipm", simplex: "choose" } as const;

/** Rules of presolving as HiGHS numbers them: 15 is probing, 16 the enumeration of rows of few variables. */
const PROBING = (1 << 15) | (1 << 16);

function mipOptions(form: LinearForm, limits: HighsLimits) {
  return {
    output_flag: false,
    presolve: limits.presolve === "off" ? "off" : "on",
    presolve_rule_off: limits.presolve === "quick" ? PROBING : 0,
    mip_heuristic_run_feasibility_jump: limits.jump,
    random_seed: limits.seed & 0x7fffffff,
    mip_lp_solver:
      ROOT[limits.root ?? (form.columnCount > manyColumns ? "interior-point" : "simplex")],
    mip_rel_gap: limits.gap,
    // Values differ by whole units, so less than one unit of gap is none.
    mip_abs_gap: Math.max(1e-6, costUnit(form) * (1 - 1e-5)),
    ...(limits.seconds === null ? {} : { time_limit: Math.max(0.01, limits.seconds) }),
    // HiGHS's values are a little off a whole number at times.
    ...(limits.target === undefined ? {} : { objective_target: limits.target + 1e-5 }),
  };
}
