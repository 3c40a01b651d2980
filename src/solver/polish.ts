import { completeSwitches } from "../program/complete-switches.js";
import type { Point, Program } from "../program/program.js";
import { Neighbourhoods } from "./neighbourhood.js";
import { Random } from "./search/random.js";
import type { Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { JobResult, MipJob } from "./thread/messages.js";

/** Branch-and-bound nodes of a part: parts that need more are too large to be worth it. */
const partNodes = 60;
const smallestPart = 300;

/**
 * Fix and optimise: again and again frees a part of the choices around the incumbent, one part a thread, and lets HiGHS
 * solve it while all else stays. Parts grow when they are solved and shrink when a limit strikes.
 */
export class Polisher {
  private size: number;
  private readonly neighbourhoods: Neighbourhoods;
  private readonly program: Program;

  constructor(
    private readonly session: Session,
    private readonly tier: number,
    firstSize: number,
  ) {
    this.program = session.request.program;
    this.size = firstSize;
    this.neighbourhoods = new Neighbourhoods(this.program, new Random(session.request.seed));
  }

  /** One round on each of the hands. False when a thread failed. */
  async round(hands: readonly Hand[], nodes = partNodes): Promise<boolean> {
    const { ledger } = this.session;
    const base = ledger.point!;
    const taken = new Uint8Array(this.program.choices.length);
    const jobs: (readonly [Hand, MipJob])[] = [];
    for (const hand of hands) {
      const free = this.neighbourhoods.grow(this.size, taken);
      if (!free.includes(1)) continue;
      for (let c = 0; c < free.length; c++) if (free[c] === 1) taken[c] = 1;
      jobs.push([hand, this.job(base, free, nodes)]);
    }
    const results = await this.session.runAll(jobs, "polish");
    for (const result of results) this.learn(result);
    ledger.offer(merge(this.program, base, results));
    return results.every((result) => result !== null);
  }

  private job(start: Point, free: Uint8Array, nodes: number): MipJob {
    const { request, ledger } = this.session;
    return {
      task: "mip",
      ...ledger.step(this.tier),
      start,
      free,
      seed: request.seed,
      gap: 0,
      nodes,
      presolve: true,
      milliseconds: this.session.remaining(),
    };
  }

  private learn(result: JobResult | null): void {
    if (result === null) return;
    const factor = result.status === "solved" ? 1.1 : 0.8;
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
