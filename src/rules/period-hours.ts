import { monthOf } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { durationWords } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Nobody works more in a month than agreed.
 *
 * Formula: for each person and month, max(0, paid − max_hours_month).
 * Edge: a person without a monthly limit has none.
 */
export const periodHours = defineRule({
  meta: {
    id: "period-hours",
    title: { en: "Hours a month", sv: "Timmar per månad" },
    statement: {
      en: "Nobody has more paid hours in a month than max_hours_month.",
      sv: "Ingen har fler betalda timmar i en månad än max_timmar_månad.",
    },
    formula: {
      en: "Σ over people and months: max(0, paid − max_hours_month)",
      sv: "Σ över personer och månader: max(0, betald tid − max_timmar_månad)",
    },
    source: {
      en: "staff.csv: the agreement on the loan",
      sv: "staff.csv: överenskommelsen om lånet",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const member of instance.theCase.staff) {
      if (member.maxMinutesMonth === null) continue;
      for (const [month, dates] of groupBy(instance.dates, monthOf)) {
        const duties = dates.flatMap((date) => candidates.of(member.id, date));
        yield atMost(
          `${member.id} ${month}`,
          duties.map((duty) => [duty.variable, duty.paidMinutes]),
          member.maxMinutesMonth,
          { scale: 1, unit: "minutes" },
        );
      }
    }
  },
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      const limit = member.maxMinutesMonth ?? Infinity;
      for (const [month, dates] of groupBy(rota.instance.dates, monthOf)) {
        const paid = sum(dates, (date) => rota.paid(member.id, date));
        if (paid <= limit) continue;
        yield {
          date: month,
          staff: member.id,
          actual: paid,
          limit,
          amount: paid - limit,
          unit: "minutes",
          message: {
            en: `${member.name} works ${durationWords(paid)} in ${month}; at most ${durationWords(limit)} is agreed.`,
            sv: `${member.name} arbetar ${durationWords(paid)} i ${month}; högst ${durationWords(limit)} är avtalat.`,
          },
          advice: {
            en: "Give one of the duties to somebody else, or agree on more hours (max_hours_month).",
            sv: "Ge ett av passen till någon annan, eller avtala om fler timmar (max_timmar_månad).",
          },
        };
      }
    }
  },
});
