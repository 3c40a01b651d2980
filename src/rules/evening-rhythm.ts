import type { Weekday } from "../domain/calendar.js";
import { weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import { heldByDay } from "../domain/instance.js";
import { count, weekdayName } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * An office's evenings keep to the same weekdays, so that citizens can learn them.
 *
 * Formula: for each office, max(0, different weekdays with an evening − `max_weekdays`).
 * Edges: evenings that the day opening covers are no choice and not counted; off by default, since more weekdays reach
 * more citizens.
 */
export const eveningRhythm = defineRule({
  meta: {
    id: "evening-rhythm",
    title: { en: "Rhythm of evenings", sv: "Kvällarnas rytm" },
    statement: {
      en: "The evenings of an office lie on no more than max_weekdays different weekdays.",
      sv: "Ett kontors kvällar ligger på högst max_weekdays olika veckodagar.",
    },
    formula: {
      en: "Σ over offices: max(0, different weekdays with an evening − max_weekdays)",
      sv: "Σ över kontor: max(0, olika veckodagar med kväll − max_weekdays)",
    },
    source: {
      en: "Förvaltningslagen (2017:900) 7 §: easy to reach; practice",
      sv: "Förvaltningslagen (2017:900) 7 §: lätt att nå; praxis",
    },
    severity: "off",
    alwaysHard: false,
    weights: { weekdays: 240 },
  },
  parameters: {
    max_weekdays: {
      kind: "integer",
      default: 1,
      min: 1,
      max: 7,
      meaning: {
        en: "Most different weekdays of an office's evenings",
        sv: "Flest olika veckodagar för ett kontors kvällar",
      },
      source: {
        en: "Practice: always the same weekday (2026-11)",
        sv: "Praxis: alltid samma veckodag (2026-11)",
      },
    },
  },
  *constrain(candidates, { max_weekdays }) {
    const { instance } = candidates;
    for (const office of instance.theCase.offices) {
      const terms = [...groupBy(instance.dates, weekdayOf)].flatMap(([weekday, dates]) =>
        candidates.anyOf(
          `evening of ${office.id} on weekday ${weekday}`,
          dates
            .flatMap((date) => candidates.at(office.id, date))
            .filter(({ parts }) => parts.some(({ kind }) => kind === "evening")),
        ),
      );
      yield atMost(office.id, terms, max_weekdays, { scale: 1, unit: "weekdays" });
    }
  },
  *check(rota, { max_weekdays }) {
    for (const office of rota.instance.theCase.offices) {
      const held = rota
        .windows(office.id)
        .filter((window) => !heldByDay(window) && rota.isHeld(window));
      const weekdays = [...new Set(held.map(({ date }) => weekdayOf(date)))].sort();
      if (weekdays.length <= max_weekdays) continue;
      const names = (lang: "en" | "sv") => weekdays.map((day: Weekday) => weekdayName(day)[lang]);
      yield {
        office: office.id,
        actual: weekdays.length,
        limit: max_weekdays,
        amount: weekdays.length - max_weekdays,
        unit: "weekdays",
        message: {
          en: `${office.name} has evenings on ${count(weekdays.length, "weekday", "different weekdays")} (${names("en").join(", ")}); at most ${max_weekdays} are wanted.`,
          sv: `${office.name} har kvällsöppet på ${count(weekdays.length, "veckodag", "olika veckodagar")} (${names("sv").join(", ")}); högst ${max_weekdays} önskas.`,
        },
        advice: {
          en: "Move an evening to one of the other weekdays.",
          sv: "Flytta en kväll till någon av de andra veckodagarna.",
        },
      };
    }
  },
});
