import { mipIterations, mipJob, mipStep } from "./backends/highs.js";
import { searchJob, searchMoves } from "./backends/search.js";
import { Polisher } from "./polish.js";
import { inSession, Session } from "./session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "./solver.js";
import type { Hand } from "./thread/hand.js";
import type { RelaxJob, Step } from "./thread/messages.js";

/** Amounts of work at effort 1. */
const sideRounds = 16;
const lastRounds = 12;
const boundShare = 0.04;
const lastShare = 0.1;

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
  if (tier === request.program.tierCount && (await guidedSearches(session, hands, tier), done()))
    return true;
  const polisher = new Polisher(session, tier);
  await bound(session, hands, tier, polisher);
  for (let round = 0; round < lastRounds * request.effort; round++) {
    if (done()) return true;
    if (!(await polisher.round(hands))) return false;
  }
  if (done()) return true;
  return (await mipStep(session, hands[1], tier, iterations(session, lastShare))) !== null;
}

/** The relaxation of the last tier, then two searches led by it. Tiers before it are the first search's business. */
async function guidedSearches(session: Session, hands: Hands, tier: number): Promise<void> {
  const { ledger, request } = session;
  const relaxed = await session.run(hands[1], relaxJob(session, ledger.step(tier)), "bound");
  if (session.over() || ledger.closed(tier, request.gap)) return;
  const moves = searchMoves(request.program.choices.length, 0.4 * request.effort);
  const searches = hands.map((hand, k) => {
    const job = searchJob(session, 2 * request.seed + k + 1, moves, relaxed?.relaxed ?? null);
    return [hand, job] as const;
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
  const job = mipJob(session, tier, iterations(session, boundShare));
  await session.beside([hands[1], job], hands[0], async (ledger, ended) => {
    for (let round = 0; round < sideRounds * session.request.effort && !ended(); round++) {
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
