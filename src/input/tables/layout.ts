import type { CellTable } from "../text/cells.js";
import { type CellRow, splitRows } from "../text/split.js";
import { foldWord } from "../values/suggest.js";

/** How many rows may stand above the header row. */
const MOST_ABOVE = 10;

/**
 * A file's rows with the header row where a reader of tables looks for it: a title above it is passed over, and a text
 * with delimiters that was pasted into one column is taken apart. Line numbers stay those of the file.
 */
export function layOut(cells: CellTable, names: ReadonlyMap<string, string>): CellTable {
  if (cells.header === null) return cells;
  const apart = takenApart([cells.header, ...cells.rows], names);
  const at = headerRow(apart, names);
  return { header: apart[at]!, rows: apart.slice(at + 1) };
}

function isName(cell: string, names: ReadonlyMap<string, string>): boolean {
  return names.has(foldWord(cell));
}

function filled({ cells }: CellRow): string[] {
  return cells.filter((cell) => cell !== "");
}

/** The row that holds the headers: the first, unless rows of one cell that is no header stand above one of headers only. */
function headerRow(rows: readonly CellRow[], names: ReadonlyMap<string, string>): number {
  const at = rows.slice(0, MOST_ABOVE + 1).findIndex((row) => {
    const cells = filled(row);
    return cells.length > 1 || cells.some((cell) => isName(cell, names));
  });
  if (at < 1) return 0;
  return filled(rows[at]!).some((cell) => isName(cell, names)) ? at : 0;
}

/** Rows whose only column holds rows of a CSV file, as when a file is pasted into a spreadsheet. */
function takenApart(
  rows: readonly CellRow[],
  names: ReadonlyMap<string, string>,
): readonly CellRow[] {
  if (rows.some((row) => filled(row).length > 1)) return rows;
  const delimiter = [";", "\t", ","].find((mark) =>
    rows.some((row) => {
      const parts = (filled(row)[0] ?? "").split(mark);
      return parts.length > 1 && parts.every((part) => part === "" || isName(part, names));
    }),
  );
  if (delimiter === undefined) return rows;
  return rows.map((row) => {
    const [text = ""] = filled(row);
    const quotes = text.split('"').length - 1;
    const [apart] = quotes % 2 === 0 ? splitRows(text, delimiter) : [];
    return { line: row.line, cells: apart?.cells ?? [text] };
  });
}
