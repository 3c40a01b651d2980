import type { Highs, InitOptions, ModelData } from "highs";
import type { LinearForm } from "../../program/linear.js";
import type { CompiledHighs } from "../thread/messages.js";

/**
 * Columns beyond which a relaxation is large: interior point takes it to a vertex sooner than the simplex method, and the
 * hybrid gradient method near its optimum sooner than interior point.
 */
export const manyColumns = 15_000;

let loaded: Promise<Highs> | undefined;
let compiled: InitOptions["wasmModule"];

/** Sets the compiled module that HiGHS is made from at the first call; without it HiGHS finds and compiles its own. */
export function useHighs(module: CompiledHighs): void {
  compiled = module as NonNullable<InitOptions["wasmModule"]>;
}

/** HiGHS itself, loaded at the first call and kept: the second run of a thread is several times faster than its first. */
export function load(): Promise<Highs> {
  loaded ??= import("highs").then((module) => {
    // The package types its CommonJS build, where the loader stands one `default` deeper than in the ES module.
    const start = module.default as unknown as (typeof module.default)["default"];
    return start(compiled === undefined ? {} : { wasmModule: compiled });
  });
  return loaded;
}

/** A form as HiGHS takes it; `integers`: as an integer program, else its relaxation. */
export function modelData(form: LinearForm, integers: boolean): ModelData {
  return {
    numCols: form.columnCount,
    numRows: form.rowCount,
    offset: form.offset,
    colCost: form.cost,
    colLower: form.lower,
    colUpper: form.upper,
    rowLower: form.rowLower,
    rowUpper: form.rowUpper,
    matrix: {
      format: "csr",
      numRows: form.rowCount,
      numCols: form.columnCount,
      starts: form.rowStart,
      indices: form.rowColumn,
      values: form.rowValue,
    },
    ...(integers ? { integrality: Int32Array.from(form.integer) } : {}),
  };
}
