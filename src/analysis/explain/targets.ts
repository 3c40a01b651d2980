import { isIsoDate, isoWeekOf } from "../../domain/calendar.js";
import type { Requirement } from "../../domain/explanation.js";
import type { Instance } from "../../domain/instance.js";
import { compareText } from "../../domain/rota.js";
import type { Violation } from "../../domain/violation.js";
import { encode } from "../../planning/encoding.js";
import { rowSlack } from "../../program/evaluate.js";
import type { Row } from "../../program/program.js";
import type { Baseline } from "./items.js";
import type { Range } from "./relaxed.js";
import type { Subject } from "./subjects.js";
import { ownName, requirementKey, ruleOf, SubjectFinder } from "./subjects.js";

/** Something that is asked for and that the best rota doesn't give. */
export interface Target {
  /** The name of its rows, without times of day. */
  readonly key: string;
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
    .sort((a, b) => b.cost - a.cost || compareText(a.key, b.key));
}

function targetOf(
  { rules, instance }: Baseline,
  key: string,
  cost: number,
  row: Row,
  own: readonly Violation[],
): Target {
  const rule = ruleOf(row);
  const meta = rules.find((active) => active.rule.meta.id === rule)!.rule.meta;
  const first = own[0];
  const { date = null, office = null, department = null, staff = null } = first ?? {};
  const about = [rule, staff ?? office ?? department, date].filter((part) => part !== null);
  return {
    key,
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

/** True when a violation tells of the row: nothing that it names is contradicted by the row's name or duties. */
function isAbout(violation: Violation, row: Row, subject: Subject, instance: Instance): boolean {
  if (violation.rule !== ruleOf(row)) return false;
  const words = ` ${ownName(row)} `;
  const fits = (id: string | null, shared: string | null, known: readonly Named[]) =>
    id === null ||
    words.includes(` ${id} `) ||
    (shared === null ? !known.some((other) => words.includes(` ${other.id} `)) : shared === id);
  const { offices, staff, departments } = instance.theCase;
  const dates = datesOf(violation.date, instance);
  const rowDate = /\d{4}-\d\d-\d\d/.exec(words)?.[0] ?? subject.date;
  return (
    fits(violation.office, subject.office, offices) &&
    fits(violation.staff, subject.staff, staff) &&
    fits(violation.department, subject.department, departments) &&
    (dates === null || rowDate === null || dates.has(rowDate))
  );
}

interface Named {
  readonly id: string;
}
