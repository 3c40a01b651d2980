import type { IsoDate } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { minutesOf, union } from "../domain/interval.js";
import { paidOn } from "../domain/paid-time.js";
import type { RotaView, WorkDay } from "../domain/rota-view.js";

/** A department's part of one person's working day. */
export interface DepartmentDay {
  readonly department: string;
  readonly paid: number;
  readonly present: number;
}

/** What a person's working day is worth to each department that lends the person: each department's rows by themselves. */
export function departmentDays(rota: RotaView, day: WorkDay): DepartmentDay[] {
  const [first, ...others] = day.rows;
  if (first && others.every(({ department }) => department === first.department)) {
    return [
      { department: first.department, paid: day.paid, present: sum(day.presence, minutesOf) },
    ];
  }
  const byDepartment = groupBy(day.rows, (row) => row.department);
  return [...byDepartment].map(([department, rows]) => ({
    department,
    paid: paidOn(rota.instance, rows, rota.breaks),
    present: sum(union(rows.map(({ time }) => time)), minutesOf),
  }));
}

/** Each department's minutes over all people and the given dates of the period. */
export function departmentTotals(
  rota: RotaView,
  dates: readonly IsoDate[],
  measure: "paid" | "present",
): Map<string, number> {
  const totals = new Map<string, number>();
  const inside = new Set(dates);
  for (const { id } of rota.instance.theCase.staff) {
    for (const day of rota.workDays(id)) {
      if (!inside.has(day.date)) continue;
      for (const own of departmentDays(rota, day)) {
        totals.set(own.department, (totals.get(own.department) ?? 0) + own[measure]);
      }
    }
  }
  return totals;
}
