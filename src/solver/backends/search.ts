import { inSession, Session } from "../session.js";
import type { Outcome, SolveContext, SolveRequest, Solver } from "../solver.js";
import type { SearchJob } from "../thread/messages.js";

/** Moves at effort 1: some for each choice that there is to make, and a floor for tiny programs. */
export function searchMoves(choices: number, effort: number): number {
  return Math.ceil(effort * Math.max(100_000, 5000 * choices));
}

/** Local search alone, two threads with seeds of their own. Fast and good, but proves nothing. */
export const searchSolver: Solver = {
  name: "search",
  solve(request: SolveRequest, context: SolveContext): Promise<Outcome> {
    return inSession(new Session(request, context, "search"), async (session) => {
      const moves = searchMoves(request.program.choices.length, request.effort);
      const jobs = [0, 1].map((k) => searchJob(session, 2 * request.seed + k, moves, null));
      const results = await session.runAll(
        jobs.map((job) => [session.hand(), job] as const),
        "search",
      );
      return session.over() || results.some((result) => result !== null);
    });
  },
};

/** A search from the request's start. */
export function searchJob(
  session: Session,
  seed: number,
  moves: number,
  guide: Float64Array | null,
): SearchJob {
  const { start } = session.request;
  const milliseconds = session.remaining();
  const target = session.ledger.least();
  return { task: "search", start, seed, moves, guide, target, milliseconds, keys: null, heat: 1 };
}
