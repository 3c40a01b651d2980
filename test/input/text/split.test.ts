import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSheetError, markSheetErrors } from "../../../src/input/text/sheet-error.js";
import { cleanCell, quotedRows, splitRows } from "../../../src/input/text/split.js";

/** Pieces that texts go wrong with: blanks of all kinds, marks of comments and formulas, letters in two forms. */
const PIECES = [
  "a",
  "7",
  ";",
  ",",
  "\t",
  "\n",
  " ",
  "#",
  "'",
  "=",
  "å",
  "a\u030a",
  "\u00a0",
  "\u200b",
];
const DELIMITERS = [";", ",", "\t"] as const;

const kept = (rows: ReturnType<typeof quotedRows>) =>
  rows.filter(
    ({ cells: [first = "", ...rest] }) =>
      (!first.startsWith("#") || isSheetError(first)) &&
      [first, ...rest].some((cell) => cell !== ""),
  );

describe("the rows of a text", () => {
  it("are what csv-parse makes of it, with quotation marks and without", () => {
    const piece = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.constant('"a;\n""b"') },
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    const attempt = <T>(make: () => T) => {
      try {
        return make();
      } catch {
        return "refused";
      }
    };
    fc.assert(
      fc.property(text, fc.constantFrom(...DELIMITERS), (raw, delimiter) => {
        const given = markSheetErrors(raw, delimiter);
        expect(attempt(() => splitRows(given, delimiter))).toEqual(
          attempt(() => kept(quotedRows(given, delimiter))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("have the numbers of their physical lines, comments and blank lines counted", () => {
    expect(splitRows("# said\n\na;b\n ;\nc;d", ";")).toEqual([
      { line: 3, cells: ["a", "b"] },
      { line: 5, cells: ["c", "d"] },
    ]);
  });

  it("have clean cells, whether they look clean or not", () => {
    expect(["Hall A", " x ", "'=1", "'x", "", "'", "~", "a\u00a0b"].map(cleanCell)).toEqual([
      ...["Hall A", "x", "=1", "'x", "", "'", "~", "a b"],
    ]);
  });
});
