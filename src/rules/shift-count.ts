import { monthOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import { count } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Nobody serves more evenings in a month than agreed.
 *
 * Formula: for each person and month, max(0, dates with evening work − max_evenings_month).
 * Edge: a person without a limit has none; time that the day opening covers is no evening work.
 */
export const shiftCount = defineRule({
  meta: {
    id: "shift-count",
    title: { en: "Evenings of a person", sv: "Kvällar per person" },
    statement: {
      en: "Nobody serves more evenings in a month than max_evenings_month.",
      sv: "Ingen tjänstgör fler kvällar i en månad än max_kvällar_månad.",
    },
    formula: "Σ over people and months: max(0, evenings served − max_evenings_month)",
    source: {
      en: "staff.csv: the agreement on the loan",
      sv: "staff.csv: överenskommelsen om lånet",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { evenings: 480 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const member of instance.theCase.staff) {
      if (member.maxEveningsMonth === null) continue;
      for (const [month, dates] of groupBy(instance.dates, monthOf)) {
        const duties = dates
          .flatMap((date) => candidates.of(member.id, date))
          .filter((duty) => duty.parts.some(({ kind }) => kind === "evening"));
        yield atMost(
          `${member.id} ${month}`,
          duties.map((duty) => [duty.variable, 1]),
          member.maxEveningsMonth,
          { scale: 1, unit: "evenings" },
        );
      }
    }
  },
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      const limit = member.maxEveningsMonth ?? Infinity;
      for (const [month, dates] of groupBy(rota.instance.dates, monthOf)) {
        const served = dates.filter((date) =>
          rota.of(member.id, date).some(({ kind }) => kind === "evening"),
        ).length;
        if (served <= limit) continue;
        yield {
          date: month,
          staff: member.id,
          actual: served,
          limit,
          amount: served - limit,
          unit: "evenings",
          message: {
            en: `${member.name} serves ${count(served, "evening", "evenings")} in ${month}; at most ${limit} are agreed.`,
            sv: `${member.name} tjänstgör ${count(served, "kväll", "kvällar")} i ${month}; högst ${limit} är avtalade.`,
          },
          advice: {
            en: "Give one of the evenings to somebody else.",
            sv: "Ge en av kvällarna till någon annan.",
          },
        };
      }
    }
  },
});
