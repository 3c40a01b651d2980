import { lineAt } from "./decode.js";

/** What a table may be at most: far more than any case needs, and no more than a machine takes within seconds. */
export const TABLE_LIMITS = { rows: 120_000, columns: 1000, cellLength: 10_000 } as const;

/** What keeps a text from being read as a table, and the line where it shows. */
export interface ScanFault {
  readonly kind: "quote" | "rows" | "columns" | "cell";
  readonly line: number;
}

/**
 * Walks over the cells of a CSV text without keeping any, so that a text which would take the memory or the day is refused
 * before it is taken apart. Wrong quotes are found on the way: a quote that is never closed, opened inside a cell, or
 * followed by text when closed; the line is that of the cell's beginning.
 */
export function scan(text: string, delimiter: string): ScanFault | null {
  const fault = (kind: ScanFault["kind"], at: number): ScanFault => ({
    kind,
    line: lineAt(text, at),
  });
  let at = 0;
  let rows = 0;
  let columns = 0;
  while (at < text.length) {
    if (columns === 0 && text[skipBlanks(text, at, delimiter)] === "#") {
      at = endOfLine(text, at) + 1;
      continue;
    }
    const end = cellEnd(text, at, delimiter);
    if (end === null) return fault("quote", at);
    if (end - at > TABLE_LIMITS.cellLength) return fault("cell", at);
    columns++;
    if (columns > TABLE_LIMITS.columns) return fault("columns", at);
    if (end >= text.length || text[end] === "\n") {
      if (columns > 1 || end > at) rows++;
      // The header is a row more.
      if (rows > TABLE_LIMITS.rows + 1) return fault("rows", at);
      columns = 0;
    }
    at = end + 1;
  }
  return null;
}

/** The position of the delimiter or line end after a cell; null when its quotes are wrong. */
function cellEnd(text: string, from: number, delimiter: string): number | null {
  let at = skipBlanks(text, from, delimiter);
  if (text[at] !== '"') {
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n") {
      if (text[at] === '"') return null;
      at++;
    }
    return at;
  }
  do {
    at = text.indexOf('"', at + 1);
    if (at < 0) return null;
    at++;
  } while (text[at] === '"');
  at = skipBlanks(text, at, delimiter);
  return at >= text.length || text[at] === delimiter || text[at] === "\n" ? at : null;
}

function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== delimiter && BLANK.test(text[at]!))
    at++;
  return at;
}

const BLANK = /\s/;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
