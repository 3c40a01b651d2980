import type { Case } from "../../domain/case.js";
import type { Assignment } from "../../domain/rota.js";
import type { Text } from "../../domain/text.js";
import { type Notice, noticeAt, quoted, sortNotices } from "../notice.js";
import { type ParsedRow, readTable } from "../tables/read-table.js";
import { rota } from "../tables/rota.js";
import { didYouMean } from "../values/suggest.js";
import { completeAssignments } from "./complete-assignment.js";

/** A rota file that was read. */
export interface RotaReading {
  /** The valid rows in the order of the file, each with its physical line. */
  readonly rows: readonly { readonly assignment: Assignment; readonly line: number }[];
  /** Position of each column in the file, the first is 1, by its English name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly notices: readonly Notice[];
}

/**
 * Reads a rota file. With a case, offices, people and departments that it does not know are errors, and what the file
 * leaves out is filled in from it; without one a missing kind is `day` and a missing department is empty.
 */
export function readRota(file: string, bytes: Uint8Array, theCase: Case | null): RotaReading {
  const { table, notices } = readTable(file, bytes, rota);
  if (table === null) return { rows: [], columns: new Map(), notices: sortNotices(notices) };
  const unknown = theCase === null ? [] : unknownNames(table.rows, theCase);
  const valid = table.rows.flatMap(({ value, line }) => (value === null ? [] : [{ value, line }]));
  const assignments = completeAssignments(
    valid.map(({ value }) => value),
    theCase,
  );
  const rows = valid.map(({ line }, i) => ({ assignment: assignments[i]!, line }));
  return { rows, columns: table.columns, notices: sortNotices([...notices, ...unknown]) };
}

/** A column whose values are ids of the case. */
interface Known {
  readonly column: "office" | "staff" | "department";
  readonly rows: readonly { readonly id: string }[];
  readonly ids: ReadonlySet<string>;
  /** What is said of a value that is none. */
  readonly isNone: Text;
}

function knownIn({ offices, staff, departments }: Case): Known[] {
  const of = (column: Known["column"], rows: Known["rows"], isNone: Text): Known => ({
    column,
    rows,
    ids: new Set(rows.map(({ id }) => id)),
    isNone,
  });
  return [
    of("office", offices, { en: "is no office of the case", sv: "är inget kontor i underlaget" }),
    of("staff", staff, {
      en: "is no staff member of the case",
      sv: "finns inte bland personalen i underlaget",
    }),
    of("department", departments, {
      en: "is no department of the case",
      sv: "är ingen förvaltning i underlaget",
    }),
  ];
}

/** Offices, people and departments of some rows that a case does not know, an error each. */
export function unknownNames(rows: readonly ParsedRow<unknown>[], theCase: Case): Notice[] {
  const known = knownIn(theCase);
  return rows.flatMap((row) => unknownIn(row, known));
}

function unknownIn(row: ParsedRow<unknown>, known: readonly Known[]): Notice[] {
  return known.flatMap(({ column, rows, ids, isNone }) => {
    const value = row.cells[column];
    if (typeof value !== "string" || ids.has(value)) return [];
    return [
      noticeAt(row.place(column), {
        code: "unknown-reference",
        message: { en: `${quoted(value)} ${isNone.en}`, sv: `${quoted(value)} ${isNone.sv}` },
        suggestion: didYouMean(
          value,
          rows.map(({ id }) => id),
        ),
      }),
    ];
  });
}
