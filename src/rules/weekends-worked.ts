import type { IsoDate } from "../domain/calendar.js";
import { addDays, weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { count } from "../domain/words.js";
import { idWord } from "./row-subject.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Nobody works too many weekends.
 *
 * Formula: for each person, max(0, weekends with work − `max`); a weekend counts once, whether its Saturday, its Sunday or
 * both are worked.
 * Edges: a weekend cut by the edge of the period counts by its day inside; the history is not counted; max_weekends of a
 * person in staff.csv goes before the parameter.
 */
export const weekendsWorked = defineRule({
  meta: {
    id: "weekends-worked",
    title: { en: "Weekends worked", sv: "Arbetade helger" },
    statement: {
      en: "Nobody works on more than max weekends of the period; max_weekends of staff.csv goes first.",
      sv: "Ingen arbetar fler än max helger under perioden; max_helger i staff.csv går före.",
    },
    formula: {
      en: "Σ over people: max(0, weekends with work on Saturday or Sunday − max)",
      sv: "Σ över personer: max(0, helger med arbete på lördag eller söndag − max)",
    },
    source: {
      en: "Local agreement: every second or third weekend is usual",
      sv: "Lokalt avtal: varannan eller var tredje helg är vanligt",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { weekends: 960 },
  },
  parameters: {
    max: {
      kind: "integer",
      default: 53,
      min: 0,
      max: 53,
      meaning: {
        en: "Most weekends with work in the period; 53: no limit",
        sv: "Flest helger med arbete under perioden; 53: ingen gräns",
      },
      source: {
        en: "No default in law: 53 asks for nothing",
        sv: "Inget värde i lag: 53 kräver ingenting",
      },
    },
  },
  *constrain(candidates, { max }) {
    const weekends = weekendsOf(candidates.instance);
    for (const { id, limits } of candidates.instance.theCase.staff) {
      const most = limits.maxWeekends ?? max;
      if (weekends.size <= most) continue;
      const terms = [...weekends].flatMap(([saturday, dates]) =>
        candidates.anyOf(
          `${idWord(id)} works the weekend of ${saturday}`,
          dates.flatMap((date) => candidates.of(id, date)),
        ),
      );
      yield atMost({ staff: id }, terms, most, { scale: 1, unit: "weekends" });
    }
  },
  *check(rota, { max }) {
    const weekends = weekendsOf(rota.instance);
    for (const { id, name, limits } of rota.instance.theCase.staff) {
      const most = limits.maxWeekends ?? max;
      const worked = [...weekends.values()].filter((dates) =>
        dates.some((date) => rota.of(id, date).length > 0),
      ).length;
      if (worked <= most) continue;
      yield {
        staff: id,
        actual: worked,
        limit: most,
        amount: worked - most,
        unit: "weekends",
        message: {
          en: `${name} works ${count(worked, "weekend", "weekends")}; at most ${most} are allowed.`,
          sv: `${name} arbetar ${count(worked, "helg", "helger")}; högst ${most} är tillåtna.`,
        },
        advice: {
          en: "Give one of the weekends to somebody else.",
          sv: "Ge en av helgerna till någon annan.",
        },
      };
    }
  },
});

/** Saturdays and Sundays of the period, by the weekend's Saturday. */
function weekendsOf(instance: Instance): Map<IsoDate, IsoDate[]> {
  return groupBy(
    instance.dates.filter((date) => weekdayOf(date) >= 6),
    (date) => addDays(date, 6 - weekdayOf(date)),
  );
}
