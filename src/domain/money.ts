import type { IsoMonth } from "./calendar.js";
import { sum } from "./collections.js";
import type { Instance } from "./instance.js";

const MONTHS_OF_YEAR = 12;
const ORE = 100;

/** Öre for an hour of a person who is lent by a department: the person's own, else the department's; null: not known. */
export function hourlyCost(instance: Instance, staff: string, department: string): number | null {
  const lender = instance.theCase.departments.find(({ id }) => id === department);
  return instance.member(staff)?.hourlyCost ?? lender?.hourlyCost ?? null;
}

/**
 * Whole kronor of paid minutes, rounded a day and person so that a sum of days is the same everywhere.
 *
 * @param hourly öre an hour
 * @param contribution the employer's contribution on top, in hundredths of a percent
 */
export function kronor(minutes: number, hourly: number, contribution: number): number {
  return Math.round((minutes * hourly * (10_000 + contribution)) / (60 * 10_000 * ORE));
}

/**
 * Whole kronor that budget.csv has for the staff of a month: the month's own rows, else a twelfth of the year's; of a month
 * that is cut, its part.
 */
export function staffBudget(instance: Instance, month: IsoMonth): number | null {
  const whole = wholeBudget(instance, month);
  return whole === null ? null : instance.partOf(whole, month);
}

function wholeBudget({ theCase }: Instance, month: IsoMonth): number | null {
  const staff = theCase.budget.filter(({ item }) => item === "staff");
  const monthly = staff.filter((row) => row.month === month);
  if (monthly.length > 0) return Math.floor(sum(monthly, ({ amount }) => amount) / ORE);
  const yearly = staff.filter((row) => row.year === Number(month.slice(0, 4)));
  if (yearly.length === 0) return null;
  return Math.floor(sum(yearly, ({ amount }) => amount) / (MONTHS_OF_YEAR * ORE));
}
