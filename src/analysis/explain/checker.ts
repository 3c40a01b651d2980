import { tierValues } from "../../program/evaluate.js";
import { mipIterations } from "../../solver/backends/highs.js";
import { Session } from "../../solver/session.js";
import type { SolveContext } from "../../solver/solver.js";
import type { Hand } from "../../solver/thread/hand.js";
import type { ConflictProgram } from "./conflict-program.js";

/** Stops HiGHS as soon as it is clear whether tier 1 is 0: any bound above 0 is proof enough that it isn't. */
const anyBound = 0.999;

/** Answers, on one thread that stays warm, whether some of the items of a conflict program can hold together. */
export class Checker {
  /** Solver runs so far. */
  runs = 0;
  private readonly session: Session;
  private readonly hand: Hand;

  constructor(
    private readonly conflict: ConflictProgram,
    context: SolveContext,
    timeLimitSeconds: number | null,
    private readonly seed: number,
  ) {
    const request = {
      program: conflict.program,
      start: null,
      seed,
      effort: 1,
      gap: 0,
      timeLimitSeconds,
    };
    this.session = new Session(request, { ...context, onProgress: () => {} }, "highs");
    this.hand = this.session.hand();
  }

  /** True: the kept items (by index) can hold together with the target. False: proven that not. Null: not known. */
  async canHold(kept: ReadonlySet<number>): Promise<boolean | null> {
    if (this.session.over()) return null;
    this.runs++;
    const { program, letGo, choiceOf } = this.conflict;
    const start = new Uint8Array(program.variableCount);
    const free = new Uint8Array(program.choices.length).fill(1);
    for (const [index, variable] of letGo.entries()) {
      start[variable] = kept.has(index) ? 0 : 1;
      free[choiceOf[index]!] = 0;
    }
    // Where nobody could come at all there is nothing to solve, and HiGHS takes no program without columns.
    if (letGo.length === program.variableCount) return tierValues(program, start)[0] === 0;
    const result = await this.session.run(
      this.hand,
      {
        task: "mip",
        tier: 1,
        limits: [],
        start,
        free,
        vertices: 0,
        seed: this.seed,
        gap: anyBound,
        iterations: mipIterations(program.variableCount, 1),
        stall: null,
        presolve: "full",
        jump: true,
        milliseconds: this.session.remaining(),
      },
      "integer-program",
    );
    if (result === null) return null;
    if (result.point !== null && tierValues(program, result.point)[0] === 0) return true;
    return result.bound !== null && result.bound > 0 ? false : null;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.session.close();
  }
}
