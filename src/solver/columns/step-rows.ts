import type { Program, Row } from "../../program/program.js";
import { rowShape, variableGroups } from "../../program/row-shape.js";
import type { Step } from "../thread/messages.js";

/** A row of a program in its role for one step: Σ coefficients·variables ≤ limit + slack. */
export interface StepRow {
  readonly variables: Int32Array;
  readonly coefficients: Int32Array;
  readonly limit: number;
  /** Most units of slack that a point can need; 0: the row may not be broken. */
  readonly room: number;
  /** What a unit of slack costs, in the objective, or in the budget if there is one. */
  readonly weight: number;
  /** Index of the budget that pays for the slack; null: the objective pays. */
  readonly budget: number | null;
}

/** What a better tier may still cost: Σ costs·variables + Σ weight·slack of its rows ≤ limit. */
export interface Budget {
  readonly limit: number;
  readonly costs: ReadonlyMap<number, number>;
}

/** A step as rows: minimise offset + Σ costs·variables + Σ weight·slack over the points that keep rows and budgets. */
export interface StepRows {
  readonly rows: readonly StepRow[];
  readonly budgets: readonly Budget[];
  /** One for each variable of the program, whole numbers. */
  readonly costs: Float64Array;
  readonly offset: number;
  /** Every cost is the offset plus a multiple of this; 0 when all points cost the same. */
  readonly unit: number;
}

/** A tier's constant and cost by variable, from the rows whose slack is linear. */
interface Expression {
  constant: number;
  readonly costs: Map<number, number>;
}

/**
 * Sorts out a program's rows for a step. Rows that can't break are left out; a tier whose limit is 0 can't pay for
 * anything, so its rows become rigid; a tier with a higher limit gets a budget.
 */
export function stepRows(program: Program, step: Step): StepRows {
  const limits = new Map(step.limits);
  const paid = [...limits].filter(([, limit]) => limit > 0).map(([tier]) => tier);
  const expressions = new Map<number, Expression>();
  for (const tier of [step.tier, ...paid]) expressions.set(tier, { constant: 0, costs: new Map() });
  const group = variableGroups(program);
  const rows: StepRow[] = [];
  for (const row of program.rows) {
    const rigid = row.tier === 0 || limits.get(row.tier) === 0;
    const expression = expressions.get(row.tier);
    if (!rigid && expression === undefined) continue;
    const shape = rowShape(rigid ? { ...row, tier: 0 } : row, group);
    if (shape.kind === "linear" && expression !== undefined) charge(expression, row, shape);
    if (shape.kind !== "bent") continue;
    const budget = row.tier === step.tier || rigid ? null : paid.indexOf(row.tier);
    const { variables, coefficients, limit } = row;
    const room = rigid ? 0 : shape.most;
    rows.push({ variables, coefficients, limit, room, weight: rigid ? 0 : row.weight, budget });
  }
  const objective = expressions.get(step.tier)!;
  const costs = new Float64Array(program.variableCount);
  for (const [variable, cost] of objective.costs) costs[variable] = cost;
  const budgets = paid.map((tier) => {
    const { constant, costs: spent } = expressions.get(tier)!;
    return { limit: limits.get(tier)! - constant, costs: spent };
  });
  return { rows, budgets, costs, offset: objective.constant, unit: unitOf(costs, rows) };
}

function charge(
  expression: Expression,
  row: Row,
  shape: { readonly constant: number; readonly coefficients: Int32Array },
): void {
  expression.constant += row.weight * shape.constant;
  for (const [k, variable] of row.variables.entries()) {
    const more = row.weight * shape.coefficients[k]!;
    expression.costs.set(variable, (expression.costs.get(variable) ?? 0) + more);
  }
}

function unitOf(costs: Float64Array, rows: readonly StepRow[]): number {
  let unit = 0;
  for (const cost of costs) unit = divisor(unit, Math.abs(cost));
  for (const row of rows) if (row.room > 0 && row.budget === null) unit = divisor(unit, row.weight);
  return unit;
}

function divisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
