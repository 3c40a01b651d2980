import type { Text } from "../../domain/text.js";
import { windows1252 } from "./windows-1252.js";

/** The largest file that is read, in bytes: more than a year of rotas of 147 offices. */
export const MOST_BYTES = 30_000_000;

/** The text of a file, or why the bytes are no text and in which line that shows. */
export type Decoded =
  | { readonly text: string; readonly damaged: number | null }
  | { readonly problem: Text; readonly line: number | null };

/**
 * The text of a CSV file with every line end as LF. With a byte order mark the file is UTF-8 or UTF-16, without one it is
 * UTF-8, and where the bytes are no UTF-8 it is Windows-1252, as older Excel writes it. `damaged` is the first line
 * where letters look as if the text had once been read in the wrong encoding (`Ã¤` for `ä`).
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) return { problem: TOO_LARGE, line: null };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { problem: WORKBOOK, line: null };
  }
  const raw = textOf(bytes);
  if (raw === null) return { problem: NOT_UTF8, line: null };
  const text = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const control = text.search(CONTROL);
  if (control >= 0) {
    const problem = text[control] === "\0" ? NUL : NOT_TEXT;
    return { problem, line: lineAt(text, control) };
  }
  const damage = text.search(/Ã[\u00A0-\u00BF\u2013\u2026\u2030]|â€/);
  return { text, damaged: damage < 0 ? null : lineAt(text, damage) };
}

/** The physical line that a position of a text lies in; the first is 1. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1))
    line++;
  return line;
}

function textOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return utf16("utf-16le", bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return utf16("utf-16be", bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return startsWith(bytes, [0xef, 0xbb, 0xbf]) ? null : windows1252(bytes);
  }
}

function utf16(encoding: "utf-16le" | "utf-16be", bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

// Every control character but tab and line feed, what a decoder could not read, and halves of surrogate pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD]|\p{Cs}/u;

const TOO_LARGE: Text = {
  en: `the file is larger than ${MOST_BYTES / 1_000_000} megabytes; no table of a case is, so it is not read`,
  sv: `filen är större än ${MOST_BYTES / 1_000_000} megabyte; ingen tabell i ett underlag är det, så den läses inte`,
};

const WORKBOOK: Text = {
  en: "this is an Excel workbook, not a CSV file; save it as “CSV UTF-8” first",
  sv: "detta är en Excel-arbetsbok och ingen CSV-fil; spara den först som ”CSV UTF-8”",
};

const NOT_UTF8: Text = {
  en: "the file says that it is UTF-8, but its bytes are not; save it again as “CSV UTF-8”",
  sv: "filen säger sig vara UTF-8 men är det inte; spara den på nytt som ”CSV UTF-8”",
};

const NUL: Text = {
  en: "the file holds NUL bytes and is no readable text; save it as “CSV UTF-8”",
  sv: "filen innehåller NUL-tecken och är ingen läsbar text; spara den som ”CSV UTF-8”",
};

const NOT_TEXT: Text = {
  en: "the line holds control characters or letters that cannot be read; save the file as “CSV UTF-8”",
  sv: "raden innehåller styrtecken eller bokstäver som inte går att läsa; spara filen som ”CSV UTF-8”",
};
