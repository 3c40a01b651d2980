import type { IsoDate } from "../domain/calendar.js";
import { isoWeekOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Interval } from "../domain/interval.js";
import { formatTime, union } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import type { Language } from "../domain/text.js";
import { timeWords } from "../domain/words.js";
import { dayHeading } from "./week-lines.js";

/** Rows of a rota to be shown, and what its offices, people and departments are called. */
export interface ShownRota {
  readonly rows: readonly Assignment[];
  /** The offices that are asked for, in order; also those without rows. */
  readonly offices: readonly Named[];
  readonly people: readonly Person[];
}

/** Something with an id and the name that people know it by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A person, and the name of the department that lends the person; empty when it is not known. */
export interface Person extends Named {
  readonly department: string;
}

/** The days of some rows in order, each with its rows. */
export function byDate(rows: readonly Assignment[]): [IsoDate, Assignment[]][] {
  return [...groupBy(rows, ({ date }) => date)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** When somebody is there on a day, such as `10:00–18:00*`; the star marks work in the evening. */
export function presenceWords(rows: readonly Assignment[]): string {
  const times = union(rows.map(({ time }) => time)).map(timeWords);
  return times.join(", ") + eveningMark(rows);
}

/** `*` for rows of which one is in the evening. */
export function eveningMark(rows: readonly Assignment[]): string {
  return rows.some(({ kind }) => kind === "evening") ? "*" : "";
}

/** The start of each day's first line: the week where it is a new one, and the day, such as `v50  tis 8/12`. */
export function dayLabels(dates: readonly IsoDate[], language: Language): [string, string][] {
  let latest = "";
  return dates.map((date) => {
    const week = isoWeekOf(date);
    const label = week === latest ? "" : `${language === "sv" ? "v" : "W"}${Number(week.slice(6))}`;
    latest = week;
    return [label, `${dayHeading(date, language)}/${Number(date.slice(5, 7))}`];
  });
}

/** A key that orders times of a day. */
export function timeKey({ from, to }: Interval): string {
  return `${formatTime(from)}${formatTime(to)}`;
}
