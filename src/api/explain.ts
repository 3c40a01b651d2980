import type { AssignmentRequest } from "../analysis/explain/assignment.js";
import type { PlanRequest } from "../analysis/plan-month.js";
import type { AssignmentExplanation } from "../domain/assignment-explanation.js";
import { type IsoDate, type IsoMonth, within } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import type { MonthExplanation, Requirement } from "../domain/explanation.js";
import { withoutNames } from "../domain/without-names.js";
import type { Termination } from "../solver/solver.js";
import { periodAsked } from "./asked-period.js";
import { type Context, wholeContext } from "./context.js";
import { settingOf } from "./judge-rota.js";
import { SETTINGS } from "./settings.js";

/** What both kinds of explanation are asked; what is left out is as with `rota explain`. */
export interface ExplainLimits {
  readonly month: IsoMonth;
  /** False: ids stand where people have names. */
  readonly names?: boolean;
  readonly seed?: number;
  readonly effort?: number;
  /** null: none, and then the same input gives the same answer on every machine. */
  readonly timeLimitSeconds?: number | null;
}

/** What `explain` is asked. */
export interface ExplainAsk extends ExplainLimits {
  /** The most requirements to explain; the others are listed. */
  readonly most?: number;
  /** True for a requirement that is wanted; left out: all are. */
  wanted?(requirement: Requirement): boolean;
  /** Hears of each requirement before the work on it. */
  onRequirement?(requirement: Requirement): void;
}

/** What an explanation answers; without a rota to explain there is none, and the termination says why. */
export type Explained<What> = (
  | {
      readonly explanation: What;
      /** Why the solver stopped; null where the explanation does not hang on it. */
      readonly termination: Termination | null;
    }
  | { readonly explanation: null; readonly termination: Termination }
) & {
  /** What else the solver has to say, in English; null when nothing. */
  readonly detail: string | null;
};

/**
 * Explains why the requirements of a month can't all be met, and the smallest changes that would make it possible.
 *
 * @throws RangeError when the month is none, or the case has no availability in it.
 */
export async function explain(
  theCase: Case,
  ask: ExplainAsk,
  context: Context,
): Promise<Explained<MonthExplanation>> {
  const { most = SETTINGS.explainMost.default, wanted, onRequirement } = ask;
  const { explainMonth } = await import("../analysis/explain/explain.js");
  const request = {
    ...(await requestOf(theCase, ask, 0)),
    most,
    wanted: (requirement: Requirement) => wanted?.(requirement) ?? true,
    onTarget: (requirement: Requirement) => onRequirement?.(requirement),
  };
  const { plan, explanations, others } = await explainMonth(request, wholeContext(context));
  const { termination, detail } = plan;
  const bestProven = plan.tiers[0]?.gap === 0;
  const explanation =
    plan.rota === null ? null : { month: ask.month, explanations, others, bestProven };
  return { explanation, termination, detail };
}

/** What `explainDuty` is asked: whose day. */
export interface ExplainDutyAsk extends ExplainLimits {
  /** The id of the person. */
  readonly staff: string;
  readonly date: IsoDate;
  /** The rota that is asked about; left out or null: the one that `solve` makes. */
  readonly given?: GivenRota | null;
  /** The most other people to list. */
  readonly most?: number;
}

/** A rota, with the name of the file that it came from. */
export type GivenRota = NonNullable<AssignmentRequest["given"]>;

/** Other people that are listed for a duty. */
const MOST_ALTERNATIVES = 6;

/**
 * Explains why somebody is at work on a date in a rota, and who else could be.
 *
 * @throws RangeError when the month is none, the case has no availability in it, or the person or the date is not in it.
 */
export async function explainDuty(
  theCase: Case,
  ask: ExplainDutyAsk,
  context: Context,
): Promise<Explained<AssignmentExplanation>> {
  const { staff, date, given = null, most = MOST_ALTERNATIVES } = ask;
  const { explainAssignment } = await import("../analysis/explain/assignment.js");
  // The rota of `solve` is asked about, so it stops at the gap at which that one does.
  const request = await requestOf(theCase, ask, SETTINGS.gap.default);
  const { instance } = request;
  if (!within(instance.period, date)) throw new RangeError(`${date} is not in ${ask.month}`);
  if (!instance.member(staff)) throw new RangeError(`there is no person ${staff}`);
  const asked = { ...request, staff, date, given, most };
  const { plan, explanation } = await explainAssignment(asked, wholeContext(context));
  if (explanation !== null) return { explanation, termination: null, detail: null };
  return { explanation, termination: plan.termination, detail: plan.detail };
}

async function requestOf(
  theCase: Case,
  ask: ExplainLimits,
  gap: number,
): Promise<Omit<PlanRequest, "start">> {
  const { names = true, seed = SETTINGS.seed.default, effort = SETTINGS.effort.default } = ask;
  const { timeLimitSeconds = SETTINGS.explainSeconds.default } = ask;
  const period = periodAsked(theCase, { month: ask.month });
  const setting = await settingOf(names ? theCase : withoutNames(theCase), period);
  return { ...setting, solver: "auto", seed, effort, gap, timeLimitSeconds };
}
