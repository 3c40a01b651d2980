import type { Point } from "../program/program.js";
import { searchJob, searchMoves } from "./backends/search.js";
import { tierUnit } from "./bounds.js";
import { Polisher, partJob, whileBetter } from "./polish.js";
import type { Relaxations } from "./relaxations.js";
import { Random } from "./search/random.js";
import type { Hands, Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { JobResult, KernelJob, MipJob, NearJob } from "./thread/messages.js";
import { Windows } from "./windows.js";

/** Moves of a search from a given point, as a share of what the search alone would get. */
const searchShare = 0.05;
/** How hot a search from a given point begins: cool, since such a point is mostly good. */
const heat = 0.15;
/** Simplex iterations for the proof at effort 1. */
const proofIterations = 100_000;
/** Variables with which the last tier has a chance of a proof: so many, or this part of all. */
const fewVariables = 3000;
const provable = 0.67;

/** Windows and small parts at effort 1, simplex iterations for each window, and those without a better point in a row. */
const mostRounds = 240;
const windowIterations = 24_000;
const patience = { early: 5, near: 7, far: 10 };
/** Sets the seed of windows apart from those of searches. */
const windowSeeds = 1;

/** A kernel to look in, and its simplex iterations at effort 1. */
interface Look extends Pick<KernelJob, "choice" | "root"> {
  readonly iterations: number;
}

/** Steps of the cost between the best point and the bound up to which there are few. */
const fewSteps = 20;
/** A variable that costs no more steps than this beyond the bound is as good as any: a kernel that lacks many lacks good points. */
const cheapSteps = 5;
/** Variables of least reduced cost that hardly ever lack what the best points use. */
const wide = { by: "reduced-cost", count: 1500 } as const;
/** Where few steps are missing, as of a program that is like another whose solution is known. */
const finishing: Look = { choice: wide, root: "simplex", iterations: 48_000 };
/** Where many are: small kernels gain the most of them in the least time. */
const [tiny, small]: readonly [Look, Look] = [gaining(0.3), gaining(0.1)];
/** The wide one in the last tier, with more work: it holds what small ones lack, and where it is solved to its end windows are saved. */
const deep: Look = { ...finishing, iterations: 150_000 };

function gaining(over: number): Look {
  return { choice: { by: "value", over }, root: "interior-point", iterations: 32_000 };
}

/**
 * A short cool search from a given point that is mostly good, such as the rota of a like case: where the point is not
 * admissible, or the first tier can be bettered.
 */
export async function searchFromStart(session: Session, [, hand]: Hands): Promise<void> {
  const { ledger, request } = session;
  if (ledger.point !== null && ledger.closed(1, request.gap)) return;
  await searched(session, hand, request.seed, null);
}

/**
 * Closes a tier from a point that is mostly good, the cheapest means first, until one leaves nothing open:
 * 1. where few steps are missing to what was proved beforehand, windows (see windows.ts) around the rows that are broken;
 * 2. the relaxation, and a search that it guides; then such windows again;
 * 3. unless only one step is missing, integer programs over kernels (see highs/kernel.ts): few variables, among which the best
 *    points mostly are;
 * 4. the integer program over what points better than this one use (see highs/near.ts): it betters it, or proves that
 *    nothing does;
 * 5. windows over everything, unless the wide kernel was solved to its end.
 *
 * A small program, and one without stages, has small parts (see polish.ts) in place of the last windows.
 *
 * @returns false when a thread failed or was cut off
 */
export async function approach(
  session: Session,
  hands: Hands,
  relaxations: Relaxations,
  tier: number,
): Promise<boolean> {
  return new Approach(session, hands, relaxations, tier).run();
}

/** The ways to close one tier from a good point. */
class Approach {
  /** What any of the points uses that were met on the way. */
  private readonly kept: Uint8Array;
  /** True when the last kernel was solved to its end. */
  private lookedThrough = false;
  /** True when there is nothing better in the wide kernel. */
  private exhausted = false;
  /** The point than which a better one was looked for by proof. */
  private proved: Point | null = null;
  /** Null when the program is small or has no stages. */
  private readonly parts: Windows | null;
  /** Reduced costs of the variables in the relaxation; null before it is solved. */
  private reduced: Float64Array | null = null;
  /** The one that keeps the relaxation: all but small parts is one job after another. */
  private readonly hand: Hand;

  constructor(
    private readonly session: Session,
    private readonly hands: Hands,
    private readonly relaxations: Relaxations,
    private readonly tier: number,
  ) {
    const { program, seed } = session.request;
    this.kept = session.ledger.point!.slice();
    this.hand = hands[1];
    this.parts = Windows.of(program, tier, new Random(seed + windowSeeds));
  }

  async run(): Promise<boolean> {
    const { ledger, request } = this.session;
    if (!(await this.windows("early"))) return false;
    if (this.done()) return true;
    const relaxation = await this.relaxations.of(ledger.step(this.tier));
    if (relaxation === null) return false;
    const { relaxed } = relaxation;
    this.reduced = relaxation.reduced;
    if (this.done() || relaxed === null) return true;
    const search = await searched(this.session, this.hand, request.seed + 1, relaxed);
    if (!this.took(search)) return false;
    if (!(await this.windows("near"))) return false;
    // One step away there is hardly a better point to look for, and the proof would find it.
    if (this.missing() <= 1 && !(await this.proof())) return false;
    if (!(await this.kernels())) return false;
    if (!(await this.proof())) return false;
    if (this.exhausted) return true;
    return this.parts === null ? this.smallParts(relaxed) : this.windows("far");
  }

  /** Kernels, as many steps as are missing: near the bound the wide one alone. False when a thread failed. */
  private async kernels(): Promise<boolean> {
    if (this.few()) return this.look(finishing);
    if (!(await this.look(tiny))) return false;
    if (this.tier < this.session.request.program.tierCount) {
      if (!(await this.look(small))) return false;
      return this.few() ? this.look(finishing) : true;
    }
    const tinyLookedThrough = this.lookedThrough;
    const { point } = this.session.ledger;
    if (this.cheap() <= wide.count && !(await this.look(deep))) return false;
    // The small one holds the tiny one, so it is no easier; where the wide one gained, it held most of what the small one has.
    const hopeful = tinyLookedThrough && this.session.ledger.point === point;
    return hopeful ? this.look(small) : true;
  }

  /** How many variables cost next to nothing beyond the bound. */
  private cheap(): number {
    const most = cheapSteps * tierUnit(this.session.request.program, this.tier);
    return this.reduced?.reduce((sum, cost) => (cost <= most ? sum + 1 : sum), 0) ?? 0;
  }

  /** Steps of the cost between the best point and the bound. */
  private missing(): number {
    const { ledger, request } = this.session;
    const open = ledger.values[this.tier - 1]! - ledger.bound(this.tier);
    return open / tierUnit(request.program, this.tier);
  }

  private done(): boolean {
    const { ledger, request } = this.session;
    return this.session.over() || ledger.closed(this.tier, request.gap);
  }

  /** Keeps what a job found in mind for the kernels that come; false when its thread failed. */
  private took(result: JobResult | null): boolean {
    for (const [v, used] of result?.point?.entries() ?? []) if (used === 1) this.kept[v] = 1;
    return result !== null;
  }

  /** False when the thread failed. */
  private async look({ iterations, ...how }: Look): Promise<boolean> {
    if (this.done() || this.exhausted) return true;
    const job: KernelJob = { ...this.job(iterations), ...how, task: "kernel", kept: this.kept };
    const result = await this.session.run(this.hand, job, "polish");
    this.lookedThrough = result?.status === "solved";
    this.exhausted = this.lookedThrough && how.choice === wide;
    return this.took(result);
  }

  /** Integer programs over windows, until some in a row find nothing better. False when a thread failed. */
  private windows(phase: keyof typeof patience): Promise<boolean> {
    const { parts } = this;
    if (parts === null) return Promise.resolve(true);
    const far = phase === "far";
    const done = () => this.done() || !(far || this.near());
    return this.rounds(patience[phase], done, () => {
      const { point } = this.session.ledger;
      // Far from the bound the reduced costs say little of where there is something to gain.
      const part = far
        ? parts.next(point!, "everywhere", null)
        : parts.next(point!, "broken-rows", this.reduced);
      return part === null ? Promise.resolve(true) : this.window(part);
    });
  }

  private async window(free: Uint8Array): Promise<boolean> {
    const iterations = Math.ceil(this.session.request.effort * windowIterations);
    const job = partJob(this.session, this.tier, free, iterations);
    const window: MipJob = { ...job, presolve: "quick", jump: false };
    return this.took(await this.session.run(this.hand, window, "polish"));
  }

  /** Few steps are missing. Of the last one windows mostly say nothing: there is none to gain, or it takes the whole. */
  private near(): boolean {
    return this.missing() > 1 && this.few();
  }

  private few(): boolean {
    return this.missing() <= fewSteps;
  }

  /** In place of windows over everything: see polish.ts. */
  private smallParts(relaxed: Float64Array): Promise<boolean> {
    const polisher = new Polisher(this.session, this.tier, relaxed);
    const done = () => this.done();
    return this.rounds(patience.far, done, () => polisher.round(this.hands));
  }

  private rounds(idle: number, done: () => boolean, round: () => Promise<boolean>) {
    const { ledger, request } = this.session;
    return whileBetter(ledger, Math.ceil(request.effort * mostRounds), idle, done, round);
  }

  private async proof(): Promise<boolean> {
    const { ledger, request } = this.session;
    if (this.done() || this.proved === ledger.point) return true;
    this.proved = ledger.point;
    const reach = ledger.values[this.tier - 1]! - 1;
    // What a better tier leaves open is in the way of all after it, so it is worth more work.
    const { tierCount, variableCount } = request.program;
    const last = this.tier === tierCount;
    const most = last ? Math.max(fewVariables, provable * variableCount) : variableCount;
    const job: NearJob = { ...this.job(proofIterations), task: "near", reach, most };
    return (await this.session.run(this.hand, job, "integer-program")) !== null;
  }

  /** The tier's step from the best point. */
  private job(iterations: number): Omit<NearJob, "task" | "reach" | "most"> {
    const { ledger, request } = this.session;
    return {
      ...ledger.step(this.tier),
      start: ledger.point!,
      target: ledger.bound(this.tier),
      seed: request.seed,
      gap: request.gap,
      iterations: Math.ceil(request.effort * iterations),
      milliseconds: this.session.remaining(),
    };
  }
}

/** A short search from the best point, or from the request's while there is none or nothing guides it. */
async function searched(
  session: Session,
  hand: Hand,
  seed: number,
  guide: Float64Array | null,
): Promise<JobResult | null> {
  const { program, effort, start } = session.request;
  const moves = searchMoves(program.choices.length, searchShare * effort);
  const from = guide === null ? start : session.ledger.point;
  const job = { ...searchJob(session, seed, moves, guide), start: from, heat };
  return session.run(hand, job, "search");
}
