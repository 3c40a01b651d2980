import { stringify } from "csv-stringify/sync";
import type { Language } from "../domain/text.js";
import type { Report } from "./report.js";

/** A cell before it is written. */
type Cell = string | number | null;

/**
 * How a language's spreadsheet wants its CSV. Swedish Excel takes a comma for the decimal sign, so it parts cells by `;`;
 * it takes a file for UTF-8 only by the byte order mark.
 */
const DIALECTS = {
  en: { mark: "", delimiter: ",", lineEnd: "\n", decimal: "." },
  sv: { mark: "\uFEFF", delimiter: ";", lineEnd: "\r\n", decimal: "," },
} as const satisfies Readonly<Record<Language, unknown>>;

/** rota.csv: one row is one person at one office for one unbroken time. */
export function rotaCsv({ assignments }: Report, language: Language): string {
  const header = ["date", "office", "kind", "from", "to", "staff", "department", "status"];
  const rows = assignments.map((row) => [
    ...[row.date, row.office, row.kind, row.from, row.to, row.staff, row.department, row.status],
  ]);
  return csv(header, rows, language);
}

/** openings.csv: when each office is open, for the public. Nobody is named. */
export function openingsCsv({ openings }: Report, language: Language): string {
  const header = ["date", "office", "kind", "from", "to", "staff", "departments"];
  const rows = openings.map(({ date, office, kind, from, to, staff, departments }) => [
    ...[date, office, kind, from, to, staff, departments.join("|")],
  ]);
  return csv(header, rows, language);
}

/** violations.csv: every broken rule, hard ones first, with message and advice in the language. */
export function violationsCsv({ violations }: Report, language: Language): string {
  const header = [
    ...["rule", "severity", "date", "office", "department", "staff", "from", "to"],
    ...["actual", "limit", "amount", "unit", "message", "advice", "cost"],
  ];
  const rows = violations.map((v) => [
    ...[v.rule, v.severity, v.date, v.office, v.department, v.staff, v.from, v.to],
    ...[v.actual, v.limit, v.amount, v.unit],
    ...[v.message[language], v.advice?.[language] ?? null, v.cost],
  ]);
  return csv(header, rows, language);
}

/** Rows as CSV in the form that the language's spreadsheet reads. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  language: Language,
): string {
  const { mark, delimiter, lineEnd, decimal } = DIALECTS[language];
  const cells = rows.map((row) => row.map((cell) => written(cell, decimal)));
  const options = { delimiter, record_delimiter: lineEnd };
  return mark + stringify([[...header], ...cells], options);
}

function written(cell: Cell, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return guarded(cell);
  return String(Math.round(cell * 1e6) / 1e6).replace(".", decimal);
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it; plain numbers stay. The reader removes one
 * apostrophe from such cells, also where the text had apostrophes of its own, so that text comes back unchanged.
 */
function guarded(cell: string): string {
  const formula = /^'*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell);
  return formula ? `'${cell}` : cell;
}
