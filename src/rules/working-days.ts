import type { IsoDate } from "../domain/calendar.js";
import { addDays } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import { earlierAssignments } from "../domain/rota-view.js";
import type { Candidates, Term } from "./rule.js";

/** How far back a row of the history must lie at the most for the history to say who worked just before the period. */
const REACH_DAYS = 7;

/** Terms whose sum is 1 when the person works on the date and 0 otherwise. */
export function workTerms(candidates: Candidates, staff: string, date: IsoDate): Term[] {
  return candidates.of(staff, date).map((duty): Term => [duty.variable, 1]);
}

/** The dates of the history on which each person worked. */
export function earlierWorkDates(instance: Instance): Map<string, Set<IsoDate>> {
  const dates = new Map<string, Set<IsoDate>>();
  for (const { staff, date } of earlierAssignments(instance)) {
    const own = dates.get(staff);
    if (own) own.add(date);
    else dates.set(staff, new Set([date]));
  }
  return dates;
}

/** True when the history tells of the days just before the period. */
export function historyReaches(instance: Instance): boolean {
  const from = addDays(instance.period.first, -REACH_DAYS);
  return earlierAssignments(instance).some(({ date }) => date >= from);
}

/** `count` dates from `first` on. */
export function datesFrom(first: IsoDate, count: number): IsoDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
