import type { Point, Program } from "../../program/program.js";
import { raiseBound, relativeGap } from "../bounds.js";
import type { GrowingLp } from "../highs/growing-lp.js";
import { solveIntegerForm } from "../highs/integer-form.js";
import type { HighsHooks } from "../highs/mip.js";
import { Random } from "../search/random.js";
import { jobResult } from "../thread/job-result.js";
import type { ColumnsJob, JobResult } from "../thread/messages.js";
import { arcProgram } from "./arcs.js";
import { decompose } from "./blocks.js";
import { type Pricing, priceOut, raised } from "./bound.js";
import { dive } from "./dive.js";
import { arcCount, within } from "./filter.js";
import { generate } from "./generate.js";
import { Incumbent } from "./incumbent.js";
import { Master, type PathColumn } from "./master.js";
import { excess, Pool } from "./pool.js";
import { type DiagramLimits, priceBlocks } from "./priced-blocks.js";
import type { PricedBlock } from "./pricing.js";
import { recreate } from "./recreate.js";
import { columnsStart } from "./start.js";
import { stepRows } from "./step-rows.js";
import { firstPrices } from "./subgradient.js";

/** About 0.4 GB while the largest block is built, and as much for all that stay. */
const diagramLimits = { nodes: 3_000_000, arcs: 40_000_000 };
/** Rounds of pricing; the cases measured need 20 to 200. */
const mostRounds = 400;
/** Dives for points at most, and how many in a row may bring nothing. */
const mostDives = 60;
const idleDives = 12;
/** Arcs of an integer program that is to prove the optimum, and of one that is only to find a better point. */
const provingArcs = 20_000;
const findingArcs = 6000;
/** How many times to dive and to look near the cheapest ways when there are too many arcs to prove. */
const mostRepeats = 3;
/** The part of the iterations for each of those. */
const findingShare = 0.2;
/** How often local search over whole ways prices everything after a dive. */
const recreateArcs = 100;
/** How far over the best point a dive may lead: local search still gains so much, in units of cost. */
const hopeful = 2;
/** Columns of each block with which generation begins. */
const firstColumns = 20;

/**
 * Column generation on one step (Dantzig & Wolfe 1960): the program is taken apart into blocks that only few rows link,
 * a column is one whole way to settle a block, and decision diagrams find the ways that pay. Its relaxation is much
 * closer to the integer optimum than that of the rows. Dives give points; each better one leaves fewer arcs that a still
 * better one could use, until an integer program over them is small enough to be solved to its end, which is a proof.
 *
 * `refused`: there is no start to begin from, or a block is too large for a diagram.
 */
export async function solveColumns(
  program: Program,
  job: ColumnsJob,
  hooks: HighsHooks,
  room: DiagramLimits = diagramLimits,
): Promise<JobResult> {
  const step = stepRows(program, job);
  const parts = decompose(program, step);
  if (parts.blocks.length === 0) return refused("the program has no choices");
  const usable = columnsStart(program, job, parts);
  if (usable === null) return refused("column generation needs a point that keeps the limits");
  const blocks = priceBlocks(program, parts.blocks, room, hooks.stopped);
  if (blocks === "stopped") return jobResult("stopped", null, null);
  if (blocks === "no way") return refused("a block can't be settled within the limits");
  if (blocks === "too large") {
    const detail = "a block is too large for a decision diagram";
    // A point that only diagrams could give is missed; the others go on without.
    return job.start === null ? { ...jobResult("limit", null, null), detail } : refused(detail);
  }
  const start = usable(step, blocks);
  if (start === null) return refused("the blocks' cheapest ways break a row together");
  const master = new Master(program, step, parts);
  return new ColumnsRun(program, job, hooks, master, blocks, start).run();
}

function refused(detail: string): JobResult {
  return { ...jobResult("refused", null, null), detail };
}

class ColumnsRun {
  private readonly best: Incumbent;
  private readonly pool: Pool;
  private bound = Number.NEGATIVE_INFINITY;
  private work = 0;

  constructor(
    program: Program,
    private readonly job: ColumnsJob,
    private readonly hooks: HighsHooks,
    private readonly master: Master,
    /** What a point that is better than the best can still use. */
    private blocks: readonly PricedBlock[],
    start: Point,
  ) {
    this.best = new Incumbent(program, start, hooks);
    this.pool = new Pool(master);
  }

  async run(): Promise<JobResult> {
    let prices = this.firstPrices();
    for (let round = 0; round < mostRepeats && !this.done(); round++) {
      this.addOwn();
      const generation = await generate(this.master, this.blocks, this.pool, prices, {
        rounds: mostRounds,
        stopped: this.hooks.stopped,
        proved: (bound) => this.prove(bound),
        after: (lp, best) => this.dives(lp, best, round),
      });
      this.work += generation.iterations;
      prices = generation.best;
      if (prices === null || this.done()) break;
      if (await this.proveByArcs(prices)) break;
      await this.findByArcs(prices);
      if (this.done() || (await this.proveByArcs(prices))) break;
      this.narrowPool(prices);
    }
    return this.finish();
  }

  private finish(): JobResult {
    const status = this.closed() ? "solved" : this.hooks.stopped() ? "stopped" : "limit";
    const bound = Number.isFinite(this.bound) ? this.bound : null;
    return jobResult(status, this.best.point, bound, this.work);
  }

  private get value(): number {
    return this.best.values[this.job.tier - 1]!;
  }

  private closed(): boolean {
    return relativeGap(this.value, Math.min(this.bound, this.value)) <= this.job.gap;
  }

  private done(): boolean {
    return this.closed() || this.hooks.stopped();
  }

  /** Takes a proven bound; true when it closes the step. */
  private prove(bound: number): boolean {
    if (bound > this.bound) {
      this.bound = bound;
      this.hooks.report({ kind: "bound", bound: Math.min(bound, this.value) });
    }
    return this.closed();
  }

  private firstPrices(): Pricing | null {
    const { master, blocks, pool } = this;
    const prices = firstPrices(master, blocks, {
      stopped: this.hooks.stopped,
      value: () => this.value,
      priced: (pricing, ways) => {
        this.best.offer(ways.flat());
        for (const [b, way] of ways.entries()) pool.add(b, way);
        return this.prove(raised(master, pricing.bound));
      },
    });
    if (prices !== null) this.narrowPool(prices);
    return prices;
  }

  /** Betters a point by settling a few blocks anew at a time. */
  private recreate(prices: Pricing, columns: readonly PathColumn[]): void {
    const { master, blocks, hooks } = this;
    if (!master.fixed.every(({ whole, entries }) => !whole && entries.length === 1)) return;
    const random = new Random(this.job.seed);
    const start = [...columns].sort((a, b) => a.block - b.block).map(({ variables }) => variables);
    const arcs = recreateArcs * arcCount(blocks);
    const found = (variables: readonly number[]) => {
      this.best.offer(variables);
      return this.closed();
    };
    const { multipliers } = prices;
    recreate({ master, blocks, multipliers, random, arcs, stopped: hooks.stopped, found }, start);
  }

  /** Leaves the cheapest columns of each block. */
  private narrowPool(prices: Pricing): void {
    const { pool } = this;
    const costs = pool.columns.map((column) => excess(column, prices));
    const order = pool.columns
      .map((_, index) => index)
      .sort((a, b) => costs[a]! - costs[b]! || a - b);
    const counts = new Int32Array(this.blocks.length);
    const kept = new Set(
      order.filter((index) => counts[pool.columns[index]!.block]!++ < firstColumns),
    );
    pool.keep((_, index) => kept.has(index));
  }

  private addOwn(): void {
    for (const { block, variables } of this.master.columnsOf(this.best.point)) {
      this.pool.add(block, variables);
    }
  }

  /** Dives in different orders, until the step is closed or too many in a row bring nothing. */
  private dives(lp: GrowingLp, prices: Pricing, round: number): void {
    const { master, hooks, pool } = this;
    const random = new Random(this.job.seed + round);
    const { unit } = master.step;
    this.filter(prices);
    let idle = 0;
    for (let k = 0; k < mostDives && idle < idleDives && !this.done(); k++) {
      if (arcCount(this.blocks) <= provingArcs) return;
      const before = this.value;
      const columns = dive({
        ...{ master, blocks: this.blocks, pool, lp, random: k < 2 && round === 0 ? null : random },
        by: k % 2 === 0 ? "columns" : "assignments",
        stopped: hooks.stopped,
        hopeless: (objective) => objective > this.value + hopeful * unit,
      });
      if (columns !== null) {
        this.best.offer(columns.flatMap(({ variables }) => variables));
        this.recreate(prices, columns);
      }
      idle = this.value < before ? 0 : idle + 1;
      if (this.value < before) this.filter(prices);
    }
  }

  /** What a better point's cost can be over the pricing's bound. */
  private gapOver(prices: Pricing): number {
    return this.value - this.master.step.unit - prices.bound;
  }

  /**
   * A better point costs at least a unit less than the best, and its cost is at least the bound plus what each block's way
   * costs over the cheapest. So only ways within that gap count, and the others go.
   */
  private filter(prices: Pricing): void {
    const gap = this.gapOver(prices);
    const again = priceOut(this.master, this.blocks, prices.multipliers);
    const kept = gap < 0 ? null : within(this.blocks, again.completions, gap);
    if (kept === null) this.prove(this.value);
    else this.blocks = kept;
  }

  /** Solves the step over the arcs that are left, when they are few enough: then its end is a proof. False: too many. */
  private async proveByArcs(prices: Pricing): Promise<boolean> {
    this.filter(prices);
    if (this.done()) return true;
    if (arcCount(this.blocks) > provingArcs) return false;
    const before = this.value;
    const bound = await this.solveArcs(this.blocks, 1);
    this.prove(Math.min(before, bound));
    return true;
  }

  /** The best point over the arcs nearest to the cheapest ways. */
  private async findByArcs(prices: Pricing): Promise<void> {
    const { completions } = priceOut(this.master, this.blocks, prices.multipliers);
    let { blocks } = this;
    for (let over = this.gapOver(prices); arcCount(blocks) > findingArcs; over *= 0.7) {
      if (this.hooks.stopped()) return;
      const nearer = within(this.blocks, completions, over);
      if (nearer === null) return;
      // What costs nothing beyond the cheapest can't be cut by cost.
      if (over < 1e-6) return;
      blocks = nearer;
    }
    await this.solveArcs(blocks, findingShare);
  }

  /** @returns the lower bound of all points over these arcs */
  private async solveArcs(blocks: readonly PricedBlock[], share: number): Promise<number> {
    const { master, job, hooks, best } = this;
    const own = master.columnsOf(best.point);
    const arcs = arcProgram(master, blocks, own, master.fixedValues(best.point));
    const run = await solveIntegerForm(arcs.form, arcs.start, {
      seed: job.seed,
      iterations: share * job.iterations,
      stopped: hooks.stopped,
      improved: (values) => void best.offer(arcs.chosen(values)),
    });
    this.work += run.iterations;
    return Number.isFinite(run.bound) ? raiseBound(arcs.form, run.bound) : run.bound;
  }
}
