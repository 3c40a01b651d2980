import { completeSwitches } from "../program/complete-switches.js";
import { Ledger } from "./ledger.js";
import type { Outcome, Progress, SolveContext, SolveRequest, Termination } from "./solver.js";
import { Hand, type JobEnd } from "./thread/hand.js";
import type { Job, JobResult } from "./thread/messages.js";
import { type PackedProgram, packProgram } from "./thread/pack.js";

/** One call of `solve`: its clock, its threads, its ledger, and what went wrong. */
export class Session {
  readonly ledger: Ledger;
  readonly troubles: string[] = [];
  /** Set when two routes agree that there is no point. */
  infeasible = false;
  private readonly started: number;
  private readonly packed: PackedProgram;
  private readonly hands: Hand[] = [];

  constructor(
    readonly request: SolveRequest,
    private readonly context: SolveContext,
    private readonly solver: string,
  ) {
    this.started = context.now();
    this.packed = packProgram(request.program);
    this.ledger = new Ledger(request.program);
    const { program, start } = request;
    if (start !== null && start.length === program.variableCount) {
      this.ledger.offer(completeSwitches(program, start));
    }
    this.ledger.offer(new Uint8Array(program.variableCount));
  }

  /** A new thread that knows the program. */
  hand(): Hand {
    const hand = new Hand(this.context.startThread(), this.packed, this.context.signal);
    this.hands.push(hand);
    return hand;
  }

  /** True when the clock or the user wants an end. */
  over(): boolean {
    return this.context.signal.aborted || this.remaining() === 0;
  }

  /** Milliseconds until the time limit, null without one. */
  remaining(): number | null {
    const limit = this.request.timeLimitSeconds;
    if (limit === null) return null;
    return Math.max(0, limit * 1000 - (this.context.now() - this.started));
  }

  /**
   * Runs a job. What it finds is checked into the ledger at its end, so that the order in which threads report can't
   * change the answer; the reports on its way only count when the job never ends properly.
   */
  async run(hand: Hand, job: Job, phase: Progress["phase"]): Promise<JobResult | null> {
    const points: Uint8Array[] = [];
    let bound: number | null = null;
    const end = await hand.run(job, (report) => {
      if (report.kind === "incumbent") points.push(report.point);
      if (report.kind === "bound") bound = report.bound;
      this.progress(phase);
    });
    const result = this.settle(end, points, job, bound);
    this.progress(phase);
    return result;
  }

  private settle(
    end: JobEnd,
    points: readonly Uint8Array[],
    job: Job,
    bound: number | null,
  ): JobResult | null {
    if (end.kind === "done") {
      this.ledger.offer(end.result.point);
      if (end.result.detail !== null) this.troubles.push(end.result.detail);
      if ("tier" in job && isWhole(job)) this.ledger.prove(job, end.result.bound);
      return end.result;
    }
    for (const point of points) this.ledger.offer(point);
    if ("tier" in job && isWhole(job)) this.ledger.prove(job, bound);
    if (end.kind === "failed") this.troubles.push(`${job.task}: ${end.detail}`);
    return null;
  }

  /** Tells how far it is. */
  progress(phase: Progress["phase"]): void {
    const seconds = (this.context.now() - this.started) / 1000;
    this.context.onProgress({ phase, seconds, tiers: this.ledger.tiers() });
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.hands.map((hand) => hand.close()));
  }

  /** The answer. `failed`: the solver broke down, rather than reached its limit. */
  outcome(failed: boolean): Outcome {
    const { ledger } = this;
    return {
      termination: this.termination(failed),
      point: ledger.point,
      tiers: ledger.tiers(),
      solver: this.solver,
      detail: this.troubles.length === 0 ? null : [...new Set(this.troubles)].join("; "),
    };
  }

  private termination(failed: boolean): Termination {
    const tiers = this.ledger.tiers();
    if (this.ledger.point !== null) {
      if (tiers.every((tier) => tier.gap === 0)) return "optimal";
      if (tiers.every((tier) => tier.gap <= this.request.gap)) return "within-gap";
    }
    if (this.context.signal.aborted) return "interrupted";
    if (this.ledger.point === null && this.infeasible) return "infeasible";
    if (failed) return "error";
    return this.ledger.point === null ? "no-solution-at-limit" : "feasible-at-limit";
  }
}

/** A bound of a program with some choices fixed says nothing of the whole. */
function isWhole(job: Job): boolean {
  return job.task !== "mip" || job.free === null;
}

/** Runs a pipeline and always ends its threads. A throw of the pipeline becomes an outcome that keeps the point. */
export async function inSession(
  session: Session,
  pipeline: (session: Session) => Promise<boolean>,
): Promise<Outcome> {
  let failed = false;
  try {
    failed = !(await pipeline(session));
  } catch (error) {
    session.troubles.push(error instanceof Error ? error.message : String(error));
    failed = true;
  } finally {
    await session.close();
  }
  return session.outcome(failed);
}
