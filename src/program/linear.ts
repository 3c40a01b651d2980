import { HangingRows } from "./hanging-rows.js";
import type { Program, Row } from "./program.js";
import { type RowShape, rowShape, variableGroups } from "./row-shape.js";

/**
 * One linear form for all solvers: minimise offset + Σ cost·column over lower ≤ column ≤ upper and
 * rowLower ≤ Σ values·columns ≤ rowUpper. Column j < `variableCount` is variable j of the program; the columns after
 * them are slacks, continuous, which an optimum makes whole by itself.
 */
export interface LinearForm {
  readonly variableCount: number;
  readonly columnCount: number;
  readonly cost: Float64Array;
  readonly offset: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 for a column that must be whole. */
  readonly integer: Uint8Array;
  readonly rowCount: number;
  /** CSR: the entries of row i stand at rowStart[i] to rowStart[i + 1]. */
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
  readonly rowValue: Float64Array;
  /** −Infinity where open. */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** For slack column variableCount + i, the program row it belongs to. */
  readonly slackRow: Int32Array;
}

/** Most that the value of a tier may be; a tier that isn't listed is free. */
export type TierLimits = ReadonlyMap<number, number>;

/**
 * The integer program of one lexicographic step: minimise tier `objectiveTier` while each tier of `limits` keeps its
 * value. Elastic rows of other tiers are left out. Rows that can't break are dropped, rows whose slack is linear
 * over the choices (see row-shape.ts) become costs without a slack column, and the limit of a row that hangs on a switch is
 * multiplied by it (see hanging-rows.ts).
 */
export function linearise(program: Program, objectiveTier: number, limits: TierLimits): LinearForm {
  return filled(new Form(program, objectiveTier, limits, null)).build();
}

/** As {@link linearise}, with a name for each row, by which the like row of a like program is found. */
export function lineariseNamed(
  program: Program,
  objectiveTier: number,
  limits: TierLimits,
): { readonly form: LinearForm; readonly rowNames: readonly string[] } {
  const rowNames: string[] = [];
  return { form: filled(new Form(program, objectiveTier, limits, rowNames)).build(), rowNames };
}

function filled(form: Form): Form {
  const { program } = form;
  form.addChoices();
  form.addSwitches();
  const group = variableGroups(program);
  const shapes = program.rows.map((row) => (form.wants(row) ? rowShape(row, group) : undefined));
  for (const [index, row] of program.rows.entries()) {
    const shape = shapes[index];
    if (shape?.kind === "linear") form.addLinear(row, shape);
  }
  for (const [index, row] of program.rows.entries()) {
    const shape = shapes[index];
    if (shape?.kind === "bent") form.addBent(row, index, shape.most);
  }
  form.addLimits();
  return form;
}

/** What a tier costs: a constant and a cost for each column, by column. */
interface Expression {
  constant: number;
  /** True when some variable lowers the cost below the constant. */
  rewards: boolean;
  readonly cost: Map<number, number>;
}

class Form {
  private readonly expressions = new Map<number, Expression>();
  private readonly hanging: HangingRows;
  private readonly rowStart: number[] = [0];
  private readonly rowColumn: number[] = [];
  private readonly rowValue: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly slackUpper: number[] = [];
  private readonly slackRow: number[] = [];

  constructor(
    readonly program: Program,
    private readonly objectiveTier: number,
    private readonly limits: TierLimits,
    /** Takes the names of the rows; null: nobody asks. */
    private readonly rowNames: string[] | null,
  ) {
    this.hanging = new HangingRows(program);
    for (const tier of [objectiveTier, ...limits.keys()]) {
      this.expressions.set(tier, { constant: 0, rewards: false, cost: new Map() });
    }
  }

  wants(row: Row): boolean {
    return row.tier === 0 || this.expressions.has(row.tier);
  }

  addChoices(): void {
    for (const choice of this.program.choices) {
      if (choice.length < 2) continue;
      for (const variable of choice) this.entry(variable, 1);
      this.rowNames?.push(`choice ${this.nameOf(choice[0]!)}`);
      this.closeRow(1);
    }
  }

  /** A switch is at least the members of each choice together, and at most all of its members. */
  addSwitches(): void {
    const group = variableGroups(this.program);
    for (const { variable, members } of this.program.switches) {
      for (const together of byGroup(members, group)) {
        for (const member of together) this.entry(member, 1);
        this.entry(variable, -1);
        this.rowNames?.push(`switch ${this.nameOf(variable)} of ${this.nameOf(together[0]!)}`);
        this.closeRow(0);
      }
      this.entry(variable, 1);
      for (const member of members) this.entry(member, -1);
      this.rowNames?.push(`switch ${this.nameOf(variable)}`);
      this.closeRow(0);
    }
  }

  addLinear(row: Row, shape: RowShape & { kind: "linear" }): void {
    const expression = this.expressions.get(row.tier)!;
    expression.constant += row.weight * shape.constant;
    for (let k = 0; k < row.variables.length; k++) {
      this.charge(expression, row.variables[k]!, row.weight * shape.coefficients[k]!);
    }
  }

  addBent(row: Row, index: number, most: number): void {
    const lift = this.hanging.switchOf(row);
    let lifted = lift === null ? 0 : -row.limit;
    for (let k = 0; k < row.variables.length; k++) {
      const own = row.variables[k] === lift;
      this.entry(row.variables[k]!, row.coefficients[k]! + (own ? lifted : 0));
      if (own) lifted = 0;
    }
    if (lift !== null) this.entry(lift, lifted);
    const room = row.tier === 0 ? 0 : Math.min(most, this.affordable(row));
    if (room > 0) {
      const column = this.program.variableCount + this.slackRow.length;
      this.slackRow.push(index);
      this.slackUpper.push(room);
      this.entry(column, -1);
      this.charge(this.expressions.get(row.tier)!, column, row.weight);
    }
    this.rowNames?.push(`row ${row.name}`);
    this.closeRow(lift === null ? row.limit : 0);
  }

  /** Units of slack that the limit of the row's tier leaves it; negative costs of other rows make that unknown. */
  private affordable(row: Row): number {
    const limit = this.limits.get(row.tier);
    if (limit === undefined) return Number.POSITIVE_INFINITY;
    const { constant, rewards } = this.expressions.get(row.tier)!;
    if (rewards) return Number.POSITIVE_INFINITY;
    return Math.max(0, Math.floor((limit - constant) / row.weight));
  }

  addLimits(): void {
    for (const [tier, limit] of this.limits) {
      const { constant, cost } = this.expressions.get(tier)!;
      if (cost.size === 0 && constant <= limit) continue;
      for (const [column, value] of cost) this.entry(column, value);
      this.rowNames?.push(`limit ${tier}`);
      this.closeRow(limit - constant);
    }
  }

  private nameOf(variable: number): string {
    return this.program.variableNames[variable]!;
  }

  private charge(expression: Expression, column: number, amount: number): void {
    if (amount === 0) return;
    // A variable may get costs from several rows; one reward among them is enough to be careful.
    if (amount < 0) expression.rewards = true;
    expression.cost.set(column, (expression.cost.get(column) ?? 0) + amount);
  }

  private entry(column: number, value: number): void {
    if (value === 0) return;
    this.rowColumn.push(column);
    this.rowValue.push(value);
  }

  private closeRow(upper: number): void {
    this.rowStart.push(this.rowColumn.length);
    this.rowUpper.push(upper);
  }

  build(): LinearForm {
    const n = this.program.variableCount;
    const columnCount = n + this.slackRow.length;
    const upper = new Float64Array(columnCount).fill(1);
    upper.set(this.slackUpper, n);
    const objective = this.expressions.get(this.objectiveTier)!;
    const cost = new Float64Array(columnCount);
    for (const [column, value] of objective.cost) cost[column] = value;
    return {
      variableCount: n,
      columnCount,
      cost,
      offset: objective.constant,
      lower: new Float64Array(columnCount),
      upper,
      integer: new Uint8Array(columnCount).fill(1, 0, n),
      rowCount: this.rowUpper.length,
      rowStart: Int32Array.from(this.rowStart),
      rowColumn: Int32Array.from(this.rowColumn),
      rowValue: Float64Array.from(this.rowValue),
      rowLower: new Float64Array(this.rowUpper.length).fill(Number.NEGATIVE_INFINITY),
      rowUpper: Float64Array.from(this.rowUpper),
      slackRow: Int32Array.from(this.slackRow),
    };
  }
}

/** The members of each choice, in the order in which the choices first appear. */
function byGroup(members: Int32Array, group: Int32Array): Iterable<readonly number[]> {
  const parts = new Map<number, number[]>();
  for (const member of members) {
    const part = parts.get(group[member]!);
    if (part === undefined) parts.set(group[member]!, [member]);
    else part.push(member);
  }
  return parts.values();
}

/** The value of every column at a point: variables as they are, slacks as large as their rows need. */
export function columnValues(program: Program, form: LinearForm, point: Uint8Array): Float64Array {
  const values = new Float64Array(form.columnCount);
  values.set(point);
  for (const [i, index] of form.slackRow.entries()) {
    const row = program.rows[index]!;
    let excess = -row.limit;
    for (let k = 0; k < row.variables.length; k++) {
      if (point[row.variables[k]!] === 1) excess += row.coefficients[k]!;
    }
    values[form.variableCount + i] = Math.max(0, excess);
  }
  return values;
}
