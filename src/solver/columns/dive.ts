import type { GrowingLp } from "../highs/growing-lp.js";
import type { Random } from "../search/random.js";
import type { Master, PathColumn } from "./master.js";
import type { Pool } from "./pool.js";
import { cheapestPath, complete, type PricedBlock } from "./pricing.js";

/** A share of this is as good as all. */
const decided = 0.95;
/** How much chance shakes the order in which things are decided, in later dives. */
const shake = 0.3;
/** Rounds of pricing after each decision. */
const roundsEach = 8;
/** The part of all choices that one round of assignments decides, beside those as good as decided. */
const partEach = 0.01;
/** What a reduced cost must be below to be less than nothing, in units of cost. */
const nothing = 1e-6;
/** A share of less is none. */
const noShare = 1e-6;
/** What keeps pricing to the decided assignments, in units of cost. */
const forcing = 1e7;

/** What a dive works on, and when it is not worth going on. */
export interface DiveTask {
  readonly master: Master;
  readonly blocks: readonly PricedBlock[];
  readonly pool: Pool;
  readonly lp: GrowingLp;
  /** Null: the most decided is always next. */
  readonly random: Random | null;
  /** What is decided at each step: the whole way of a block, or single variables. */
  readonly by: "columns" | "assignments";
  stopped(): boolean;
  /** True when a relaxation of this cost can't lead to a better point. */
  hopeless(objective: number): boolean;
}

/**
 * Dives for a point (Sadykov et al. 2019, Primal heuristics for branch-and-price): decides what the relaxation is most
 * decided about, generates the columns that pay then, and goes on until every block has its column. The linear program is
 * as free afterwards as it was before.
 *
 * @returns one column for each block; null when it gave up
 */
export function dive(task: DiveTask): PathColumn[] | null {
  const run = new Dive(task);
  const columns = run.run();
  run.undo();
  return columns;
}

/** A column of the pool with its value in the relaxation. */
interface Share {
  readonly index: number;
  readonly column: PathColumn;
  readonly value: number;
}

class Dive {
  /** Variables that are decided to be 1, by block. */
  private readonly forced: Set<number>[];
  /** The column that each block decided on. */
  private readonly chosen = new Map<number, PathColumn>();
  /** Columns of the pool that may not be used. */
  private readonly barred = new Set<number>();
  private readonly homes: Int32Array;

  constructor(private readonly task: DiveTask) {
    this.forced = task.blocks.map(() => new Set());
    const { program } = task.master;
    this.homes = new Int32Array(program.variableCount).fill(-1);
    for (const [c, choice] of program.choices.entries()) for (const v of choice) this.homes[v] = c;
  }

  run(): PathColumn[] | null {
    const { blocks } = this.task;
    // Each round decides a block or a variable more, so that there are only so many.
    while (this.chosen.size < blocks.length) {
      const values = this.relaxation();
      if (values === null) return null;
      if (!this.decide(values)) return null;
    }
    return [...this.chosen.values()];
  }

  undo(): void {
    for (const index of this.barred) this.setUpper(index, Number.POSITIVE_INFINITY);
  }

  /** The optimum over the columns that pay once what is decided is fixed, by column of the pool. */
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
    const unit = Math.max(1, master.step.unit);
    const costs = this.costsAt(multipliers, forcing * unit);
    const added: PathColumn[] = [];
    for (const [b, block] of blocks.entries()) {
      if (this.chosen.has(b)) continue;
      const completion = complete(block, costs);
      const share = multipliers[master.rows.length + b]! - this.forced[b]!.size * forcing * unit;
      if (completion.nodeCost[0]! >= share - nothing * unit) continue;
      const column = pool.add(b, cheapestPath(block, completion));
      if (column !== null) added.push(column);
    }
    return added;
  }

  /** The cost of each variable less what it takes from the linking rows, decided ones made sure; for guidance, so not exact. */
  private costsAt(multipliers: Float64Array, force: number): Float64Array {
    const { master } = this.task;
    const costs = master.step.costs.slice();
    for (let v = 0; v < costs.length; v++) {
      for (const [row, amount] of master.entriesOf(v)) costs[v]! -= multipliers[row]! * amount;
    }
    for (const forced of this.forced) for (const v of forced) costs[v]! -= force;
    return costs;
  }

  /** Decides more; false when nothing can be. */
  private decide(values: Float64Array): boolean {
    const shares: Share[][] = this.task.blocks.map(() => []);
    for (const [index, column] of this.task.pool.columns.entries()) {
      const value = values[index]!;
      if (value > noShare && !this.chosen.has(column.block)) {
        shares[column.block]!.push({ index, column, value });
      }
    }
    const open = this.chosen.size;
    for (const [block, own] of shares.entries()) {
      const sure = own.find(({ value }) => value >= 1 - noShare);
      if (sure !== undefined) this.choose(block, sure);
    }
    if (this.chosen.size === this.task.blocks.length) return true;
    const more =
      this.task.by === "columns" ? this.decideColumns(shares) : this.decideVariables(shares);
    return more || this.chosen.size > open;
  }

  private rank(value: number): number {
    const { random } = this.task;
    return value + (random === null ? 0 : shake * random.unit());
  }

  /** All blocks that are as good as decided, or else the most decided one. */
  private decideColumns(shares: readonly (readonly Share[])[]): boolean {
    const best = shares.flatMap((own, block) => {
      if (this.chosen.has(block) || own.length === 0) return [];
      const share = own.reduce((a, b) => (b.value > a.value ? b : a));
      return [{ block, share, rank: this.rank(share.value) }];
    });
    best.sort((a, b) => b.rank - a.rank || a.block - b.block);
    for (const [k, { block, share }] of best.entries()) {
      if (k === 0 || share.value >= decided) this.choose(block, share);
    }
    return best.length > 0;
  }

  /** All variables that are as good as decided, and the next most decided ones, one of a block. */
  private decideVariables(shares: Share[][]): boolean {
    const open: { block: number; variable: number; value: number; rank: number }[] = [];
    for (const [block, own] of shares.entries()) {
      if (this.chosen.has(block)) continue;
      const sums = new Map<number, number>();
      for (const { column, value } of own) {
        for (const v of column.variables) sums.set(v, (sums.get(v) ?? 0) + value);
      }
      for (const [variable, value] of sums) {
        if (this.homes[variable]! < 0 || this.forced[block]!.has(variable)) continue;
        open.push({ block, variable, value, rank: this.rank(value) });
      }
    }
    open.sort((a, b) => b.rank - a.rank || a.variable - b.variable);
    let left = Math.ceil(partEach * this.task.master.program.choices.length);
    const touched = new Set<number>();
    let more = false;
    for (const { block, variable, value } of open) {
      const sure = value >= decided;
      if (!sure && (left === 0 || touched.has(block))) continue;
      // What is decided together must go together in some column.
      const rest = shares[block]!.filter(({ column }) => column.variables.includes(variable));
      if (rest.length === 0) continue;
      shares[block] = rest;
      this.forced[block]!.add(variable);
      more = true;
      if (!sure) {
        left--;
        touched.add(block);
      }
    }
    if (more) this.barOthers();
    return more;
  }

  private choose(block: number, { column }: Share): void {
    this.chosen.set(block, column);
    for (const [index, other] of this.task.pool.columns.entries()) {
      if (other.block === block && other !== column) this.bar(index);
    }
  }

  private barOthers(): void {
    for (const [index, { block, variables }] of this.task.pool.columns.entries()) {
      const forced = this.forced[block]!;
      if (forced.size === 0 || this.barred.has(index)) continue;
      let held = 0;
      for (const v of variables) if (forced.has(v)) held++;
      if (held < forced.size) this.bar(index);
    }
  }

  private bar(index: number): void {
    if (this.barred.has(index)) return;
    this.barred.add(index);
    this.setUpper(index, 0);
  }

  private setUpper(index: number, upper: number): void {
    this.task.lp.setUpper(this.task.master.fixed.length + index, upper);
  }
}
