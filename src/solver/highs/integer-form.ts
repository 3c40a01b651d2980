import type { LinearForm } from "../../program/linear.js";
import { costUnit } from "../bounds.js";
import { load, modelData } from "./load.js";

/** How long HiGHS works on an integer form, and who hears of it. */
export interface IntegerFormLimits {
  readonly seed: number;
  /** Simplex iterations. */
  readonly iterations: number;
  stopped(): boolean;
  /** A solution better than the last; HiGHS's own word, for the caller to judge. */
  improved(columns: Float64Array): void;
}

/** How an integer form ended. */
export interface IntegerFormEnd {
  /** `solved`: to its optimum, or it has no solution; `limit`: iterations or the caller's stop. */
  readonly status: "solved" | "limit";
  /** HiGHS's lower bound, Infinity when it finds that there is no solution, −Infinity without one. */
  readonly bound: number;
  readonly iterations: number;
}

/** Solves a form as an integer program from known column values, null for none. */
export async function solveIntegerForm(
  form: LinearForm,
  start: Float64Array | null,
  limits: IntegerFormLimits,
): Promise<IntegerFormEnd> {
  const highs = await load();
  return highs.withModel(modelData(form, true), (model): IntegerFormEnd => {
    model.options.set({
      output_flag: false,
      random_seed: limits.seed & 0x7fffffff,
      mip_rel_gap: 0,
      mip_abs_gap: Math.max(1e-6, costUnit(form) * (1 - 1e-5)),
    });
    if (start !== null) model.setSolution({ colValue: start });
    const { callbackType, modelStatus, solutionStatus } = highs.constants;
    let iterations = 0;
    model.run({
      [callbackType.mipImprovingSolution]: (event) => {
        if (event.data.mip_solution !== undefined) limits.improved(event.data.mip_solution);
        return undefined;
      },
      [callbackType.mipInterrupt]: (event) => {
        iterations = Number(event.data.mip_total_lp_iterations ?? 0);
        if (iterations > limits.iterations || limits.stopped()) event.interrupt();
        return undefined;
      },
    });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) {
      return { status: "solved", bound: Number.POSITIVE_INFINITY, iterations };
    }
    if (model.info.get("primal_solution_status") === solutionStatus.feasible) {
      limits.improved(model.getSolution().colValue);
    }
    const bound = Number(model.info.get("mip_dual_bound"));
    return {
      status: status === modelStatus.optimal ? "solved" : "limit",
      bound: Number.isFinite(bound) ? bound : Number.NEGATIVE_INFINITY,
      iterations,
    };
  });
}
