import { repairRules, repairTotals } from "../../analysis/repair/change-tiers.js";
import { disrupted } from "../../analysis/repair/disruption.js";
import type { RepairRequest } from "../../analysis/repair/repair-rota.js";
import { shortNoticePay } from "../../analysis/repair/short-notice.js";
import { gapTimes, type StepIns, stepIns } from "../../analysis/repair/step-in.js";
import { ruleTitles } from "../../api/rules-in-force.js";
import { sum } from "../../domain/collections.js";
import { Instance } from "../../domain/instance.js";
import { formatTime, type Interval, minutesOf } from "../../domain/interval.js";
import { joined } from "../../domain/published.js";
import type { Assignment } from "../../domain/rota.js";
import { type Language, same, type Text } from "../../domain/text.js";
import { reportViolation } from "../../figures/build-report.js";
import { workOf } from "../../figures/diff.js";
import type { GapReport } from "../../outputs/repair.js";
import { gapText } from "../../report/repair/text.js";
import { CATALOG } from "../../rules/catalog.js";
import type { AtDates } from "../at-dates.js";
import { EXIT, Failure } from "../failure.js";
import { KINDS, named } from "../named.js";
import type { RepairOptions } from "../repair-options.js";
import { print, stdoutStyle } from "../terminal.js";

/** Lists who could fill a gap; the exit code is 1 when nobody can without breaking a hard rule. */
export function runGap(
  request: RepairRequest,
  options: RepairOptions & { readonly gap: AtDates },
  language: Language,
): number {
  const { theCase, period, today } = request;
  const published = joined(request.published);
  const now = { ...disrupted(theCase, request.disruption, today), published };
  const instance = new Instance(now, period, request.holidays, today);
  const rules = repairRules(theCase.ruleSettings);
  const office = named(options.gap.name, theCase.offices, KINDS.office).id;
  const { first: date } = options.gap;
  const times = gapTimes(instance, office, date, askedTime(options));
  if (times.length === 0) throw new Failure(EXIT.usage, closed(office, date));
  const rota = published.filter(
    ({ staff, date: on, time }) => instance.unavailableMinutes(staff, on, [time]) === 0,
  );
  const found = stepIns(instance, rules, rota, { office, date, times });
  const report = reportOf(instance, { office, date, times }, rota, found);
  if (options.json) print(`${JSON.stringify(report, null, 2)}\n`);
  else print(gapText(report, language, stdoutStyle()));
  const clean = report.able.some(
    ({ breaks, covered }) => breaks.length === 0 && covered === report.minutes,
  );
  return clean ? EXIT.ok : EXIT.hardViolation;
}

function askedTime({ from, to }: RepairOptions): Interval | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined || from >= to) throw new Failure(EXIT.usage, TIMES);
  return { from, to };
}

function reportOf(
  instance: Instance,
  gap: { office: string; date: string; times: readonly Interval[] },
  rota: readonly Assignment[],
  { able, unable }: StepIns,
): GapReport {
  const titles = ruleTitles(CATALOG);
  const nameOf = (staff: string) => instance.member(staff)?.name ?? staff;
  const workOn = (rows: readonly Assignment[]) => rows.map((row) => workOf(row, instance));
  return {
    schemaVersion: 1,
    office: gap.office,
    officeName: instance.office(gap.office)?.name ?? gap.office,
    date: gap.date,
    times: gap.times.map(({ from, to }) => ({ from: formatTime(from), to: formatTime(to) })),
    minutes: sum(gap.times, minutesOf),
    able: able.map(({ staff, after, covered, violations, breaks }) => ({
      staff,
      name: nameOf(staff),
      before: workOn(rota.filter((row) => row.staff === staff && row.date === gap.date)),
      after: workOn(after),
      covered,
      breaks: breaks.map((violation) => reportViolation(violation, titles)),
      cost: sum(repairTotals(violations).slice(1), (total) => total),
      extraMinutes: shortNoticePay(violations)(staff, gap.date),
    })),
    unable: unable.map(({ staff, rules }) => ({
      staff,
      name: nameOf(staff),
      rules: rules.map((id) => ({ id, title: titles.get(id) ?? same(id) })),
    })),
  };
}

function closed(office: string, date: string): Text {
  return {
    en: `${office} is not open on ${date}, so there is no gap. Give times with --from and --to.`,
    sv: `${office} har inte öppet ${date}, så det finns ingen lucka. Ange tider med --from och --to.`,
  };
}

const TIMES: Text = {
  en: "give both --from and --to, the first before the second, such as --from 16:00 --to 18:00.",
  sv: "ange både --from och --to, det första före det andra, till exempel --from 16:00 --to 18:00.",
};
