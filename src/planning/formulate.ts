import { groupBy } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { timeWords } from "../domain/words.js";
import type { Switch } from "../program/program.js";
import { validateProgram } from "../program/validate-program.js";
import { dutySubject, idWord, type RowSubject } from "../rules/row-subject.js";
import type {
  Amount,
  CandidateDuty,
  CandidateEvening,
  Candidates,
  RowDraft,
  Situation,
} from "../rules/rule.js";
import type { ActiveRule } from "../rules/settings.js";
import type { CandidateIndex } from "./candidates.js";
import { candidatesOf } from "./candidates.js";
import { type PlannedProgram, type PlannedRow, rowName } from "./origin.js";
import { PLAN_TIERS, type TierPlan } from "./tier-plan.js";

/** A program together with what its variables stand for. */
export interface Formulation {
  readonly program: PlannedProgram;
  readonly candidates: Candidates;
}

/**
 * Writes the integer program of an instance: the candidates as variables, one choice for each person and date, and the
 * rows of every rule that is on.
 *
 * With the tiers of an ordinary plan the empty rota is always admissible, and what cannot be met is reported, not an error.
 */
export function formulate(
  instance: Instance,
  rules: readonly ActiveRule[],
  tiers: TierPlan = PLAN_TIERS,
): Formulation {
  const candidates = candidatesOf(instance, rules);
  const choiceDuties = [
    ...groupBy(candidates.duties, (duty) => `${duty.date} ${duty.staff}`).values(),
  ];
  const choices = choiceDuties.map((duties) => Int32Array.from(duties, (duty) => duty.variable));
  const dates = [...new Set(candidates.duties.map(({ date }) => date))].sort();
  const stageOf = new Map(dates.map((date, stage) => [date, stage]));
  const staff = [...new Set(candidates.duties.map((duty) => duty.staff))];
  const lineOf = new Map(staff.map((one, line) => [one, line]));
  const choiceOf = new Int32Array(candidates.duties.length);
  for (const [index, choice] of choices.entries()) {
    for (const variable of choice) choiceOf[variable] = index;
  }
  const dutyNames = candidates.duties.map(dutyName);
  const drafts: PlannedRow[] = [];
  for (const active of rules) {
    if (active.severity === "off") continue;
    for (const draft of draftsOf(active, candidates)) {
      if (draft.limit >= 0 && mostOf(draft, choiceOf) <= draft.limit) continue;
      const row = rowOf(active, draft, tiers.tierOf(active, draft.limit < 0));
      if (row.tier === 0 || row.weight > 0) drafts.push(row);
    }
  }
  const evenings = eveningSwitches(candidates);
  const { rows, switches, names: asked } = withSwitches(drafts, candidates, evenings.length);
  const names = [
    ...dutyNames,
    ...candidates.evenings.filter(({ variable }) => variable !== null).map(eveningName),
    ...asked,
  ];
  const program: PlannedProgram = {
    variableCount: names.length,
    variableNames: names,
    choices,
    switches: [...evenings, ...switches],
    stages: Int32Array.from(choiceDuties, (duties) => stageOf.get(duties[0]!.date)!),
    lines: Int32Array.from(choiceDuties, (duties) => lineOf.get(duties[0]!.staff)!),
    rows,
    tierCount: tiers.count,
  };
  validateProgram(program);
  return { program, candidates };
}

/** All rows of a rule: those of single duties and evenings (of which a hard rule has none left) and its own. */
function* draftsOf(
  { rule, severity, values }: ActiveRule,
  candidates: Candidates,
): Iterable<RowDraft> {
  if (severity === "soft") {
    const situation: Situation = candidates;
    for (const duty of candidates.duties) {
      const amount = rule.forbidsDuty?.(duty, situation, values) ?? null;
      yield* singleRow(dutySubject(duty), duty.variable, amount);
    }
    for (const evening of candidates.evenings) {
      if (evening.variable === null) continue;
      const amount = rule.forbidsEvening?.(evening, situation, values) ?? null;
      const { office, date, variable } = evening;
      yield* singleRow({ office, date }, variable, amount);
    }
  }
  yield* rule.constrain?.(candidates, values) ?? [];
}

function* singleRow(subject: RowSubject, variable: number, broken: Amount): Iterable<RowDraft> {
  if (broken)
    yield { subject, terms: [[variable, 1]], limit: 0, scale: broken.amount, unit: broken.unit };
}

/**
 * A row in the smallest whole numbers that say the same. Without it the half-hours of a person's minutes would hide from
 * the solver that costs come in steps, and with them the proof that no smaller step is left.
 */
function rowOf(active: ActiveRule, draft: RowDraft, tier: number): PlannedRow {
  const terms = draft.terms.filter(([, coefficient]) => coefficient !== 0);
  const common = terms.reduce((divisor, [, c]) => gcd(divisor, c), tier === 0 ? 0 : draft.limit);
  const step = Math.max(1, common);
  const origin = { ...draft.subject, rule: active.rule.meta.id };
  return {
    name: rowName(origin),
    origin,
    variables: Int32Array.from(terms, ([variable]) => variable),
    coefficients: Int32Array.from(terms, ([, coefficient]) => coefficient / step),
    limit: Math.floor(draft.limit / step),
    tier,
    weight: tier === 0 ? 0 : active.weightOf(draft.unit) * draft.scale * step,
  };
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The most that the left side can be: at most one variable of each choice is 1. */
function mostOf(draft: RowDraft, choiceOf: Int32Array): number {
  const best = new Map<number, number>();
  let free = 0;
  for (const [variable, coefficient] of draft.terms) {
    const choice = choiceOf[variable];
    if (choice === undefined) free += Math.max(0, coefficient);
    else best.set(choice, Math.max(best.get(choice) ?? 0, coefficient));
  }
  for (const value of best.values()) free += value;
  return free;
}

function eveningSwitches(candidates: Candidates): Switch[] {
  return candidates.evenings.flatMap((evening) => {
    if (evening.variable === null) return [];
    const members = candidates
      .at(evening.office, evening.date)
      .filter(({ parts }) => parts.some(({ kind }) => kind === "evening"));
    return [
      { variable: evening.variable, members: Int32Array.from(members, (duty) => duty.variable) },
    ];
  });
}

/** The variables that rules asked for by `anyOf`, as far as a row uses them, numbered without gaps after the evenings. */
function withSwitches(
  rows: readonly PlannedRow[],
  candidates: CandidateIndex,
  evenings: number,
): { rows: readonly PlannedRow[]; switches: readonly Switch[]; names: readonly string[] } {
  const first = candidates.duties.length + evenings;
  const used = new Set(rows.flatMap((row) => [...row.variables].filter((v) => v >= first)));
  const kept = candidates.anyOfs().filter(({ variable }) => used.has(variable));
  const numberOf = new Map(kept.map(({ variable }, index) => [variable, first + index]));
  return {
    rows: rows.map((row) => ({
      ...row,
      variables: row.variables.map((v) => numberOf.get(v) ?? v),
    })),
    switches: kept.map(({ variable, members }) => ({
      variable: numberOf.get(variable)!,
      members: Int32Array.from(members),
    })),
    names: kept.map(({ name }) => name),
  };
}

function dutyName(duty: CandidateDuty): string {
  const times = duty.presence.map(timeWords).join("+");
  return `${idWord(duty.staff)} ${duty.date} ${idWord(duty.office)} ${times}`;
}

function eveningName({ office, date }: CandidateEvening): string {
  return `evening ${idWord(office)} ${date}`;
}
