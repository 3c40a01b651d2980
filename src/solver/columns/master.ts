import type { LinearForm } from "../../program/linear.js";
import type { Point, Program } from "../../program/program.js";
import { variableGroups } from "../../program/row-shape.js";
import type { SparseColumn } from "../highs/growing-lp.js";
import type { Block, Decomposition } from "./blocks.js";
import type { StepRow, StepRows } from "./step-rows.js";

/** One way to settle a block. */
export interface PathColumn extends SparseColumn {
  readonly block: number;
  /** The variables that are 1, switches of the block included. */
  readonly variables: readonly number[];
}

/** A row of the master: Σ ≤ limit. After these stands one row = 1 for each block. */
interface MasterRow {
  readonly limit: number;
}

/**
 * The master of a decomposition: one column for each known way to settle a block, of which each block takes one, and the
 * rows that link blocks. Its fixed columns are the slacks of those rows and the switches that several blocks share.
 */
export class Master {
  readonly rows: MasterRow[] = [];
  readonly fixed: SparseColumn[] = [];
  /** For each variable of the program, its amounts in the rows of the master. */
  private readonly entries: ([row: number, amount: number][] | undefined)[];
  private readonly homes: Int32Array;

  constructor(
    readonly program: Program,
    readonly step: StepRows,
    readonly parts: Decomposition,
  ) {
    this.entries = new Array(program.variableCount);
    this.homes = homes(program, parts.blocks);
    const budgetRows = step.budgets.map((budget) => this.addBudget(budget.limit, budget.costs));
    for (const row of parts.linkingRows) this.addRow(row, budgetRows);
    this.addSwitches();
  }

  private addBudget(limit: number, costs: ReadonlyMap<number, number>): number {
    const row = this.open(limit);
    for (const [variable, cost] of costs) this.enter(variable, row, cost);
    return row;
  }

  private addRow(given: StepRow, budgetRows: readonly number[]): void {
    const row = this.open(given.limit);
    for (const [k, v] of given.variables.entries()) this.enter(v, row, given.coefficients[k]!);
    if (given.room === 0) return;
    const { room, weight, budget } = given;
    const own = [row, -1] as const;
    this.fixed.push(
      budget === null
        ? { cost: weight, upper: room, whole: false, entries: [own] }
        : { cost: 0, upper: room, whole: false, entries: [own, [budgetRows[budget]!, weight]] },
    );
  }

  /** As in the linear form: a switch is at least the members of each choice together, and at most all of them. */
  private addSwitches(): void {
    const group = variableGroups(this.program);
    for (const { variable, members } of this.parts.linkingSwitches) {
      for (const choice of new Set([...members].map((m) => group[m]!))) {
        const row = this.open(0);
        for (const member of members) if (group[member] === choice) this.enter(member, row, 1);
        this.enter(variable, row, -1);
      }
      const row = this.open(0);
      this.enter(variable, row, 1);
      for (const member of members) this.enter(member, row, -1);
      const cost = this.step.costs[variable]!;
      this.fixed.push({ cost, upper: 1, whole: true, entries: this.entries[variable]! });
    }
  }

  private open(limit: number): number {
    return this.rows.push({ limit }) - 1;
  }

  private enter(variable: number, row: number, amount: number): void {
    if (amount === 0) return;
    const known = this.entries[variable];
    if (known === undefined) this.entries[variable] = [[row, amount]];
    else known.push([row, amount]);
  }

  /** What the rows of the master ask of a variable. */
  entriesOf(variable: number): readonly (readonly [row: number, amount: number])[] {
    return this.entries[variable] ?? [];
  }

  /** What a multiplier of each row need not be under: the slack that the objective pays has no use for more. */
  leastMultipliers(): Float64Array {
    const least = new Float64Array(this.rows.length).fill(Number.NEGATIVE_INFINITY);
    for (const { cost, whole, entries } of this.fixed) {
      if (!whole && entries.length === 1) least[entries[0]![0]] = -cost;
    }
    return least;
  }

  /** What each row has left, limit less activity, when blocks are settled so and the fixed columns as multipliers ask. */
  missing(multipliers: Float64Array, ways: readonly (readonly number[])[]): Float64Array {
    const left = Float64Array.from(this.rows, ({ limit }) => limit);
    for (const { cost, upper, entries } of this.fixed) {
      let reduced = cost;
      for (const [row, amount] of entries) reduced -= multipliers[row]! * amount;
      if (reduced < 0) for (const [row, amount] of entries) left[row]! -= amount * upper;
    }
    for (const way of ways) {
      for (const variable of way) {
        for (const [row, amount] of this.entriesOf(variable)) left[row]! -= amount;
      }
    }
    return left;
  }

  /** What variables that are 1 put into the rows of the master together. */
  amountsOf(variables: readonly number[]): (readonly [row: number, amount: number])[] {
    const amounts = new Map<number, number>();
    for (const variable of variables) {
      for (const [row, amount] of this.entriesOf(variable)) {
        amounts.set(row, (amounts.get(row) ?? 0) + amount);
      }
    }
    return [...amounts].filter(([, amount]) => amount !== 0);
  }

  /** The column of a block for variables that are 1, its switches included. */
  column(block: number, variables: readonly number[]): PathColumn {
    const on = new Set(variables);
    let cost = 0;
    for (const variable of variables) cost += this.step.costs[variable]!;
    for (const row of this.parts.blocks[block]!.rows) {
      if (row.weight === 0) continue;
      let over = -row.limit;
      for (const [k, v] of row.variables.entries()) if (on.has(v)) over += row.coefficients[k]!;
      cost += row.weight * Math.max(0, over);
    }
    const entries = [...this.amountsOf(variables), [this.rows.length + block, 1] as const];
    return { block, variables, cost, upper: Number.POSITIVE_INFINITY, whole: true, entries };
  }

  /** The columns that make up a point. */
  columnsOf(point: Point): PathColumn[] {
    const on: number[][] = this.parts.blocks.map(() => []);
    for (const [variable, value] of point.entries()) {
      if (value === 1 && this.homes[variable]! >= 0) on[this.homes[variable]!]!.push(variable);
    }
    return on.map((variables, block) => this.column(block, variables));
  }

  /** What the fixed columns are at a point. */
  fixedValues(point: Point): Float64Array {
    const slacks = this.parts.linkingRows.flatMap((row) => {
      if (row.room === 0) return [];
      let over = -row.limit;
      for (const [k, v] of row.variables.entries()) over += point[v]! * row.coefficients[k]!;
      return [Math.max(0, over)];
    });
    const switches = this.parts.linkingSwitches.map(({ variable }) => point[variable]!);
    return Float64Array.from([...slacks, ...switches]);
  }

  /** The master over the columns known, the fixed ones first. */
  form(paths: readonly PathColumn[]): LinearForm {
    const ones = new Float64Array(this.parts.blocks.length).fill(1);
    return this.formOf([...this.fixed, ...paths], ones);
  }

  /** Columns over the rows of the master, and after these rows that must be exactly what `equal` says. */
  formOf(columns: readonly SparseColumn[], equal: Float64Array): LinearForm {
    const rowCount = this.rows.length + equal.length;
    const limits = this.rows.map(({ limit }) => limit);
    return {
      variableCount: columns.length,
      columnCount: columns.length,
      cost: Float64Array.from(columns, (c) => c.cost),
      offset: this.step.offset,
      lower: new Float64Array(columns.length),
      upper: Float64Array.from(columns, (c) => c.upper),
      integer: Uint8Array.from(columns, (c) => (c.whole ? 1 : 0)),
      rowCount,
      ...byRow(columns, rowCount),
      rowLower: Float64Array.from([...limits.map(() => Number.NEGATIVE_INFINITY), ...equal]),
      rowUpper: Float64Array.from([...limits, ...equal]),
      slackRow: new Int32Array(0),
    };
  }
}

/** The block of each variable, −1 for a switch that no block owns. */
function homes(program: Program, blocks: readonly Block[]): Int32Array {
  const home = new Int32Array(program.variableCount).fill(-1);
  for (const [b, { choices, switches }] of blocks.entries()) {
    for (const c of choices) for (const variable of program.choices[c]!) home[variable] = b;
    for (const { variable } of switches) home[variable] = b;
  }
  return home;
}

function byRow(columns: readonly SparseColumn[], rowCount: number) {
  const rowStart = new Int32Array(rowCount + 1);
  for (const { entries } of columns) for (const [row] of entries) rowStart[row + 1]!++;
  for (let i = 0; i < rowCount; i++) rowStart[i + 1]! += rowStart[i]!;
  const next = rowStart.slice();
  const rowColumn = new Int32Array(rowStart[rowCount]!);
  const rowValue = new Float64Array(rowStart[rowCount]!);
  for (const [j, { entries }] of columns.entries()) {
    for (const [row, value] of entries) {
      const at = next[row]!++;
      rowColumn[at] = j;
      rowValue[at] = value;
    }
  }
  return { rowStart, rowColumn, rowValue };
}
