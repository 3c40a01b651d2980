import { completeSwitches } from "../program/complete-switches.js";
import { compareTiers } from "../program/evaluate.js";
import type { Point } from "../program/program.js";
import { jobKey, programKey } from "./journal.js";
import { Ledger } from "./ledger.js";
import type { Outcome, Progress, SolveContext, SolveRequest, Termination } from "./solver.js";
import { Hand, type JobEnd } from "./thread/hand.js";
import type { Job, JobResult } from "./thread/messages.js";
import { type PackedProgram, packProgram } from "./thread/pack.js";

/** Threads that work at once unless a caller says how many. */
const usualThreads = 2;

/** The hands of a whole solver. */
export type Hands = readonly [Hand, Hand, ...Hand[]];

/** One call of `solve`: its clock, its threads, its ledger, and what went wrong. */
export class Session {
  readonly ledger: Ledger;
  readonly troubles: string[] = [];
  /** Set when two routes agree that there is no point. */
  infeasible = false;
  private readonly started: number;
  private readonly packed: PackedProgram;
  private readonly hands: Hand[] = [];
  private readonly permits: Permits;
  private programKey: string | null = null;
  /** The best tier values that a thread reported on the way; the point itself enters the ledger when its job ends. */
  private seen: readonly number[] | null = null;

  constructor(
    readonly request: SolveRequest,
    private readonly context: SolveContext,
    private readonly solver: string,
    /** Whether nothing at all is worth having as a point: it is admissible in most programs. */
    empty: "empty-point" | "no-empty-point" = "empty-point",
  ) {
    this.started = context.now();
    this.packed = packProgram(request.program);
    this.ledger = new Ledger(request.program);
    this.permits = new Permits(context.threads ?? usualThreads);
    const { program, start, proved = [] } = request;
    for (const proof of proved) this.ledger.prove(proof, proof.bound);
    if (start !== null && start.length === program.variableCount) {
      this.ledger.offer(completeSwitches(program, start));
    }
    if (empty === "empty-point") this.ledger.offer(new Uint8Array(program.variableCount));
  }

  /** A new thread that knows the program. */
  hand(): Hand {
    const hand = new Hand(this.context.startThread(), this.packed, this.context.signal);
    this.hands.push(hand);
    return hand;
  }

  /** Hands for a whole solver: two, or as many as threads may work at once if that is more. */
  allHands(): Hands {
    const more = Math.max(0, (this.context.threads ?? usualThreads) - 2);
    return [this.hand(), this.hand(), ...Array.from({ length: more }, () => this.hand())];
  }

  /** True when the clock or the user wants an end. */
  over(): boolean {
    return this.context.signal.aborted || this.remaining() === 0;
  }

  /** True when every tier is proved to be within the wanted gap. */
  done(): boolean {
    const tiers = this.ledger.tiers();
    return tiers.length > 0 && tiers.every(({ gap }) => gap <= this.request.gap);
  }

  /** Milliseconds until the time limit, null without one. */
  remaining(): number | null {
    const limit = this.request.timeLimitSeconds;
    if (limit === null) return null;
    return Math.max(0, limit * 1000 - (this.context.now() - this.started));
  }

  /** Runs a job; null when its thread failed or was cut off. */
  async run(hand: Hand, job: Job, phase: Progress["phase"]): Promise<JobResult | null> {
    const [result] = await this.runAll([[hand, job]], phase);
    return result ?? null;
  }

  /**
   * Runs jobs side by side, one a thread. What they find enters the ledger when all have ended, in the order of the
   * jobs, so that the threads' speed can't change the answer; reports on the way only count when a job is cut off.
   */
  async runAll(
    jobs: readonly (readonly [Hand, Job])[],
    phase: Progress["phase"],
    ledger = this.ledger,
  ): Promise<(JobResult | null)[]> {
    const tell = (values?: readonly number[]) => {
      if (values !== undefined) this.note(values);
      this.progress(phase, ledger);
    };
    tell();
    const traces = await Promise.all(jobs.map(([hand, job]) => this.trace(hand, job, tell)));
    const results = traces.map((one) => this.settle(one, ledger));
    tell();
    return results;
  }

  private settle({ job, end, points, bound }: Trace, ledger = this.ledger): JobResult | null {
    if (end.kind === "done") {
      ledger.offer(end.result.point);
      const { detail } = end.result;
      // That a program can't be taken apart is no trouble: there are other ways. That it is too large to be is news.
      const expected = job.task === "columns" && end.result.status === "refused";
      if (detail !== null && !expected) this.troubles.push(detail);
      if ("tier" in job && isWhole(job)) ledger.prove(job, end.result.bound);
      return end.result;
    }
    for (const point of points) ledger.offer(point);
    if ("tier" in job && isWhole(job)) ledger.prove(job, bound);
    if (end.kind === "failed") this.troubles.push(`${job.task}: ${end.detail}`);
    return null;
  }

  /**
   * Runs one long job beside a series of short ones, both of which may close a tier. Whoever needs less work wins, counted
   * in iterations and not in seconds, and what the other found is forgotten: so the threads' speed changes nothing. When
   * neither closes it, both count, the long one first.
   */
  async race(long: readonly [Hand, Job], others: readonly Hand[], rival: Rival): Promise<void> {
    const [hand, job] = long;
    const side = this.ledger.copy();
    let solvedAt: number | null = null;
    const run = async () => {
      const one = await this.trace(hand, job, () => {});
      if (one.end.kind !== "done" || one.end.result.status !== "solved") return one;
      solvedAt = one.end.result.work;
      for (const other of others) other.limitWork(Math.max(1, solvedAt - rival.work()));
      return one;
    };
    // On a single thread the series goes first, and says how much the long job need be tried.
    const running = this.permits.most > 1 ? run() : null;
    const late = () => solvedAt !== null && rival.work() >= solvedAt;
    await rival.series(side, () => late() || this.over());
    const closed = rival.closed(side);
    if (closed) hand.limitWork(Math.max(1, rival.work()));
    const one = await (running ?? run());
    const seriesWins = closed && !late();
    if (!seriesWins) this.settle(one);
    if (seriesWins || solvedAt === null) this.ledger.offer(side.point);
    this.progress("integer-program");
  }

  /** Has a job done, when a thread may work, or recalls what came of it. */
  private async trace(
    hand: Hand,
    job: Job,
    tell: (values?: readonly number[]) => void,
  ): Promise<Trace> {
    const { journal } = this.context;
    const key = journal === undefined ? "" : this.keyOf(job);
    const known = journal?.recall(key) ?? null;
    if (known !== null)
      return { job, end: { kind: "done", result: known }, points: [], bound: null };
    const points: Point[] = [];
    let bound: number | null = null;
    const end = await this.permits.with(() =>
      hand.run(job, (report) => {
        if (report.kind === "incumbent") points.push(report.point);
        if (report.kind === "bound") bound = report.bound;
        tell(report.kind === "bound" ? undefined : report.values);
      }),
    );
    // What a clock or a stop cut short would be done further by a run that goes on.
    const whole = end.kind === "done" && end.result.status !== "stopped" && !this.over();
    if (whole) journal?.record(key, end.result);
    return { job, end, points, bound };
  }

  private keyOf(job: Job): string {
    this.programKey ??= programKey(this.packed);
    return jobKey(this.programKey, job);
  }

  /** Tells how far it is, with the best that any thread has reported. */
  progress(phase: Progress["phase"], ledger = this.ledger): void {
    const seconds = (this.context.now() - this.started) / 1000;
    const better = this.seen !== null && compareTiers(this.seen, ledger.values) < 0;
    const tiers = ledger.tiers(better && this.seen !== null ? this.seen : ledger.values);
    this.context.onProgress({ phase, seconds, tiers });
  }

  private note(values: readonly number[]): void {
    if (this.seen === null || compareTiers(values, this.seen) < 0) this.seen = values;
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

/** A series of short jobs that runs beside a long one. */
export interface Rival {
  /** Runs the series on a ledger of its own until it is done or told to end. */
  series(ledger: Ledger, ended: () => boolean): Promise<void>;
  /** Iterations that its finished jobs took. */
  work(): number;
  /** True when the ledger has what both are after. */
  closed(ledger: Ledger): boolean;
}

/** A job with all that it told. */
interface Trace {
  readonly job: Job;
  readonly end: JobEnd;
  readonly points: readonly Point[];
  readonly bound: number | null;
}

/** A bound of a program with some variables fixed says nothing of the whole. */
function isWhole(job: Job): boolean {
  if (job.task === "kernel") return false;
  return job.task !== "mip" || (job.free === null && job.vertices === 0);
}

/** Lets a number of jobs run at once; the others wait in the order in which they came. */
class Permits {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(readonly most: number) {}

  async with<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
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
