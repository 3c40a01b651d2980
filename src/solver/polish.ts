import { completeSwitches } from "../program/complete-switches.js";
import { rowSlack } from "../program/evaluate.js";
import type { Point, Program } from "../program/program.js";
import type { Ledger } from "./ledger.js";
import { Neighbourhoods } from "./neighbourhood.js";
import { Partition } from "./partition.js";
import { Random } from "./search/random.js";
import type { Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { JobResult, MipJob } from "./thread/messages.js";

/** Simplex iterations that a part may take, and the range in which its size is right. */
const partIterations = 6000;
const easyPart = 1500;
const hardPart = 4000;
/** Variables of a part. */
const firstPart = 1200;
const smallestPart = 300;

/** Vertices whose support is joined, at first and at most, and simplex iterations for the program over it. */
const fewVertices = 2;
const manyVertices = 5;
const supportIterations = 20_000;
/** Variables of the part over whose relaxation to look; a program that is not much larger is looked at as a whole. */
const firstSupport = 12_000;
const smallestSupport = 3000;
const almostWhole = 1.3;
/** Sets the seeds of support jobs apart from those of other runs. */
const supportSeeds = 1009;

/**
 * Betters the incumbent by integer programs over a small part of the variables, while all else stays as it is. Two kinds
 * of parts:
 * - all that the vertices of the tier's relaxation use (see `jointSupport`), of the whole or of a large part;
 * - all variables of a small part of the choices. Such parts grow while they are easy and shrink while they are hard.
 *
 * Parts begin, by turns, where a row is broken, where the relaxation disagrees with the incumbent (Danna, Rothberg & Le
 * Pape 2005, Exploring relaxation induced neighborhoods), and where no part has been.
 */
export class Polisher {
  /** Iterations that the finished jobs took. */
  work = 0;
  private size = firstPart;
  private turn = 0;
  private supports = 0;
  private supportSize = firstSupport;
  private vertices = fewVertices;
  private readonly neighbourhoods: Neighbourhoods;
  private readonly stages: Partition | null;
  private readonly program: Program;
  private readonly random: Random;

  /** @param relaxed values of the variables in the relaxation of the tier, null when unknown */
  constructor(
    private readonly session: Session,
    private readonly tier: number,
    private readonly relaxed: Float64Array | null,
  ) {
    this.program = session.request.program;
    this.random = new Random(session.request.seed);
    this.neighbourhoods = new Neighbourhoods(this.program, this.random);
    this.stages = Partition.of(this.program, this.program.stages, this.random);
  }

  /** One small part on each of the hands. False when a thread failed or was cut off. */
  async round(hands: readonly Hand[], ledger = this.session.ledger): Promise<boolean> {
    const taken = new Uint8Array(this.program.choices.length);
    const base = ledger.point!;
    const parts = hands.map(() => this.part(this.size, taken, base));
    const jobs = parts.flatMap((free) => (free.includes(1) ? [this.job(ledger, free)] : []));
    const results = await this.solve(hands, jobs, ledger);
    for (const result of results) this.learn(result);
    return results.every((result) => result !== null);
  }

  /** The joint support of a few vertices on each of the hands. False when a thread failed or was cut off. */
  async support(hands: readonly Hand[], ledger = this.session.ledger): Promise<boolean> {
    const taken = new Uint8Array(this.program.choices.length);
    const before = ledger.point!;
    const whole = this.supportParts === 1;
    const { seed } = this.session.request;
    const parts = hands
      .map(() => (whole ? null : this.largePart(taken, before)))
      .filter((free) => free === null || free.includes(1));
    const jobs = parts.map((free) => ({
      ...this.job(ledger, free),
      vertices: this.vertices,
      seed: seed + supportSeeds * ++this.supports,
      iterations: supportIterations,
    }));
    const results = await this.solve(hands, jobs, ledger);
    this.learnSupport(results, ledger.point !== before);
    return results.every((result) => result !== null);
  }

  /** How many parts of the size for supports there are in the program. */
  get supportParts(): number {
    const parts = this.program.variableCount / this.supportSize;
    return parts <= almostWhole ? 1 : Math.ceil(parts);
  }

  private async solve(
    hands: readonly Hand[],
    jobs: readonly MipJob[],
    ledger: Ledger,
  ): Promise<(JobResult | null)[]> {
    const base = ledger.point!;
    const pairs = jobs.map((job, k) => [hands[k]!, job] as const);
    const results = await this.session.runAll(pairs, "polish", ledger);
    ledger.offer(merge(this.program, base, results));
    for (const result of results) this.work += result?.work ?? 0;
    return results;
  }

  /** The choices of a part that has none of those taken already; they are taken then. */
  private part(size: number, taken: Uint8Array, base: Point): Uint8Array {
    return take(this.neighbourhoods.grow(size, taken, this.seeds(base)), taken);
  }

  /** Whole stages where there are any: a program over them is solved sooner than others of its size. */
  private largePart(taken: Uint8Array, base: Point): Uint8Array {
    if (this.stages === null) return this.part(this.supportSize, taken, base);
    return take(this.stages.take(this.supportSize, taken), taken);
  }

  /** Where the next part begins; nothing: where no part has been. */
  private seeds(base: Point): readonly number[] {
    const turn = this.turn++ % 3;
    if (turn === 0) return this.brokenRow(base);
    return turn === 1 && this.relaxed !== null ? this.disagreeing(base, this.relaxed) : [];
  }

  /** The choices of a random row that the point breaks in this tier, in random order. */
  private brokenRow(base: Point): readonly number[] {
    const { rows } = this.program;
    const broken = rows.flatMap((row, r) =>
      row.tier === this.tier && rowSlack(row, base) > 0 ? [r] : [],
    );
    if (broken.length === 0) return [];
    const tied = this.neighbourhoods.tied(broken[this.random.below(broken.length)]!);
    return this.random.shuffled([...tied]);
  }

  /** Half of the choices in which the relaxation wants something else than the point has, in random order. */
  private disagreeing(base: Point, relaxed: Float64Array): readonly number[] {
    const found = this.program.choices.flatMap((choice, c) => {
      let agreed = 1;
      for (const variable of choice) {
        agreed += base[variable] === 1 ? relaxed[variable]! - 1 : 0;
      }
      const idle = !choice.some((variable) => base[variable] === 1);
      if (idle) for (const variable of choice) agreed -= relaxed[variable]!;
      return agreed < 0.5 ? [c] : [];
    });
    return this.random.shuffled(found).slice(0, Math.ceil(found.length / 2));
  }

  /** The tier's step over the free choices, all when null, from the ledger's point. */
  private job(ledger: Ledger, free: Uint8Array | null): MipJob {
    return partJob(this.session, this.tier, free, partIterations, ledger);
  }

  /** Supports grow while they are solved to their end, in breadth and then in depth, and shrink while they are not. */
  private learnSupport(results: readonly (JobResult | null)[], better: boolean): void {
    const solved = results.every((result) => result?.status === "solved");
    if (!solved) this.supportSize = Math.max(smallestSupport, this.supportSize * 0.85);
    else if (this.supportParts > 1) this.supportSize *= 1.25;
    else if (!better) this.vertices = Math.min(manyVertices, this.vertices + 1);
  }

  private learn(result: JobResult | null): void {
    if (result === null) return;
    const factor = result.work < easyPart ? 1.1 : result.work > hardPart ? 0.85 : 1;
    this.size = Math.max(smallestPart, Math.min(this.program.variableCount, this.size * factor));
  }
}

/** A tier's step over the free choices, all when null, from the ledger's point. */
export function partJob(
  session: Session,
  tier: number,
  free: Uint8Array | null,
  iterations: number,
  ledger = session.ledger,
): MipJob {
  return {
    task: "mip",
    ...ledger.step(tier),
    start: ledger.point,
    free,
    vertices: 0,
    seed: session.request.seed,
    gap: 0,
    iterations,
    stall: null,
    presolve: "full",
    jump: true,
    milliseconds: session.remaining(),
  };
}

/** Rounds until done, too many, or too many in a row without a better point. False when a thread failed. */
export async function whileBetter(
  ledger: Ledger,
  rounds: number,
  idleRounds: number,
  done: () => boolean,
  work: (round: number) => Promise<boolean>,
): Promise<boolean> {
  let idle = 0;
  for (let round = 0; round < rounds && idle < idleRounds && !done(); round++) {
    const { point } = ledger;
    if (!(await work(round))) return false;
    idle = ledger.point === point ? idle + 1 : 0;
  }
  return true;
}

/** Marks a part as taken, and returns it. */
function take(part: Uint8Array, taken: Uint8Array): Uint8Array {
  for (let c = 0; c < part.length; c++) if (part[c] === 1) taken[c] = 1;
  return part;
}

/** The base with the changes of all results together. */
function merge(program: Program, base: Point, results: readonly (JobResult | null)[]): Point {
  const merged = base.slice();
  for (const result of results) {
    if (!result?.point) continue;
    for (let v = 0; v < merged.length; v++) {
      if (result.point[v] !== base[v]) merged[v] = result.point[v]!;
    }
  }
  return completeSwitches(program, merged);
}
