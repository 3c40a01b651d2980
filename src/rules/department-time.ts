import type { IsoDate } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { minutesOf, union } from "../domain/interval.js";
import { paidOn } from "../domain/paid-time.js";
import type { RotaView } from "../domain/rota-view.js";

/** A department's part of one person's working day. */
export interface DepartmentDay {
  readonly department: string;
  readonly paid: number;
  readonly present: number;
}

/** What a person's rows of a date are worth to each department that lends them: each department's rows by themselves. */
export function departmentDays(rota: RotaView, staff: string, date: IsoDate): DepartmentDay[] {
  const byDepartment = groupBy(rota.of(staff, date), (row) => row.department);
  return [...byDepartment].map(([department, rows]) => ({
    department,
    paid: paidOn(rota.instance, rows, rota.breaks),
    present: sum(union(rows.map(({ time }) => time)), minutesOf),
  }));
}

/** The sum over all people and the given dates of a department's part. */
export function departmentTotal(
  rota: RotaView,
  dates: readonly IsoDate[],
  department: string,
  measure: "paid" | "present",
): number {
  return sum(rota.instance.theCase.staff, ({ id }) =>
    sum(dates, (date) =>
      sum(departmentDays(rota, id, date), (own) =>
        own.department === department ? own[measure] : 0,
      ),
    ),
  );
}
