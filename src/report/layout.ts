/** What a terminal shows of a text with marks: words stay words, and only the look changes. */
export interface Style {
  /** A heading or the most important word of a line. */
  strong(text: string): string;
  /** What must be put right. */
  alarm(text: string): string;
  /** What matters least. */
  faint(text: string): string;
  /** Work in the evening. */
  evening(text: string): string;
}

/** No marks at all, for files and pipes. */
export const PLAIN: Style = {
  strong: (text) => text,
  alarm: (text) => text,
  faint: (text) => text,
  evening: (text) => text,
};

/** Columns that a text takes on a terminal: `å` is one, also when it is written as `a` and a ring. */
export function widthOf(text: string): number {
  return Array.from(text.normalize("NFC").replace(/\p{M}/gu, "")).length;
}

/** The text with spaces after it, to so many columns. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Rows of cells as lines, each column as wide as its widest cell; the last one is left as it is. */
export function table(rows: readonly (readonly string[])[], indent = "  "): string[] {
  const widths = columnWidths(rows);
  return rows.map((row) =>
    (indent + row.map((cell, i) => padded(cell, widths[i]!)).join("  ")).trimEnd(),
  );
}

/** A name on one line, without characters that a terminal obeys. */
export function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}

/** Text broken into lines of at most `width` columns between words; lines after the first begin with `hanging`. */
export function wrapped(text: string, width: number, hanging: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(word);
    else if (widthOf(line) + 1 + widthOf(word) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(hanging + word);
  }
  return lines.join("\n");
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  }
  return widths;
}
