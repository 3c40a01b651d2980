import { type Notice, noticeAt, type Place, quoted } from "../notice.js";
import { columnNames } from "../tables/header.js";
import type { Column, Table } from "../tables/table.js";
import { readCell } from "../values/codec.js";
import { didYouMean, foldWord } from "../values/suggest.js";
import type { SheetRow } from "./sheets.js";

/** One part of a key: the column by its English name, and the value as text; `*` is any. */
export interface KeyPart {
  readonly column: string;
  readonly value: string;
}

/** Reads `office=satra&weekday=mon`; an empty key or `*` has no parts and means every row. */
export function parseKey(
  text: string | null,
  table: Table<unknown>,
  place: Place,
): { parts: readonly KeyPart[]; notices: Notice[] } {
  if (text === null || text === "*") return { parts: [], notices: [] };
  const notices: Notice[] = [];
  const parts = text.split("&").flatMap((part): KeyPart[] => {
    const sign = part.indexOf("=");
    if (sign < 1) {
      notices.push(noticeAt(place, NO_KEY(part)));
      return [];
    }
    const value = part.slice(sign + 1).trim();
    const column = columnOf(part.slice(0, sign).trim(), table, place, notices);
    if (column === null) return [];
    if (value !== "" && value !== "*") check(value, table.columns.get(column)!, place, notices);
    return [{ column, value }];
  });
  const twice = parts.find(({ column }, i) => parts.findIndex((p) => p.column === column) < i);
  if (twice) notices.push(noticeAt(place, TWICE(twice.column)));
  return { parts, notices };
}

const NO_KEY = (part: string) =>
  ({
    code: "invalid-value",
    message: {
      en: `${quoted(part)} is no key`,
      sv: `${quoted(part)} är ingen nyckel`,
    },
    expected: {
      en: "column=value, several joined by &, such as office=satra&weekday=mon-fri",
      sv: "kolumn=värde, flera förenade med &, till exempel kontor=satra&veckodag=mån-fre",
    },
  }) as const;

const TWICE = (column: string) =>
  ({
    code: "wrong-combination",
    message: {
      en: `the key names ${quoted(column)} twice`,
      sv: `nyckeln nämner ${quoted(column)} två gånger`,
    },
  }) as const;

/** The English name of a column given in either language; null after a notice. */
export function columnOf(
  word: string,
  table: Table<unknown>,
  place: Place,
  notices: Notice[],
): string | null {
  const name = columnNames(table).get(foldWord(word));
  if (name !== undefined) return name;
  const offered = [...table.columns].flatMap(([english, { sv, en = [] }]) => [
    english,
    ...en,
    ...sv,
  ]);
  notices.push(
    noticeAt(place, {
      code: "unknown-column",
      message: {
        en: `${quoted(word)} is no column of ${table.file}`,
        sv: `${quoted(word)} är ingen kolumn i ${table.file}`,
      },
      expected: {
        en: `one of ${[...table.columns.keys()].join(", ")}`,
        sv: `någon av ${[...table.columns.values()].map(({ sv }) => sv[0]).join(", ")}`,
      },
      suggestion: didYouMean(word, offered),
    }),
  );
  return null;
}

/** Says of a value what its column would say of it in the case's own file; true when it is good. */
export function check(
  value: string,
  column: Column<unknown>,
  place: Place,
  notices: Notice[],
): boolean {
  const read = readCell(column.schema, value);
  if ("value" in read) return true;
  const { code = "invalid-value", message, suggestion = null, secret = false } = read.fault;
  const shown = secret ? { ...place, value: null } : place;
  notices.push(noticeAt(shown, { code, message, expected: column.expected, suggestion }));
  return false;
}

/**
 * True when a row has all that a key says. Values are compared as they are understood (`75 %` is `0,75`); a list of names
 * matches when it holds those of the key, weekdays only when they are the same.
 */
export function matches(row: SheetRow, key: readonly KeyPart[], table: Table<unknown>): boolean {
  return key.every(({ column, value }) => {
    if (value === "*") return true;
    const definition = table.columns.get(column)!;
    const wanted = understood(value, definition);
    const found = understood(row.cells.get(column) ?? "", definition);
    if (Array.isArray(wanted) && Array.isArray(found) && typeof wanted[0] === "string") {
      return wanted.every((name) => found.includes(name));
    }
    return JSON.stringify(wanted) === JSON.stringify(found);
  });
}

function understood(cell: string, column: Column<unknown>): unknown {
  if (cell === "") return column.whenEmpty?.value ?? null;
  const read = readCell(column.schema, cell);
  return "value" in read ? read.value : cell;
}
