import type { BudgetRow } from "../../src/domain/case.js";
import { monthlyBudget } from "../../src/rules/monthly-budget.js";
import { available, member, office } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const budget = (kronor: number, more: Partial<BudgetRow> = {}): BudgetRow => ({
  month: "2026-12",
  year: null,
  item: "staff",
  amount: kronor * 100,
  ...more,
});
/** 6 h 30 min at 300 kr and 44.53 % on top are 2 818 kr; at the department's 100 kr, 939 kr. */
const costing = (...rows: BudgetRow[]) => ({
  offices: [office("valbo")],
  staff: [member("anna", { hourlyCost: 30_000 }), member("bo")],
  availability: [available("anna"), available("bo", {}, "00:00-24:00", { department: "social" })],
  departments: [
    {
      id: "social",
      name: "Socialtjänsten",
      minMinutesMonth: null,
      maxMinutesMonth: null,
      share: null,
      hourlyCost: 10_000,
    },
  ],
  budget: rows,
});
const day = (staff: string, date = first) => `${date} valbo day 09:00-16:00 ${staff}`;
const broken = { date: "2026-12", unit: "kronor" } as const;
const yearly = (kronor: number) => budget(kronor, { month: null, year: 2026 });

testRule(monthlyBudget, {
  keeps: [
    { name: "all of the budget", tables: costing(budget(2818)), first, rota: [day("anna")] },
    {
      name: "a twelfth of the year's",
      tables: costing(yearly(12 * 2818)),
      first,
      rota: [day("anna")],
    },
    { name: "no budget", tables: costing(), first, rota: [day("anna")] },
    {
      name: "other items, months and years ask for nothing",
      tables: costing(
        budget(1, { item: "premises" }),
        budget(1, { month: "2026-11" }),
        budget(1, { month: null, year: 2027 }),
      ),
      first,
      rota: [day("anna")],
    },
    {
      name: "no contribution",
      tables: {
        ...costing(budget(1950)),
        ruleSettings: [setting("monthly-budget", "employer_contribution", 0)],
      },
      first,
      rota: [day("anna")],
    },
    {
      name: "the month's own budget before the year's",
      tables: costing(budget(2818), yearly(12)),
      first,
      rota: [day("anna")],
    },
  ],
  breaks: [
    {
      name: "a krona over",
      tables: costing(budget(2817)),
      first,
      rota: [day("anna")],
      findings: [{ ...broken, actual: 2818, limit: 2817, amount: 1 }],
    },
    {
      name: "a krona over a twelfth of the year's, which is rounded down",
      tables: costing(yearly(12 * 2818 - 1)),
      first,
      rota: [day("anna")],
      findings: [{ ...broken, actual: 2818, limit: 2817, amount: 1 }],
    },
    {
      name: "people at their own and at their department's cost",
      tables: costing(budget(2000), budget(1000)),
      rota: [day("anna"), day("bo", "2026-12-02")],
      findings: [{ ...broken, actual: 3757, limit: 3000, amount: 757 }],
    },
  ],
});
