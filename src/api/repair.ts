import {
  finishRepair,
  type Kept,
  mendPrepared,
  prepareRepair,
  type Repair,
  type RepairRequest,
} from "../analysis/repair/repair-rota.js";
import { noticeDays, shortNoticePay } from "../analysis/repair/short-notice.js";
import type { IsoDate, Period } from "../domain/calendar.js";
import type { Case, Disruption } from "../domain/case.js";
import { newsFrom, withNews } from "../domain/disruptions.js";
import { publicHolidays } from "../domain/public-holidays.js";
import type { Assignment } from "../domain/rota.js";
import { reportOf, reportViolation } from "../figures/build-report.js";
import { diffReport } from "../figures/diff.js";
import { provenanceOf } from "../figures/provenance.js";
import { DEFAULT_SLOTS } from "../figures/slot-settings.js";
import type { RepairReport } from "../outputs/repair.js";
import type { Report } from "../outputs/report.js";
import { CATALOG } from "../rules/catalog.js";
import { breakTerms } from "../rules/settings.js";
import type { SolveContext } from "../solver/solver.js";
import { rulesInForce, ruleTitles } from "./rules-in-force.js";

/** What the repair of an announced rota is asked. */
export interface RepairAsk {
  readonly period: Period;
  /** What has happened since the rota was announced, besides what the case knows already. */
  readonly news: readonly Disruption[];
  /** What must stay as it was announced. */
  readonly kept: readonly Kept[];
  /** Dates before it have been and stay, and notice is counted from it; null: no date has been. */
  readonly today: IsoDate | null;
  /** How far fewer changes are looked for, 1 is normal. */
  readonly effort: number;
}

/** A repaired rota. */
export interface RepairAnswer {
  /** How it came out, and what changes. */
  readonly told: RepairReport;
  /** The whole new rota, in the form of report.json. */
  readonly report: Report;
  /** All that has happened, what the case knew already with it. */
  readonly disruptions: readonly Disruption[];
}

/** What a repair may use. */
export interface RepairRun extends Pick<SolveContext, "now"> {
  /** Asked only when the solvers for whole months must go on from what the quick search has found. */
  solving(): SolveContext;
}

/**
 * Repairs an announced rota with as few changes as possible. What the case knows to have happened is held too, so that the
 * repair of a repaired rota calls in nobody who is away.
 */
export async function repairRows(
  theCase: Case,
  announced: readonly Assignment[],
  ask: RepairAsk,
  run: RepairRun,
): Promise<RepairAnswer> {
  const begun = run.now();
  const { period, news, kept, today, effort } = ask;
  const holidays = publicHolidays(period);
  const request = { theCase, period, holidays, published: announced, today, news, kept, effort };
  const repair = await foundRepair(request, run);
  const now = withNews(theCase, newsFrom(news, today));
  const report = fullReport(repair, effort, (run.now() - begun) / 1000);
  const provenance = provenanceOf(now, period, report.assignments);
  return {
    told: toldOf(request, repair),
    report: { ...report, provenance },
    disruptions: now.disruptions,
  };
}

async function foundRepair(request: RepairRequest, run: RepairRun): Promise<Repair> {
  const prepared = prepareRepair(request);
  const mended = mendPrepared(prepared);
  if (mended.fewest) return finishRepair(prepared, mended);
  const { solveFurther } = await import("../analysis/repair/solve-further.js");
  return finishRepair(prepared, await solveFurther(prepared, mended, run.solving()));
}

function toldOf(request: RepairRequest, repair: Repair): RepairReport {
  const titles = ruleTitles(CATALOG);
  const { instance, rules, rota, violations, fewest } = repair;
  return {
    schemaVersion: 1,
    fewest,
    diff: diffReport(request.published, rota.assignments, {
      today: request.today,
      noticeDays: noticeDays(rules),
      instance,
      extraMinutes: shortNoticePay(violations),
    }),
    broken: violations
      .filter(({ severity }) => severity === "hard")
      .map((violation) => reportViolation(violation, titles)),
  };
}

/** The report of the whole repaired rota, for the files that every rota has. */
function fullReport(repair: Repair, effort: number, seconds: number): Report {
  const { instance, rules, rota, violations, fewest } = repair;
  const incumbent = violations
    .filter(({ severity }) => severity === "hard")
    .reduce((total, { cost }) => total + cost, 0);
  const gap = fewest || incumbent === 0 ? 0 : 1;
  const tiers = [{ tier: 1, incumbent, bound: gap === 0 ? incumbent : 0, gap }];
  const plan = { rota, violations, termination: "repaired", tiers, solver: "repair", detail: null };
  const asked = { solver: "repair", effort, gap: 0, timeLimitSeconds: null, slots: DEFAULT_SLOTS };
  const settings = { ...asked, rules: rulesInForce(rules) };
  return reportOf(plan, instance, { seed: 0, seconds, settings, breaks: breakTerms(rules) });
}
