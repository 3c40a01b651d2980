import { parse } from "csv-parse/browser/esm/sync";
import { isSheetError } from "./sheet-error.js";

/** One row of a file: its cells, cleaned, and the physical line that it starts at. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV text whose newlines are `\n`, comments and blank lines left out. A text without quotation marks, as
 * nearly all are, is cut at its line ends and delimiters; the others are left to csv-parse.
 *
 * @throws CsvError when the quotes are wrong
 */
export function splitRows(text: string, delimiter: string): CellRow[] {
  const rows = text.includes('"') ? quotedRows(text, delimiter) : plainRows(text, delimiter);
  return rows.filter(({ cells }) => !isComment(cells[0]!) && cells.some((cell) => cell !== ""));
}

/** True for the first cell of a row that is a remark; one that holds an error of a spreadsheet is none. */
function isComment(cell: string): boolean {
  return cell.startsWith("#") && !isSheetError(cell);
}

function plainRows(text: string, delimiter: string): CellRow[] {
  return text
    .split("\n")
    .map((row, index) => ({ line: index + 1, cells: row.split(delimiter).map(cleanCell) }));
}

/** {@link plainRows} for every text: what csv-parse makes of it. */
export function quotedRows(text: string, delimiter: string): CellRow[] {
  const records = parse(text, {
    delimiter,
    comment: "#",
    comment_no_infix: true,
    info: true,
    record_delimiter: "\n",
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { info: { lines: number }; record: string[] }[];
  return records.map(({ info, record }) => ({
    line: info.lines - record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0),
    cells: record.map(cleanCell),
  }));
}

/**
 * A cell as rota understands it: trimmed, in Unicode form C, without characters that do not show (marks for the direction
 * of writing, joiners, byte order marks), with every kind of space made plain, and without the apostrophe that {@link unguarded} removes.
 */
export function cleanCell(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  const visible = cell
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[\p{Zs}\p{Zl}\p{Zp}]/gu, " ");
  return unguarded(visible.normalize("NFC").trim());
}

/** Visible ASCII, blanks inside only and no apostrophe in front: most cells, and clean as they are. */
const CLEAN = /^(?:[!-&(-~](?:[ -~]*[!-~])?)?$/;

/**
 * Removes one leading apostrophe before `=`, `+`, `-`, `@`, tab or more apostrophes and one of these. A writer that adds
 * one apostrophe to every cell matching `/^'*[=+\-@\t\r]/` is thereby undone exactly.
 */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
