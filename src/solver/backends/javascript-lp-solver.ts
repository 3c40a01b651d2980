import { inSession, Session } from "../session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "../solver.js";

/** It may run for ever, so there is always a limit. */
const defaultSeconds = 60;

/**
 * javascript-lp-solver, one tier after another: a second opinion on tiny programs, in pure JavaScript. Its answers are
 * checked before anyone sees them, and its thread is ended at the limit, since it doesn't look at the clock.
 */
export const javascriptLpSolver: Solver = {
  name: "javascript-lp-solver",
  solve(given: SolveRequest, context: SolveContext): Promise<Outcome> {
    const request = { ...given, timeLimitSeconds: given.timeLimitSeconds ?? defaultSeconds };
    const session = new Session(request, context, "javascript-lp-solver", "no-empty-point");
    return inSession(session, async () => {
      const hand = session.hand();
      for (let tier = 1; tier <= Math.max(1, request.program.tierCount); tier++) {
        if (session.ledger.closed(tier, 0)) continue;
        const milliseconds = session.remaining();
        const job = { task: "tableau", ...session.ledger.step(tier), milliseconds } as const;
        const result = await session.run(hand, job, "integer-program");
        if (result === null) return session.over();
        if (result.status === "infeasible") {
          session.troubles.push("it found no solution; its word alone is no proof");
        }
        if (result.status !== "solved") return true;
      }
      return true;
    });
  },
};
