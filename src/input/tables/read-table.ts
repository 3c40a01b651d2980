import type { Text } from "../../domain/text.js";
import { type Notice, noticeAt, type Place, placeIn, quoted, type Trouble } from "../notice.js";
import { readCells } from "../text/cells.js";
import { isSheetError } from "../text/sheet-error.js";
import type { CellRow } from "../text/split.js";
import { type Fault, type Parsed, readCell } from "../values/codec.js";
import { holdsIdentityNumber, WHY_REFUSED } from "../values/personal-data.js";
import { foldWord } from "../values/suggest.js";
import { columnNames, type Header, readHeader } from "./header.js";
import { layOut } from "./layout.js";
import type { Column, Report, Table } from "./table.js";

/** One row of a file, read as far as it can be. */
export interface ParsedRow<R> {
  readonly line: number;
  /** The values of those cells that are valid, by English column name. */
  readonly cells: Readonly<Record<string, unknown>>;
  /** null when something in the row is wrong. */
  readonly value: R | null;
  /** Where the row, or one of its cells, stands. */
  place(column?: string): Place;
}

/** A file read as a table. */
export interface ParsedTable<R> {
  readonly file: string;
  readonly rows: readonly ParsedRow<R>[];
  /** Position in the file of each column that is there, the first is 1. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Reads a file as a table. What can be read is, whatever else is wrong; the table is null when there is no header. */
export function readTable<R>(
  file: string,
  bytes: Uint8Array,
  table: Table<R>,
): { table: ParsedTable<R> | null; notices: Notice[] } {
  const { table: cells, notices } = readCells(file, bytes);
  if (cells === null) return { table: null, notices };
  if (cells.header === null) return { table: null, notices: [...notices, noHeader(file, table)] };
  const laid = layOut(cells, columnNames(table));
  const header = readHeader(file, table, laid);
  notices.push(...header.notices);
  const columns = [...table.columns].map(([name, column]) => ({
    ...{ name, column, known: new Map() },
    position: header.positions.get(name) ?? null,
  }));
  notices.push(...laid.rows.filter(isSumRow).map((row) => sumRow(file, row)));
  const data = laid.rows.filter((row) => !isSumRow(row));
  const rows = data.map((row) => readRow({ file, table, header, notices, columns }, row));
  notices.push(...duplicates(table, rows));
  const positions = [...header.positions].map(([name, at]) => [name, at + 1] as const);
  return { table: { file, rows, columns: new Map(positions) }, notices };
}

interface Reading<R> {
  readonly file: string;
  readonly table: Table<R>;
  readonly header: Header;
  readonly notices: Notice[];
  readonly columns: readonly ReadingColumn[];
}

interface ReadingColumn {
  readonly name: string;
  readonly column: Column<unknown>;
  /** Its place in the file, the first is 0; null: the file has no such column. */
  readonly position: number | null;
  /** What its cells were read as: the same dates, times and names come again and again. */
  readonly known: Map<string, Parsed<unknown>>;
}

/** How many different cells of a column are remembered. */
const MOST_KNOWN = 5000;

function readRow<R>(reading: Reading<R>, row: CellRow): ParsedRow<R> {
  const { file, table, header, notices } = reading;
  const place = (column?: string): Place => {
    const position = column === undefined ? undefined : header.positions.get(column);
    if (position === undefined) return placeIn(file, row.line);
    const value = row.cells[position] || null;
    return { file, line: row.line, column: position + 1, header: header.written[position]!, value };
  };
  const found = notices.length;
  const cells: Record<string, unknown> = {};
  for (const own of reading.columns) {
    const { name, position } = own;
    const cell = position === null ? "" : (row.cells[position] ?? "");
    const read = readKnown(own, cell);
    if ("value" in read) cells[name] = read.value;
    else if (position !== null) notices.push(faultNotice(place(name), own.column, read.fault));
  }
  const report: Report = (column, trouble) => {
    notices.push(noticeAt(place(column), trouble));
    return null;
  };
  const filled = checkEither(table, header, cells, report);
  const complete = filled && Object.keys(cells).length === table.columns.size;
  const value = complete && notices.length === found ? table.row(cells, report) : null;
  if (row.cells.some((cell, position) => cell !== "" && !header.written[position])) {
    notices.push(...surplusCells(reading, row));
  }
  return { line: row.line, cells, value, place };
}

/** {@link readColumn}, each different cell of a column once. */
function readKnown({ column, known }: ReadingColumn, cell: string): Parsed<unknown> {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const read = refusing(cell, readColumn(column, cell));
  if (known.size < MOST_KNOWN) known.set(cell, read);
  return read;
}

function readColumn(column: Column<unknown>, cell: string): Parsed<unknown> {
  if (cell !== "") return readCell(column.schema, cell);
  return column.whenEmpty ?? { fault: EMPTY };
}

/**
 * What a cell was read as, unless it is an error of a spreadsheet, or text that holds a personal identity number: no column
 * is to have any.
 */
function refusing(cell: string, read: Parsed<unknown>): Parsed<unknown> {
  if (isSheetError(cell)) return { fault: { message: sheetError(cell) } };
  const plain = "value" in read && (read.value === null || typeof read.value === "number");
  if (plain || !holdsIdentityNumber(cell)) return read;
  return {
    fault: { message: WHY_REFUSED["identity-number"], code: "sensitive-value", secret: true },
  };
}

function sheetError(cell: string): Text {
  return {
    en: `${quoted(cell)} is an error of the spreadsheet, not a value; mend the formula there`,
    sv: `${quoted(cell)} är ett fel i kalkylbladet, inget värde; rätta formeln där`,
  };
}

const EMPTY: Fault = {
  code: "missing-value",
  message: { en: "the cell must be filled in", sv: "cellen måste fyllas i" },
};

function faultNotice(place: Place, column: Column<unknown>, fault: Fault): Notice {
  const { code = "invalid-value", message, suggestion = null, secret = false } = fault;
  const shown = secret ? { ...place, value: null } : place;
  return noticeAt(shown, { code, message, expected: column.expected, suggestion });
}

/** Checks that a row gives one of two columns and not both; answers false when the header lacks them both. */
function checkEither(
  table: Table<unknown>,
  header: Header,
  cells: Readonly<Record<string, unknown>>,
  report: Report,
): boolean {
  for (const { columns, neither, together } of table.either) {
    const given = columns.filter((name) => cells[name] !== null);
    const sv = columns.map((name) => table.columns.get(name)!.sv[0]);
    if (given.length === 2 && !together?.(cells)) {
      report(columns[1], {
        code: "wrong-combination",
        message: {
          en: `both ${columns.join(" and ")} are given; give one of them`,
          sv: `både ${sv.join(" och ")} är ifyllda; fyll i en av dem`,
        },
      });
    }
    if (given.length > 0 || neither) continue;
    if (!columns.some((name) => header.positions.has(name))) return false;
    report("", {
      code: "missing-value",
      message: {
        en: `neither ${columns.join(" nor ")} is given`,
        sv: `varken ${sv.join(" eller ")} är ifylld`,
      },
    });
  }
  return true;
}

/** Cells with text in columns that have no header. */
function surplusCells({ file, header }: Reading<unknown>, row: CellRow): Notice[] {
  return row.cells.flatMap((value, position) => {
    if (value === "" || header.written[position]) return [];
    const place = { file, line: row.line, column: position + 1, header: null, value };
    if (holdsIdentityNumber(value)) return [noticeAt({ ...place, value: null }, SENSITIVE)];
    const message = {
      en: `the cell ${quoted(value)} stands in a column without a header`,
      sv: `cellen ${quoted(value)} står i en kolumn utan rubrik`,
    };
    return [noticeAt(place, { code: "surplus-cell", message })];
  });
}

const SENSITIVE: Trouble = {
  code: "sensitive-value",
  message: WHY_REFUSED["identity-number"],
};

/** True for a row that adds up those above it: its first filled cell says so. */
function isSumRow({ cells }: CellRow): boolean {
  const first = cells.find((cell) => cell !== "") ?? "";
  return SUM_WORDS.includes(foldWord(first.replace(/[:=]+$/, "")));
}

const SUM_WORDS = [
  ...["summa", "summor", "delsumma", "totalsumma", "totalt", "sammanlagt"],
  ...["sum", "total", "totals", "subtotal", "grandtotal"],
];

function sumRow(file: string, { line, cells }: CellRow): Notice {
  const column = cells.findIndex((cell) => cell !== "");
  const value = cells[column]!;
  return noticeAt(
    { file, line, column: column + 1, header: null, value },
    {
      code: "sum-row",
      severity: "warning",
      message: {
        en: `the row begins with ${quoted(value)}: it is taken for a row of sums and not read`,
        sv: `raden börjar med ${quoted(value)}: den tas för en summarad och läses inte`,
      },
    },
  );
}

function noHeader(file: string, table: Table<unknown>): Notice {
  const sv = [...table.columns.values()].map((column) => column.sv[0]);
  return noticeAt(placeIn(file), {
    code: "missing-header",
    message: { en: "the file has no header row", sv: "filen har ingen rubrikrad" },
    expected: { en: [...table.columns.keys()].join(";"), sv: sv.join(";") },
  });
}

/** Rows whose key an earlier row of the file has, blind to letter case and to whatever else an eye cannot see. */
function duplicates(table: Table<unknown>, rows: readonly ParsedRow<unknown>[]): Notice[] {
  const { key } = table;
  if (key === null) return [];
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const values = key.map((name) => row.cells[name]);
    if (values.includes(undefined)) return [];
    const folded = seenAs(JSON.stringify(values));
    const first = seen.get(folded);
    if (first === undefined) {
      seen.set(folded, row.line);
      return [];
    }
    return [noticeAt(row.place(key[0]), duplicateTrouble(table, values, first))];
  });
}

/** A text as it looks: without letter case (`ß` is `SS`), marks that do not show, and widths of letters. */
function seenAs(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toUpperCase();
}

function duplicateTrouble(table: Table<unknown>, values: unknown[], line: number): Trouble {
  const key = table.key ?? [];
  if (key.length === 1) {
    const name = quoted(String(values[0]));
    return {
      code: "duplicate-id",
      message: {
        en: `${name} stands in line ${line} already`,
        sv: `${name} finns redan på rad ${line}`,
      },
    };
  }
  const sv = key.map((name) => table.columns.get(name)!.sv[0]);
  return {
    code: "duplicate-row",
    message: {
      en: `line ${line} is about the same ${key.join(", ")}`,
      sv: `rad ${line} gäller samma ${sv.join(", ")}`,
    },
  };
}
