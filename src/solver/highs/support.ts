import type { Highs, Model } from "highs";
import type { LinearForm } from "../../program/linear.js";
import { costUnit } from "../bounds.js";
import { Random } from "../search/random.js";
import { manyColumns, modelData } from "./load.js";

/** Values below this are 0 to the simplex method. */
const nothing = 1e-6;
/** What the costs are tilted by at most, as a part of the smallest step between two costs. */
const tilt = 0.01;

/** Which vertices to look at, and when to stop. */
export interface SupportLimits {
  /** How many vertices. */
  readonly vertices: number;
  readonly seed: number;
  /** Seconds for each vertex, null for none. */
  readonly seconds: number | null;
  stopped(): boolean;
}

/**
 * Looks at several vertices of a form's relaxation, each optimal but for a small random tilt of the costs. A rota's
 * relaxation has a huge face of optima, and each vertex uses few columns; those that two or three of them use together
 * are few enough to solve the integer program over them, and rich enough to hold very good points (a relaxation enforced
 * neighbourhood: Berthold 2014, RENS – the optimal rounding; joined over tilted vertices because one alone is too poor).
 *
 * @returns 1 for each column that is not 0 in at least one of the vertices; null: the relaxation has no optimum, or time was up
 */
export function jointSupport(
  highs: Highs,
  form: LinearForm,
  limits: SupportLimits,
): Uint8Array | null {
  const random = new Random(limits.seed);
  const used = new Uint8Array(form.columnCount);
  const complete = highs.withModel(modelData(form, false), (model) => {
    model.options.set({
      output_flag: false,
      solver: form.columnCount > manyColumns ? "ipm" : "simplex",
      ...(limits.seconds === null ? {} : { time_limit: limits.seconds }),
    });
    for (let k = 0; k < limits.vertices; k++) {
      if (limits.stopped()) return false;
      tiltCosts(model, form, random);
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return false;
      const { colValue } = model.getSolution();
      for (let j = 0; j < form.columnCount; j++) if (colValue[j]! > nothing) used[j] = 1;
      // The next vertex is near: the simplex method gets there from this one.
      model.options.set({ solver: "simplex" });
    }
    return true;
  });
  return complete ? used : null;
}

function tiltCosts(model: Model, form: LinearForm, random: Random): void {
  const most = tilt * Math.max(1, costUnit(form));
  const costs = form.cost.slice();
  for (let j = 0; j < form.variableCount; j++) costs[j]! += most * random.unit();
  model.changeColsCost({ kind: "range", from: 0, to: form.columnCount - 1 }, costs);
}
