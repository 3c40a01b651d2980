import type { Random } from "../search/random.js";
import type { Master } from "./master.js";
import { cheapestLabels, complete, type PricedBlock } from "./pricing.js";

/** Blocks that are settled anew at once: so many at least and at most. */
const fewest = 2;
const most = 4;
/** How much chance the cost of a variable gets while blocks are settled anew, in units of cost. */
const noise = 1;
/** How much worse a step may be, in units of cost: at the beginning of a round, and at its end. */
const hot = 12;
const cold = 0.3;
/** What breaking a rigid row costs, in units of cost. */
const forbidden = 1e7;

/** What settling blocks anew works on. */
export interface RecreateTask {
  readonly master: Master;
  readonly blocks: readonly PricedBlock[];
  /** Prices of the linking rows, for those blocks that are settled first. */
  readonly multipliers: Float64Array;
  readonly random: Random;
  /** Arcs to price at most: the measure of the work. */
  readonly arcs: number;
  stopped(): boolean;
  /** Variables that are 1 at a point that costs less than all before. @returns true to end */
  found(variables: readonly number[]): boolean;
}

/** A block settled: its variables that are 1, and what they cost by themselves. */
interface Way {
  readonly variables: readonly number[];
  readonly cost: number;
}

/**
 * Local search over whole ways (ruin and recreate, Schrimpf et al. 2000): takes the ways of a few blocks away and settles
 * them anew one after another, each exactly against what the linking rows still ask. The first ones, whose fellows are still
 * missing, listen to the prices too. Worse points are taken at first and less and less later.
 */
export function recreate(task: RecreateTask, start: readonly (readonly number[])[]): void {
  new Recreate(task, start).run();
}

class Recreate {
  private readonly activity: Float64Array;
  private readonly ways: Way[];
  private readonly costs: Float64Array;
  /** What a unit over each row's limit costs. */
  private readonly weights: Float64Array;
  private readonly unit: number;
  private value: number;
  private best: number;
  private spent = 0;

  constructor(
    private readonly task: RecreateTask,
    start: readonly (readonly number[])[],
  ) {
    const { master } = task;
    this.unit = Math.max(1, master.step.unit);
    this.weights = new Float64Array(master.rows.length).fill(forbidden * this.unit);
    for (const { cost, entries } of master.fixed) this.weights[entries[0]![0]] = cost;
    this.costs = new Float64Array(master.program.variableCount);
    this.activity = new Float64Array(master.rows.length);
    this.ways = start.map((variables, b) => {
      const { cost } = master.column(b, variables);
      return { variables, cost };
    });
    for (const { variables } of this.ways) this.move(variables, 1);
    this.value = this.total();
    this.best = this.value;
  }

  run(): void {
    const { stopped, arcs } = this.task;
    while (this.spent < arcs && !stopped()) {
      const heat = this.unit * hot * (cold / hot) ** (this.spent / arcs);
      if (this.step(heat)) return;
    }
  }

  /** Settles some blocks anew. @returns true when told to end */
  private step(heat: number): boolean {
    const { random } = this.task;
    const chosen = this.someBlocks();
    const former = chosen.map((b) => this.ways[b]!);
    for (const { variables } of former) this.move(variables, -1);
    for (const [k, b] of chosen.entries()) {
      const listening = (chosen.length - 1 - k) / chosen.length;
      this.ways[b] = this.settle(b, listening);
      this.move(this.ways[b]!.variables, 1);
    }
    const value = this.total();
    if (value > this.value - heat * Math.log(1 - random.unit())) {
      for (const [k, b] of chosen.entries()) {
        this.move(this.ways[b]!.variables, -1);
        this.move(former[k]!.variables, 1);
        this.ways[b] = former[k]!;
      }
      return false;
    }
    this.value = value;
    if (value > this.best - this.unit / 2) return false;
    this.best = value;
    return this.task.found(this.ways.flatMap(({ variables }) => variables));
  }

  private someBlocks(): number[] {
    const { random, blocks } = this.task;
    const count = Math.min(blocks.length, fewest + random.below(most - fewest + 1));
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(random.below(blocks.length));
    return [...chosen];
  }

  /** The cheapest way of a block by what the rows still ask, in part by their prices, and by chance. */
  private settle(b: number, listening: number): Way {
    const { master, blocks, multipliers, random } = this.task;
    const block = blocks[b]!;
    const own = master.step.costs;
    for (const v of block.variables) {
      let cost = own[v]!;
      for (const [row, amount] of master.entriesOf(v)) {
        const now = this.over(row, amount) - this.over(row, 0);
        cost += (1 - listening) * now - listening * multipliers[row]! * amount;
      }
      this.costs[v] = cost + noise * this.unit * random.unit();
    }
    this.spent += block.diagram.arcTo.length;
    const labels = cheapestLabels(block, complete(block, this.costs));
    const variables: number[] = [];
    let cost = 0;
    for (const label of labels) {
      cost += label.cost;
      for (const local of label.locals) variables.push(block.variables[local]!);
    }
    for (const v of variables) cost += own[v]!;
    return { variables, cost };
  }

  private over(row: number, more: number): number {
    const { limit } = this.task.master.rows[row]!;
    return this.weights[row]! * Math.max(0, this.activity[row]! + more - limit);
  }

  private total(): number {
    let sum = this.task.master.step.offset;
    for (const { cost } of this.ways) sum += cost;
    for (let row = 0; row < this.activity.length; row++) sum += this.over(row, 0);
    return sum;
  }

  private move(variables: readonly number[], sign: number): void {
    for (const v of variables) {
      for (const [row, amount] of this.task.master.entriesOf(v))
        this.activity[row]! += sign * amount;
    }
  }
}
