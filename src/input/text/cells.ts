import { CsvError } from "csv-parse/browser/esm/sync";
import type { Text } from "../../domain/text.js";
import { type Notice, noticeAt, placeIn } from "../notice.js";
import { decode } from "./decode.js";
import { type ScanFault, scan, TABLE_LIMITS } from "./scan.js";
import { markSheetErrors } from "./sheet-error.js";
import { type CellRow, splitRows } from "./split.js";

/** A file as rows of cells, comments and blank lines left out; `header` is null when nothing else is there. */
export interface CellTable {
  readonly header: CellRow | null;
  readonly rows: readonly CellRow[];
}

/** Reads a CSV file of any of the accepted encodings and delimiters; `table` is null when it cannot be read as CSV. */
export function readCells(
  file: string,
  bytes: Uint8Array,
): { table: CellTable | null; notices: Notice[] } {
  const decoded = decode(bytes);
  if ("problem" in decoded) {
    const trouble = { code: "unreadable-file", message: decoded.problem } as const;
    return { table: null, notices: [noticeAt(placeIn(file, decoded.line), trouble)] };
  }
  const notices: Notice[] = [];
  if (decoded.damaged !== null) {
    const trouble = { code: "ambiguous-text", message: DAMAGED, severity: "warning" } as const;
    notices.push(noticeAt(placeIn(file, decoded.damaged), trouble));
  }
  const delimiter = delimiterOf(decoded.text);
  const text = markSheetErrors(decoded.text.replace(SEP_LINE, "\n"), delimiter);
  const fault = scan(text, delimiter);
  if (fault !== null) return { table: null, notices: [...notices, faultNotice(file, fault)] };
  try {
    return { table: split(text, delimiter), notices };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = placeIn(file);
    const trouble = { code: "unclosed-quote", message: QUOTE, expected: DOUBLED } as const;
    return { table: null, notices: [...notices, noticeAt(place, trouble)] };
  }
}

function faultNotice(file: string, { kind, line }: ScanFault): Notice {
  const place = placeIn(file, line);
  if (kind === "quote") {
    return noticeAt(place, { code: "unclosed-quote", message: QUOTE, expected: DOUBLED });
  }
  return noticeAt(place, { code: "unreadable-file", message: TOO_MUCH[kind] });
}

/**
 * The delimiter of a text: what `sep=` says, else the most frequent of `;`, tab and `,` in the first line that has any and
 * is no comment: the header line, below a title that may stand above it.
 */
export function delimiterOf(text: string): string {
  const said = SEP_LINE.exec(text);
  if (said) return said[1]!;
  const header =
    text.split("\n").find((line) => /[;\t,]/.test(line) && !/^\s*"?#/.test(line)) ?? "";
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = [";", "\t", ","].map((mark) => ({ mark, count: bare.split(mark).length - 1 }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

const SEP_LINE = /^"?sep=([;,\t])"?[;,\t ]*(?:\n|$)/i;

function split(text: string, delimiter: string): CellTable {
  const rows = splitRows(text, delimiter);
  return { header: rows[0] ?? null, rows: rows.slice(1) };
}

const QUOTE: Text = {
  en: 'a quotation mark (") is not closed, or stands inside a cell without being doubled; the file cannot be read further',
  sv: 'ett citattecken (") avslutas inte, eller står inne i en cell utan att vara dubblerat; filen kan inte läsas vidare',
};

const TOO_MUCH: Readonly<Record<Exclude<ScanFault["kind"], "quote">, Text>> = {
  rows: {
    en: `the file has more than ${TABLE_LIMITS.rows} rows; no table of a case has, so it is not read`,
    sv: `filen har fler än ${TABLE_LIMITS.rows} rader; ingen tabell i ett underlag har det, så den läses inte`,
  },
  columns: {
    en: `the line has more than ${TABLE_LIMITS.columns} cells; no table of a case has, so the file is not read`,
    sv: `raden har fler än ${TABLE_LIMITS.columns} celler; ingen tabell i ett underlag har det, så filen läses inte`,
  },
  cell: {
    en: `a cell has more than ${TABLE_LIMITS.cellLength} characters; no cell of a case has, so the file is not read`,
    sv: `en cell har fler än ${TABLE_LIMITS.cellLength} tecken; ingen cell i ett underlag har det, så filen läses inte`,
  },
};

const DOUBLED: Text = {
  en: 'a cell with quotation marks as Excel writes it: "Hall ""A"""',
  sv: 'en cell med citattecken så som Excel skriver den: "Sal ""A"""',
};

const DAMAGED: Text = {
  en: "letters such as å, ä and ö look damaged (“Ã¤” for “ä”); the file was once saved in the wrong encoding",
  sv: "bokstäver som å, ä och ö ser skadade ut (”Ã¤” i stället för ”ä”); filen har sparats med fel teckenkodning",
};
