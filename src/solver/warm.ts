import { rowSlack } from "../program/evaluate.js";
import type { Row } from "../program/program.js";
import { searchJob, searchMoves } from "./backends/search.js";
import { Neighbourhoods } from "./neighbourhood.js";
import type { Relaxations } from "./relaxations.js";
import { Random } from "./search/random.js";
import type { Hands, Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { NearJob } from "./thread/messages.js";

/** Moves of a search from a given point, as a share of what the search alone would get. */
const searchShare = 0.08;
/** That of a long, hot search from the same point, for a first tier that stays open. */
const longShare = 0.8;
/** How hot a search from a given point begins: cool, since such a point is mostly good. */
const heat = 0.15;
/** Variables of the first part around broken rows, how many rows it begins with, and its simplex iterations. */
const firstPart = 2500;
const partRows = 4;
const partIterations = 6000;
/** How parts grow that were too easy, and shrink that were too hard. */
const growth = 1.6;
const shrinkage = 0.7;
/** Parts that are tried on a tier before its proof. */
const attempts = 4;
/** Simplex iterations for the proof at effort 1. */
const proofIterations = 60_000;

/**
 * A short cool search from a given point that is mostly good, such as the rota of a like case: where the point is not
 * admissible, or the first tier can be bettered. A first tier that stays open is searched for again from that point, longer and hot.
 */
export async function searchFromStart(
  session: Session,
  [hand]: Hands,
  relaxations: Relaxations,
): Promise<void> {
  const { ledger, request } = session;
  const open = () => ledger.point === null || !ledger.closed(1, request.gap);
  if (!open()) return;
  await searched(session, hand, request.seed, null);
  if (open() && !session.over()) await relaxations.of(ledger.step(1));
  if (!open() || session.over()) return;
  const moves = searchMoves(request.program.choices.length, longShare * request.effort);
  await session.run(hand, searchJob(session, request.seed, moves, null), "search");
}

/**
 * Closes a tier from a point that is mostly good, the cheapest means first, until one leaves nothing open:
 * 1. the relaxation;
 * 2. integer programs over what points near the relaxation use (see highs/near.ts) around the rows that the point breaks and
 *    the relaxation doesn't, and a search that the relaxation guides;
 * 3. the same integer program over everything, one step better than the point: it betters it, or proves that nothing does.
 */
export async function approach(
  session: Session,
  hands: Hands,
  relaxations: Relaxations,
  tier: number,
): Promise<void> {
  await new Approach(session, hands, relaxations, tier).run();
}

/** The ways to close one tier from a good point. */
class Approach {
  private readonly neighbourhoods: Neighbourhoods;
  private partSize = firstPart;

  constructor(
    private readonly session: Session,
    private readonly hands: Hands,
    private readonly relaxations: Relaxations,
    private readonly tier: number,
  ) {
    const { program, seed } = session.request;
    this.neighbourhoods = new Neighbourhoods(program, new Random(seed));
  }

  async run(): Promise<void> {
    const { ledger, request } = this.session;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const relaxed = (await this.relaxations.of(ledger.step(this.tier)))?.relaxed ?? null;
      if (this.done() || relaxed === null) return;
      await this.part(relaxed);
      if (this.done()) return;
      if (attempt === 1) {
        await searched(this.session, this.hands[0], request.seed + attempt, relaxed);
        if (this.done()) return;
      }
      if (this.partSize >= request.program.variableCount) break;
    }
    await this.proof();
  }

  private done(): boolean {
    const { ledger, request } = this.session;
    return this.session.over() || ledger.closed(this.tier, request.gap);
  }

  /** What is near the relaxation around the rows that cost more than they do in the relaxation. */
  private async part(relaxed: Float64Array): Promise<void> {
    const { ledger } = this.session;
    const { rows, choices } = this.session.request.program;
    const costly = rows
      .map((row, index) => ({ index, excess: this.excess(row, relaxed) }))
      .filter(({ excess }) => excess > 0)
      .sort((a, b) => b.excess - a.excess || a.index - b.index);
    const seeds = costly
      .slice(0, partRows)
      .flatMap(({ index }) => [...this.neighbourhoods.tied(index)]);
    const none = new Uint8Array(choices.length);
    const free = this.neighbourhoods.grow(this.partSize, none, seeds);
    const before = ledger.point;
    const job = this.job(free, ledger.bound(this.tier), partIterations);
    const result = await this.session.run(this.hands[1], job, "polish");
    if (result?.status !== "solved") this.partSize *= shrinkage;
    else if (ledger.point === before) this.partSize *= growth;
  }

  /** What a row costs at the point over what it costs in the relaxation, when that is at least half a unit of slack. */
  private excess(row: Row, relaxed: Float64Array): number {
    if (row.tier !== this.tier) return 0;
    const slack = rowSlack(row, this.session.ledger.point!);
    if (slack === 0) return 0;
    let activity = -row.limit;
    for (const [k, variable] of row.variables.entries()) {
      activity += row.coefficients[k]! * relaxed[variable]!;
    }
    const more = slack - Math.max(0, activity);
    return more < 0.5 ? 0 : more * row.weight;
  }

  private async proof(): Promise<void> {
    const { ledger, request } = this.session;
    const iterations = Math.ceil(request.effort * proofIterations);
    const job = this.job(null, ledger.values[this.tier - 1]! - 1, iterations);
    await this.session.run(this.hands[1], job, "integer-program");
  }

  private job(free: Uint8Array | null, reach: number, iterations: number): NearJob {
    const { ledger, request } = this.session;
    return {
      task: "near",
      ...ledger.step(this.tier),
      start: ledger.point!,
      free,
      reach,
      target: ledger.bound(this.tier),
      seed: request.seed,
      gap: request.gap,
      iterations,
      milliseconds: this.session.remaining(),
    };
  }
}

/** A short search from the request's point. */
async function searched(
  session: Session,
  hand: Hand,
  seed: number,
  guide: Float64Array | null,
): Promise<void> {
  const { program, effort } = session.request;
  const moves = searchMoves(program.choices.length, searchShare * effort);
  const job = { ...searchJob(session, seed, moves, guide), heat };
  await session.run(hand, job, "search");
}
