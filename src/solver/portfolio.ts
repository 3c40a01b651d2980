import { mipIterations, mipJob, mipStep } from "./backends/highs.js";
import { searchJob, searchMoves } from "./backends/search.js";
import { Polisher } from "./polish.js";
import { inSession, Session } from "./session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "./solver.js";
import type { Hand } from "./thread/hand.js";
import type { RelaxJob, Step } from "./thread/messages.js";

/** Variables of a program for each round of polishing at effort 1: beside HiGHS, and after it on both threads. */
const variablesPerSideRound = 700;
const variablesPerLastRound = 400;
/** Rounds on both threads without a better point after which polishing gives up. */
const patience = 8;
/** Iterations without a better bound after which HiGHS beside the polishing gives up. */
const boundStall = 8000;
/** How hot the two guided searches begin: both stay near the incumbent, whose better tiers may be hard to find again. */
const heats = [0.5, 0.15] as const;
/** Moves of the guided searches, as a share of what the search alone would get. */
const guidedShare = 0.25;
/** Shares of the iterations that HiGHS alone would get. */
const boundShare = 0.1;
const lastShare = 0.03;

type Hands = readonly [Hand, Hand];

/**
 * The default: local search and HiGHS together on two threads. Its steps join at fixed points, so that the answer doesn't
 * depend on which thread is faster:
 * 1. a first search beside the relaxation of tier 1;
 * 2. for each tier that isn't proven: its relaxation; two searches led by it; HiGHS on the whole program for a better
 *    bound beside the polishing of parts; polishing on both threads; HiGHS once more.
 * It ends as soon as a join shows that every tier is within the wanted gap.
 */
export const autoSolver: Solver = {
  name: "auto",
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome> {
    return inSession(new Session(request, context, "auto"), run);
  },
};

async function run(session: Session): Promise<boolean> {
  const hands: Hands = [session.hand(), session.hand()];
  const { request, ledger } = session;
  const moves = searchMoves(request.program.choices.length, 0.2 * request.effort);
  await session.runAll(
    [
      [hands[0], searchJob(session, request.seed, moves, null)],
      [hands[1], relaxJob(session, ledger.step(1))],
    ],
    "search",
  );
  for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
    if (session.over()) return true;
    if (ledger.closed(tier, request.gap)) continue;
    const well =
      ledger.point === null
        ? (await mipStep(session, hands[1], tier, iterations(session, lastShare))) !== null
        : await closeTier(session, hands, tier);
    if (!well) return session.over();
    if (ledger.point === null) return true;
  }
  return true;
}

/** Works on one tier until it is within the gap or the effort is spent. False when a thread failed. */
async function closeTier(session: Session, hands: Hands, tier: number): Promise<boolean> {
  const { ledger, request } = session;
  const done = () => session.over() || ledger.closed(tier, request.gap);
  const relaxed = await session.run(hands[1], relaxJob(session, ledger.step(tier)), "bound");
  if (done()) return true;
  if (tier === request.program.tierCount) {
    await guidedSearches(session, hands, relaxed?.relaxed ?? null);
  }
  if (done()) return true;
  const polisher = new Polisher(session, tier, relaxed?.relaxed ?? null);
  await bound(session, hands, tier, polisher);
  const rounds = roundCount(session, variablesPerLastRound);
  let point = ledger.point;
  let idle = 0;
  for (let round = 0; round < rounds && idle < patience && !done(); round++) {
    if (!(await polisher.round(hands))) return false;
    idle = ledger.point === point ? idle + 1 : 0;
    point = ledger.point;
  }
  if (done()) return true;
  return (await mipStep(session, hands[1], tier, iterations(session, lastShare))) !== null;
}

/** Two searches led by the relaxation of the last tier. Tiers before it are the first search's business. */
async function guidedSearches(
  session: Session,
  hands: Hands,
  relaxed: Float64Array | null,
): Promise<void> {
  const { ledger, request } = session;
  const moves = searchMoves(request.program.choices.length, guidedShare * request.effort);
  const searches = hands.map((hand, k) => {
    const job = searchJob(session, 2 * request.seed + k + 1, moves, relaxed);
    return [hand, { ...job, start: ledger.point, heat: heats[k]! }] as const;
  });
  await session.runAll(searches, "search");
}

/** HiGHS on the whole program for the bound, on the second thread, and polishing on the first. */
async function bound(
  session: Session,
  hands: Hands,
  tier: number,
  polisher: Polisher,
): Promise<void> {
  const { request } = session;
  const job = { ...mipJob(session, tier, iterations(session, boundShare)), stall: boundStall };
  const rounds = roundCount(session, variablesPerSideRound);
  await session.beside([hands[1], job], hands[0], async (ledger, ended) => {
    for (let round = 0; round < rounds && !ended() && !ledger.closed(tier, request.gap); round++) {
      if (!(await polisher.round([hands[0]], ledger))) return;
    }
  });
}

function relaxJob(session: Session, step: Step): RelaxJob {
  return { task: "relax", ...step, milliseconds: session.remaining() };
}

function iterations(session: Session, share: number): number {
  const { program, effort } = session.request;
  return mipIterations(program.variableCount, share * effort);
}

function roundCount(session: Session, variables: number): number {
  const { program, effort } = session.request;
  return Math.ceil((effort * program.variableCount) / variables);
}
