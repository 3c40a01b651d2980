import { monthOf } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { hourlyCost, kronor, staffBudget } from "../domain/money.js";
import { departmentDays } from "./department-time.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * The staff of a month costs no more than the budget has for it.
 *
 * Formula: for each month, max(0, cost − budget), in whole kronor. The cost of a person's working day is paid hours ×
 * hourly_cost × (1 + employer_contribution), rounded to whole kronor a day; the budget is the item `staff` of the month in
 * budget.csv, else a twelfth of the year's, rounded down.
 * Edges: hourly_cost is the person's own, else that of the department that lends the person then, else nothing. A month
 * that has no budget has no limit.
 */
export const monthlyBudget = defineRule({
  meta: {
    id: "monthly-budget",
    title: { en: "Staff budget", sv: "Personalbudget" },
    statement: {
      en: "The paid hours of a month cost no more than the budget for staff.",
      sv: "Månadens betalda timmar kostar inte mer än budgeten för personal.",
    },
    formula: {
      en: "Σ over months: max(0, Σ paid hours × hourly_cost × (1 + employer_contribution) − budget)",
      sv: "Σ över månader: max(0, Σ betalda timmar × timkostnad × (1 + employer_contribution) − budget)",
    },
    source: {
      en: "budget.csv; the assignment: 2.0 mnkr a year for staff",
      sv: "budget.csv; uppdraget: 2,0 mnkr per år till personal",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { kronor: 1 },
  },
  parameters: {
    employer_contribution: {
      kind: "integer",
      default: 4453,
      min: 0,
      max: 10_000,
      meaning: {
        en: "Employer's contribution in hundredths of a percent; 0 when hourly_cost includes it",
        sv: "Personalomkostnadspålägg i hundradels procent; 0 när timkostnad redan innehåller det",
      },
      source: {
        en: "Municipal employer's contribution 44.53 % (2023, secondary source)",
        sv: "Kommunernas arbetsgivaravgift 44,53 % (2023, sekundärkälla)",
      },
    },
  },
  *constrain(candidates, { employer_contribution }) {
    const { instance } = candidates;
    for (const month of groupBy(instance.dates, monthOf).keys()) {
      const budget = staffBudget(instance, month);
      if (budget === null) continue;
      const terms = candidates.duties
        .filter(({ date }) => monthOf(date) === month)
        .map((duty): Term => {
          const { staff, department, paidMinutes } = duty;
          const hourly = hourlyCost(instance, staff, department) ?? 0;
          return [duty.variable, kronor(paidMinutes, hourly, employer_contribution)];
        });
      yield atMost({ date: month }, terms, budget, { scale: 1, unit: "kronor" });
    }
  },
  *check(rota, { employer_contribution }) {
    const { instance } = rota;
    for (const [month, dates] of groupBy(instance.dates, monthOf)) {
      const budget = staffBudget(instance, month);
      if (budget === null) continue;
      const inside = new Set(dates);
      const cost = sum(instance.theCase.staff, ({ id }) =>
        sum(rota.workDays(id), (day) =>
          sum(inside.has(day.date) ? departmentDays(rota, day) : [], ({ department, paid }) =>
            kronor(paid, hourlyCost(instance, id, department) ?? 0, employer_contribution),
          ),
        ),
      );
      if (cost <= budget) continue;
      yield {
        date: month,
        actual: cost,
        limit: budget,
        amount: cost - budget,
        unit: "kronor",
        message: {
          en: `The staff of ${month} costs ${cost} kr; the budget is ${budget} kr.`,
          sv: `Personalen i ${month} kostar ${cost} kr; budgeten är ${budget} kr.`,
        },
        advice: {
          en: "Shorten opening hours or lower min_staff, or raise the budget.",
          sv: "Korta öppettiderna eller sänk minst_personal, eller höj budgeten.",
        },
      };
    }
  },
});
