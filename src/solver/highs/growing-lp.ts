import type { Highs, Model } from "highs";
import type { LinearForm } from "../../program/linear.js";
import { load, modelData } from "./load.js";

/** A column of a linear program, from 0 to `upper`. */
export interface SparseColumn {
  readonly cost: number;
  readonly upper: number;
  /** Whether it must be whole in an integer program. */
  readonly whole: boolean;
  readonly entries: readonly (readonly [row: number, amount: number])[];
}

/** An optimum of a linear program. */
export interface LpOptimum {
  readonly objective: number;
  readonly columns: Float64Array;
  /** The multiplier of each row: what a unit more on its right side adds to the objective. */
  readonly multipliers: Float64Array;
}

/** A linear program that gains columns; each optimum starts from the basis of the last. */
export class GrowingLp {
  /** Simplex iterations so far. */
  iterations = 0;

  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly rowCount: number,
    private columnCount: number,
  ) {}

  /** Null: it has no optimum, or `stopped` said so. */
  solve(stopped: () => boolean): LpOptimum | null {
    const { callbackType, modelStatus } = this.highs.constants;
    this.model.run({
      [callbackType.simplexInterrupt]: (event) => {
        if (stopped()) event.interrupt();
        return undefined;
      },
    });
    this.iterations += Math.max(0, Number(this.model.info.get("simplex_iteration_count")));
    if (this.model.getModelStatus() !== modelStatus.optimal) return null;
    const { colValue, rowDual } = this.model.getSolution();
    return {
      objective: this.model.getObjectiveValue(),
      columns: colValue,
      multipliers: rowDual,
    };
  }

  /** Allows at most so much of a column. */
  setUpper(column: number, upper: number): void {
    this.model.changeColBounds(column, 0, upper);
  }

  /** Takes all other columns away; the basis stays when these stood at their lower bounds. */
  keep(columns: Int32Array): void {
    const { colStatus, rowStatus } = this.model.getBasis();
    const kept = new Uint8Array(this.columnCount);
    for (const column of columns) kept[column] = 1;
    const others = Int32Array.from(kept.keys()).filter((column) => kept[column] === 0);
    if (others.length === 0) return;
    this.model.deleteCols({ kind: "set", indices: others });
    this.columnCount = columns.length;
    this.model.setBasis({ colStatus: columns.map((column) => colStatus[column]!), rowStatus });
  }

  add(columns: readonly SparseColumn[]): void {
    this.columnCount += columns.length;
    const starts = [0];
    for (const { entries } of columns) starts.push(starts[starts.length - 1]! + entries.length);
    const entries = columns.flatMap((column) => column.entries);
    this.model.addCols({
      cost: Float64Array.from(columns, (c) => c.cost),
      lower: new Float64Array(columns.length),
      upper: Float64Array.from(columns, (c) => c.upper),
      matrix: {
        format: "csc",
        numRows: this.rowCount,
        numCols: columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(entries, ([row]) => row),
        values: Float64Array.from(entries, ([, amount]) => amount),
      },
    });
  }
}

/** Works with the relaxation of a form by the simplex method; it lives as long as `work` runs. */
export async function withGrowingLp<T>(form: LinearForm, work: (lp: GrowingLp) => T): Promise<T> {
  const highs = await load();
  return highs.withModel(modelData(form, false), (model) => {
    // Presolve would throw the last basis away.
    model.options.set({ output_flag: false, solver: "simplex", presolve: "off" });
    return work(new GrowingLp(highs, model, form.rowCount, form.columnCount));
  });
}
