import type { Language, Text } from "../../domain/text.js";
import { type Cell, headings, type Look } from "./cells.js";
import type { SheetDraft } from "./sheets.js";

/** A column of a table: its heading, and its cell of a row. */
export interface Column<Row> {
  readonly title: Text;
  cell(row: Row, look: Look): Cell;
}

/** A table as a sheet: headings that stay in view, a row for each of `rows`. */
export function tableSheet<Row>(
  name: Text,
  language: Language,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  lookOf: (row: Row) => Look = () => ({}),
): SheetDraft {
  const header = headings(columns.map(({ title }) => title[language])) as Cell[];
  const body = rows.map((row) => columns.map(({ cell }) => cell(row, lookOf(row))));
  return {
    name: name[language],
    rows: [header, ...body],
    frozenRows: 1,
    frozenColumns: 0,
    table: true,
  };
}

/** What the report's fixed words are called. */
export const KINDS = {
  day: { en: "day", sv: "dag" },
  evening: { en: "evening", sv: "kväll" },
  planned: { en: "planned", sv: "planerat" },
  pinned: { en: "pinned", sv: "låst" },
  hard: { en: "hard", sv: "hård" },
  soft: { en: "soft", sv: "mjuk" },
} as const;
