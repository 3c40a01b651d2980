import type { Master } from "./master.js";
import { type Completion, complete, type PricedBlock } from "./pricing.js";

/** Bits that a double holds exactly, less one for care. */
const exactBits = 52;
/** Finest grid of the multipliers: more bits would only follow the noise of the linear program. */
const finestGrid = 20;

/** What multipliers of the master's rows say: see {@link priceOut}. */
export interface Pricing {
  readonly multipliers: Float64Array;
  /** The cost of each variable less what it takes from the linking rows at their prices. */
  readonly costs: Float64Array;
  readonly completions: readonly Completion[];
  /** A proven lower bound of the step, −Infinity when the numbers are too large to be exact. */
  readonly bound: number;
}

/**
 * Prices every block at given multipliers. For any y ≤ 0, offset + Σ y·limit + Σ least of (cost − y·A) over each fixed
 * column's range + Σ over blocks of the cheapest path at costs (cost − y·A) is at most the cost of any point that keeps
 * the rows (weak duality). The multipliers are first rounded to a grid on which no sum of these needs more bits than a
 * double has: every number here is then exact, and the bound needs no tolerance.
 */
export function priceOut(
  master: Master,
  blocks: readonly PricedBlock[],
  given: Float64Array,
): Pricing {
  const { grid, exact } = gridOf(master, blocks, given);
  const multipliers = Float64Array.from(master.rows, (_, i) =>
    Math.min(0, Math.round(given[i]! * grid) / grid),
  );
  const { step, program } = master;
  const costs = step.costs.slice();
  for (let v = 0; v < program.variableCount; v++) {
    for (const [row, amount] of master.entriesOf(v)) costs[v]! -= multipliers[row]! * amount;
  }
  let bound = step.offset;
  for (const [i, { limit }] of master.rows.entries()) bound += multipliers[i]! * limit;
  for (const { cost, upper, entries } of master.fixed) {
    let reduced = cost;
    for (const [row, amount] of entries) reduced -= multipliers[row]! * amount;
    bound += Math.min(0, reduced) * upper;
  }
  const completions = blocks.map((block) => complete(block, costs));
  for (const { nodeCost } of completions) bound += nodeCost[0]!;
  return { multipliers, costs, completions, bound: exact ? bound : Number.NEGATIVE_INFINITY };
}

/** The finest grid on which all sums are exact, and whether there is one. */
function gridOf(master: Master, blocks: readonly PricedBlock[], given: Float64Array) {
  const size = (cost: number, entries: readonly (readonly [number, number])[]) =>
    entries.reduce(
      (sum, [row, amount]) => sum + Math.abs((Math.abs(given[row]!) + 1) * amount),
      Math.abs(cost),
    );
  let most = Math.abs(master.step.offset) + 1;
  for (const [i, { limit }] of master.rows.entries()) {
    most += Math.abs((Math.abs(given[i]!) + 1) * limit);
  }
  for (const { cost, upper, entries } of master.fixed) most += upper * size(cost, entries);
  for (let v = 0; v < master.program.variableCount; v++) {
    most += size(master.step.costs[v]!, master.entriesOf(v));
  }
  for (const { diagram } of blocks) {
    for (const { cost } of diagram.labels) most += cost;
  }
  const bits = Math.min(finestGrid, exactBits - Math.ceil(Math.log2(most)));
  return { grid: 2 ** Math.max(0, bits), exact: bits >= 0 };
}

/** A proven bound raised to the next value that a point can have: exact, since all costs are whole. */
export function raised(master: Master, bound: number): number {
  const { offset, unit } = master.step;
  if (unit === 0 || !Number.isFinite(bound)) return unit === 0 ? offset : bound;
  return offset + unit * Math.ceil((bound - offset) / unit);
}
