import type { IsoDate } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { withoutNames } from "../domain/without-names.js";
import type { Report } from "../outputs/report.js";
import type { Termination } from "../solver/solver.js";
import { type AskedPeriod, periodAsked } from "./asked-period.js";
import { type Context, wholeContext } from "./context.js";
import { settingOf } from "./judge-rota.js";
import type { PlanAsk } from "./plan-report.js";
import { SOLVE_DEFAULTS } from "./settings.js";

/** What `solve` is asked: a period, and any of the rest; what is left out is as with `rota solve`. */
export type SolveAsk = AskedPeriod &
  Partial<PlanAsk> & {
    /** False: ids stand where people have names, for files that leave the house. */
    readonly names?: boolean;
    /** The date from which notice of changes to the announced rota (published.csv) is counted; left out: it is not. */
    readonly today?: IsoDate | undefined;
  };

/** What `solve` answers. */
export interface Solution {
  /** The rota with everything that is known of it, in the form of report.json; null when none was found. */
  readonly report: Report | null;
  readonly termination: Termination;
  /** What else the solver has to say, in English; null when nothing. */
  readonly detail: string | null;
}

/**
 * Makes the rota of a period. An impossible wish is no exception: the report has the best rota and tells what it breaks.
 *
 * @param context how threads are started, and if wanted the clock, a signal that stops the run, and who hears of its progress
 * @throws RangeError when the period is none, or the case has no availability in it.
 */
export async function solve(theCase: Case, ask: SolveAsk, context: Context): Promise<Solution> {
  const { month: _month, period: _period, names = true, today, ...asked } = ask;
  const period = periodAsked(theCase, ask);
  const setting = await settingOf(names ? theCase : withoutNames(theCase), period, today ?? null);
  const { planReport } = await import("./plan-report.js");
  const run = await planReport(setting, { ...SOLVE_DEFAULTS, ...asked }, wholeContext(context));
  const { termination, detail } = run.plan;
  return { report: run.report, termination, detail };
}
