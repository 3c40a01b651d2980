import type { IsoDate } from "../domain/calendar.js";
import { datesOf, isoWeekOf, mondayOf, periodOfMonth, weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Language, Text } from "../domain/text.js";
import { weekdayName } from "../domain/words.js";
import { padded, type Style, widthOf } from "./layout.js";
import type { Report, ReportAssignment, ReportOpening } from "./report.js";

/**
 * One week of the rota as lines: offices down, days across, in each cell the people, `*` after those who serve the
 * evening. The week is the first whole one of the month.
 */
export function weekTable(report: Report, language: Language, style: Style): string[] {
  const dates = firstWholeWeek(report);
  const week = isoWeekOf(dates[0]!);
  const rows = report.statistics.offices.map(({ office, name }) => ({
    name,
    cells: dates.map((date) => cellOf(report, office, date, language)),
  }));
  const first = Math.max(...rows.map(({ name }) => widthOf(name)), 6);
  const headings = dates.map(
    (date) => `${weekdayName(weekdayOf(date))[language]} ${Number(date.slice(8))}`,
  );
  const widths = headings.map((heading, day) =>
    Math.max(widthOf(heading), ...rows.flatMap(({ cells }) => cells[day]!.map(widthOf))),
  );
  const line = (label: string, texts: readonly string[]) =>
    `  ${[padded(label, first), ...texts.map((text, day) => padded(text, widths[day]!))].join("  ")}`.trimEnd();
  const title = {
    en: `Week ${week.slice(6)} of ${week.slice(0, 4)}`,
    sv: `Vecka ${week.slice(6)} ${week.slice(0, 4)}`,
  };
  return [
    style.strong(`${title[language]} (* = ${language === "en" ? "evening" : "kväll"})`),
    style.faint(line("", headings)),
    ...rows.flatMap(({ name, cells }) => {
      const height = Math.max(1, ...cells.map((cell) => cell.length));
      return Array.from({ length: height }, (_, i) =>
        line(
          i === 0 ? name : "",
          cells.map((cell) => cell[i] ?? ""),
        ),
      );
    }),
  ];
}

/** The dates of the month's first week that begins in it: Monday to Friday, and the weekend where somebody works. */
function firstWholeWeek({ month, assignments }: Report): IsoDate[] {
  const dates = datesOf(periodOfMonth(month));
  const monday = dates.find((date) => weekdayOf(date) === 1)!;
  const busy = new Set(assignments.map(({ date }) => date));
  return dates.filter(
    (date) => mondayOf(date) === monday && (weekdayOf(date) <= 5 || busy.has(date)),
  );
}

const NOBODY: Text = { en: "nobody!", sv: "ingen!" };

/** The people at an office on a date in order of time, each once; a dash when it is closed. */
function cellOf(
  { assignments, openings }: Report,
  office: string,
  date: IsoDate,
  language: Language,
): string[] {
  const here = (row: ReportAssignment | ReportOpening) =>
    row.office === office && row.date === date;
  const rows = assignments.filter(here);
  if (rows.length === 0) return [openings.some(here) ? NOBODY[language] : "–"];
  return [...groupBy(rows, (row) => row.staff)].map(([staff, own]) => staff + markOf(own));
}

function markOf(rows: readonly ReportAssignment[]): string {
  return rows.some(({ kind }) => kind === "evening") ? "*" : "";
}
