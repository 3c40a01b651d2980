import { inSession, Session } from "../session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "../solver.js";
import type { Hand } from "../thread/hand.js";
import type { JobResult, MipJob } from "../thread/messages.js";

/** Branch-and-bound nodes of one step at effort 1. */
const normalNodes = 2000;

/** HiGHS alone, one tier after another. Proves small programs; on large ones `auto` finds better points sooner. */
export const highsSolver: Solver = {
  name: "highs",
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome> {
    return inSession(new Session(request, context, "highs"), async (session) => {
      const hand = session.hand();
      for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
        if (session.ledger.closed(tier, request.gap) || session.over()) continue;
        const nodes = Math.ceil(normalNodes * request.effort);
        const result = await mipStep(session, hand, tier, nodes);
        if (result === null) return session.over();
        if (session.ledger.point === null) return true;
      }
      return true;
    });
  },
};

/**
 * Solves one lexicographic step of the whole program. `infeasible` is only believed when the same program without
 * presolve says so too, and no point is known. Null: the thread failed or was cut off.
 */
export async function mipStep(
  session: Session,
  hand: Hand,
  tier: number,
  nodes: number,
): Promise<JobResult | null> {
  const { ledger, request } = session;
  const job: MipJob = {
    task: "mip",
    ...ledger.step(tier),
    start: ledger.point,
    free: null,
    seed: request.seed,
    gap: request.gap,
    nodes,
    presolve: true,
    milliseconds: session.remaining(),
  };
  const result = await session.run(hand, job, "integer-program");
  if (result?.status !== "infeasible") return result;
  const again = { ...job, presolve: false, milliseconds: session.remaining() };
  const second = await session.run(hand, again, "integer-program");
  if (second?.status !== "infeasible") return second;
  if (ledger.point === null) session.infeasible = true;
  else session.troubles.push("HiGHS called the program infeasible, but there is a point");
  return second;
}
