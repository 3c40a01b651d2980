import { monthOf } from "../domain/calendar.js";
import type { BreakTerms } from "../domain/duty.js";
import type { Instance } from "../domain/instance.js";
import { formatTime } from "../domain/interval.js";
import type { Assignment, Rota } from "../domain/rota.js";
import { RotaView } from "../domain/rota-view.js";
import type { Text } from "../domain/text.js";
import { same } from "../domain/text.js";
import type { Violation } from "../domain/violation.js";
import type {
  Report,
  ReportAssignment,
  ReportSettings,
  ReportTier,
  ReportViolation,
} from "../outputs/report.js";
import { contributionOf } from "./costs.js";
import { ledgerOf } from "./ledger.js";
import { closedDaysOf, openingsOf, publicOpening } from "./openings.js";
import { provenanceOf } from "./provenance.js";
import { DEFAULT_SLOTS } from "./slot-settings.js";
import { slotsOf } from "./slots.js";
import { statisticsOf } from "./statistics.js";

/** A plan that has a rota, with what is known of it. */
export interface PlannedRota {
  readonly rota: Rota;
  readonly violations: readonly Violation[];
  readonly termination: string;
  readonly tiers: readonly ReportTier[];
  readonly solver: string;
  readonly detail: string | null;
}

/** How the plan came to be. */
export interface RunFacts {
  readonly seed: number;
  readonly seconds: number;
  readonly settings: ReportSettings;
  readonly breaks: BreakTerms;
}

/** The report of a plan. */
export function reportOf(plan: PlannedRota, instance: Instance, facts: RunFacts): Report {
  const view = new RotaView(instance, plan.rota, facts.breaks);
  const openings = openingsOf(view);
  const assignments = plan.rota.assignments.map(reportAssignment);
  const titles = new Map(facts.settings.rules.map(({ id, title }) => [id, title]));
  return {
    schemaVersion: 1,
    month: monthOf(instance.period.first),
    period: { first: instance.period.first, last: instance.period.last },
    seed: facts.seed,
    solver: plan.solver,
    termination: plan.termination,
    detail: plan.detail,
    seconds: Math.round(facts.seconds * 10) / 10,
    tiers: plan.tiers.map(({ tier, incumbent, bound, gap, ofAllRotas }) => ({
      tier,
      incumbent,
      bound,
      gap,
      ...(ofAllRotas && { ofAllRotas }),
    })),
    assignments,
    openings: openings.map((opening) => publicOpening(view, opening)),
    slots: slotsOf(view, openings, { ...DEFAULT_SLOTS, ...facts.settings.slots }),
    closedDays: closedDaysOf(instance),
    violations: plan.violations.map((violation) => reportViolation(violation, titles)),
    statistics: statisticsOf(view, openings, contributionOf(facts.settings.rules)),
    ledger: ledgerOf(view),
    settings: facts.settings,
    provenance: provenanceOf(instance.theCase, instance.period, assignments),
  };
}

/** A row of a rota as the report has it. */
export function reportAssignment(row: Assignment): ReportAssignment {
  const { date, office, kind, time, staff, department, status, breakTime } = row;
  const [from, to] = [formatTime(time.from), formatTime(time.to)];
  const breakFrom = breakTime ? formatTime(breakTime.from) : null;
  const breakTo = breakTime ? formatTime(breakTime.to) : null;
  return { date, office, kind, from, to, staff, department, status, breakFrom, breakTo };
}

/** A violation as the report has it; `titles` are the titles of the rules by id. */
export function reportViolation(
  violation: Violation,
  titles: ReadonlyMap<string, Text>,
): ReportViolation {
  const { rule, severity, date, office, department, staff, time } = violation;
  return {
    rule,
    title: titles.get(rule) ?? same(rule),
    severity,
    date,
    office,
    department,
    staff,
    from: time && formatTime(time.from),
    to: time && formatTime(time.to),
    actual: violation.actual,
    limit: violation.limit,
    amount: violation.amount,
    unit: violation.unit,
    cost: violation.cost,
    message: violation.message,
    advice: violation.advice,
  };
}
