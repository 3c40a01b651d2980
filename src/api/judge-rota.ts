import type { IsoDate, Period } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { Instance } from "../domain/instance.js";
import { publicHolidays } from "../domain/public-holidays.js";
import { type Assignment, compareAssignments } from "../domain/rota.js";
import type { Violation } from "../domain/violation.js";
import { judge } from "../planning/judge.js";
import { CATALOG } from "../rules/catalog.js";
import { type ActiveRule, activate } from "../rules/settings.js";

/** A case over a period, with the rules as they apply to it. */
export interface Setting {
  readonly instance: Instance;
  readonly rules: readonly ActiveRule[];
}

/**
 * Sets a case up for a period: its public holidays, and the catalogue under its rules.csv.
 *
 * @param today the date from which notice of changes to the announced rota is counted; null: it is not
 */
export async function settingOf(
  theCase: Case,
  period: Period,
  today: IsoDate | null = null,
): Promise<Setting> {
  const instance = new Instance(theCase, period, publicHolidays(period), today);
  return { instance, rules: activate(CATALOG, theCase.ruleSettings) };
}

/** The violations of a finished rota, its rows in any order. No solver is loaded. */
export function judgeRows(
  { instance, rules }: Setting,
  rows: readonly Assignment[],
): readonly Violation[] {
  return judge(instance, rules, { assignments: [...rows].sort(compareAssignments) });
}
