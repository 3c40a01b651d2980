import { searchJob, searchMoves } from "./backends/search.js";
import { tierUnit } from "./bounds.js";
import { Polisher, whileBetter } from "./polish.js";
import type { Relaxations } from "./relaxations.js";
import type { Hands, Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { JobResult, KernelJob, NearJob } from "./thread/messages.js";

/** Moves of a search from a given point, as a share of what the search alone would get. */
const searchShare = 0.05;
/** How hot a search from a given point begins: cool, since such a point is mostly good. */
const heat = 0.15;
/** Simplex iterations for the proof at effort 1. */
const proofIterations = 100_000;
/** Variables with which the last tier has a chance of a proof: so many, or this part of all. */
const fewVariables = 3000;
const provable = 0.67;

/** Rounds of small parts at effort 1, and without a better point in a row. */
const partRounds = 80;
const patience = 4;

/** A kernel to look in, and its simplex iterations at effort 1. */
interface Look extends Pick<KernelJob, "choice" | "root"> {
  readonly iterations: number;
}

/** Steps of the cost between the best point and the bound up to which there are few. */
const fewSteps = 20;
/** Variables of least reduced cost that hardly ever lack what the best points use. */
const wide = 1500;
/** Before the proof, where few steps are missing, as of a program that is like another whose solution is known. */
const finishing: readonly Look[] = [
  { choice: { by: "reduced-cost", count: 1000 }, root: "interior-point", iterations: 32_000 },
  { choice: { by: "reduced-cost", count: wide }, root: "simplex", iterations: 48_000 },
];
/** Where many are: small kernels gain the most of them in the least time. */
const gaining: readonly Look[] = [
  { choice: { by: "value", over: 0.3 }, root: "interior-point", iterations: 32_000 },
  { choice: { by: "value", over: 0.1 }, root: "interior-point", iterations: 32_000 },
];
/** After these in all tiers but the last: the proof gets along with few variables only from near the bound. */
const nearing: Look = {
  choice: { by: "reduced-cost", count: wide },
  root: "interior-point",
  iterations: 48_000,
};
/** After the proof: with more work, and from another vertex; one that finds a better point is the last. */
const deep: readonly Look[] = [
  { choice: { by: "reduced-cost", count: wide }, root: "simplex", iterations: 200_000 },
  { choice: { by: "reduced-cost", count: 1000 }, root: "simplex", iterations: 100_000 },
];

/**
 * A short cool search from a given point that is mostly good, such as the rota of a like case: where the point is not
 * admissible, or the first tier can be bettered.
 */
export async function searchFromStart(session: Session, [hand]: Hands): Promise<void> {
  const { ledger, request } = session;
  if (ledger.point !== null && ledger.closed(1, request.gap)) return;
  await searched(session, hand, request.seed, null);
}

/**
 * Closes a tier from a point that is mostly good, the cheapest means first, until one leaves nothing open:
 * 1. the relaxation, and a search that it guides;
 * 2. integer programs over kernels (see highs/kernel.ts): few variables, among which the best points mostly are;
 * 3. the integer program over what points better than this one use (see highs/near.ts): it betters it, or proves that
 *    nothing does;
 * 4. kernels with more work in each, until one finds a better point;
 * 5. where none did, small parts of the program (see polish.ts).
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
  /** Variables of least reduced cost among which there is nothing better. */
  private exhausted = 0;

  constructor(
    private readonly session: Session,
    private readonly hands: Hands,
    private readonly relaxations: Relaxations,
    private readonly tier: number,
  ) {
    this.kept = session.request.start!.slice();
  }

  async run(): Promise<boolean> {
    const { ledger, request } = this.session;
    const relaxation = await this.relaxations.of(ledger.step(this.tier));
    if (relaxation === null) return false;
    const { relaxed } = relaxation;
    if (this.done() || relaxed === null) return true;
    const search = await searched(this.session, this.hands[0], request.seed + 1, relaxed);
    if (!this.took(search)) return false;
    for (const look of this.looks()) if (!(await this.look(look))) return false;
    if (!this.done() && !(await this.proof())) return false;
    const { point } = ledger;
    for (const look of deep) {
      if (ledger.point === point && !(await this.look(look))) return false;
    }
    return ledger.point !== point || this.exhausted >= wide || this.parts(relaxed);
  }

  /** The kernels before the proof. */
  private looks(): readonly Look[] {
    const { ledger, request } = this.session;
    const { program } = request;
    const missing = ledger.values[this.tier - 1]! - ledger.bound(this.tier);
    if (missing <= fewSteps * tierUnit(program, this.tier)) return finishing;
    return this.tier === program.tierCount ? gaining : [...gaining, nearing];
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
    const count = how.choice.by === "reduced-cost" ? how.choice.count : null;
    if (this.done() || (count !== null && count <= this.exhausted)) return true;
    const job: KernelJob = { ...this.job(iterations), ...how, task: "kernel", kept: this.kept };
    const result = await this.session.run(this.hands[1], job, "polish");
    if (count !== null && result?.status === "solved") this.exhausted = count;
    return this.took(result);
  }

  /** Integer programs over small parts, until some in a row find nothing better. False when a thread failed. */
  private parts(relaxed: Float64Array): Promise<boolean> {
    const { ledger, request } = this.session;
    const polisher = new Polisher(this.session, this.tier, relaxed);
    const rounds = Math.ceil(request.effort * partRounds);
    const done = () => this.done();
    return whileBetter(ledger, rounds, patience, done, () => polisher.round(this.hands));
  }

  private async proof(): Promise<boolean> {
    const { ledger, request } = this.session;
    const reach = ledger.values[this.tier - 1]! - 1;
    // What a better tier leaves open is in the way of all after it, so it is worth more work.
    const { tierCount, variableCount } = request.program;
    const last = this.tier === tierCount;
    const most = last ? Math.max(fewVariables, provable * variableCount) : variableCount;
    const job: NearJob = { ...this.job(proofIterations), task: "near", reach, most };
    return (await this.session.run(this.hands[1], job, "integer-program")) !== null;
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
