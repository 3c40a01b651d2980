/**
 * True for a cell that holds nothing but an error of a spreadsheet program, in English or Swedish: `#REF!`, `#N/A`,
 * `#SAKNAS!`, `#VÄRDEFEL!`, `Err:502` of LibreOffice, or the `####` of a column that was too narrow.
 */
export function isSheetError(cell: string): boolean {
  return SHEET_ERROR.test(cell);
}

const SHEET_ERROR = /^(?:#(?:[\p{Lu}\d/_]{2,20}[!?]|N\/A|SAKNAS|GETTING_DATA|#{2,})|Err:5\d\d)$/u;

/**
 * Marks the lines of a CSV text that begin with an error of a spreadsheet, so that they are no comments. The mark does not
 * show, and cells are cleaned of it.
 */
export function markSheetErrors(text: string, delimiter: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/^[ \t]*#[^\n]*/gm, (line) =>
    isSheetError(line.split(delimiter, 1)[0]!.trim()) ? `\u2060${line}` : line,
  );
}
