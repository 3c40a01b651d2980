import { weekdayOf } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import type { Language, Text } from "../domain/text.js";
import { count, weekdayName } from "../domain/words.js";
import { type Style, table, wrapped } from "./layout.js";
import type { DepartmentFigures, Report, ReportViolation } from "./report.js";
import { weekTable } from "./week-table.js";
import { amountWords, monthWords, qualityWords, stopWords } from "./words.js";

/** Columns of a terminal that the running text of the summary keeps to. */
const WIDTH = 100;

/** The end of a run for a terminal: what is promised and held, what is broken and what to do, how good it is, one week. */
export function summaryText(report: Report, language: Language, style: Style): string {
  const parts = [
    headline(report, language, style),
    evenings(report, language, style),
    ...hardViolations(report, language, style),
    ...softViolations(report, language, style),
    people(report, language, style),
    quality(report, language),
    weekTable(report, language, style),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headline(report: Report, language: Language, style: Style): string[] {
  const hard = report.violations.filter(({ severity }) => severity === "hard").length;
  const month = monthWords(report.month)[language];
  const verdict: Text =
    hard === 0
      ? { en: "every hard rule is kept.", sv: "alla hårda regler hålls." }
      : {
          en: `${count(hard, "hard rule violation", "hard rule violations")}, listed below.`,
          sv: `${count(hard, "brott mot hårda regler", "brott mot hårda regler")}, se nedan.`,
        };
  const line = `${language === "en" ? "Rota for" : "Schema för"} ${month}: ${verdict[language]}`;
  return [hard === 0 ? style.strong(line) : style.alarm(line)];
}

function evenings({ statistics }: Report, language: Language, style: Style): string[] {
  const offices = statistics.offices.filter(
    ({ eveningsHeld, eveningsRequired }) => eveningsHeld + eveningsRequired > 0,
  );
  if (offices.length === 0) return [];
  const title: Text = { en: "Evenings (held of required)", sv: "Kvällar (hållna av utlovade)" };
  const rows = offices.map(({ name, eveningsHeld, eveningsRequired, eveningDates }) => [
    name,
    `${eveningsHeld}/${eveningsRequired}`,
    eveningDates.map((date) => dayWords(date, language)).join(", "),
  ]);
  return [style.strong(title[language]), ...table(rows)];
}

function hardViolations(report: Report, language: Language, style: Style): string[][] {
  const hard = report.violations.filter(({ severity }) => severity === "hard");
  if (hard.length === 0) return [];
  const title: Text = { en: "Must be put right", sv: "Måste åtgärdas" };
  const lines = hard.flatMap(({ rule, message, advice }) => [
    wrapped(`  ${style.alarm(rule)}: ${message[language]}`, WIDTH, "    "),
    ...(advice ? [wrapped(`    → ${advice[language]}`, WIDTH, "      ")] : []),
  ]);
  return [[style.strong(title[language]), ...lines]];
}

function softViolations(report: Report, language: Language, style: Style): string[][] {
  const soft = report.violations.filter(({ severity }) => severity === "soft");
  if (soft.length === 0) return [];
  const title: Text = {
    en: "Soft rules not fully met (details in violations.csv)",
    sv: "Mjuka regler som inte uppfylls helt (detaljer i violations.csv)",
  };
  const groups = groupBy(soft, ({ rule, unit }) => `${rule} ${unit}`);
  const rows = [...groups.values()].map((group) => softRow(group, language));
  return [[style.strong(title[language]), ...table(rows)]];
}

function softRow(group: readonly ReportViolation[], language: Language): string[] {
  const { title, rule, unit } = group[0]!;
  const amount = amountWords(
    sum(group, (violation) => violation.amount),
    unit,
  );
  const places: Text = {
    en: `in ${count(group.length, "place", "places")}`,
    sv: `på ${count(group.length, "ställe", "ställen")}`,
  };
  return [title[language], amount[language], places[language], rule];
}

function people({ statistics, openings }: Report, language: Language, style: Style): string[] {
  const working = statistics.people.filter(({ duties }) => duties > 0);
  const duties = sum(working, (person) => person.duties);
  const hours = Math.round(sum(working, ({ paidMinutes }) => paidMinutes) / 60);
  const short = openings.filter(({ staff }) => staff === 0).length;
  const title: Text = { en: "In figures", sv: "I siffror" };
  const figures: Text = {
    en: `${working.length} of ${count(statistics.people.length, "person", "people")} at work, ${count(duties, "duty", "duties")}, ${hours} paid hours, ${count(openings.length, "opening", "openings")}`,
    sv: `${working.length} av ${count(statistics.people.length, "person", "personer")} i arbete, ${duties} arbetspass, ${hours} betalda timmar, ${openings.length} öppethållanden`,
  };
  const empty: Text = { en: `, ${short} without anybody`, sv: `, varav ${short} utan personal` };
  const lent = statistics.departments.map((department) => departmentRow(department, language));
  return [
    style.strong(title[language]),
    `  ${figures[language]}${short > 0 ? empty[language] : ""}`,
    ...table(lent),
  ];
}

function departmentRow(
  { name, people: lent, duties, paidMinutes, evenings: late }: DepartmentFigures,
  language: Language,
): string[] {
  const hours = `${Math.round(paidMinutes / 60)} h`;
  const words: Text[] = [
    { en: count(lent, "person", "people"), sv: count(lent, "person", "personer") },
    { en: count(duties, "duty", "duties"), sv: `${duties} arbetspass` },
    { en: hours, sv: hours },
    { en: count(late, "evening", "evenings"), sv: count(late, "kväll", "kvällar") },
  ];
  return [name, ...words.map((text) => text[language])];
}

function quality(report: Report, language: Language): string[] {
  const how: Text = {
    en: `Solver ${report.solver}, ${report.seconds} s, seed ${report.seed}.`,
    sv: `Lösare ${report.solver}, ${String(report.seconds).replace(".", ",")} s, frö ${report.seed}.`,
  };
  const sentences = [...stopWords(report), ...qualityWords(report.tiers), how];
  return sentences.map((text) => text[language]);
}

function dayWords(date: string, language: Language): string {
  return `${weekdayName(weekdayOf(date))[language]} ${Number(date.slice(8))}`;
}
