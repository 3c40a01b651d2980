import type { IsoDate } from "../../domain/calendar.js";
import { sum } from "../../domain/collections.js";
import { assignmentsOf } from "../../domain/duty.js";
import type { Instance } from "../../domain/instance.js";
import { type Interval, intersect, minutesOf, subtract, union } from "../../domain/interval.js";
import { type Assignment, compareAssignments, compareText } from "../../domain/rota.js";
import type { Text } from "../../domain/text.js";
import type { Violation } from "../../domain/violation.js";
import { candidatesOf } from "../../planning/candidates.js";
import { judge } from "../../planning/judge.js";
import type { CandidateDuty } from "../../rules/rule.js";
import type { ActiveRule } from "../../rules/settings.js";
import { breakTerms } from "../../rules/settings.js";
import { repairTotals } from "./change-tiers.js";

/** A gap in a rota: somebody is missing at an office on a date. */
export interface Gap {
  readonly office: string;
  readonly date: IsoDate;
  readonly times: readonly Interval[];
}

/** Somebody who could fill a gap, and what it leads to. */
export interface Substitute {
  readonly staff: string;
  /** The work of that date with the gap filled. */
  readonly after: readonly Assignment[];
  /** Minutes of the gap that are covered. */
  readonly covered: number;
  readonly violations: readonly Violation[];
  /** Hard rules that are broken with the substitute and not without. */
  readonly breaks: readonly Violation[];
}

/** Somebody who cannot, and the hard rules that say so; none: no duty there has such times. */
export interface Unable {
  readonly staff: string;
  readonly against: readonly Refusal[];
}

/** A hard rule that forbids a duty, and why, said of the person; null: its statement says it. */
export interface Refusal {
  readonly rule: string;
  readonly why: Text | null;
}

/** Who could step in, the best first, and who could not. */
export interface StepIns {
  readonly able: readonly Substitute[];
  readonly unable: readonly Unable[];
}

/**
 * The times of a gap: as asked; else the announced work there whose people are no longer available; else all that the
 * office is open that date, with the evening if it was to be held.
 */
export function gapTimes(
  instance: Instance,
  office: string,
  date: IsoDate,
  asked: Interval | null,
): readonly Interval[] {
  if (asked !== null) return [asked];
  const there = instance.theCase.published.filter(
    (row) => row.office === office && row.date === date,
  );
  const gone = there.filter(
    ({ staff, time }) => instance.unavailableMinutes(staff, date, [time]) > 0,
  );
  if (gone.length > 0) return union(gone.map(({ time }) => time));
  const evening = there.some(({ kind }) => kind === "evening");
  const window = evening ? instance.eveningWindow(office, date) : null;
  return union([...instance.openHours(office, date), ...(window?.extra ?? [])]);
}

/**
 * Puts each person in turn into a gap of a rota and judges what comes of it; nothing is solved. Who covers more of the gap
 * comes first, then who breaks less: hard rules, changes and their notice, wishes.
 */
export function stepIns(
  instance: Instance,
  rules: readonly ActiveRule[],
  rota: readonly Assignment[],
  gap: Gap,
): StepIns {
  const candidates = candidatesOf(instance, rules);
  const able: Substitute[] = [];
  const unable: Unable[] = [];
  const before = new Set(hardOf(judge(instance, rules, { assignments: rota })).map(subjectOf));
  for (const { id: staff } of instance.theCase.staff) {
    const own = rota.filter((row) => row.staff === staff && row.date === gap.date);
    const here = own.filter(({ office }) => office === gap.office).map(({ time }) => time);
    const open = { ...gap, times: subtract(gap.times, here) };
    if (open.times.length === 0) continue;
    const duty = bestDuty(candidates.of(staff, gap.date), open, here);
    if (duty === null) {
      const against = forbidding(instance, rules, staff, open);
      if (against.length > 0 || here.length === 0) unable.push({ staff, against });
      continue;
    }
    const after = assignmentsOf(duty, "planned");
    const others = rota.filter((row) => row.staff !== staff || row.date !== gap.date);
    const assignments = [...others, ...after].sort(compareAssignments);
    const violations = judge(instance, rules, { assignments });
    const breaks = hardOf(violations).filter((violation) => !before.has(subjectOf(violation)));
    able.push({ staff, after, covered: coveredBy(duty, open), violations, breaks });
  }
  return { able: able.sort(compareSubstitutes), unable };
}

function compareSubstitutes(a: Substitute, b: Substitute): number {
  const [first, second] = [repairTotals(a.violations), repairTotals(b.violations)];
  return (
    b.covered - a.covered ||
    first[0] - second[0] ||
    first[1] - second[1] ||
    first[2] - second[2] ||
    compareText(a.staff, b.staff)
  );
}

/** The duty that covers most of the gap, keeps what the person does there already, and is no longer than it must be. */
function bestDuty(
  duties: readonly CandidateDuty[],
  gap: Gap,
  here: readonly Interval[],
): CandidateDuty | null {
  const fitting = duties.filter((duty) => duty.office === gap.office && coveredBy(duty, gap) > 0);
  const worth = (duty: CandidateDuty) => [
    coveredBy(duty, gap) + lengthOf(intersect(duty.presence, here)),
    -lengthOf(duty.presence),
    -duty.variable,
  ];
  return fitting.toSorted((a, b) => compareWorth(worth(b), worth(a)))[0] ?? null;
}

function compareWorth(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}

function coveredBy({ presence }: Pick<CandidateDuty, "presence">, { times }: Gap): number {
  return lengthOf(intersect(presence, times));
}

function lengthOf(intervals: readonly Interval[]): number {
  return sum(intervals, minutesOf);
}

/** The hard rules that forbid the person a duty in the gap. */
function forbidding(
  instance: Instance,
  rules: readonly ActiveRule[],
  staff: string,
  { office, date, times }: Gap,
): Refusal[] {
  const situation = { instance, breaks: breakTerms(rules) };
  const parts = times.map((time) => ({ kind: "day", time }) as const);
  const department = instance.departmentAt(staff, date, times[0] ?? { from: 0, to: 0 });
  const duty = { staff, date, office, department, parts, presence: times };
  return rules
    .filter(({ severity }) => severity === "hard")
    .filter(
      ({ rule, values }) =>
        rule.forbidsDate?.(staff, date, situation) ||
        rule.forbidsOffice?.(staff, office, situation) ||
        rule.forbidsDuty?.(duty, situation, values) != null,
    )
    .map(({ rule }) => ({
      rule: rule.meta.id,
      why: rule.whyNot?.(duty, situation) ?? null,
    }));
}

function hardOf(violations: readonly Violation[]): Violation[] {
  return violations.filter(({ severity }) => severity === "hard");
}

function subjectOf({ rule, date, office, department, staff, time, amount }: Violation): string {
  return JSON.stringify([rule, date, office, department, staff, time, amount]);
}
