import { mipIterations, mipJob, mipStep } from "./backends/highs.js";
import { searchJob, searchMoves } from "./backends/search.js";
import { hasKeys, searchByKeys } from "./keyed.js";
import type { Ledger } from "./ledger.js";
import { Polisher, whileBetter } from "./polish.js";
import { Relaxations } from "./relaxations.js";
import { type Hands, inSession, Session } from "./session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "./solver.js";
import type { Hand } from "./thread/hand.js";
import type { ColumnsJob } from "./thread/messages.js";
import { approach, searchFromStart } from "./warm.js";

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
/** Moves of the first search, as a share of what the search alone would get: of a program that has a chance as a whole, of others. */
const searchShare = 0.2;
const largeSearchShare = 0.1;
/** Simplex iterations of an integer program over columns at effort 1. */
const columnIterations = 100_000;

/**
 * The default: local search and HiGHS together on two threads. Its steps join at fixed points, so that the answer doesn't
 * depend on which thread is faster. A program with switches begins with these (see keyed.ts), and its tiers are closed from
 * the good point that they lead to, as from a given one (see warm.ts). What that leaves open, and any other program, goes on so:
 * 1. a first search beside the relaxations of the tiers, each as if the better ones met their bounds;
 * 2. for each tier that isn't proven: HiGHS on the whole program, beside integer programs over the support of a few
 *    vertices of its relaxation and over small parts by turns; a large program has no chance as a whole, and both threads
 *    work on its supports;
 * 3. supports and parts on both threads, until they find no better points.
 * With a given point what warm.ts tells takes the place of all of these.
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
  const keyed = request.start === null && hasKeys(request.program);
  if (request.start === null) {
    await session.run(hands[1], columnsFirst(session), "bound");
    const { tierCount } = request.program;
    if (session.over() || allClosed(session, tierCount)) return true;
  }
  const relaxations = new Relaxations(session, hands[1]);
  if (request.start !== null) await searchFromStart(session, hands);
  else if (keyed) await searchByKeys(session, hands, relaxations);
  else await Promise.all([firstSearches(session, hands), relaxations.ofAllTiers()]);
  for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
    if (session.over()) return true;
    if (ledger.closed(tier, request.gap)) continue;
    const well =
      ledger.point === null
        ? (await mipStep(session, hands[1], tier, iterations(session, lastShare))) !== null
        : await closeOpen(session, hands, relaxations, tier, keyed);
    if (!well) return session.over();
    if (ledger.point === null) return true;
  }
  return true;
}

/** Closes a tier by the means that suit where the point comes from. False when a thread failed. */
async function closeOpen(
  session: Session,
  hands: Hands,
  relaxations: Relaxations,
  tier: number,
  keyed: boolean,
): Promise<boolean> {
  const near = keyed || session.request.start !== null;
  if (near && !(await approach(session, hands, relaxations, tier))) return false;
  const open = session.request.start === null && !session.ledger.closed(tier, session.request.gap);
  return open && !session.over() ? closeTier(session, hands, relaxations, tier) : true;
}

function allClosed({ ledger, request }: Session, tierCount: number): boolean {
  for (let tier = 1; tier <= tierCount; tier++) {
    if (!ledger.closed(tier, request.gap)) return false;
  }
  return true;
}

/**
 * The last tier by column generation while all others cost nothing, before anything else: where nobody's rigid rows touch
 * those of others, the first rota comes from the diagrams.
 */
function columnsFirst(session: Session): ColumnsJob {
  const tier = Math.max(1, session.request.program.tierCount);
  const limits = Array.from({ length: tier - 1 }, (_, t) => [t + 1, 0] as const);
  return { ...columnsJob(session, tier), limits, start: null };
}

/** A search from nothing on every thread but the second. */
async function firstSearches(session: Session, hands: Hands): Promise<void> {
  const { program, effort, seed } = session.request;
  const share = program.variableCount <= wholeProgram ? searchShare : largeSearchShare;
  const moves = searchMoves(program.choices.length, share * effort);
  const [first, , ...more] = hands;
  const jobs = [first, ...more].map(
    (hand, k) => [hand, searchJob(session, seed + k, moves, null)] as const,
  );
  await session.runAll(jobs, "search");
}

/** Works from nothing on one tier until it is within the gap or the effort is spent. False when a thread failed. */
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
    if (!(await whileBetter(ledger, rounds, idleSupports, done, bySupport))) return false;
  }
  return whileBetter(ledger, rounds, patience, done, (round) => byTurns(polisher, round, hands));
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
      const done = () => ended() || closed(ledger);
      const work = (round: number) => byTurns(polisher, round, others, ledger);
      await whileBetter(ledger, roundCount(session), patience, done, work);
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
