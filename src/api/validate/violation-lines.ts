import { type IsoDate, isIsoDate, isoWeekOf, monthOf } from "../../domain/calendar.js";
import { groupBy, memo } from "../../domain/collections.js";
import { overlapOf } from "../../domain/interval.js";
import type { Assignment } from "../../domain/rota.js";
import type { Violation } from "../../domain/violation.js";
import type { RotaReading } from "../../input/case/read-rota.js";

/** Where in a rota file a violation shows. */
export interface Culprits {
  /** Lines of the rows that it is about, in order; none when the rota has no such row. */
  readonly lines: readonly number[];
  /** Position of the cell that names its subject; null when the file has no such column. */
  readonly column: number | null;
}

type Rows = RotaReading["rows"];

/** The rows of a rota file by what violations are about, so that a long list of them is located in one go. */
export class CulpritFinder {
  private readonly byDate: ReadonlyMap<string, Rows>;
  private readonly byStaff: ReadonlyMap<string, Rows>;
  private readonly byStaffDate: ReadonlyMap<string, Rows>;
  private readonly byOffice: ReadonlyMap<string, Rows>;
  private readonly byOfficeDate: ReadonlyMap<string, Rows>;
  private readonly weekMemo = new Map<IsoDate, string>();

  constructor(private readonly read: RotaReading) {
    const { rows } = read;
    this.byDate = groupBy(rows, ({ assignment }) => assignment.date);
    this.byStaff = groupBy(rows, ({ assignment }) => assignment.staff);
    this.byStaffDate = groupBy(rows, ({ assignment: { staff, date } }) => `${date} ${staff}`);
    this.byOffice = groupBy(rows, ({ assignment }) => assignment.office);
    this.byOfficeDate = groupBy(rows, ({ assignment: { office, date } }) => `${date} ${office}`);
  }

  /**
   * The rows that a violation is about: of its date (or week, or month), office, person and time. Where nobody is at work at
   * that time, the rows of the same date and office are the nearest there is.
   */
  culpritsOf(violation: Violation): Culprits {
    const { columns } = this.read;
    const culprits =
      violation.rule === "staff-overlap" ? this.overlapping(violation) : this.aboutIt(violation);
    const lines = culprits.map(({ line }) => line).sort((a, b) => a - b);
    const column = columns.get(subjectColumn(violation)) ?? columns.get("date") ?? null;
    return { lines, column };
  }

  private aboutIt(violation: Violation): Rows {
    const about = this.near(violation).filter(({ assignment }) =>
      this.isAbout(violation, assignment),
    );
    const { time } = violation;
    const during = time && about.filter(({ assignment }) => overlapOf(assignment.time, time) > 0);
    return during && during.length > 0 ? during : about;
  }

  /** Few rows that hold all that the violation is about. */
  private near({ date, staff, office }: Violation): Rows {
    const onDate = date !== null && isIsoDate(date);
    if (onDate && staff !== null) return this.byStaffDate.get(`${date} ${staff}`) ?? [];
    if (staff !== null) return this.byStaff.get(staff) ?? [];
    if (onDate && office !== null) return this.byOfficeDate.get(`${date} ${office}`) ?? [];
    if (office !== null) return this.byOffice.get(office) ?? [];
    return onDate ? (this.byDate.get(date) ?? []) : this.read.rows;
  }

  /**
   * The two rows of a person that overlap, wherever the other one is: that of the violation's office and time, and those that
   * share as many minutes with it as the violation says.
   */
  private overlapping({ staff, date, office, time, actual }: Violation): Rows {
    if (time === null) return [];
    const own = this.byStaffDate.get(`${date} ${staff}`) ?? [];
    const named = own.filter(
      ({ assignment: row }) =>
        row.office === office && row.time.from === time.from && row.time.to === time.to,
    );
    const others = own.filter(
      (row) => !named.includes(row) && overlapOf(row.assignment.time, time) === actual,
    );
    return [...named, ...others];
  }

  private isAbout(violation: Violation, { date, office, staff, department }: Assignment): boolean {
    const { date: on } = violation;
    return (
      (on === null || on === date || on === monthOf(date) || on === this.weekOf(date)) &&
      (violation.office ?? office) === office &&
      (violation.staff ?? staff) === staff &&
      // Of a person, the department is the employer, which need not be the one in the row.
      (violation.staff !== null || (violation.department ?? department) === department)
    );
  }

  private weekOf(date: IsoDate): string {
    return memo(this.weekMemo, date, () => isoWeekOf(date));
  }
}

function subjectColumn({ staff, office }: Violation): string {
  if (staff !== null) return "staff";
  return office !== null ? "office" : "date";
}
