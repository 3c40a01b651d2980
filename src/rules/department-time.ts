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

/** Each department's minutes over all people and the given dates. */
export function departmentTotals(
  rota: RotaView,
  dates: readonly IsoDate[],
  measure: "paid" | "present",
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { id } of rota.instance.theCase.staff) {
    for (const date of dates) {
      for (const own of departmentDays(rota, id, date)) {
        totals.set(own.department, (totals.get(own.department) ?? 0) + own[measure]);
      }
    }
  }
  return totals;
}
