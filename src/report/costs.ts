import type { IsoMonth } from "../domain/calendar.js";
import { sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { paidOn } from "../domain/paid-time.js";
import type { Assignment } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { RuleInForce } from "./report.js";

const MONTHS_OF_YEAR = 12;
const ORE = 100;

/** Öre for an hour of a person who is lent by a department: the person's own, else the department's; null: not known. */
export function hourlyCost(instance: Instance, staff: string, department: string): number | null {
  const lender = instance.theCase.departments.find(({ id }) => id === department);
  return instance.member(staff)?.hourlyCost ?? lender?.hourlyCost ?? null;
}

/**
 * Whole kronor of one person's rows of one date and department, rounded a day as the rule `monthly-budget` does, so that
 * the figures of the report are those of its violations; null: the hourly cost is not known.
 */
export function dayCost(
  rota: RotaView,
  rows: readonly Assignment[],
  contribution: number,
): number | null {
  const [first] = rows;
  if (!first) return 0;
  const hourly = hourlyCost(rota.instance, first.staff, first.department);
  if (hourly === null) return null;
  const paid = paidOn(rota.instance, rows, rota.breaks);
  return Math.round((paid * hourly * (10_000 + contribution)) / (60 * 10_000 * ORE));
}

/** Whole kronor that budget.csv has for the staff of a month: the month's own rows, else a twelfth of the year's. */
export function staffBudget({ theCase }: Instance, month: IsoMonth): number | null {
  const staff = theCase.budget.filter(({ item }) => item === "staff");
  const monthly = staff.filter((row) => row.month === month);
  if (monthly.length > 0) return Math.floor(sum(monthly, ({ amount }) => amount) / ORE);
  const yearly = staff.filter((row) => row.year === Number(month.slice(0, 4)));
  if (yearly.length === 0) return null;
  return Math.floor(sum(yearly, ({ amount }) => amount) / (MONTHS_OF_YEAR * ORE));
}

/** The employer's contribution in hundredths of a percent by the rules in force; 0 when no budget is looked at. */
export function contributionOf(rules: readonly RuleInForce[]): number {
  const budget = rules.find(({ id }) => id === "monthly-budget");
  return Number(budget?.parameters.employer_contribution ?? 0);
}
