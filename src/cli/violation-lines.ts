import { isoWeekOf, monthOf } from "../domain/calendar.js";
import { overlapOf } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import type { Violation } from "../domain/violation.js";
import type { RotaReading } from "../input/read-rota.js";

/** Where in a rota file a violation shows. */
export interface Culprits {
  /** Lines of the rows that it is about, in order; none when the rota has no such row. */
  readonly lines: readonly number[];
  /** Position of the cell that names its subject; null when the file has no such column. */
  readonly column: number | null;
}

/**
 * The rows that a violation is about: of its date (or week, or month), office, person and time. Where nobody is at work at
 * that time, the rows of the same date and office are the nearest there is.
 */
export function culpritsOf(violation: Violation, { rows, columns }: RotaReading): Culprits {
  const culprits =
    violation.rule === "staff-overlap" ? overlapping(violation, rows) : aboutIt(violation, rows);
  const lines = culprits.map(({ line }) => line).sort((a, b) => a - b);
  const column = columns.get(subjectColumn(violation)) ?? columns.get("date") ?? null;
  return { lines, column };
}

type Rows = RotaReading["rows"];

function aboutIt(violation: Violation, rows: Rows): Rows {
  const about = rows.filter(({ assignment }) => isAbout(violation, assignment));
  const { time } = violation;
  const during = time && about.filter(({ assignment }) => overlapOf(assignment.time, time) > 0);
  return during && during.length > 0 ? during : about;
}

/**
 * The two rows of a person that overlap, wherever the other one is: that of the violation's office and time, and those that
 * share as many minutes with it as the violation says.
 */
function overlapping({ staff, date, office, time, actual }: Violation, rows: Rows): Rows {
  if (time === null) return [];
  const own = rows.filter(
    ({ assignment }) => assignment.staff === staff && assignment.date === date,
  );
  const named = own.filter(
    ({ assignment: row }) =>
      row.office === office && row.time.from === time.from && row.time.to === time.to,
  );
  const others = own.filter(
    (row) => !named.includes(row) && overlapOf(row.assignment.time, time) === actual,
  );
  return [...named, ...others];
}

function isAbout(violation: Violation, { date, office, staff, department }: Assignment): boolean {
  const { date: on } = violation;
  return (
    (on === null || on === date || on === isoWeekOf(date) || on === monthOf(date)) &&
    (violation.office ?? office) === office &&
    (violation.staff ?? staff) === staff &&
    // Of a person, the department is the employer, which need not be the one in the row.
    (violation.staff !== null || (violation.department ?? department) === department)
  );
}

function subjectColumn({ staff, office }: Violation): string {
  if (staff !== null) return "staff";
  return office !== null ? "office" : "date";
}
