import { delimiterOf } from "./cells.js";
import { decode } from "./decode.js";

/** The lines of a file as an editor shows them, and where in them the cells stand. */
export interface FileLines {
  /**
   * The characters of a cell, as 1-based UTF-16 columns, `to` after the last one; null when there is no such cell or it does
   * not begin in that line.
   */
  span(line: number, cell: number): { readonly from: number; readonly to: number } | null;
}

/** Lays out a file that was read as a table; its text is split into lines once. */
export function fileLines(bytes: Uint8Array): FileLines {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { span: () => null };
  const lines = decoded.text.split("\n");
  const delimiter = delimiterOf(decoded.text);
  return { span: (line, cell) => spanIn(lines[line - 1] ?? "", delimiter, cell) };
}

function spanIn(line: string, delimiter: string, cell: number) {
  let from = 0;
  for (let position = 1; ; position++) {
    const end = cellEnd(line, from, delimiter);
    if (position === cell) return trimmed(line, from, end);
    if (end >= line.length) return null;
    from = end + 1;
  }
}

/** Where the cell that begins at a position ends: at the next delimiter that no quotes hold. */
function cellEnd(line: string, from: number, delimiter: string): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === delimiter && !quoted) return at;
  }
  return line.length;
}

/** A cell without the blanks around it, as columns; an empty one is where it would be. */
function trimmed(line: string, from: number, end: number) {
  const text = line.slice(from, end);
  const start = from + (text.trim() === "" ? 0 : text.length - text.trimStart().length);
  return { from: start + 1, to: start + text.trim().length + 1 };
}
