import type { GrowingLp } from "../highs/growing-lp.js";
import type { Random } from "../search/random.js";
import type { Master, PathColumn } from "./master.js";
import type { Pool } from "./pool.js";
import { cheapestPath, complete, type PricedBlock } from "./pricing.js";

/** A column of this share is as good as chosen. */
const decided = 0.95;
/** How much chance shakes the order in which blocks are decided, in later dives. */
const shake = 0.3;
/** Rounds of pricing after each decision. */
const roundsEach = 8;
/** What a reduced cost must be below to be less than nothing, in units of cost. */
const nothing = 1e-6;

/** What a dive works on, and when it is not worth going on. */
export interface DiveTask {
  readonly master: Master;
  readonly blocks: readonly PricedBlock[];
  readonly pool: Pool;
  readonly lp: GrowingLp;
  /** Null: the most decided block is always next. */
  readonly random: Random | null;
  stopped(): boolean;
  /** True when a relaxation of this cost can't lead to a better point. */
  hopeless(objective: number): boolean;
}

/**
 * Dives for a point (Sadykov et al. 2019, Primal heuristics for branch-and-price): decides the block in which the
 * relaxation is most decided, generates the columns that pay then, and goes on until every block has its column. The
 * linear program is as free afterwards as it was before.
 *
 * @returns one column for each block; null when it gave up
 */
export function dive(task: DiveTask): PathColumn[] | null {
  const run = new Dive(task);
  const columns = run.run();
  run.undo();
  return columns;
}

class Dive {
  /** Index in the pool of the column that each block decided on. */
  private readonly chosen = new Map<number, number>();

  constructor(private readonly task: DiveTask) {}

  run(): PathColumn[] | null {
    const { blocks, pool } = this.task;
    while (this.chosen.size < blocks.length) {
      const values = this.relaxation();
      if (values === null) return null;
      this.decide(values);
    }
    return [...this.chosen.values()].map((index) => pool.columns[index]!);
  }

  undo(): void {
    for (const index of this.chosen.values()) this.setLower(index, 0);
  }

  /** The optimum over the columns that pay once the chosen ones are fixed, by column of the pool. */
  private relaxation(): Float64Array | null {
    const { lp, master, stopped, hopeless } = this.task;
    for (let round = 0; ; round++) {
      const optimum = lp.solve(stopped);
      if (optimum === null) return null;
      const added = round < roundsEach ? this.price(optimum.multipliers) : [];
      if (added.length === 0) {
        return hopeless(optimum.objective) ? null : optimum.columns.subarray(master.fixed.length);
      }
      lp.add(added);
    }
  }

  private price(multipliers: Float64Array): PathColumn[] {
    const { master, blocks, pool } = this.task;
    const costs = reducedCosts(master, multipliers);
    const added: PathColumn[] = [];
    for (const [b, block] of blocks.entries()) {
      if (this.chosen.has(b)) continue;
      const completion = complete(block, costs);
      const share = multipliers[master.rows.length + b]!;
      if (completion.nodeCost[0]! >= share - nothing * Math.max(1, master.step.unit)) continue;
      const column = pool.add(b, cheapestPath(block, completion));
      if (column !== null) added.push(column);
    }
    return added;
  }

  /** Decides all blocks that are as good as decided, or else the most decided one. */
  private decide(values: Float64Array): void {
    const { pool, random } = this.task;
    const best = new Map<number, { index: number; value: number }>();
    for (const [index, { block }] of pool.columns.entries()) {
      const value = values[index]!;
      if (!this.chosen.has(block) && value > (best.get(block)?.value ?? 0)) {
        best.set(block, { index, value });
      }
    }
    const shaken = [...best].map(([block, { index, value }]) => {
      const rank = value + (random === null ? 0 : shake * random.unit());
      return { block, index, value, rank };
    });
    shaken.sort((a, b) => b.rank - a.rank || a.block - b.block);
    for (const [k, { block, index, value }] of shaken.entries()) {
      if (k > 0 && value < decided) continue;
      this.chosen.set(block, index);
      this.setLower(index, 1);
    }
  }

  private setLower(index: number, lower: number): void {
    this.task.lp.setLower(this.task.master.fixed.length + index, lower);
  }
}

/** The cost of each variable less what it takes from the linking rows; for guidance, so not exact. */
function reducedCosts(master: Master, multipliers: Float64Array): Float64Array {
  const costs = master.step.costs.slice();
  for (let v = 0; v < costs.length; v++) {
    for (const [row, amount] of master.entriesOf(v)) costs[v]! -= multipliers[row]! * amount;
  }
  return costs;
}
