import { isIsoDate } from "../../domain/calendar.js";
import type { Conflict, Explanation, PeopleGroup, Requirement } from "../../domain/explanation.js";
import type { Instance } from "../../domain/instance.js";
import type { Text } from "../../domain/text.js";
import type { Violation } from "../../domain/violation.js";
import { dateWords } from "../../domain/words.js";
import { formulate } from "../../planning/formulate.js";
import { closedReasons } from "../../rules/closed-words.js";
import type { ActiveRule } from "../../rules/settings.js";
import type { SolveContext } from "../../solver/solver.js";
import { WarmThreads } from "../../solver/thread/warm-threads.js";
import type { Plan, PlanRequest } from "../plan-month.js";
import { planMonth } from "../plan-month.js";
import type { ChangeCosts } from "./changes.js";
import { DEFAULT_COSTS } from "./changes.js";
import type { Collision, Search } from "./conflict.js";
import { findCollision } from "./conflict.js";
import { itemText, togetherText } from "./item-words.js";
import type { Baseline } from "./items.js";
import { peopleFor } from "./people.js";
import type { Target } from "./targets.js";
import { targetsOf } from "./targets.js";
import { waysOut } from "./ways-out.js";

/** What is to be explained. */
export interface ExplainRequest extends Omit<PlanRequest, "start"> {
  /** True for a requirement that is to be explained. */
  wanted(requirement: Requirement): boolean;
  /** Told before the work on each. */
  onTarget?(requirement: Requirement): void;
  /** What changes cost; without it {@link DEFAULT_COSTS}. */
  readonly costs?: ChangeCosts;
  /** The most requirements to explain; of more, the rest is listed. */
  readonly most: number;
}

/** Why a period's requirements can't all be met. */
export interface MonthExplained {
  /** The best rota by the hard rules alone; its `rota` is null when none was found. */
  readonly plan: Plan;
  readonly explanations: readonly Explanation[];
  /** Requirements that aren't met and were not looked into. */
  readonly others: readonly Requirement[];
}

/** The part of the time limit that the best rota may take. */
const ROTA_SHARE = 0.4;

/** Makes the best rota by the hard rules alone and explains what it lacks. */
export async function explainMonth(
  request: ExplainRequest,
  context: SolveContext,
): Promise<MonthExplained> {
  const threads = new WarmThreads(context);
  try {
    return await explainWith(request, threads.context);
  } finally {
    await threads.close();
  }
}

async function explainWith(
  request: ExplainRequest,
  context: SolveContext,
): Promise<MonthExplained> {
  const { timeLimitSeconds } = request;
  const begun = context.now();
  const rules = hardOnly(request.rules);
  const limit = timeLimitSeconds === null ? null : ROTA_SHARE * timeLimitSeconds;
  const plan = await planMonth({ ...request, rules, timeLimitSeconds: limit }, context);
  const { rota } = plan;
  if (rota === null) return { plan, explanations: [], others: [] };
  const { instance } = request;
  const baseline = { instance, rules, rota, formulation: formulate(instance, rules) };
  const targets = inTurns(targetsOf(baseline, plan.violations));
  const wanted = targets.filter(({ requirement }) => request.wanted(requirement));
  const chosen = wanted.slice(0, request.most);
  const explanations: Explanation[] = [];
  for (const [index, target] of chosen.entries()) {
    const until = limitOf(begun, timeLimitSeconds, context, chosen.length - index);
    const secondsLeft = () => (until === null ? null : Math.max(0, (until - context.now()) / 1000));
    const { seed, costs = DEFAULT_COSTS } = request;
    const search = { baseline, context, seed, costs, secondsLeft };
    request.onTarget?.(target.requirement);
    explanations.push(await explainTarget(target, search, plan.violations));
  }
  const others = wanted.slice(request.most).map(({ requirement }) => requirement);
  return { plan, explanations, others };
}

/** Soft rules decide nothing about what is possible. The one that paid time depends on stays as it is. */
export function hardOnly(rules: readonly ActiveRule[]): ActiveRule[] {
  return rules.map((active) =>
    active.severity === "soft" && active.rule.meta.id !== "work-break"
      ? { ...active, severity: "off" }
      : active,
  );
}

/** One requirement of each rule and office first, then their second ones: what is alike is explained last. */
function inTurns(targets: readonly Target[]): Target[] {
  const seen = new Map<string, number>();
  const ranked = targets.map((target) => {
    const { rule, office, department } = target.requirement;
    const kind = JSON.stringify([rule, office, department]);
    const turn = seen.get(kind) ?? 0;
    seen.set(kind, turn + 1);
    return { target, turn };
  });
  return ranked.sort((a, b) => a.turn - b.turn).map(({ target }) => target);
}

/** When the work on the next of so many targets must end, in the context's milliseconds. */
function limitOf(
  begun: number,
  timeLimitSeconds: number | null,
  context: SolveContext,
  left: number,
): number | null {
  if (timeLimitSeconds === null) return null;
  const end = begun + timeLimitSeconds * 1000;
  return context.now() + Math.max(0, end - context.now()) / left;
}

async function explainTarget(
  target: Target,
  search: Search,
  before: readonly Violation[],
): Promise<Explanation> {
  const { requirement } = target;
  const { instance, rules } = search.baseline;
  const { kind, collision, nearby } = await findCollision(target, search);
  const people = peopleFor(nearby, instance, rules);
  if (kind !== "collision" || collision === null) {
    const outcome = kind === "possible" ? "possible" : "open";
    const none = {
      conflict: null,
      waysOut: [],
      cheapestProven: false,
      cutShort: outcome === "open",
    };
    return { requirement, outcome, people, ...none };
  }
  const { found, ...ways } = await waysOut(target, collision, search, before);
  const conflict = conflictOf(requirement, collision, search.baseline, people);
  return { requirement, outcome: "explained", conflict, people, waysOut: found, ...ways };
}

function conflictOf(
  requirement: Requirement,
  collision: Collision,
  { instance, rules }: Baseline,
  people: readonly PeopleGroup[],
): Conflict {
  const comers = people.find(({ rule }) => rule === null)?.people ?? [];
  const { items, needed, proofs, level } = collision;
  return {
    items: items.map((item, index) => ({
      rule: item.rule,
      kind: item.kind,
      office: item.office,
      department: item.department,
      staff: item.staff,
      date: item.date,
      text: itemText(item, instance, rules, comers),
      together: togetherText(item, instance, comers),
      needed: needed[index]!,
    })),
    facts: items.length === 0 ? closedFacts(requirement, instance) : [],
    minimal: needed.every((one) => one),
    proofs,
    othersAsTheyAre: level.othersAsTheyAre,
  };
}

/** That every place at which the requirement could be met is closed on its date, when that is so. */
function closedFacts({ office, date }: Requirement, instance: Instance): Text[] {
  const { offices } = instance.theCase;
  const places = offices.filter(({ id }) => office === null || id === office);
  if (date === null || !isIsoDate(date) || places.length === 0) return [];
  if (!places.every(({ id }) => instance.isClosed(id, date))) return [];
  const ids = places.map(({ id }) => id);
  const why = closedReasons(instance, ids, [date]);
  const day = dateWords(date);
  const [first] = places;
  return [
    office === null
      ? {
          en: `Every office is closed on ${day.en}${why.en}.`,
          sv: `Alla kontor är stängda ${day.sv}${why.sv}.`,
        }
      : {
          en: `${first!.name} is closed on ${day.en}${why.en}.`,
          sv: `${first!.name} är stängt ${day.sv}${why.sv}.`,
        },
  ];
}
