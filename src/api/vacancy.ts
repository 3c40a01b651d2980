import { repairRules, repairTotals } from "../analysis/repair/change-tiers.js";
import { shortNoticePay } from "../analysis/repair/short-notice.js";
import { type Gap, gapTimes, type StepIns, stepIns } from "../analysis/repair/step-in.js";
import type { IsoDate } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { sum } from "../domain/collections.js";
import { newsFrom, withNews } from "../domain/disruptions.js";
import { Instance } from "../domain/instance.js";
import { formatTime, type Interval, minutesOf } from "../domain/interval.js";
import { publicHolidays } from "../domain/public-holidays.js";
import { joined } from "../domain/published.js";
import type { Assignment } from "../domain/rota.js";
import { same, type Text } from "../domain/text.js";
import { reportViolation } from "../figures/build-report.js";
import { workOf } from "../figures/diff.js";
import type { GapReport } from "../outputs/repair.js";
import { CATALOG } from "../rules/catalog.js";
import type { RepairAsk } from "./repair.js";
import { ruleTitles } from "./rules-in-force.js";

/** What the ranking for a vacancy is asked: who could step in at an office on a date. */
export interface VacancyAsk extends Pick<RepairAsk, "period" | "news" | "today"> {
  readonly office: string;
  readonly date: IsoDate;
  /** null: what is missing, else all that the office is open. */
  readonly time: Interval | null;
}

/**
 * Ranks those who could fill a vacancy in an announced rota, and says of each of the others why not. Nothing is solved. Null: the
 * office has no opening that date, so nobody is missing.
 */
export async function rankRows(
  theCase: Case,
  announced: readonly Assignment[],
  { period, news, today, office, date, time }: VacancyAsk,
): Promise<GapReport | null> {
  const published = joined(announced);
  const now = { ...withNews(theCase, newsFrom(news, today)), published };
  const instance = new Instance(now, period, publicHolidays(period), today);
  const times = gapTimes(instance, office, date, time);
  if (times.length === 0) return null;
  const rota = published.filter(
    ({ staff, date: on, time: own }) => instance.unavailableMinutes(staff, on, [own]) === 0,
  );
  const gap = { office, date, times };
  return reportOf(
    instance,
    gap,
    rota,
    stepIns(instance, repairRules(theCase.ruleSettings), rota, gap),
  );
}

function reportOf(
  instance: Instance,
  { office, date, times }: Gap,
  rota: readonly Assignment[],
  { able, unable }: StepIns,
): GapReport {
  const titles = ruleTitles(CATALOG);
  const nameOf = (staff: string) => instance.member(staff)?.name ?? staff;
  const workOn = (rows: readonly Assignment[]) => rows.map((row) => workOf(row, instance));
  return {
    schemaVersion: 1,
    office,
    officeName: instance.office(office)?.name ?? office,
    date,
    times: times.map(({ from, to }) => ({ from: formatTime(from), to: formatTime(to) })),
    minutes: sum(times, minutesOf),
    able: able.map(({ staff, after, covered, violations, breaks }) => ({
      staff,
      name: nameOf(staff),
      before: workOn(rota.filter((row) => row.staff === staff && row.date === date)),
      after: workOn(after),
      covered,
      breaks: breaks.map((violation) => reportViolation(violation, titles)),
      cost: sum(repairTotals(violations).slice(1), (total) => total),
      extraMinutes: shortNoticePay(violations)(staff, date),
    })),
    unable: unable.map(({ staff, against }) => ({
      staff,
      name: nameOf(staff),
      rules: against.map(({ rule }) => ({ id: rule, title: titles.get(rule) ?? same(rule) })),
      reasons:
        against.length === 0 ? [NO_DUTY] : against.map(({ rule, why }) => why ?? STATED.get(rule)!),
    })),
  };
}

const STATED: ReadonlyMap<string, Text> = new Map(
  CATALOG.map(({ meta }) => [meta.id, meta.statement]),
);
const NO_DUTY: Text = {
  en: "no duty at the office has these times",
  sv: "inget pass på kontoret har de tiderna",
};
