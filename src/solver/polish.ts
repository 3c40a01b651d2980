import { completeSwitches } from "../program/complete-switches.js";
import { rowSlack } from "../program/evaluate.js";
import type { Point, Program } from "../program/program.js";
import { Neighbourhoods } from "./neighbourhood.js";
import { Random } from "./search/random.js";
import type { Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { JobResult, MipJob, Step } from "./thread/messages.js";

/** Simplex iterations that a part may take, and the range in which its size is right. */
const partIterations = 6000;
const easyPart = 1500;
const hardPart = 4000;
/** Variables of a part. */
const firstPart = 1200;
const smallestPart = 300;

/**
 * Fix and optimise: again and again frees a part of the choices around the incumbent, one part a thread, and lets HiGHS
 * solve it while all else stays. Parts grow while they are easy and shrink while they are hard. They begin, by turns,
 * where a row is broken, where the relaxation disagrees with the incumbent (Danna, Rothberg & Le Pape 2005, Exploring
 * relaxation induced neighborhoods), and where no part has been.
 */
export class Polisher {
  private size = firstPart;
  private turn = 0;
  private readonly neighbourhoods: Neighbourhoods;
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
  }

  /** One part on each of the hands. False when a thread failed or was cut off. */
  async round(hands: readonly Hand[], ledger = this.session.ledger): Promise<boolean> {
    const base = ledger.point!;
    const taken = new Uint8Array(this.program.choices.length);
    const jobs: (readonly [Hand, MipJob])[] = [];
    for (const hand of hands) {
      const free = this.neighbourhoods.grow(this.size, taken, this.seeds(base));
      if (!free.includes(1)) continue;
      for (let c = 0; c < free.length; c++) if (free[c] === 1) taken[c] = 1;
      jobs.push([hand, this.job(ledger.step(this.tier), base, free)]);
    }
    const results = await this.session.runAll(jobs, "polish", ledger);
    for (const result of results) this.learn(result);
    ledger.offer(merge(this.program, base, results));
    return results.every((result) => result !== null);
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
    return this.shuffled([...tied]);
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
    return this.shuffled(found).slice(0, Math.ceil(found.length / 2));
  }

  private shuffled(list: number[]): number[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.random.below(i + 1);
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
    return list;
  }

  private job(step: Step, start: Point, free: Uint8Array): MipJob {
    const { request } = this.session;
    return {
      task: "mip",
      ...step,
      start,
      free,
      seed: request.seed,
      gap: 0,
      iterations: partIterations,
      stall: null,
      presolve: true,
      milliseconds: this.session.remaining(),
    };
  }

  private learn(result: JobResult | null): void {
    if (result === null) return;
    const factor = result.work < easyPart ? 1.1 : result.work > hardPart ? 0.85 : 1;
    this.size = Math.max(smallestPart, Math.min(this.program.variableCount, this.size * factor));
  }
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
