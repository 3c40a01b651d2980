import { compareText } from "../domain/rota.js";
import type { Language, Text } from "../domain/text.js";

/** Stable names of the kinds of trouble in the input, for programs that read notices. */
export type NoticeCode =
  | "ambiguous-text"
  | "contradicting-rows"
  | "duplicate-column"
  | "duplicate-file"
  | "duplicate-id"
  | "duplicate-row"
  | "invalid-value"
  | "missing-column"
  | "missing-file"
  | "missing-header"
  | "missing-value"
  | "no-availability"
  | "no-data-in-month"
  | "no-rows"
  | "odd-together"
  | "sensitive-column"
  | "sensitive-value"
  | "sum-row"
  | "surplus-cell"
  | "unclosed-quote"
  | "unknown-column"
  | "unknown-file"
  | "unknown-reference"
  | "unplanned-staff"
  | "unreadable-file"
  | "wrong-combination";

/** Trouble in the input, at a place that a person can go to. Errors stop the run; warnings do not. */
export interface Notice {
  readonly code: NoticeCode;
  readonly severity: "error" | "warning";
  readonly file: string;
  /** Physical line of the file, the first is 1; null when the trouble is the file itself. */
  readonly line: number | null;
  /** Position of the cell in its row, the first is 1; null when the trouble is a whole row. */
  readonly column: number | null;
  /** The column's header as the user wrote it. */
  readonly header: string | null;
  /** The cell as the user wrote it; null when it is empty, absent or must not be repeated. */
  readonly value: string | null;
  /** What is wrong, without a full stop. */
  readonly message: Text;
  /** What would be right, without a full stop. */
  readonly expected: Text | null;
  /** What was probably meant, as a sentence. */
  readonly suggestion: Text | null;
}

/** Where in the input something stands. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly header: string | null;
  readonly value: string | null;
}

/** What is said of a place; `severity` is `error` unless given. */
export interface Trouble {
  readonly code: NoticeCode;
  readonly message: Text;
  readonly severity?: Notice["severity"];
  readonly expected?: Text | null;
  readonly suggestion?: Text | null;
}

/** A place in a file, or the file itself when no line is given. */
export function placeIn(file: string, line: number | null = null): Place {
  return { file, line, column: null, header: null, value: null };
}

/** The notice that says `trouble` of `place`. */
export function noticeAt(place: Place, trouble: Trouble): Notice {
  const { code, message, severity = "error", expected = null, suggestion = null } = trouble;
  return { code, severity, ...place, message, expected, suggestion };
}

/** The canonical order of notices: file, line, column; the file's own trouble comes before its lines'. */
export function sortNotices(notices: readonly Notice[]): Notice[] {
  return [...notices].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message.en, b.message.en),
  );
}

const WORDS = {
  column: { en: "column", sv: "kolumn" },
  expected: { en: "Expected", sv: "Förväntat" },
  warning: { en: "warning: ", sv: "varning: " },
} as const;

/** A notice as one line: `file:line:column: message. Expected: … Did you mean …?`; absent parts are left out. */
export function formatNotice(notice: Notice, language: Language): string {
  const place = [plain(notice.file), notice.line, notice.column].filter((part) => part !== null);
  const warning = notice.severity === "warning" ? WORDS.warning[language] : "";
  const named = notice.header !== null && !notice.message[language].includes(quoted(notice.header));
  const column = named ? ` (${WORDS.column[language]} ${plain(notice.header ?? "")})` : "";
  const sentences = [`${warning}${notice.message[language]}${column}.`];
  if (notice.expected) sentences.push(`${WORDS.expected[language]}: ${notice.expected[language]}.`);
  if (notice.suggestion) sentences.push(notice.suggestion[language]);
  return `${place.join(":")}: ${sentences.join(" ")}`;
}

const LONGEST_QUOTE = 60;

/** A value in quotes for a message: on one line, without characters that a terminal obeys, and not too long. */
export function quoted(value: string): string {
  const letters = Array.from(plain(value));
  const short =
    letters.length > LONGEST_QUOTE ? [...letters.slice(0, LONGEST_QUOTE - 1), "…"] : letters;
  return `"${short.join("")}"`;
}

/** "Did you mean …?" for one value. */
export function meant(value: string): Text {
  return { en: `Did you mean ${quoted(value)}?`, sv: `Menade du ${quoted(value)}?` };
}

function plain(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}
