import { createHash } from "node:crypto";
import { planFormulated } from "../../analysis/plan-month.js";
import { type Setting, settingOf } from "../../api/judge-rota.js";
import { rulesInForce, ruleTitles } from "../../api/rules-in-force.js";
import { type IsoMonth, periodOfMonth, within } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { DAY_MINUTES } from "../../domain/interval.js";
import type { Assignment, Rota } from "../../domain/rota.js";
import { RotaView } from "../../domain/rota-view.js";
import type { Violation } from "../../domain/violation.js";
import { reportViolation } from "../../figures/build-report.js";
import { contributionOf } from "../../figures/costs.js";
import { figuresOf } from "../../figures/scenario.js";
import type { ReportViolation } from "../../outputs/report.js";
import type { ScenarioFigures } from "../../outputs/study.js";
import { type Formulation, formulate } from "../../planning/formulate.js";
import { judge, tierTotals } from "../../planning/judge.js";
import { CATALOG } from "../../rules/catalog.js";
import { breakTerms } from "../../rules/settings.js";
import { type Lesson, lessonsOf, provedBy } from "../../solver/lessons.js";
import type { SolveContext, Termination, TierResult } from "../../solver/solver.js";
import type { SolverName } from "../../solver/solvers.js";

/** The part of the work that goes into a scenario from another's rota. */
const warmEffort = 0.25;

/** How the rotas of a study are made. */
export interface StudyLimits {
  readonly solver: SolverName;
  readonly seed: number;
  readonly effort: number;
  readonly gap: number;
  readonly timeLimitSeconds: number | null;
}

/** A scenario to be solved, as plain data: it goes to threads and to other machines. */
export interface SolveTask {
  readonly task: "solve";
  readonly case: Case;
  readonly month: IsoMonth;
  readonly limits: StudyLimits;
  /** How the case came out that this one differs from, to begin from its rota; null: there is none. */
  readonly base: Solution | null;
}

/** A rota with what is proved of it, and the program that it was made by. */
export type Solution = Omit<ScenarioOutcome, "violations" | "figures">;

/** Rotas to be tried in a scenario. */
export interface AdoptTask {
  readonly task: "adopt";
  readonly case: Case;
  readonly month: IsoMonth;
  readonly own: ScenarioOutcome;
  readonly offers: readonly (readonly Assignment[])[];
}

/** What a thread is given. */
export type ScenarioTask = SolveTask | AdoptTask;

/** How a scenario came out, as plain data that is the same on every machine. `rota` is null when none was found. */
export interface ScenarioOutcome {
  /** What the integer program is known by: the same means the same rows of the same duties. */
  readonly program: string;
  readonly termination: Termination;
  readonly solver: string;
  readonly detail: string | null;
  readonly tiers: readonly TierResult[];
  /** What the program teaches of those of the scenarios: only of the case that they begin from. */
  readonly lessons: readonly Lesson[];
  readonly rota: readonly Assignment[] | null;
  readonly violations: readonly ReportViolation[];
  readonly figures: ScenarioFigures | null;
}

/** The better of the offers, or null when the scenario's own rota is as good as any. */
export interface Adopted {
  readonly outcome: ScenarioOutcome;
  /** Which of the offers. */
  readonly offer: number;
}

/**
 * Makes the rota of a scenario and judges it. Where the program is that of the case which the scenario differs from, as when
 * only a price is another, its rota and all that is proved of it hold here too, and nothing is solved.
 *
 * @throws Error when the solver failed
 */
export async function solveScenario(
  task: SolveTask,
  context: SolveContext,
): Promise<ScenarioOutcome> {
  const { base, limits } = task;
  const setting = await settingOf(task.case, periodOfMonth(task.month));
  const formulation = formulate(setting.instance, setting.rules);
  const program = programKey(formulation);
  const start: Rota | null = base?.rota ? { assignments: base.rota } : null;
  if (base !== null && start !== null && base.program === program) {
    const violations = judge(setting.instance, setting.rules, start);
    const totals = tierTotals(violations);
    const holds = base.tiers.every(({ tier, incumbent }) => totals[tier - 1] === incumbent);
    if (holds) return { ...base, lessons: [], ...described(setting, start, violations) };
  }
  const effort = start === null ? limits.effort : limits.effort * warmEffort;
  const proved = provedBy(formulation.program, base?.lessons ?? []);
  const plan = await planFormulated(
    formulation,
    setting.rules,
    { ...limits, effort, start, proved },
    context,
  );
  const { termination, solver, detail, tiers, rota, violations } = plan;
  // A broken solver says nothing of the scenario: it is a failure, which another run or another worker may not have.
  if (termination === "error") throw new Error(detail ?? "the solver failed");
  const lessons =
    base === null ? await lessonsOf(formulation.program, tiers, limits.timeLimitSeconds) : [];
  const known = { program, termination, solver, detail, tiers, lessons };
  if (rota === null) return { ...known, rota: null, violations: [], figures: null };
  return { ...known, ...described(setting, rota, violations) };
}

/**
 * An outcome that was kept in a file or made on another machine, judged here: its violations and figures are made anew.
 * Null when it is not what it says: no rota of these people and offices, or of other values than the judgement's.
 */
export async function received(
  task: SolveTask,
  outcome: ScenarioOutcome,
): Promise<ScenarioOutcome | null> {
  try {
    if (outcome.rota === null) return { ...outcome, violations: [], figures: null };
    const setting = await settingOf(task.case, periodOfMonth(task.month));
    if (!outcome.rota.every((row) => isOfCase(setting, row))) return null;
    const rota = { assignments: outcome.rota };
    const violations = judge(setting.instance, setting.rules, rota);
    const totals = tierTotals(violations);
    const holds = totals.every((total, index) => {
      const own = outcome.tiers.find(({ tier }) => tier === index + 1);
      return own?.incumbent === total && 0 <= own.bound && own.bound <= total;
    });
    return holds ? { ...outcome, ...described(setting, rota, violations) } : null;
  } catch {
    // Another shape altogether: no outcome.
    return null;
  }
}

/** True for a row of people, offices and dates that there are. */
function isOfCase({ instance }: Setting, { staff, office, date, time }: Assignment): boolean {
  const isTime = Number.isInteger(time.from) && Number.isInteger(time.to);
  return (
    instance.member(staff) !== undefined &&
    instance.office(office) !== undefined &&
    within(instance.period, date) &&
    isTime &&
    0 <= time.from &&
    time.from < time.to &&
    time.to <= DAY_MINUTES
  );
}

/** A hash of all that a program says: its variables by name, and every choice, switch and row. */
function programKey({ program }: Formulation): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([program.variableNames, program.tierCount]));
  for (const choice of program.choices) hash.update(choice).update("c");
  for (const { variable, members } of program.switches) {
    hash.update(`s${variable}`).update(members);
  }
  for (const { limit, tier, weight, variables, coefficients } of program.rows) {
    hash.update(`r${limit},${tier},${weight}`).update(variables).update(coefficients);
  }
  return hash.digest("hex").slice(0, 40);
}

function described(
  { instance, rules }: Setting,
  rota: Rota,
  violations: readonly Violation[],
): Pick<ScenarioOutcome, "rota" | "violations" | "figures"> {
  const titles = ruleTitles(CATALOG);
  const view = new RotaView(instance, rota, breakTerms(rules));
  return {
    rota: rota.assignments,
    violations: violations.map((violation) => reportViolation(violation, titles)),
    figures: figuresOf(view, contributionOf(rulesInForce(rules))),
  };
}

/**
 * Judges rotas of other scenarios in this one and takes the best when it is better than its own. A rota that the judgement
 * says is better than what the solver proved possible is not taken: it is one that the solver may not make.
 */
export async function adopt(task: AdoptTask): Promise<Adopted | null> {
  const setting = await settingOf(task.case, periodOfMonth(task.month));
  const { own } = task;
  const values = own.tiers.map(({ incumbent }) => incumbent);
  const judged = task.offers.map((assignments, offer) => {
    const rota = { assignments };
    const violations = judge(setting.instance, setting.rules, rota);
    return { offer, rota, violations, totals: tierTotals(violations) };
  });
  const [best] = judged
    .filter(({ totals }) => own.tiers.every(({ tier, bound }) => (totals[tier - 1] ?? 0) >= bound))
    .sort((a, b) => compare(a.totals, b.totals) || a.offer - b.offer);
  if (best === undefined || (own.rota !== null && compare(best.totals, values) >= 0)) return null;
  const tiers = own.tiers.map(({ tier, bound }) => {
    const incumbent = best.totals[tier - 1] ?? 0;
    return { tier, incumbent, bound, gap: (incumbent - bound) / Math.max(1, incumbent) };
  });
  const termination = tiers.every(({ gap }) => gap === 0) ? "optimal" : own.termination;
  const found = described(setting, best.rota, best.violations);
  const outcome = { ...own, termination, tiers, ...found };
  return { outcome, offer: best.offer };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    if (value !== b[i]) return value - (b[i] ?? 0);
  }
  return 0;
}
