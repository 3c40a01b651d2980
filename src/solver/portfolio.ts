import { mipStep } from "./backends/highs.js";
import { searchMoves } from "./backends/search.js";
import { Polisher } from "./polish.js";
import { inSession, Session } from "./session.js";
import type { Outcome, SolveContext, Solver, SolveRequest } from "./solver.js";
import type { Hand } from "./thread/hand.js";
import type { SearchJob, Step } from "./thread/messages.js";

/**
 * The default: local search and HiGHS together on two threads, in steps that join at fixed points, so that the answer
 * doesn't depend on which thread is faster.
 */
export const autoSolver: Solver = {
  name: "auto",
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome> {
    return inSession(new Session(request, context, "auto"), (session) => run(session));
  },
};

async function run(session: Session): Promise<boolean> {
  const hands: [Hand, Hand] = [session.hand(), session.hand()];
  await begin(session, hands);
  const { request, ledger } = session;
  for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
    if (session.over()) return true;
    if (ledger.closed(tier, request.gap)) continue;
    if (!(await closeTier(session, hands, tier))) return session.over();
  }
  return true;
}

/** Search on one thread, relaxations on the other: of tier 1, and of tier 2 as if tier 1 could meet its bound. */
async function begin(session: Session, [first, second]: readonly [Hand, Hand]): Promise<void> {
  const { request } = session;
  const job: SearchJob = {
    task: "search",
    start: request.start,
    seed: request.seed,
    moves: searchMoves(request.program.choices.length, request.effort * 0.1),
    guide: null,
    milliseconds: session.remaining(),
  };
  const step: Step = { tier: 1, limits: [] };
  const relax = { task: "relax", ...step, milliseconds: session.remaining() } as const;
  await session.runAll(
    [
      [first, job],
      [second, relax],
    ],
    "search",
  );
}

async function closeTier(session: Session, hands: readonly [Hand, Hand], tier: number): Promise<boolean> {
  const { ledger, request } = session;
  if (ledger.point === null) {
    await mipStep(session, hands[1], tier, 2000 * request.effort);
    return ledger.point !== null;
  }
  const relax = { task: "relax", ...ledger.step(tier), milliseconds: session.remaining() } as const;
  await session.run(hands[1], relax, "bound");
  const polisher = new Polisher(session, tier, 2000);
  for (let round = 0; round < 40 * request.effort; round++) {
    if (ledger.closed(tier, request.gap) || session.over()) return true;
    if (!(await polisher.round(hands))) return false;
  }
  await mipStep(session, hands[1], tier, 200 * request.effort);
  return true;
}
