import { inSession, Session } from "../session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "../solver.js";
import type { Hand } from "../thread/hand.js";
import type { JobResult, MipJob } from "../thread/messages.js";

/** Simplex iterations of one step at effort 1: some for each variable, and a floor for small programs. */
export function mipIterations(variables: number, effort: number): number {
  return Math.ceil(effort * Math.max(50_000, 100 * variables));
}

/** HiGHS alone, one tier after another. Proves small programs; on large ones `auto` finds better points sooner. */
export const highsSolver: Solver = {
  name: "highs",
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome> {
    return inSession(new Session(request, context, "highs"), async (session) => {
      const hand = session.hand();
      for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
        if (session.ledger.closed(tier, request.gap) || session.over()) continue;
        const iterations = mipIterations(request.program.variableCount, request.effort);
        const result = await mipStep(session, hand, tier, iterations);
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
  iterations: number,
): Promise<JobResult | null> {
  const { ledger } = session;
  const job = mipJob(session, tier, iterations);
  const result = await session.run(hand, job, "integer-program");
  if (result?.status !== "infeasible") return result;
  const again: MipJob = { ...job, presolve: "off", milliseconds: session.remaining() };
  const second = await session.run(hand, again, "integer-program");
  if (second?.status !== "infeasible") return second;
  if (ledger.point === null) session.infeasible = true;
  else session.troubles.push("HiGHS called the program infeasible, but there is a point");
  return second;
}

/** The whole program as a job for one step, from the incumbent. */
export function mipJob(session: Session, tier: number, iterations: number): MipJob {
  const { ledger, request } = session;
  return {
    task: "mip",
    ...ledger.step(tier),
    start: ledger.point,
    free: null,
    vertices: 0,
    seed: request.seed,
    gap: request.gap,
    iterations,
    stall: null,
    presolve: "full",
    jump: true,
    milliseconds: session.remaining(),
  };
}
