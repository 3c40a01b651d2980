import { type Plan, planMonth } from "../analysis/plan-month.js";
import { reportOf } from "../figures/build-report.js";
import type { Report, ReportSettings } from "../outputs/report.js";
import { isUnavoidable } from "../planning/unavoidable.js";
import { breakTerms } from "../rules/settings.js";
import type { SolveContext } from "../solver/solver.js";
import type { SolverName } from "../solver/solvers.js";
import type { Setting } from "./judge-rota.js";
import { rulesInForce } from "./rules-in-force.js";

/** What a rota is made by: the limits of the run, and how meetings can be booked. */
export interface PlanAsk extends Omit<ReportSettings, "rules" | "solver" | "today"> {
  readonly solver: SolverName;
  /** Whole number; the same seed gives the same rota. */
  readonly seed: number;
}

/** How a run came out; `report` is null when no rota was found, and `plan` says why. */
export interface PlanRun {
  readonly plan: Plan;
  readonly report: Report | null;
}

/** Plans a period and reports what came of it; `now` of the context is what its seconds are counted by. */
export async function planReport(
  { instance, rules }: Setting,
  ask: PlanAsk,
  context: SolveContext,
): Promise<PlanRun> {
  const begun = context.now();
  const { seed, ...asked } = ask;
  const { solver, effort, gap, timeLimitSeconds } = asked;
  const limits = { seed, effort, gap, timeLimitSeconds };
  const plan = await planMonth({ instance, rules, solver, ...limits }, context);
  const { rota } = plan;
  if (rota === null) return { plan, report: null };
  const facts = {
    seed,
    seconds: (context.now() - begun) / 1000,
    settings: {
      ...asked,
      ...(instance.today === null ? {} : { today: instance.today }),
      rules: rulesInForce(rules),
    },
    breaks: breakTerms(rules),
  };
  const tiers = plan.tiers.map((tier) =>
    tier.tier === 1 && tier.gap === 0 && isUnavoidable(instance, rules, plan.violations)
      ? ({ ...tier, ofAllRotas: true } as const)
      : tier,
  );
  return { plan, report: reportOf({ ...plan, tiers, rota }, instance, facts) };
}
