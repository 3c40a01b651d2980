import type { IsoDate } from "../domain/calendar.js";
import { datesOf, mondayOf, weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Language, Text } from "../domain/text.js";
import type { Report } from "../outputs/report.js";
import { plainName, type Style } from "./layout.js";
import { type WeekView, weekLines } from "./week-lines.js";

/** One week of a report, the first whole one of the period, of as many offices as `lines` hold; null: not even one. */
export function weekTable(
  report: Report,
  language: Language,
  style: Style,
  room: { readonly width: number; readonly lines: number },
): string[] | null {
  const { offices } = report.statistics;
  const view = { dates: firstWholeWeek(report), at: presenceIn(report) };
  const show = (n: number) =>
    weekLines(
      { ...view, offices: offices.slice(0, n).map(({ office, name }) => ({ id: office, name })) },
      language,
      style,
      room.width,
    );
  const all = show(offices.length);
  if (all.length <= room.lines) return all;
  let n = offices.length - 1;
  while (n > 0 && show(n).length > room.lines - 1) n--;
  if (n === 0) return null;
  const more: Text = {
    en: `… and ${offices.length - n} more offices: rota show prints them all`,
    sv: `… och ${offices.length - n} kontor till: rota show visar alla`,
  };
  return [...show(n), style.faint(`  ${more[language]}`)];
}

/**
 * The dates of the first week that begins in the period, else of its first one: Monday to Friday, and the weekend where
 * somebody works.
 */
function firstWholeWeek({ period, assignments }: Report): IsoDate[] {
  const dates = datesOf(period);
  const monday = mondayOf(dates.find((date) => weekdayOf(date) === 1) ?? period.first);
  const busy = new Set(assignments.map(({ date }) => date));
  return dates.filter(
    (date) => mondayOf(date) === monday && (weekdayOf(date) <= 5 || busy.has(date)),
  );
}

/** The people at each office and date of a report in order of time, each once. */
function presenceIn({ assignments, openings }: Report): WeekView["at"] {
  const keyOf = (row: { office: string; date: IsoDate }) => JSON.stringify([row.office, row.date]);
  const rows = groupBy(assignments, keyOf);
  const open = new Set(openings.map(keyOf));
  return (office, date) => {
    const key = keyOf({ office, date });
    const here = rows.get(key);
    if (!here) return open.has(key) ? [] : null;
    return [...groupBy(here, (row) => row.staff)].map(([staff, own]) => ({
      name: plainName(staff),
      evening: own.some(({ kind }) => kind === "evening"),
    }));
  };
}
