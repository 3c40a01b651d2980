import { type GrowingLp, withGrowingLp } from "../highs/growing-lp.js";
import { type Pricing, priceOut, raised } from "./bound.js";
import type { Master, PathColumn } from "./master.js";
import type { Pool } from "./pool.js";
import { cheapestPath, type PricedBlock } from "./pricing.js";

/** How far the multipliers stay at the best ones so far (Wentges 1997, Weighted Dantzig-Wolfe decomposition). */
const smoothing = 0.5;

/** What generation may use and whom it tells. */
export interface GenerationHooks {
  readonly rounds: number;
  stopped(): boolean;
  /** A better proven bound, raised. @returns true when it is good enough to end */
  proved(bound: number): boolean;
  /** Works on with the linear program once its relaxation is solved, with the best pricing. */
  after(lp: GrowingLp, best: Pricing): void;
}

/** What came of generation, beside the columns in the pool. */
export interface Generation {
  /** The pricing with the best bound; null when not even one round was done. */
  readonly best: Pricing | null;
  readonly iterations: number;
}

/**
 * Column generation: solves the relaxation of the master over the known columns, looks in each block for a way that would
 * pay at its prices, and repeats until there is none. The pool must hold the columns of a point.
 *
 * @param first prices to begin near, null for none
 */
export function generate(
  master: Master,
  blocks: readonly PricedBlock[],
  pool: Pool,
  first: Pricing | null,
  hooks: GenerationHooks,
): Promise<Generation> {
  return withGrowingLp(master.form(pool.columns), (lp) =>
    new Rounds(master, blocks, pool, first, lp, hooks).run(),
  );
}

class Rounds {
  private ended = false;

  constructor(
    private readonly master: Master,
    private readonly blocks: readonly PricedBlock[],
    private readonly pool: Pool,
    private best: Pricing | null,
    private readonly lp: GrowingLp,
    private readonly hooks: GenerationHooks,
  ) {}

  run(): Generation {
    for (let round = 0; round < this.hooks.rounds && !this.hooks.stopped(); round++) {
      if (!this.round()) break;
    }
    if (this.best !== null && !this.hooks.stopped()) this.hooks.after(this.lp, this.best);
    return { best: this.best, iterations: this.lp.iterations };
  }

  /** False when there is nothing more to gain, or the linear program failed. */
  private round(): boolean {
    const optimum = this.lp.solve(this.hooks.stopped);
    if (optimum === null) return false;
    const { multipliers, objective } = optimum;
    let added = this.price(this.smoothed(multipliers));
    // Smoothed prices may show nothing new where the exact ones do.
    if (added === 0 && !this.ended) added = this.price(multipliers);
    return added > 0 && !this.ended && !this.settled(objective);
  }

  private smoothed(multipliers: Float64Array): Float64Array {
    const best = this.best?.multipliers;
    if (best === undefined) return multipliers;
    const mixed = multipliers.slice();
    for (const [i, y] of best.entries()) mixed[i] = smoothing * y + (1 - smoothing) * mixed[i]!;
    return mixed;
  }

  /** Prices at some multipliers and adds the cheapest way of each block, if it is new. @returns how many are */
  private price(at: Float64Array): number {
    const pricing = priceOut(this.master, this.blocks, at);
    if (this.best === null || pricing.bound > this.best.bound) {
      this.best = pricing;
      if (this.hooks.proved(raised(this.master, pricing.bound))) this.ended = true;
    }
    const added: PathColumn[] = [];
    for (const [b, block] of this.blocks.entries()) {
      const column = this.pool.add(b, cheapestPath(block, pricing.completions[b]!));
      if (column !== null) added.push(column);
    }
    if (added.length > 0) this.lp.add(added);
    return added.length;
  }

  /** True when the proven bound, raised, has reached that of the relaxation over the known columns. */
  private settled(objective: number): boolean {
    if (this.best === null) return false;
    const { unit } = this.master.step;
    const bound = raised(this.master, this.best.bound);
    return bound >= objective - 1e-6 * Math.max(1, unit);
  }
}
