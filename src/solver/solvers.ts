import { highsSolver } from "./backends/highs.js";
import { javascriptLpSolver } from "./backends/javascript-lp-solver.js";
import { searchSolver } from "./backends/search.js";
import { autoSolver } from "./portfolio.js";
import type { Solver } from "./solver.js";

/** The solvers that a person can ask for; `auto` is the one to use unless there is a reason. */
export const SOLVER_NAMES = ["auto", "search", "highs", "javascript-lp-solver"] as const;

/** One of {@link SOLVER_NAMES}. */
export type SolverName = (typeof SOLVER_NAMES)[number];

const SOLVERS: Readonly<Record<SolverName, Solver>> = {
  auto: autoSolver,
  search: searchSolver,
  highs: highsSolver,
  "javascript-lp-solver": javascriptLpSolver,
};

/** The solver of a name. */
export function solverNamed(name: SolverName): Solver {
  return SOLVERS[name];
}
