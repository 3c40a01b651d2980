import type { Instance } from "../domain/instance.js";
import type { Rota } from "../domain/rota.js";
import type { Violation } from "../domain/violation.js";
import { decode, encode } from "../planning/encoding.js";
import type { Formulation } from "../planning/formulate.js";
import { formulate } from "../planning/formulate.js";
import { judge, tierTotals } from "../planning/judge.js";
import { withBreaks } from "../planning/settle-breaks.js";
import type { ActiveRule } from "../rules/settings.js";
import type { Outcome, SolveContext, SolveRequest } from "../solver/solver.js";
import type { SolverName } from "../solver/solvers.js";
import { solverNamed } from "../solver/solvers.js";

/** What `planMonth` is asked; the limits are those of a {@link SolveRequest}. */
export interface PlanRequest
  extends Pick<SolveRequest, "proved" | "seed" | "effort" | "gap" | "timeLimitSeconds"> {
  readonly instance: Instance;
  readonly rules: readonly ActiveRule[];
  readonly solver: SolverName;
  /** A rota to begin from, such as that of a like case; what of it no duty of this month can express is left out. */
  readonly start?: Rota | null;
}

/** A rota, how good it is and what it breaks. `rota` is null when no solver found one, or a run cut short found no work. */
export interface Plan extends Pick<Outcome, "termination" | "tiers" | "solver" | "detail"> {
  readonly rota: Rota | null;
  readonly violations: readonly Violation[];
}

/**
 * The main job: writes the program of a month, solves it and judges the rota by the rules' own `check` halves before
 * anybody sees it.
 *
 * @throws Error when the judgement and the program disagree: a bug, and then there is no rota.
 */
export async function planMonth(request: PlanRequest, context: SolveContext): Promise<Plan> {
  const { instance, rules, ...how } = request;
  return planFormulated(formulate(instance, rules), rules, how, context);
}

/** As {@link planMonth}, with the program written already by the same rules. */
export async function planFormulated(
  formulation: Formulation,
  rules: readonly ActiveRule[],
  how: Omit<PlanRequest, "instance" | "rules">,
  context: SolveContext,
): Promise<Plan> {
  const { solver, start, ...limits } = how;
  const { program } = formulation;
  const point = start ? encode(formulation, start).point : null;
  const outcome = await solverNamed(solver).solve({ program, start: point, ...limits }, context);
  const { termination, tiers, detail } = outcome;
  const result = { termination, tiers, solver: outcome.solver, detail };
  const rota = outcome.point === null ? null : decode(formulation, outcome.point);
  if (rota === null || isNoWork(rota, outcome)) return { ...result, rota: null, violations: [] };
  const settled = withBreaks(formulation, rules, rota);
  return { ...result, rota: settled, violations: rejudge(formulation, rules, settled, outcome) };
}

/**
 * True for the rota without a single duty that every run begins with, when the run broke down or was stopped before it had
 * anything better: it would take the place of a month of work.
 */
function isNoWork({ assignments }: Rota, { termination }: Outcome): boolean {
  const cutShort = termination === "error" || termination === "interrupted";
  return cutShort && assignments.length === 0;
}

/** The violations of a decoded rota; what they cost must be what the solver says that the tiers cost. */
function rejudge(
  { candidates }: Formulation,
  rules: readonly ActiveRule[],
  rota: Rota,
  { tiers }: Outcome,
): Violation[] {
  const violations = judge(candidates.instance, rules, rota);
  const totals = tierTotals(violations);
  for (const { tier, incumbent } of tiers) {
    const judged = totals[tier - 1];
    if (judged === incumbent) continue;
    throw new Error(
      `tier ${tier} costs ${incumbent} by the program but ${judged} by the judgement of the rota; the rota is not written`,
    );
  }
  return violations;
}
