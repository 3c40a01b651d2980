import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delimiterOf, readCells } from "../../../src/input/text/cells.js";
import { cleanCell, unguarded } from "../../../src/input/text/split.js";
import { bytesOf } from "../../support/files.js";

function rowsOf(text: string) {
  const { table, notices } = readCells("t.csv", bytesOf(text));
  expect(notices).toEqual([]);
  return [table?.header, ...(table?.rows ?? [])].map((row) => [row?.line, row?.cells]);
}

describe("errors of a spreadsheet", () => {
  test.each([
    "#REF!",
    "#SAKNAS!",
    "#N/A",
    "#VÄRDEFEL!",
    "#DIVISION/0!",
    "#NAMN?",
    "#####",
  ])("%s in the first cell makes no comment of the row", (error) => {
    expect(rowsOf(`a;b\n${error};2\n  ${error};3\n"${error}";4\n`)).toEqual([
      [1, ["a", "b"]],
      [2, [error, "2"]],
      [3, [error, "3"]],
      [4, [error, "4"]],
    ]);
  });

  test.each(["#", "# REF!", "#anna;soc", "#Obs!", "#12"])("%s is a comment", (comment) => {
    expect(rowsOf(`a;b\n${comment};2\n1;2\n`)).toEqual([
      [1, ["a", "b"]],
      [3, ["1", "2"]],
    ]);
  });
});

describe("readCells", () => {
  test("skips comments, blank lines and rows of empty cells, and keeps physical lines", () => {
    const text = '\n# it\'s 5" wide\na;b\n\n1;2\n  # more\n"# quoted by Excel; too";\n;;\n3;4';
    expect(rowsOf(text)).toEqual([
      [3, ["a", "b"]],
      [5, ["1", "2"]],
      [9, ["3", "4"]],
    ]);
  });

  test("keeps physical lines past line breaks inside cells, whatever the line ends", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["a;b", '1;"x', "", "# inside", 'y"', "2;z", ""].join(end);
      expect(rowsOf(text)).toEqual([
        [1, ["a", "b"]],
        [2, ["1", "x\n\n# inside\ny"]],
        [6, ["2", "z"]],
      ]);
    }
  });

  test("trims cells, hard spaces too, inside quotes or not", () => {
    expect(rowsOf('a;b\n \u00a0 1\u00a0; "  2 " ')).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "2"]],
    ]);
  });

  test("takes # for a comment at the start of a line only", () => {
    expect(rowsOf("a;b\n1;#2\n3;4 # no comment")).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "#2"]],
      [3, ["3", "4 # no comment"]],
    ]);
  });

  test.each(["", "\n\n", "# only a comment\n", "\uFEFF"])("%j has no header", (text) => {
    expect(readCells("t.csv", bytesOf(text)).table).toEqual({ header: null, rows: [] });
  });

  test.each([
    ['a;b\n1;"x\n2;y\n', 2],
    ['a;b\n# "\n1;"x\n2;"y"\n', 3],
    ['a;b\n1;x"y\n', 2],
    ['a;b\n1;2\n\n1;"x"y\n', 4],
    ['"a;b\n', 1],
    ['a;b\n"q\nr";2\n3;"x', 4],
  ])("a faulty quotation mark in %j is reported in line %i", (text, line) => {
    const { table, notices } = readCells("t.csv", bytesOf(text));
    expect(table).toBeNull();
    expect(notices).toMatchObject([{ code: "unclosed-quote", severity: "error", line }]);
  });

  test("warns of damaged letters and reads on", () => {
    const { table, notices } = readCells("t.csv", bytesOf("a\nSÃ¤tra\n"));
    expect(notices).toMatchObject([{ code: "ambiguous-text", severity: "warning", line: 2 }]);
    expect(table?.rows).toHaveLength(1);
  });
});

describe("delimiterOf", () => {
  test.each([
    ["a;b;c", ";"],
    ["a,b,c", ","],
    ["a\tb\tc", "\t"],
    ["office", ";"],
    ['"x,y,z";b', ";"],
    ["# a,b,c,d\na;b", ";"],
    ["\n\na\tb", "\t"],
    ["sep=,\na;b;c", ","],
    ['"sep=;"\na,b,c', ";"],
    ["SEP=\t\na;b;c", "\t"],
  ])("%j is delimited by %j", (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  test("sep= takes a line of its own and is no row", () => {
    expect(rowsOf("sep=;\na;b\n1;2,5")).toEqual([
      [2, ["a", "b"]],
      [3, ["1", "2,5"]],
    ]);
  });
});

describe("cells that a writer guards against formulas", () => {
  const guarded = (cell: string) => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

  test.each([
    ["'=cmd()", "=cmd()"],
    ["'-1", "-1"],
    ["'+46", "+46"],
    ["'@a", "@a"],
    ["''=a", "'=a"],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["'", "'"],
  ])("%j reads as %j", (cell, read) => {
    expect(unguarded(cell)).toBe(read);
  });

  test("write, then read gives the same cells back", () => {
    const cell = fc
      .oneof(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: fc.constantFrom(..."=+-@'\"\n;,#\t aåÖ|") }),
        fc.constant('=cmd("x";1)\n'),
      )
      .map((text) => cleanCell(text.replace(/[\p{Cc}\uFFFD]/gu, (c) => (c === "\n" ? c : ""))))
      // What rota read once it can write and read again; a cell that still changes was never read.
      .filter((text) => cleanCell(text) === text && !text.startsWith("#"));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 })),
        fc.constantFrom(";", ",", "\t"),
        (rows, delimiter) => {
          const full = rows.map((row) => ["x", ...row]);
          const text = stringify([["a", "b", "c", "d"], ...full.map((row) => row.map(guarded))], {
            delimiter,
          });
          const { table } = readCells("t.csv", bytesOf(text));
          expect(table?.rows.map(({ cells }) => cells)).toEqual(full);
        },
      ),
    );
  });

  test("cells are in Unicode form C, without invisible characters", () => {
    expect(cleanCell("Sa\u0308tra\u200b")).toBe("Sätra");
    expect(cleanCell("Anna\u00a0B\u202fC")).toBe("Anna B C");
    expect(cleanCell("\u202aS\u00e4tra\u202c\u200e\u2066\ufe0f")).toBe("Sätra");
    expect(cleanCell("1\u2009200\u2003kr\u3000")).toBe("1 200 kr");
  });
});
