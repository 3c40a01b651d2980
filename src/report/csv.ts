import { stringify } from "csv-stringify/browser/esm/sync";
import type { Language } from "../domain/text.js";
import type { ReportDisruption } from "../outputs/repair.js";
import type {
  Report,
  ReportAssignment,
  ReportOpening,
  ReportViolation,
} from "../outputs/report.js";

/** The columns of a file in order: the header of each, and how its cell comes from a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null>>;

/**
 * How a language's spreadsheet wants its CSV. Swedish Excel takes a comma for the decimal sign, so it parts cells by `;`;
 * it takes a file for UTF-8 only by the byte order mark.
 */
const DIALECTS = {
  en: { mark: "", delimiter: ",", lineEnd: "\n", decimal: "." },
  sv: { mark: "\uFEFF", delimiter: ";", lineEnd: "\r\n", decimal: "," },
} as const satisfies Readonly<Record<Language, unknown>>;

/** rota.csv: one row is one person at one office for one unbroken time. */
export function rotaCsv({ assignments }: Pick<Report, "assignments">, language: Language): string {
  return csv(ROTA, assignments, language);
}

/** openings.csv: when each office is open, for the public. Nobody is named. */
export function openingsCsv({ openings }: Report, language: Language): string {
  return csv(OPENINGS, openings, language);
}

/** violations.csv: every broken rule, hard ones first, with message and advice in the language. */
export function violationsCsv(
  { violations }: Pick<Report, "violations">,
  language: Language,
): string {
  return csv(violationColumns(language), violations, language);
}

/** disruptions.csv: what has happened, as the table of a case has it; the words are those for a person or an office. */
export function disruptionsCsv(rows: readonly ReportDisruption[], language: Language): string {
  return csv(DISRUPTIONS, rows, language);
}

/** Rows as CSV in the form that the language's spreadsheet reads. */
export function csv<Row>(columns: Columns<Row>, rows: readonly Row[], language: Language): string {
  const { mark, delimiter, lineEnd, decimal } = DIALECTS[language];
  const cells = rows.map((row) =>
    Object.values(columns).map((cellOf) => written(cellOf(row), decimal)),
  );
  const options = { delimiter, record_delimiter: lineEnd };
  return mark + stringify([Object.keys(columns), ...cells], options);
}

const ROTA: Columns<ReportAssignment> = {
  date: (row) => row.date,
  office: (row) => row.office,
  kind: (row) => row.kind,
  from: (row) => row.from,
  to: (row) => row.to,
  staff: (row) => row.staff,
  department: (row) => row.department,
  status: (row) => row.status,
  break_from: (row) => row.breakFrom,
  break_to: (row) => row.breakTo,
};

const OPENINGS: Columns<ReportOpening> = {
  date: (row) => row.date,
  office: (row) => row.office,
  kind: (row) => row.kind,
  from: (row) => row.from,
  to: (row) => row.to,
  staff: (row) => row.staff,
  departments: (row) => row.departments.join("|"),
};

const DISRUPTIONS: Columns<ReportDisruption> = {
  date: (row) => row.first,
  to_date: (row) => row.last,
  staff: (row) => row.staff,
  office: (row) => row.office,
  what: ({ staff, what }) => (staff !== null ? what : what === "away" ? "closed" : "open"),
};

function violationColumns(language: Language): Columns<ReportViolation> {
  return {
    rule: (row) => row.rule,
    severity: (row) => row.severity,
    date: (row) => row.date,
    office: (row) => row.office,
    department: (row) => row.department,
    staff: (row) => row.staff,
    from: (row) => row.from,
    to: (row) => row.to,
    actual: (row) => row.actual,
    limit: (row) => row.limit,
    amount: (row) => row.amount,
    unit: (row) => row.unit,
    message: (row) => row.message[language],
    advice: (row) => row.advice?.[language] ?? null,
    cost: (row) => row.cost,
  };
}

function written(cell: string | number | null, decimal: string): string {
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
