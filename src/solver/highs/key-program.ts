import { completeSwitches } from "../../program/complete-switches.js";
import type { LinearForm } from "../../program/linear.js";
import type { Point, Program } from "../../program/program.js";
import { costUnit, raiseBound, reducedCosts } from "../bounds.js";
import type { Keys } from "../keys.js";
import { jobResult } from "../thread/job-result.js";
import type { JobResult } from "../thread/messages.js";
import { solveIntegerForm } from "./integer-form.js";
import type { HighsHooks } from "./mip.js";

/** Steps of a Lagrangian cost, as a part of the smallest step between two costs of the whole: costs are rounded down to them. */
const grain = 1 / 256;

/** A search for the best values of the keys. */
export interface KeyTask {
  readonly program: Program;
  readonly form: LinearForm;
  readonly keys: Keys;
  /** Multipliers of the form's rows in its relaxation. */
  readonly multipliers: Float64Array;
}

/**
 * Solves the integer program over the keys alone, with what all other rows ask for in its costs: the multipliers of the
 * relaxation price them (Lagrangian relaxation, Geoffrion 1974; the rows over keys alone are kept, all others are priced). A
 * member costs what it costs beyond the best of its choice that is no member, since that is what its choice has without it.
 *
 * @returns the members that it has in its best point, and a bound of the whole: for any multipliers no point costs less.
 */
export async function solveKeys(
  { program, form, keys, multipliers }: KeyTask,
  limits: { readonly seed: number; readonly iterations: number },
  hooks: HighsHooks,
): Promise<JobResult> {
  const master = new KeyProgram(program, form, keys, multipliers);
  let best: Float64Array | null = null;
  const end = await solveIntegerForm(master.form, null, {
    ...limits,
    stopped: hooks.stopped,
    improved: (columns) => {
      best = columns;
    },
  });
  const bound = Number.isFinite(end.bound) ? raiseBound(form, end.bound) : null;
  const point = best === null ? null : master.pointOf(best);
  return { ...jobResult(end.status, point, null, end.iterations), bound };
}

/** The program over the keys: a column for each class of members, each switch, and each slack of the rows that stay. */
class KeyProgram {
  readonly form: LinearForm;
  /** The column of the whole form that stands for each column: variables first, slacks after them. */
  private readonly columns: readonly number[];

  constructor(
    private readonly program: Program,
    whole: LinearForm,
    keys: Keys,
    multipliers: Float64Array,
  ) {
    const kept = keptRows(whole, keys);
    const priced = multipliers.map((y, i) => (kept[i] === 1 ? 0 : y));
    // A choice keeps itself, in the costs of its members.
    priced.fill(0, 0, program.choices.filter((choice) => choice.length > 1).length);
    const { reduced, bound } = reducedCosts(whole, priced);
    const columns = new Map<number, number>();
    let offset = bound;
    for (let j = 0; j < whole.columnCount; j++) offset -= least(whole, reduced, j);
    for (const choice of program.choices) offset += representatives(choice, keys, reduced, columns);
    for (const { variable } of program.switches) columns.set(variable, reduced[variable]!);
    const slacks = slacksOf(whole, kept);
    for (let j = whole.variableCount; j < whole.columnCount; j++) {
      if (slacks.has(j)) columns.set(j, reduced[j]!);
      else offset += least(whole, reduced, j);
    }
    this.columns = [...columns.keys()];
    this.form = this.build(whole, kept, columns, offset);
  }

  private build(
    whole: LinearForm,
    kept: Uint8Array,
    columns: ReadonlyMap<number, number>,
    offset: number,
  ): LinearForm {
    const unit = Math.max(1, costUnit(whole)) * grain;
    const place = new Map(this.columns.map((column, index) => [column, index]));
    const rows = new RowList();
    for (const choice of this.program.choices) {
      const members = [...choice].flatMap((v) => place.get(v) ?? []);
      if (members.length > 1)
        rows.add(
          members.map((at) => [at, 1] as const),
          1,
        );
    }
    for (let i = 0; i < whole.rowCount; i++) {
      if (kept[i] === 0) continue;
      const entries: [number, number][] = [];
      for (let k = whole.rowStart[i]!; k < whole.rowStart[i + 1]!; k++) {
        const at = place.get(whole.rowColumn[k]!);
        if (at !== undefined) entries.push([at, whole.rowValue[k]!]);
      }
      rows.add(entries, whole.rowUpper[i]!);
    }
    const variableCount = this.columns.filter((column) => column < whole.variableCount).length;
    return {
      variableCount,
      columnCount: this.columns.length,
      cost: Float64Array.from(columns.values(), (cost) => Math.floor(cost / unit) * unit),
      offset,
      lower: new Float64Array(this.columns.length),
      upper: Float64Array.from(this.columns, (column) => whole.upper[column]!),
      integer: Uint8Array.from(this.columns, (column) => (column < whole.variableCount ? 1 : 0)),
      ...rows.arrays(),
      slackRow: new Int32Array(this.columns.length - variableCount),
    };
  }

  /** The members and switches of a solution. */
  pointOf(values: Float64Array): Point {
    const point = new Uint8Array(this.program.variableCount);
    for (let k = 0; k < this.form.variableCount; k++) {
      if (Math.round(values[k]!) === 1) point[this.columns[k]!] = 1;
    }
    return completeSwitches(this.program, point);
  }
}

/** 1 for each row of a form over keys alone, with at most a slack of its own. */
function keptRows(form: LinearForm, keys: Keys): Uint8Array {
  const kept = new Uint8Array(form.rowCount);
  for (let i = 0; i < form.rowCount; i++) {
    const start = form.rowStart[i]!;
    let end = form.rowStart[i + 1]!;
    if (
      end > start &&
      form.rowColumn[end - 1]! >= form.variableCount &&
      form.rowValue[end - 1] === -1
    )
      end--;
    const columns = form.rowColumn.subarray(start, end);
    if (end > start && columns.every((j) => keys.isKey[j] === 1)) kept[i] = 1;
  }
  return kept;
}

/** The slacks of the rows that stay. */
function slacksOf(form: LinearForm, kept: Uint8Array): Set<number> {
  const slacks = new Set<number>();
  for (let i = 0; i < form.rowCount; i++) {
    const last = form.rowColumn[form.rowStart[i + 1]! - 1]!;
    if (kept[i] === 1 && last >= form.variableCount) slacks.add(last);
  }
  return slacks;
}

/**
 * Enters the cheapest member of each class of a choice, at what it costs beyond the best that is no member.
 *
 * @returns what that one costs; nothing at all costs 0
 */
function representatives(
  choice: Int32Array,
  keys: Keys,
  reduced: Float64Array,
  columns: Map<number, number>,
): number {
  let without = 0;
  const cheapest = new Map<number, number>();
  for (const v of choice) {
    const one = keys.classOf[v]!;
    if (one < 0) without = Math.min(without, reduced[v]!);
    else if (reduced[v]! < reduced[cheapest.get(one) ?? v]! || !cheapest.has(one))
      cheapest.set(one, v);
  }
  for (const v of cheapest.values()) columns.set(v, reduced[v]! - without);
  return without;
}

function least(form: LinearForm, reduced: Float64Array, j: number): number {
  return Math.min(reduced[j]! * form.lower[j]!, reduced[j]! * form.upper[j]!);
}

/** Rows of a form under construction. */
class RowList {
  private readonly start = [0];
  private readonly column: number[] = [];
  private readonly value: number[] = [];
  private readonly upper: number[] = [];

  add(entries: readonly (readonly [column: number, value: number])[], upper: number): void {
    for (const [column, value] of entries) {
      this.column.push(column);
      this.value.push(value);
    }
    this.start.push(this.column.length);
    this.upper.push(upper);
  }

  arrays() {
    return {
      rowCount: this.upper.length,
      rowStart: Int32Array.from(this.start),
      rowColumn: Int32Array.from(this.column),
      rowValue: Float64Array.from(this.value),
      rowLower: new Float64Array(this.upper.length).fill(Number.NEGATIVE_INFINITY),
      rowUpper: Float64Array.from(this.upper),
    };
  }
}
