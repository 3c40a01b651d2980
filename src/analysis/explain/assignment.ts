import type {
  Alternative,
  AssignmentExplanation,
  Comparison,
  RuleDifference,
} from "../../domain/assignment-explanation.js";
import type { IsoDate } from "../../domain/calendar.js";
import type { StaffMember } from "../../domain/case.js";
import { groupBy, sum } from "../../domain/collections.js";
import { Instance } from "../../domain/instance.js";
import { formatTime, overlapOf } from "../../domain/interval.js";
import type { Assignment, Rota } from "../../domain/rota.js";
import { compareAssignments, compareText } from "../../domain/rota.js";
import type { Violation } from "../../domain/violation.js";
import { judge, tierTotals } from "../../planning/judge.js";
import type { ActiveRule } from "../../rules/settings.js";
import type { SolveContext } from "../../solver/solver.js";
import type { Plan, PlanRequest } from "../plan-month.js";
import { planMonth } from "../plan-month.js";
import { nameOf } from "./item-words.js";

/** Whose day is to be explained. */
export interface AssignmentRequest extends Omit<PlanRequest, "start"> {
  readonly staff: string;
  readonly date: IsoDate;
  /** The rota that is asked about, with the name of its file; null: one is made. */
  readonly given: { readonly file: string; readonly rota: Rota } | null;
  /** The most other people to list. */
  readonly most: number;
}

/** A rota that is explained. */
interface Explained {
  readonly rota: Rota;
  readonly violations: readonly Violation[];
  /** True: no other rota is better. */
  readonly best: boolean;
}

/** Why the person is in the rota; a plan without a rota when there was none to explain. */
export type AssignmentExplained =
  | { readonly explanation: AssignmentExplanation; readonly plan: null }
  | { readonly explanation: null; readonly plan: Plan };

/**
 * Takes the rota that is given, or makes one; then makes the best one in which the person has that date off, begun from the
 * first; and tries everybody else in the person's place with nothing else moved.
 */
export async function explainAssignment(
  request: AssignmentRequest,
  context: SolveContext,
): Promise<AssignmentExplained> {
  const { instance, rules, staff, date, timeLimitSeconds } = request;
  const half = timeLimitSeconds === null ? null : timeLimitSeconds / 2;
  const plan =
    request.given === null
      ? await planMonth({ ...request, timeLimitSeconds: half }, context)
      : null;
  const explained = plan === null ? givenOf(request) : madeOf(plan);
  if (explained === null) return { plan: plan!, explanation: null };
  const { rota, violations } = explained;
  const own = rota.assignments.filter((row) => row.staff === staff && row.date === date);
  const subject = {
    staff,
    name: nameOf(staff, instance.theCase.staff),
    date,
    rota: request.given?.file ?? null,
    duties: own.map((row) => ({
      office: row.office,
      officeName: nameOf(row.office, instance.theCase.offices),
      kind: row.kind,
      from: formatTime(row.time.from),
      to: formatTime(row.time.to),
      pinned: row.status === "pinned",
    })),
  };
  if (own.length === 0) {
    return { plan: null, explanation: { ...subject, without: null, alternatives: [] } };
  }
  const without = await planMonth(
    {
      ...request,
      instance: withDayOff(instance, staff, date),
      timeLimitSeconds: half,
      start: { assignments: rota.assignments.filter((row) => !own.includes(row)) },
    },
    context,
  );
  const others = alternativesFor(own, rota, violations, instance, rules);
  const explanation = {
    ...subject,
    without: without.rota === null ? null : compared(explained, without, rules),
    alternatives: others.slice(0, request.most),
  };
  return { plan: null, explanation };
}

function givenOf({ given, instance, rules }: AssignmentRequest): Explained | null {
  if (given === null) return null;
  const { rota } = given;
  return { rota, violations: judge(instance, rules, rota), best: false };
}

function madeOf(plan: Plan): Explained | null {
  const { rota, violations } = plan;
  return rota === null ? null : { rota, violations, best: isBest(plan) };
}

function isBest({ tiers }: Plan): boolean {
  return tiers.every(({ gap }) => gap === 0);
}

/** The same month, in which the person may not work on the date. */
function withDayOff({ theCase, period, holidays }: Instance, staff: string, date: IsoDate) {
  const pin = { staff, date, office: null, time: null, pin: "forbid" } as const;
  return new Instance({ ...theCase, pins: [...theCase.pins, pin] }, period, holidays);
}

function compared(before: Explained, after: Plan, rules: readonly ActiveRule[]): Comparison {
  const difference = differenceOf(before.violations, after.violations, rules);
  return { ...difference, proven: before.best && isBest(after) };
}

/** What a rota's violations cost more than another's, in all and by rule. */
function differenceOf(
  before: readonly Violation[],
  after: readonly Violation[],
  rules: readonly ActiveRule[],
): Omit<Comparison, "proven"> {
  const [hardBefore, softBefore] = tierTotals(before);
  const [hardAfter, softAfter] = tierTotals(after);
  const byRule = groupBy(after, ({ rule }) => rule);
  const byRuleBefore = groupBy(before, ({ rule }) => rule);
  const differences = rules.flatMap(({ rule, severity }): RuleDifference[] => {
    const { id, title } = rule.meta;
    const [old, now] = [byRuleBefore.get(id) ?? [], byRule.get(id) ?? []];
    const cost = sum(now, (one) => one.cost) - sum(old, (one) => one.cost);
    if (cost === 0) return [];
    const said = new Set(old.map(({ message }) => message.en));
    const messages = now.map(({ message }) => message).filter(({ en }) => !said.has(en));
    return [{ rule: id, title, severity: severity === "hard" ? "hard" : "soft", cost, messages }];
  });
  const hardFirst = (a: RuleDifference, b: RuleDifference) => compareText(a.severity, b.severity);
  return {
    hardCost: hardAfter - hardBefore,
    softCost: softAfter - softBefore,
    rules: differences.sort((a, b) => hardFirst(a, b) || b.cost - a.cost),
  };
}

/** Everybody who isn't there already in the place of some rows of one person's day, the best first. */
function alternativesFor(
  own: readonly Assignment[],
  rota: Rota,
  before: readonly Violation[],
  instance: Instance,
  rules: readonly ActiveRule[],
): Alternative[] {
  const [{ staff, date }] = own as [Assignment];
  const there = (row: Assignment) =>
    own.some(({ office, time }) => row.office === office && overlapOf(row.time, time) > 0);
  const busy = new Set(
    rota.assignments.filter((row) => row.date === date && there(row)).map((row) => row.staff),
  );
  const others = instance.theCase.staff.filter(({ id }) => id !== staff && !busy.has(id));
  const alternatives = others.map((member): Alternative => {
    const free = rota.assignments.filter((row) => row.staff === member.id && row.date === date);
    const swapped = own.map((row) => takenOver(row, member, instance));
    const kept = rota.assignments.filter((row) => !own.includes(row) && !free.includes(row));
    const assignments = [...kept, ...swapped].sort(compareAssignments);
    const after = judge(instance, rules, { assignments });
    return {
      staff: member.id,
      name: member.name,
      department: nameOf(swapped[0]!.department, instance.theCase.departments),
      takenFrom: [...new Set(free.map(({ office }) => nameOf(office, instance.theCase.offices)))],
      ...differenceOf(before, after, rules),
      proven: true,
    };
  });
  return alternatives.sort(
    (a, b) => a.hardCost - b.hardCost || a.softCost - b.softCost || compareText(a.staff, b.staff),
  );
}

function takenOver(row: Assignment, { id }: StaffMember, instance: Instance): Assignment {
  const department = instance.departmentAt(id, row.date, row.time);
  return { ...row, staff: id, department, status: "planned" };
}
