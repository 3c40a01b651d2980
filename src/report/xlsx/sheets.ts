import { widthOf } from "../layout.js";
import type { Cell } from "./cells.js";

/** A sheet before it is written. */
export interface SheetDraft {
  /** The name that is wanted; what Excel does not take in it is changed. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Width of each column in characters; columns without one fit their texts. */
  readonly widths?: readonly number[];
  /** True for a table under one row of headings: it can be filtered. */
  readonly table: boolean;
}

/** Characters that Excel does not take in the name of a sheet. */
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;
const LONGEST_NAME = 31;

/** Names that Excel takes: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, each once in any case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(["history", "historik"]);
  return wanted.map((name) => {
    const plain = name.replace(FORBIDDEN, " ").replace(/^[' ]+|[' ]+$/g, "") || "–";
    for (let copy = 1; ; copy++) {
      const mark = copy === 1 ? "" : ` (${copy})`;
      const own = cut(plain, LONGEST_NAME - mark.length).replace(/[' ]+$/, "") + mark;
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return own;
    }
  });
}

/** The first letters of a text, never half a letter. */
function cut(text: string, units: number): string {
  let short = "";
  for (const letter of text) {
    if (short.length + letter.length > units) break;
    short += letter;
  }
  return short;
}

const NARROWEST = 6;
const WIDEST = 50;
/** Room beside a heading: it is bold, and may have the arrow of a filter. */
const ARROW = 3;

/** The width of each column: as asked for, else of its longest line of text. */
export function columnWidths({ rows, widths, frozenRows }: SheetDraft): number[] {
  const fitting: number[] = [];
  for (const [line, row] of rows.entries()) {
    const more = line < frozenRows ? ARROW : 1;
    for (const [i, cell] of row.entries()) {
      fitting[i] = Math.max(fitting[i] ?? NARROWEST, Math.min(WIDEST, lengthOf(cell) + more));
    }
  }
  return fitting.map((width, i) => widths?.[i] ?? width);
}

function lengthOf(cell: Cell): number {
  const value = cell?.value;
  if (value instanceof Date) return 11;
  if (typeof value === "number") return cell?.format?.includes(":") ? 5 : String(value).length;
  return Math.max(
    0,
    ...String(value ?? "")
      .split("\n")
      .map(widthOf),
  );
}
