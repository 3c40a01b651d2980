import { mipIterations, mipJob, mipStep } from "./backends/highs.js";
import { searchJob, searchMoves } from "./backends/search.js";
import type { Ledger } from "./ledger.js";
import { Polisher } from "./polish.js";
import { type Hands, inSession, Session } from "./session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "./solver.js";
import type { Hand } from "./thread/hand.js";
import type { ColumnsJob, JobResult, Step } from "./thread/messages.js";

/** Variables of a program up to which HiGHS has a chance to close it as a whole. */
const wholeProgram = 15_000;
/** Variables of a program for each round of polishing at effort 1. */
const variablesPerRound = 400;
/** Rounds without a better point after which polishing gives up: of supports alone, and of supports and parts. */
const supportPatience = 2;
const patience = 8;
/** Of how many rounds one is over a support. */
const supportEvery = 2;
/** Iterations without news after which HiGHS on the whole gives up, and its share of those that HiGHS alone would get. */
const boundStall = 60_000;
const boundShare = 0.4;
/** That share when there is no point at all to better. */
const lastShare = 0.03;
/** Moves of the first search, as a share of what the search alone would get: from nothing, and from a given point. */
const searchShare = 0.2;
const warmShare = 0.05;
/** Simplex iterations of an integer program over columns at effort 1. */
const columnIterations = 100_000;
/** How hot the search begins from a given point: cool, since such a point is mostly good. */
const warmHeat = 0.15;

/**
 * The default: local search and HiGHS together on two threads. Its steps join at fixed points, so that the answer doesn't
 * depend on which thread is faster:
 * 1. a first search beside the relaxations of the tiers, each as if the better ones met their bounds; with a given point
 *    a relaxation first, and a search only where that leaves something open;
 * 2. for each tier that isn't proven: HiGHS on the whole program, beside integer programs over the support of a few
 *    vertices of its relaxation and over small parts by turns; a large program has no chance as a whole, and both threads
 *    work on its supports;
 * 3. supports and parts on both threads, until they find no better points.
 * It ends as soon as a join shows that every tier is within the wanted gap.
 */
export const autoSolver: Solver = {
  name: "auto",
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome> {
    return inSession(new Session(request, context, "auto"), run);
  },
};

async function run(session: Session): Promise<boolean> {
  const hands = session.allHands();
  const { request, ledger } = session;
  const relaxations = new Relaxations(session, hands[1]);
  if (request.start === null) {
    await Promise.all([firstSearches(session, hands), relaxations.ofAllTiers()]);
  } else await fromStart(session, hands, relaxations);
  for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
    if (session.over()) return true;
    if (ledger.closed(tier, request.gap)) continue;
    const well =
      ledger.point === null
        ? (await mipStep(session, hands[1], tier, iterations(session, lastShare))) !== null
        : await closeTier(session, hands, relaxations, tier);
    if (!well) return session.over();
    if (ledger.point === null) return true;
  }
  return true;
}

/** A search from nothing; a cool and short one when the request brings a point. On every thread but the second. */
async function firstSearches(session: Session, hands: Hands): Promise<void> {
  const { program, effort, seed, start } = session.request;
  const warm = start !== null;
  const moves = searchMoves(program.choices.length, (warm ? warmShare : searchShare) * effort);
  const [first, , ...more] = hands;
  const jobs = [first, ...more].map((hand, k) => {
    const job = searchJob(session, seed + k, moves, null);
    return [hand, warm ? { ...job, heat: warmHeat } : job] as const;
  });
  await session.runAll(jobs, "search");
}

/**
 * From a given point only what is open is looked at: where it is the first tier, a search betters it soonest; where only
 * later ones are, their relaxation may prove the point, and then there is nothing to search for.
 */
async function fromStart(session: Session, hands: Hands, relaxations: Relaxations): Promise<void> {
  const { ledger, request } = session;
  const open = () => ledger.tiers().find(({ gap }) => gap > request.gap)?.tier;
  const tier = open();
  if (tier !== undefined && tier > 1) await relaxations.of(ledger.step(tier));
  if (ledger.point === null || open() !== undefined) await firstSearches(session, hands);
}

/** The relaxations of steps, each solved once. */
class Relaxations {
  private readonly known = new Map<string, JobResult>();

  constructor(
    private readonly session: Session,
    private readonly hand: Hand,
  ) {}

  /** Null: its thread failed or was cut off. */
  async of(step: Step): Promise<JobResult | null> {
    const key = JSON.stringify([step.tier, step.limits]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const milliseconds = this.session.remaining();
    const job = { task: "relax", ...step, milliseconds } as const;
    const result = await this.session.run(this.hand, job, "bound");
    if (result !== null) this.known.set(key, result);
    return result;
  }

  /** That of every tier, each as if the tiers before it met their bounds, as they mostly can. */
  async ofAllTiers(): Promise<void> {
    const limits: (readonly [tier: number, limit: number])[] = [];
    for (let tier = 1; tier <= this.session.request.program.tierCount; tier++) {
      if (this.session.over()) return;
      const bound = (await this.of({ tier, limits: [...limits] }))?.bound ?? null;
      if (bound === null) return;
      limits.push([tier, bound]);
    }
  }
}

/** Works on one tier until it is within the gap or the effort is spent. False when a thread failed. */
async function closeTier(
  session: Session,
  hands: Hands,
  relaxations: Relaxations,
  tier: number,
): Promise<boolean> {
  const { ledger, request } = session;
  const done = () => session.over() || ledger.closed(tier, request.gap);
  const relaxed = await relaxations.of(ledger.step(tier));
  if (done()) return true;
  await session.run(hands[1], columnsJob(session, tier), "bound");
  if (done()) return true;
  const polisher = new Polisher(session, tier, relaxed?.relaxed ?? null);
  const rounds = roundCount(session);
  const { program } = request;
  if (program.variableCount <= wholeProgram) await whole(session, hands, tier, polisher);
  else {
    const idleSupports = supportPatience + polisher.supportParts - 1;
    const bySupport = () => polisher.support(hands);
    if (!(await whileBetter(session, rounds, idleSupports, done, bySupport))) return false;
  }
  return whileBetter(session, rounds, patience, done, (round) => byTurns(polisher, round, hands));
}

/** A support or small parts. False when a thread failed. */
function byTurns(
  polisher: Polisher,
  round: number,
  hands: readonly Hand[],
  ledger?: Ledger,
): Promise<boolean> {
  return round % supportEvery === 0
    ? polisher.support(hands, ledger)
    : polisher.round(hands, ledger);
}

/** The tier's step by column generation: refused at once where the program can't be taken apart. */
function columnsJob(session: Session, tier: number): ColumnsJob {
  const { ledger, request } = session;
  return {
    task: "columns",
    ...ledger.step(tier),
    start: ledger.point,
    seed: request.seed,
    gap: request.gap,
    iterations: Math.ceil(request.effort * columnIterations),
    milliseconds: session.remaining(),
  };
}

/** Rounds until done, too many, or too many in a row without a better point. False when a thread failed. */
async function whileBetter(
  session: Session,
  rounds: number,
  idleRounds: number,
  done: () => boolean,
  work: (round: number) => Promise<boolean>,
): Promise<boolean> {
  let idle = 0;
  for (let round = 0; round < rounds && idle < idleRounds && !done(); round++) {
    const { point } = session.ledger;
    if (!(await work(round))) return false;
    idle = session.ledger.point === point ? idle + 1 : 0;
  }
  return true;
}

/** HiGHS on the whole program on the second thread, beside supports and parts on the others. */
async function whole(
  session: Session,
  hands: Hands,
  tier: number,
  polisher: Polisher,
): Promise<void> {
  const job = { ...mipJob(session, tier, iterations(session, boundShare)), stall: boundStall };
  const [first, second, ...more] = hands;
  const others = [first, ...more];
  const closed = (ledger: Ledger) => ledger.closed(tier, session.request.gap);
  await session.race([second, job], others, {
    series: async (ledger, ended) => {
      let idle = 0;
      for (let round = 0; round < roundCount(session) && idle < patience; round++) {
        const { point } = ledger;
        if (ended() || closed(ledger) || !(await byTurns(polisher, round, others, ledger))) return;
        idle = ledger.point === point ? idle + 1 : 0;
      }
    },
    work: () => polisher.work,
    closed,
  });
}

function iterations(session: Session, share: number): number {
  const { program, effort } = session.request;
  return mipIterations(program.variableCount, share * effort);
}

function roundCount(session: Session): number {
  const { program, effort } = session.request;
  return Math.ceil((effort * program.variableCount) / variablesPerRound);
}
