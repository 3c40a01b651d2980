import type { IsoDate } from "../domain/calendar.js";
import { isoWeekOf, weekdayOf } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";
import { weekdayName } from "../domain/words.js";
import { padded, plainName, type Style, widthOf } from "./layout.js";
import { cutAtEnd, shortNames } from "./short-names.js";

/** One week to be shown: offices down, days across. */
export interface WeekView {
  readonly dates: readonly IsoDate[];
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  /** Who is at an office on a date, in order; `null`: it is closed. */
  at(office: string, date: IsoDate): readonly Presence[] | null;
}

/** One person in a cell of the table. */
export interface Presence {
  readonly name: string;
  readonly evening: boolean;
}

/** The narrowest column that still tells people apart, and the space between columns. */
const NARROWEST = 8;
const GAP = 2;

/**
 * A week as lines, with `*` after those who serve the evening. Names are shortened to fit the width; when even that is too
 * wide, the days follow each other in several tables.
 */
export function weekLines(
  view: WeekView,
  language: Language,
  style: Style,
  width: number = Number.POSITIVE_INFINITY,
): string[] {
  const week = isoWeekOf(view.dates[0]!);
  const title = {
    en: `Week ${Number(week.slice(6))} of ${week.slice(0, 4)}`,
    sv: `Vecka ${Number(week.slice(6))} ${week.slice(0, 4)}`,
  };
  return [
    style.strong(`${title[language]} (* = ${EVENING[language]})`),
    ...partsOf(view, width).flatMap((part) => tableLines(part, language, style, width)),
  ];
}

const EVENING: Text = { en: "evening", sv: "kväll" };
const NOBODY: Text = { en: "nobody!", sv: "ingen!" };

/** The dates in as many tables as the width asks for. */
function partsOf(view: WeekView, width: number): WeekView[] {
  const room = width - GAP - labelWidth(view, width);
  const perTable = Math.max(1, Math.floor(room / (NARROWEST + GAP)));
  const { dates } = view;
  if (dates.length <= perTable) return [view];
  const tables = Math.ceil(dates.length / perTable);
  const size = Math.ceil(dates.length / tables);
  return Array.from({ length: tables }, (_, i) => ({
    ...view,
    dates: dates.slice(i * size, (i + 1) * size),
  }));
}

/** Columns of the names of the offices: at most a quarter of the width. */
function labelWidth({ offices }: WeekView, width: number): number {
  const longest = Math.max(...offices.map(({ name }) => widthOf(name)), 6);
  return Math.min(longest, Math.max(6, Math.floor(width / 4)));
}

function tableLines(view: WeekView, language: Language, style: Style, width: number): string[] {
  const { dates, offices } = view;
  const label = labelWidth(view, width);
  const cells = offices.map(({ id }) => dates.map((date) => view.at(id, date)));
  const headings = dates.map((date) => dayHeading(date, language));
  const natural = dates.map((_, day) =>
    Math.max(
      widthOf(headings[day]!),
      ...cells.flatMap((row) => (row[day] ?? []).map(presenceWidth)),
      ...cells.map((row) => (row[day]?.length === 0 ? widthOf(NOBODY[language]) : 1)),
    ),
  );
  const widths = fitted(natural, width - GAP - label);
  const names = cells.flat(2).flatMap((presence) => presence?.name ?? []);
  const shortest = widths.map((w, day) =>
    w === natural[day] ? (name: string) => name : shortNames(names, w - 1),
  );
  const line = (first: string, texts: readonly string[]) =>
    `  ${[padded(cutAtEnd(plainName(first), label), label), ...texts].join("  ")}`.trimEnd();
  return [
    style.faint(
      line(
        "",
        headings.map((heading, day) => padded(heading, widths[day]!)),
      ),
    ),
    ...offices.flatMap(({ name }, row) => {
      const own = cells[row]!;
      const height = Math.max(1, ...own.map((cell) => cell?.length ?? 0));
      return Array.from({ length: height }, (_, i) =>
        line(
          i === 0 ? name : "",
          own.map((cell, day) =>
            cellText(cell, i, { width: widths[day]!, short: shortest[day]!, language, style }),
          ),
        ),
      );
    }),
  ];
}

interface CellForm {
  readonly width: number;
  readonly short: (name: string) => string;
  readonly language: Language;
  readonly style: Style;
}

/** Line `i` of a cell. */
function cellText(
  cell: readonly Presence[] | null,
  i: number,
  { width, short, language, style }: CellForm,
): string {
  if (cell === null || cell.length === 0) {
    if (i > 0) return padded("", width);
    const text = padded(cell === null ? "–" : NOBODY[language], width);
    return cell === null ? style.faint(text) : style.alarm(text);
  }
  const presence = cell[i];
  if (!presence) return padded("", width);
  const text = padded(short(presence.name) + (presence.evening ? "*" : ""), width);
  return presence.evening ? style.evening(text) : text;
}

/** Widths of the columns that fit into the room: wide ones are cut to the same width, narrow ones stay. */
function fitted(natural: readonly number[], room: number): number[] {
  const taken = (most: number) =>
    natural.reduce((total, width) => total + GAP + Math.min(width, most), 0);
  let most = Math.max(...natural);
  while (most > NARROWEST && taken(most) > room) most--;
  return natural.map((width) => Math.min(width, most));
}

function presenceWidth({ name, evening }: Presence): number {
  return widthOf(name) + (evening ? 1 : 0);
}

/** A day as the head of a column or the start of a line, such as `Tue 8`. */
export function dayHeading(date: IsoDate, language: Language): string {
  return `${weekdayName(weekdayOf(date))[language]} ${Number(date.slice(8))}`;
}
