import { groupBy, sum } from "../domain/collections.js";
import type { Language, Text } from "../domain/text.js";
import { count } from "../domain/words.js";
import type {
  DepartmentFigures,
  OfficeFigures,
  Report,
  ReportViolation,
} from "../outputs/report.js";
import { signedText } from "./html/format.js";
import { plainName, type Style, table, wrapped } from "./layout.js";
import { violationLines } from "./violation-list.js";
import { dayHeading } from "./week-lines.js";
import { weekTable } from "./week-table.js";
import { amountWords, periodWords, qualityWords, stopWords } from "./words.js";

/** The most columns that running text takes, however wide the terminal is. */
const WIDEST = 100;

/** The most lines of the whole summary, and of its parts that grow with the case. */
const LINES = { all: 60, evenings: 9, soft: 8, departments: 8, week: 26 } as const;

/**
 * The end of a run for a terminal, the best first: what is promised and held, what is broken and what to do, what it comes
 * to, how good it is, and one week as far as there is room. Lists are cut and say how much more there is.
 */
export function summaryText(
  report: Report,
  language: Language,
  style: Style,
  columns: number = Number.POSITIVE_INFINITY,
): string {
  const width = Math.min(WIDEST, columns);
  const parts = [
    headline(report, language, style, width),
    ...violationLines(report, language, style, width),
    evenings(report, language, style),
    softViolations(report, language, style),
    figures(report, language, style),
    quality(report, language, width),
  ].filter((lines) => lines.length > 0);
  const used = sum(parts, (lines) => lines.join("\n").split("\n").length + 1);
  const room = { width: columns, lines: Math.min(LINES.week, LINES.all - used) };
  const week = weekTable(report, language, style, room);
  const shown = week === null ? parts : [...parts, week];
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headline(report: Report, language: Language, style: Style, width: number): string[] {
  const hard = report.violations.filter(({ severity }) => severity === "hard").length;
  const month = periodWords(report.period)[language];
  const verdict: Text =
    hard === 0
      ? { en: "every hard rule is kept.", sv: "alla hårda regler hålls." }
      : {
          en: `${count(hard, "hard rule violation", "hard rule violations")}, listed below.`,
          sv: `${count(hard, "brott mot hårda regler", "brott mot hårda regler")}, se nedan.`,
        };
  const line = `${language === "en" ? "Rota for" : "Schema för"} ${month}: ${verdict[language]}`;
  const marked = hard === 0 ? style.strong(line) : style.alarm(line);
  return [marked, ...stopWords(report).map((text) => wrapped(text[language], width, ""))];
}

/** Offices that lack evenings first; when there are many, the others are only counted. */
function evenings({ statistics }: Report, language: Language, style: Style): string[] {
  const offices = statistics.offices.filter(
    ({ eveningsHeld, eveningsRequired }) => eveningsHeld + eveningsRequired > 0,
  );
  if (offices.length === 0) return [];
  const held = sum(offices, ({ eveningsHeld }) => eveningsHeld);
  const needed = sum(offices, ({ eveningsRequired }) => eveningsRequired);
  const short = offices.filter(isShort);
  const title: Text = {
    en: `Evenings: ${held} held, ${needed} required; ${offices.length - short.length} of ${count(offices.length, "office has", "offices have")} all theirs`,
    sv: `Kvällar: ${held} hållna, ${needed} utlovade; ${offices.length - short.length} av ${offices.length} kontor har alla sina`,
  };
  const listed = offices.length < LINES.evenings ? offices : short.slice(0, LINES.evenings - 2);
  const more = listed.length < short.length ? short.length - listed.length : 0;
  return [
    style.strong(title[language]),
    ...table(listed.map((office) => eveningRow(office, language))),
    ...moreLines(
      more,
      { en: "offices that lack evenings", sv: "kontor som saknar kvällar" },
      language,
    ),
  ];
}

function isShort({ eveningsHeld, eveningsRequired }: OfficeFigures): boolean {
  return eveningsHeld < eveningsRequired;
}

function eveningRow(office: OfficeFigures, language: Language): string[] {
  const { name, eveningsHeld, eveningsRequired, eveningDates } = office;
  const dates = eveningDates.map((date) => dayHeading(date, language));
  return [plainName(name), `${eveningsHeld}/${eveningsRequired}`, dates.join(", ")];
}

function softViolations(report: Report, language: Language, style: Style): string[] {
  const soft = report.violations.filter(({ severity }) => severity === "soft");
  if (soft.length === 0) return [];
  const title: Text = {
    en: "Soft rules not fully met, the costliest first (details in violations.csv)",
    sv: "Mjuka regler som inte uppfylls helt, de dyraste först (detaljer i violations.csv)",
  };
  const costOf = (group: readonly ReportViolation[]) => sum(group, ({ cost }) => cost);
  const groups = [...groupBy(soft, ({ rule, unit }) => `${rule} ${unit}`).values()].sort(
    (a, b) => costOf(b) - costOf(a),
  );
  const rows = groups.slice(0, LINES.soft).map((group) => softRow(group, language));
  const more = groups.length - rows.length;
  return [
    style.strong(title[language]),
    ...table(rows),
    ...moreLines(more, { en: "rules", sv: "regler" }, language),
  ];
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

function figures(
  { statistics, openings, ledger }: Report,
  language: Language,
  style: Style,
): string[] {
  const working = statistics.people.filter(({ duties }) => duties > 0);
  const duties = sum(working, (person) => person.duties);
  const hours = Math.round(sum(working, ({ paidMinutes }) => paidMinutes) / 60);
  const short = openings.filter(({ staff }) => staff === 0).length;
  const title: Text = { en: "In figures", sv: "I siffror" };
  const words: Text = {
    en: `${working.length} of ${count(statistics.people.length, "person", "people")} at work, ${count(duties, "duty", "duties")}, ${hours} paid hours, ${count(openings.length, "opening", "openings")}`,
    sv: `${working.length} av ${count(statistics.people.length, "person", "personer")} i arbete, ${duties} arbetspass, ${hours} betalda timmar, ${openings.length} öppethållanden`,
  };
  const empty: Text = { en: `, ${short} without anybody`, sv: `, varav ${short} utan personal` };
  const lent = statistics.departments
    .toSorted((a, b) => b.paidMinutes - a.paidMinutes)
    .slice(0, LINES.departments);
  const more = statistics.departments.length - lent.length;
  return [
    style.strong(title[language]),
    `  ${words[language]}${short > 0 ? empty[language] : ""}`,
    ...table(
      lent.map((department) => [
        ...departmentRow(department, language),
        ...balanceWords(ledger, department.department, language),
      ]),
    ),
    ...moreLines(more, { en: "departments", sv: "förvaltningar" }, language),
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
  return [plainName(name), ...words.map((text) => text[language])];
}

/** What a department has lent beyond its shares, the earlier months too; nothing when no ledger is kept. */
function balanceWords(ledger: Report["ledger"], id: string, language: Language): string[] {
  const own = ledger.filter(({ staff, department }) => staff === null && department === id);
  const of = (measure: "evenings" | "hours") => own.find((line) => line.measure === measure);
  const [evenings, hours] = [of("evenings"), of("hours")];
  if (!evenings || !hours) return [];
  const late = signedText(evenings.balance, language, 1);
  const worked = signedText(hours.balance / 60, language);
  const words: Text = {
    en: `balance ${late} evenings, ${worked} h`,
    sv: `saldo ${late} kvällar, ${worked} h`,
  };
  return [words[language]];
}

function quality(report: Report, language: Language, width: number): string[] {
  const how: Text = {
    en: `Solver ${report.solver}, ${report.seconds} s, seed ${report.seed}.`,
    sv: `Lösare ${report.solver}, ${String(report.seconds).replace(".", ",")} s, frö ${report.seed}.`,
  };
  return [...qualityWords(report.tiers), how].map((text) => wrapped(text[language], width, "  "));
}

/** "… and 3 more offices", or nothing. */
function moreLines(more: number, what: Text, language: Language): string[] {
  if (more <= 0) return [];
  const words: Text = { en: `… and ${more} more ${what.en}`, sv: `… och ${more} ${what.sv} till` };
  return [`  ${words[language]}`];
}
