import { completeSwitches } from "../program/complete-switches.js";
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
 * solve it while all else stays. Parts grow while they are easy and shrink while they are hard.
 */
export class Polisher {
  private size = firstPart;
  private readonly neighbourhoods: Neighbourhoods;
  private readonly program: Program;

  constructor(
    private readonly session: Session,
    private readonly tier: number,
  ) {
    this.program = session.request.program;
    this.neighbourhoods = new Neighbourhoods(this.program, new Random(session.request.seed));
  }

  /** One part on each of the hands. False when a thread failed or was cut off. */
  async round(hands: readonly Hand[], ledger = this.session.ledger): Promise<boolean> {
    const base = ledger.point!;
    const taken = new Uint8Array(this.program.choices.length);
    const jobs: (readonly [Hand, MipJob])[] = [];
    for (const hand of hands) {
      const free = this.neighbourhoods.grow(this.size, taken);
      if (!free.includes(1)) continue;
      for (let c = 0; c < free.length; c++) if (free[c] === 1) taken[c] = 1;
      jobs.push([hand, this.job(ledger.step(this.tier), base, free)]);
    }
    const results = await this.session.runAll(jobs, "polish", ledger);
    for (const result of results) this.learn(result);
    ledger.offer(merge(this.program, base, results));
    return results.every((result) => result !== null);
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
