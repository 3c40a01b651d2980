import type { IsoDate } from "../../domain/calendar.js";
import type { RuleSetting } from "../../domain/case.js";
import type { Violation } from "../../domain/violation.js";
import { publicationNotice } from "../../rules/publication-notice.js";
import { type ActiveRule, activate } from "../../rules/settings.js";
import { workBreak } from "../../rules/work-break.js";

const NOTICE = publicationNotice.meta.id;

/** Days of notice that a change needs, by the rules in force. */
export function noticeDays(rules: readonly ActiveRule[]): number {
  const active = rules.find(({ rule }) => rule.meta.id === NOTICE);
  return active?.values.days ?? publicationNotice.parameters.days.default;
}

/** Minutes that people are paid extra for changes at short notice, by the violations of a rota. */
export function shortNoticePay(
  violations: readonly Violation[],
): (staff: string, date: IsoDate) => number {
  const minutes = new Map(
    violations
      .filter(({ rule, unit }) => rule === NOTICE && unit === "person-minutes")
      .map(({ staff, date, amount }) => [`${date} ${staff}`, amount]),
  );
  return (staff, date) => minutes.get(`${date} ${staff}`) ?? 0;
}

/** Of the rules of a case only the one on notice, and what paid time depends on. */
export function noticeRules(settings: readonly RuleSetting[]): ActiveRule[] {
  return activate([publicationNotice, workBreak], settings);
}
