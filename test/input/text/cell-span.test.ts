import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileLines } from "../../../src/input/text/cell-span.js";
import { bytesOf } from "../../support/files.js";

/** What an editor would mark of a cell. */
function marked(text: string, line: number, cell: number): string | null {
  const span = fileLines(bytesOf(text)).span(line, cell);
  return span && text.split(/\r?\n/)[line - 1]!.slice(span.from - 1, span.to - 1);
}

describe("where a cell stands in its line", () => {
  it.each([",", ";", "\t"])("is found between delimiters, blanks left out (%j)", (mark) => {
    const text = ["a", "b", "c"].join(mark).concat("\n", [" x ", "yy", ""].join(mark), "\n");
    expect(marked(text, 2, 1)).toBe("x");
    expect(marked(text, 2, 2)).toBe("yy");
    expect(marked(text, 2, 3)).toBe("");
    expect(marked(text, 2, 4)).toBeNull();
    expect(marked(text, 9, 2)).toBeNull();
  });

  it("skips delimiters in quotes, and counts the quotes as part of the cell", () => {
    const text = 'a;b;c\n"x;""y""";z;w\n';
    expect(marked(text, 2, 1)).toBe('"x;""y"""');
    expect(marked(text, 2, 2)).toBe("z");
  });

  it("counts the lines of the file: comments, sep= and carriage returns", () => {
    expect(marked("sep=;\r\n# c\r\na;b\r\n1;2\r\n", 4, 2)).toBe("2");
  });

  it("is unknown in a file that is no text", () => {
    expect(fileLines(Uint8Array.from([0x50, 0x4b, 3, 4])).span(1, 1)).toBeNull();
  });

  it("is right for any cells", () => {
    const plain = fc.stringMatching(/^[a-zåäö]{0,5}$/);
    fc.assert(
      fc.property(fc.array(plain, { minLength: 2, maxLength: 6 }), (cells) => {
        const text = `${cells.map((_, i) => `h${i}`).join(";")}\n${cells.join(";")}\n`;
        for (const [i, cell] of cells.entries()) expect(marked(text, 2, i + 1)).toBe(cell);
      }),
    );
  });
});
