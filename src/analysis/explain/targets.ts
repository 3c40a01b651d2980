import { isIsoDate, isoWeekOf } from "../../domain/calendar.js";
import type { Requirement } from "../../domain/explanation.js";
import type { Instance } from "../../domain/instance.js";
import type { Violation } from "../../domain/violation.js";
import { encode } from "../../planning/encoding.js";
import {
  compareOrigins,
  type Origin,
  type PlannedRow,
  requirementKey,
} from "../../planning/origin.js";
import { rowSlack } from "../../program/evaluate.js";
import type { Baseline } from "./items.js";
import type { Range } from "./relaxed.js";
import type { Subject } from "./subjects.js";
import { SubjectFinder } from "./subjects.js";

/** Something that is asked for and that the best rota doesn't give. */
export interface Target {
  /** What its rows have in common: their name without times of day. */
  readonly key: string;
  /** Where its first row comes from. */
  readonly origin: Origin;
  readonly requirement: Requirement;
  /** Where and when it is asked for. */
  readonly range: Range;
  /** What it costs the best rota in tier 1. */
  readonly cost: number;
}

/** The requirements that a rota doesn't meet, the costliest first. */
export function targetsOf(baseline: Baseline, violations: readonly Violation[]): Target[] {
  const { formulation, rota, instance } = baseline;
  const { point } = encode(formulation, rota);
  const finder = new SubjectFinder(formulation);
  const broken = formulation.program.rows.filter(
    (row) => row.tier === 1 && rowSlack(row, point) > 0,
  );
  const hard = violations.filter(({ severity }) => severity === "hard");
  const costs = new Map<string, number>();
  for (const row of broken) {
    const key = requirementKey(row);
    costs.set(key, (costs.get(key) ?? 0) + row.weight * rowSlack(row, point));
  }
  return [...costs]
    .map(([key, cost]): Target => {
      const row = broken.find((one) => requirementKey(one) === key)!;
      const own = hard.filter((violation) => isAbout(violation, row, finder.of(row), instance));
      return targetOf(baseline, key, cost, row, own);
    })
    .sort((a, b) => b.cost - a.cost || compareOrigins(a.origin, b.origin));
}

function targetOf(
  { rules, instance }: Baseline,
  key: string,
  cost: number,
  row: PlannedRow,
  own: readonly Violation[],
): Target {
  const { origin } = row;
  const { rule } = origin;
  const meta = rules.find((active) => active.rule.meta.id === rule)!.rule.meta;
  const first = own[0];
  const { date = null, office = null, department = null, staff = null } = first ?? {};
  const about = [rule, staff ?? office ?? department, date].filter((part) => part !== null);
  return {
    key,
    origin,
    cost,
    requirement: {
      rule,
      title: meta.title,
      id: about.join("@"),
      date,
      office,
      department,
      staff,
      messages: first ? own.map(({ message }) => message) : [meta.statement],
    },
    range: {
      offices: office === null ? null : new Set([office]),
      dates: datesOf(date, instance),
    },
  };
}

function datesOf(date: string | null, { dates }: Instance): ReadonlySet<string> | null {
  if (date === null) return null;
  if (isIsoDate(date)) return new Set([date]);
  return date.includes("W") ? new Set(dates.filter((day) => isoWeekOf(day) === date)) : null;
}

/** True when a violation tells of the row: nothing that it names is contradicted by what the row is about. */
function isAbout(
  violation: Violation,
  { origin }: PlannedRow,
  subject: Subject,
  instance: Instance,
): boolean {
  const fits = (id: string | null, own: string | null) => id === null || own === null || own === id;
  const dates = datesOf(violation.date, instance);
  const own = datesOf(origin.date ?? subject.date, instance);
  return (
    violation.rule === origin.rule &&
    fits(violation.office, subject.office) &&
    fits(violation.staff, subject.staff) &&
    fits(violation.department, subject.department) &&
    (dates === null || own === null || [...own].some((date) => dates.has(date)))
  );
}
