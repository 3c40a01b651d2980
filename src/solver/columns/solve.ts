import { completeSwitches } from "../../program/complete-switches.js";
import { admissible, compareTiers, tierValues } from "../../program/evaluate.js";
import type { Point, Program } from "../../program/program.js";
import { raiseBound } from "../bounds.js";
import { solveIntegerForm } from "../highs/integer-form.js";
import { end } from "../highs/load.js";
import type { HighsHooks } from "../highs/mip.js";
import type { ColumnsJob, JobResult } from "../thread/messages.js";
import { decompose } from "./blocks.js";
import type { Pricing } from "./bound.js";
import { generate } from "./generate.js";
import { Master, type PathColumn } from "./master.js";
import { Pool } from "./pool.js";
import { priceBlocks } from "./priced-blocks.js";
import { nearPaths, type PricedBlock } from "./pricing.js";
import { stepRows } from "./step-rows.js";

/** Nodes of decision diagrams: of one block, and of all. */
const diagramLimits = { block: 300_000, all: 1_500_000 };
/** Rounds of pricing; the cases measured need 20 to 200. */
const mostRounds = 1000;
/** Columns of an integer program over near paths, from few to many. */
const nearLimits = [1500, 6000, 20_000];

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
  if (blocks === "stopped") return end("stopped", null, null);
  if (blocks === "too large") return refused("a block is too large for a decision diagram");
  const master = new Master(program, step, parts);
  return new ColumnsRun(program, job, hooks, master, blocks, start).run();
}

function refused(detail: string): JobResult {
  return { ...end("refused", null, null), detail };
}

function keepsLimits(program: Program, job: ColumnsJob, start: Point): boolean {
  if (!admissible(program, start)) return false;
  const values = tierValues(program, start);
  return job.limits.every(([tier, limit]) => values[tier - 1]! <= limit);
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
    });
    this.work += generation.iterations;
    if (generation.best === null || this.closed()) return this.finish();
    await this.choose(pool.columns);
    for (const most of nearLimits) {
      if (this.closed() || this.hooks.stopped()) break;
      await this.chooseNear(pool, generation.best, most);
    }
    return this.finish();
  }

  private finish(): JobResult {
    const status = this.closed() ? "solved" : this.hooks.stopped() ? "stopped" : "limit";
    const bound = Number.isFinite(this.bound) ? this.bound : null;
    return end(status, this.best, bound, this.work);
  }

  private get value(): number {
    return this.values[this.job.tier - 1]!;
  }

  private closed(): boolean {
    return this.bound >= this.value;
  }

  /** Takes a proven bound; true when it closes the step. */
  private prove(bound: number): boolean {
    if (bound > this.bound) {
      this.bound = bound;
      this.hooks.report({ kind: "bound", bound: Math.min(bound, this.value) });
    }
    return this.closed();
  }

  /** The best choice of one of these columns for each block. @returns the lower bound of all such choices */
  private async choose(known: readonly PathColumn[]): Promise<number> {
    const { master, job, hooks } = this;
    const fixed = master.fixed.length;
    const columns = [...known];
    const start = this.startAmong(columns);
    const form = master.form(columns);
    const run = await solveIntegerForm(form, start, {
      seed: job.seed,
      iterations: job.iterations,
      stopped: hooks.stopped,
      improved: (values) => {
        const point = new Uint8Array(this.program.variableCount);
        for (const [j, { variables }] of columns.entries()) {
          if (values[fixed + j]! > 0.5) for (const variable of variables) point[variable] = 1;
        }
        this.offer(completeSwitches(this.program, point));
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

  /**
   * A point that is better than the best costs at least a unit less, and its cost is at least the bound plus what each
   * block's way costs over the cheapest. So only ways within that gap count; when they all fit, the best choice among
   * them, or the point at hand, is the optimum.
   */
  private async chooseNear(pool: Pool, pricing: Pricing, most: number): Promise<void> {
    const gap = this.value - this.master.step.unit - pricing.bound;
    let over = gap;
    let near = this.near(pricing, over, most);
    while (near === null) {
      over *= 0.7;
      near = this.near(pricing, over, most);
    }
    for (const { block, variables } of near) pool.add(block, variables);
    const before = this.value;
    const bound = await this.choose(this.within(pool, pricing, gap));
    if (over === gap) this.prove(Math.min(before, bound));
  }

  private near(
    pricing: Pricing,
    over: number,
    most: number,
  ): { block: number; variables: number[] }[] | null {
    const all: { block: number; variables: number[] }[] = [];
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
