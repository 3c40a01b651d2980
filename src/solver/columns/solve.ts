import { completeSwitches } from "../../program/complete-switches.js";
import { admissible, compareTiers, tierValues } from "../../program/evaluate.js";
import type { Point, Program } from "../../program/program.js";
import { raiseBound, relativeGap } from "../bounds.js";
import type { GrowingLp } from "../highs/growing-lp.js";
import { solveIntegerForm } from "../highs/integer-form.js";
import type { HighsHooks } from "../highs/mip.js";
import { Random } from "../search/random.js";
import { jobResult } from "../thread/job-result.js";
import type { ColumnsJob, JobResult } from "../thread/messages.js";
import { decompose } from "./blocks.js";
import type { Pricing } from "./bound.js";
import { dive } from "./dive.js";
import { generate } from "./generate.js";
import { Master, type PathColumn } from "./master.js";
import { Pool } from "./pool.js";
import { priceBlocks } from "./priced-blocks.js";
import { nearPaths, type PricedBlock } from "./pricing.js";
import { stepRows } from "./step-rows.js";

/** Nodes of decision diagrams: of one block, and of all. */
const diagramLimits = { block: 100_000, all: 1_500_000 };
/** Rounds of pricing; the cases measured need 20 to 200. */
const mostRounds = 400;
/** Dives for points at most, and how many in a row may bring nothing. */
const mostDives = 60;
const idleDives = 12;
/** Columns of an integer program that is to prove the optimum, and of one that is only to find a better point. */
const provingColumns = 20_000;
const findingColumns = 2000;
/** How many times to look for a better point when there are too many columns to prove. */
const finds = 3;
/** The part of the iterations for each of those. */
const findingShare = 0.2;

/**
 * Column generation on one step (Dantzig & Wolfe 1960): the program is taken apart into blocks that only few rows link,
 * a column is one whole way to settle a block, and decision diagrams find the ways that pay. Its relaxation is much
 * closer to the integer optimum than that of the rows; integer programs over the columns near it give points, and a proof
 * when all ways within the gap are among them.
 *
 * `refused`: there is no start to begin from, or a block is too large for a diagram.
 */
export async function solveColumns(
  program: Program,
  job: ColumnsJob,
  hooks: HighsHooks,
): Promise<JobResult> {
  const start = job.start;
  if (start === null || !keepsLimits(program, job, start)) {
    return refused("column generation needs a point that keeps the limits");
  }
  const step = stepRows(program, job);
  const parts = decompose(program, step);
  if (parts.blocks.length === 0) return refused("the program has no choices");
  const blocks = priceBlocks(program, parts.blocks, diagramLimits, hooks.stopped);
  if (blocks === "stopped") return jobResult("stopped", null, null);
  if (blocks === "too large") return refused("a block is too large for a decision diagram");
  const master = new Master(program, step, parts);
  return new ColumnsRun(program, job, hooks, master, blocks, start).run();
}

function refused(detail: string): JobResult {
  return { ...jobResult("refused", null, null), detail };
}

function keepsLimits(program: Program, job: ColumnsJob, start: Point): boolean {
  if (!admissible(program, start)) return false;
  const values = tierValues(program, start);
  return job.limits.every(([tier, limit]) => values[tier - 1]! <= limit);
}

/** One way to settle a block, as variables that are 1. */
interface Way {
  readonly block: number;
  readonly variables: readonly number[];
}

class ColumnsRun {
  private best: Point;
  private values: readonly number[];
  private bound = Number.NEGATIVE_INFINITY;
  private work = 0;

  constructor(
    private readonly program: Program,
    private readonly job: ColumnsJob,
    private readonly hooks: HighsHooks,
    private readonly master: Master,
    private readonly blocks: readonly PricedBlock[],
    start: Point,
  ) {
    this.best = start;
    this.values = tierValues(program, start);
  }

  async run(): Promise<JobResult> {
    const pool = new Pool(this.master);
    for (const { block, variables } of this.master.columnsOf(this.best)) pool.add(block, variables);
    const generation = await generate(this.master, this.blocks, pool, {
      rounds: mostRounds,
      stopped: this.hooks.stopped,
      proved: (bound) => this.prove(bound),
      after: (lp) => this.dives(pool, lp),
    });
    this.work += generation.iterations;
    if (generation.best === null || this.closed()) return this.finish();
    for (let k = 0; k < finds && !this.closed() && !this.hooks.stopped(); k++) {
      if (await this.proveByChoice(pool, generation.best)) break;
      const before = this.value;
      await this.findByChoice(pool, generation.best);
      if (this.value === before) break;
    }
    return this.finish();
  }

  private finish(): JobResult {
    const status = this.closed() ? "solved" : this.hooks.stopped() ? "stopped" : "limit";
    const bound = Number.isFinite(this.bound) ? this.bound : null;
    return jobResult(status, this.best, bound, this.work);
  }

  private get value(): number {
    return this.values[this.job.tier - 1]!;
  }

  private closed(): boolean {
    return relativeGap(this.value, Math.min(this.bound, this.value)) <= this.job.gap;
  }

  /** Takes a proven bound; true when it closes the step. */
  private prove(bound: number): boolean {
    if (bound > this.bound) {
      this.bound = bound;
      this.hooks.report({ kind: "bound", bound: Math.min(bound, this.value) });
    }
    return this.closed();
  }

  /** Dives in different orders, until the step is closed or too many in a row bring nothing. */
  private dives(pool: Pool, lp: GrowingLp): void {
    const { master, blocks, hooks } = this;
    const random = new Random(this.job.seed);
    const { unit } = master.step;
    let idle = 0;
    for (let k = 0; k < mostDives && idle < idleDives && !this.closed(); k++) {
      if (hooks.stopped()) return;
      const before = this.value;
      const columns = dive({
        ...{ master, blocks, pool, lp, random: k === 0 ? null : random },
        stopped: hooks.stopped,
        hopeless: (objective) => objective > this.value - unit * (1 - 1e-6),
      });
      if (columns !== null) this.offerColumns(columns);
      idle = this.value < before ? 0 : idle + 1;
    }
  }

  private offerColumns(columns: Iterable<PathColumn>): void {
    const point = new Uint8Array(this.program.variableCount);
    for (const { variables } of columns) for (const variable of variables) point[variable] = 1;
    this.offer(completeSwitches(this.program, point));
  }

  /** The best choice of one of these columns for each block. @returns the lower bound of all such choices */
  private async choose(known: readonly PathColumn[], share: number): Promise<number> {
    const { master, job, hooks } = this;
    const fixed = master.fixed.length;
    const columns = [...known];
    const start = this.startAmong(columns);
    const form = master.form(columns);
    const run = await solveIntegerForm(form, start, {
      seed: job.seed,
      iterations: share * job.iterations,
      stopped: hooks.stopped,
      improved: (values) => {
        this.offerColumns(columns.filter((_, j) => values[fixed + j]! > 0.5));
      },
    });
    this.work += run.iterations;
    return Number.isFinite(run.bound) ? raiseBound(form, run.bound) : run.bound;
  }

  /** The best point as column values; its columns join the others. */
  private startAmong(columns: PathColumn[]): Float64Array {
    const { master, best } = this;
    const own = master.columnsOf(best);
    const first = master.fixed.length + columns.length;
    columns.push(...own);
    const values = new Float64Array(first + own.length).fill(1, first);
    values.set(master.fixedValues(best));
    return values;
  }

  private offer(point: Point): void {
    if (!admissible(this.program, point)) return;
    const values = tierValues(this.program, point);
    if (compareTiers(values, this.values) >= 0) return;
    this.best = point;
    this.values = values;
    this.hooks.report({ kind: "incumbent", point, values });
  }

  /** What a better point's cost can be over the pricing's bound. */
  private gapOver(pricing: Pricing): number {
    return this.value - this.master.step.unit - pricing.bound;
  }

  /**
   * A point that is better than the best costs at least a unit less, and its cost is at least the bound plus what each
   * block's way costs over the cheapest. So only ways within that gap count; when they are few enough, the best choice
   * among them, or the point at hand, is the optimum. False: they are too many.
   */
  private async proveByChoice(pool: Pool, pricing: Pricing): Promise<boolean> {
    const gap = this.gapOver(pricing);
    const near = this.near(pricing, gap, provingColumns);
    if (near === null) return false;
    for (const { block, variables } of near) pool.add(block, variables);
    const before = this.value;
    const bound = await this.choose(this.within(pool, pricing, gap), 1);
    this.prove(Math.min(before, bound));
    return true;
  }

  /** The best choice among the columns known and the ways nearest to the cheapest. */
  private async findByChoice(pool: Pool, pricing: Pricing): Promise<void> {
    const gap = this.gapOver(pricing);
    // Even the cheapest ways may be too many: then those already known must do.
    for (let over = gap; gap > 0 && over > 1e-3 * gap; over *= 0.7) {
      if (this.hooks.stopped()) return;
      const near = this.near(pricing, over, findingColumns);
      if (near === null) continue;
      for (const { block, variables } of near) pool.add(block, variables);
      break;
    }
    await this.choose(this.within(pool, pricing, gap), findingShare);
  }

  private near(pricing: Pricing, over: number, most: number): Way[] | null {
    const all: Way[] = [];
    for (const [b, block] of this.blocks.entries()) {
      const paths = nearPaths(block, pricing.completions[b]!, over, most - all.length);
      if (paths === null) return null;
      for (const variables of paths) all.push({ block: b, variables });
    }
    return all;
  }

  /** The columns of the pool that a better point could use. */
  private within(pool: Pool, { multipliers, completions }: Pricing, gap: number): PathColumn[] {
    return pool.columns.filter(({ block, cost, entries }) => {
      let reduced = cost;
      for (const [row, amount] of entries) reduced -= (multipliers[row] ?? 0) * amount;
      return reduced <= completions[block]!.nodeCost[0]! + gap;
    });
  }
}
