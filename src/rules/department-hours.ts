import { datesOf, monthOf, periodOfMonth } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import { durationWords } from "../domain/words.js";
import { departmentTotals } from "./department-time.js";
import type { Term } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Each department lends as many hours in a month as it has agreed to.
 *
 * Formula: for each department and month, max(0, paid − max_hours_month) + max(0, min_hours_month − paid).
 * Edges: a duty counts for the department that lends the person then; a month cut by the edge of the period owes no hours;
 * a department without a number has no such limit.
 */
export const departmentHours = defineRule({
  meta: {
    id: "department-hours",
    title: { en: "Hours of a department", sv: "Förvaltningens timmar" },
    statement: {
      en: "Each department lends at least min_hours_month and at most max_hours_month in a month.",
      sv: "Varje förvaltning lånar ut minst minst_timmar_månad och högst högst_timmar_månad i en månad.",
    },
    formula: {
      en: "Σ over departments and months: max(0, paid − max_hours_month) + max(0, min_hours_month − paid)",
      sv: "Σ över förvaltningar och månader: max(0, betald tid − högst_timmar_månad) + max(0, minst_timmar_månad − betald tid)",
    },
    source: {
      en: "departments.csv: the agreement on the loan",
      sv: "departments.csv: överenskommelsen om lånet",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    const measure = { scale: 1, unit: "minutes" } as const;
    for (const { id, minMinutesMonth, maxMinutesMonth } of instance.theCase.departments) {
      if (minMinutesMonth === null && maxMinutesMonth === null) continue;
      const own = candidates.duties.filter(({ department }) => department === id);
      for (const [month, dates] of groupBy(instance.dates, monthOf)) {
        const terms = own
          .filter(({ date }) => monthOf(date) === month)
          .map((duty): Term => [duty.variable, duty.paidMinutes]);
        if (maxMinutesMonth !== null) {
          yield atMost(
            { department: id, date: month, part: "most" },
            terms,
            maxMinutesMonth,
            measure,
          );
        }
        if (minMinutesMonth !== null && isWhole(month, dates)) {
          yield atLeast(
            { department: id, date: month, part: "least" },
            terms,
            minMinutesMonth,
            measure,
          );
        }
      }
    }
  },
  *check(rota) {
    const { theCase, dates: all } = rota.instance;
    for (const [month, dates] of groupBy(all, monthOf)) {
      const totals = departmentTotals(rota, dates, "paid");
      for (const { id, name, minMinutesMonth, maxMinutesMonth } of theCase.departments) {
        const paid = totals.get(id) ?? 0;
        const subject = { date: month, department: id, actual: paid, unit: "minutes" } as const;
        if (maxMinutesMonth !== null && paid > maxMinutesMonth) {
          const limit = durationWords(maxMinutesMonth);
          yield {
            ...subject,
            limit: maxMinutesMonth,
            amount: paid - maxMinutesMonth,
            message: {
              en: `${name} lends ${durationWords(paid)} in ${month}; at most ${limit} are agreed.`,
              sv: `${name} lånar ut ${durationWords(paid)} i ${month}; högst ${limit} är avtalade.`,
            },
            advice: {
              en: "Give some of its duties to another department, or agree on more hours.",
              sv: "Ge några av passen till en annan förvaltning, eller avtala om fler timmar.",
            },
          };
        }
        if (minMinutesMonth !== null && isWhole(month, dates) && paid < minMinutesMonth) {
          const limit = durationWords(minMinutesMonth);
          yield {
            ...subject,
            limit: minMinutesMonth,
            amount: minMinutesMonth - paid,
            message: {
              en: `${name} lends ${durationWords(paid)} in ${month}; at least ${limit} are agreed.`,
              sv: `${name} lånar ut ${durationWords(paid)} i ${month}; minst ${limit} är avtalade.`,
            },
            advice: {
              en: "Ask the department for more available time, or lower min_hours_month.",
              sv: "Be förvaltningen om mer tillgänglig tid, eller sänk minst_timmar_månad.",
            },
          };
        }
      }
    }
  },
});

/** True when the dates are all of the month. */
function isWhole(month: string, dates: readonly string[]): boolean {
  return dates.length === datesOf(periodOfMonth(month)).length;
}
