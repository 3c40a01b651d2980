import { type IsoMonth, isIsoMonth, type Period, periodOfMonth } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { checkPeriod } from "../input/case/check-month.js";

/** The dates that are planned or judged: those of a month, or from a first to a last date. */
export type AskedPeriod =
  | { readonly month: IsoMonth; readonly period?: never }
  | { readonly month?: never; readonly period: Period };

/**
 * The period that was asked for.
 *
 * @throws RangeError when it is none, or the case has no availability in it
 */
export function periodAsked(theCase: Case, asked: AskedPeriod): Period {
  const period = asked.period ?? periodOf(asked.month);
  if (period.last < period.first)
    throw new RangeError(`${period.last} lies before ${period.first}`);
  const error = checkPeriod(theCase, period).find(({ severity }) => severity === "error");
  if (error) throw new RangeError(error.message.en);
  return period;
}

function periodOf(month: IsoMonth): Period {
  if (!isIsoMonth(month))
    throw new RangeError(`a month looks like 2026-12, of the years 2000 to 2099, not ${month}`);
  return periodOfMonth(month);
}
