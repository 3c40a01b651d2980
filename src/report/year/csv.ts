import type { Language } from "../../domain/text.js";
import type { Year, YearMonth, YearPerson } from "../../outputs/year.js";
import { type Columns, csv } from "../csv.js";

/** year.csv: the months at a glance, one row each; last a column of evenings held for each office. */
export function yearCsv(year: Year, language: Language): string {
  const evenings: Columns<YearMonth> = Object.fromEntries(
    year.offices.map(({ office }) => [
      `evenings_${office}`,
      ({ evenings: held }: YearMonth) => held.get(office)?.eveningsHeld ?? null,
    ]),
  );
  return csv({ ...MONTH, ...evenings }, year.months, language);
}

/** year-people.csv: everybody's evenings, month by month, against the fair share. */
export function yearPeopleCsv(year: Year, language: Language): string {
  const months: Columns<YearPerson> = Object.fromEntries(
    year.months.map(({ month }, i) => [month, ({ evenings }: YearPerson) => evenings[i] ?? null]),
  );
  const columns: Columns<YearPerson> = {
    staff: (row) => row.staff,
    department: (row) => row.department,
    fte: (row) => row.fte,
    before: (row) => row.before,
    ...months,
    after: (row) => row.after,
    share: (row) => row.share,
    balance: (row) => row.balance,
  };
  return csv(columns, year.people, language);
}

const MONTH: Columns<YearMonth> = {
  month: (row) => row.month,
  hard_violations: (row) => row.hardViolations,
  soft_violations: (row) => row.softViolations,
  evenings_required: (row) => row.eveningsRequired,
  evenings_held: (row) => row.eveningsHeld,
  hours: (row) => Math.round((row.paidMinutes * 100) / 60) / 100,
  cost: (row) => row.cost,
  budget: (row) => row.budget,
  holidays: (row) => row.holidays.map(([date]) => date).join("|"),
  squeeze_days: (row) => row.squeezeDays.join("|"),
  fewest_at_work: (row) => row.fewestAtWork,
  evening_spread: (row) => row.spread,
  termination: (row) => row.termination,
  gap: (row) => Math.round(row.gap * 1e4) / 1e4,
};
