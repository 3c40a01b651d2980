import { stringify } from "csv-stringify/browser/esm/sync";
import { matchFiles } from "../case/files.js";
import type { Place } from "../notice.js";
import { type TableName, tables } from "../tables/catalog.js";
import { columnNames } from "../tables/header.js";
import { readCells } from "../text/cells.js";
import { foldWord } from "../values/suggest.js";

/** A row of a table as text, by English column name. */
export interface SheetRow {
  readonly cells: ReadonlyMap<string, string>;
  /** Where a scenario wrote the row or any of its cells; null: it is as in the case. */
  readonly origin: Place | null;
  /** Where a scenario wrote single cells. */
  readonly cellOrigins: ReadonlyMap<string, Place>;
}

/** A table of a case as text, before anything of it is understood, so that any cell of it can be changed. */
export interface Sheet {
  readonly file: string;
  /** English names of the columns, in the order of the file. */
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The tables of a case as text; those that the case has no file for are not there. */
export type CaseSheets = ReadonlyMap<TableName, Sheet>;

/** The tables of a case whose files are known to be readable; comments and blank lines are gone. */
export function sheetsOf(files: ReadonlyMap<string, Uint8Array>): CaseSheets {
  const sheets = new Map<TableName, Sheet>();
  for (const [name, { file, bytes }] of matchFiles(files).found) {
    const { table } = readCells(file, bytes);
    if (!table?.header) continue;
    const names = columnNames(tables[name]);
    const columns = table.header.cells.map((header) => names.get(foldWord(header)) ?? "");
    const rows = table.rows.map((row) => ({
      cells: new Map(columns.map((column, i) => [column, row.cells[i] ?? ""])),
      origin: null,
      cellOrigins: new Map<string, Place>(),
    }));
    for (const { cells } of rows) cells.delete("");
    sheets.set(name, { file, columns: columns.filter((column) => column !== ""), rows });
  }
  return sheets;
}

/** The rows of a file by the line that each begins at. */
export type RowsByLine = ReadonlyMap<number, SheetRow>;

/** A sheet as a CSV file in UTF-8, and which row stands in which line. */
export function sheetFile({ columns, rows }: Sheet): { bytes: Uint8Array; lines: RowsByLine } {
  const lines = new Map<number, SheetRow>();
  let line = 2;
  const cells = rows.map((row) => {
    const written = columns.map((column) => guarded(row.cells.get(column) ?? ""));
    lines.set(line, row);
    line += 1 + written.join("").split("\n").length - 1;
    return written;
  });
  const text = stringify([[...columns], ...cells], { delimiter: ";", record_delimiter: "\n" });
  return { bytes: new TextEncoder().encode(text), lines };
}

/** The apostrophe that reading removes from cells that a spreadsheet would run, so that they come back as they are. */
function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
