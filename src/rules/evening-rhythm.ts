import type { Weekday } from "../domain/calendar.js";
import { addDays, weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { heldByDay } from "../domain/instance.js";
import { earlierEvenings } from "../domain/rota-view.js";
import { count, weekdayName } from "../domain/words.js";
import { idWord } from "./row-subject.js";
import { atMost, defineRule } from "./rule.js";

/**
 * An office's evenings keep to the same weekdays, month after month, so that citizens can learn them.
 *
 * Formula: for each office, max(0, different weekdays with an evening that are not known − (`max_weekdays` − known)), where
 * known are the weekdays, at most `max_weekdays`, on which the history's last `weeks` weeks had most of its evenings.
 * With 1 and Tuesdays in the history, one Wednesday breaks the rule by one, also when there is no Tuesday besides.
 * Edges: without history any `max_weekdays` weekdays will do; of weekdays with equally many evenings the earlier in the week
 * is known; evenings that the day opening covers are no choice and not counted; off by default, since more weekdays reach
 * more citizens.
 */
export const eveningRhythm = defineRule({
  meta: {
    id: "evening-rhythm",
    title: { en: "Rhythm of evenings", sv: "Kvällarnas rytm" },
    statement: {
      en: "The evenings of an office lie on no more than max_weekdays different weekdays, the same ones month after month.",
      sv: "Ett kontors kvällar ligger på högst max_weekdays olika veckodagar, desamma månad efter månad.",
    },
    formula: {
      en: "Σ over offices: max(0, weekdays with an evening beyond the known ones − (max_weekdays − known ones)); known: at most max_weekdays, those with most evenings in the last weeks",
      sv: "Σ över kontor: max(0, veckodagar med kväll utöver de kända − (max_weekdays − de kända)); kända: högst max_weekdays, de med flest kvällar de senaste veckorna",
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
    weeks: {
      kind: "integer",
      default: 8,
      min: 0,
      max: 52,
      meaning: {
        en: "Weeks before the period that citizens have learnt the weekdays from",
        sv: "Antal veckor före perioden som invånarna har lärt sig veckodagarna av",
      },
      source: { en: "Practice: two months (2026-11)", sv: "Praxis: två månader (2026-11)" },
    },
  },
  *constrain(candidates, { max_weekdays, weeks }) {
    const { instance } = candidates;
    for (const office of instance.theCase.offices) {
      const known = knownWeekdays(instance, office.id, max_weekdays, weeks);
      const others = [...groupBy(instance.dates, weekdayOf)].filter(
        ([day]) => !known.includes(day),
      );
      const terms = others.flatMap(([weekday, dates]) =>
        candidates.anyOf(
          `evening of ${idWord(office.id)} on weekday ${weekday}`,
          dates
            .flatMap((date) => candidates.at(office.id, date))
            .filter(({ parts }) => parts.some(({ kind }) => kind === "evening")),
        ),
      );
      yield atMost({ office: office.id }, terms, max_weekdays - known.length, {
        scale: 1,
        unit: "weekdays",
      });
    }
  },
  *check(rota, { max_weekdays, weeks }) {
    for (const office of rota.instance.theCase.offices) {
      const held = rota
        .windows(office.id)
        .filter((window) => !heldByDay(window) && rota.isHeld(window));
      const weekdays = [...new Set(held.map(({ date }) => weekdayOf(date)))].sort();
      const known = knownWeekdays(rota.instance, office.id, max_weekdays, weeks);
      const strange = weekdays.filter((day) => !known.includes(day)).length;
      const amount = strange - (max_weekdays - known.length);
      if (amount <= 0) continue;
      const names = (lang: "en" | "sv", days: readonly Weekday[]) =>
        days.map((day) => weekdayName(day)[lang]).join(", ");
      const before = (lang: "en" | "sv", words: string) =>
        known.length === 0 ? "" : ` (${words}: ${names(lang, known)})`;
      yield {
        office: office.id,
        actual: weekdays.length,
        limit: max_weekdays,
        amount,
        unit: "weekdays",
        message: {
          en: `${office.name} has evenings on ${count(weekdays.length, "weekday", "different weekdays")} (${names("en", weekdays)}); at most ${max_weekdays} are wanted, month after month${before("en", "lately")}.`,
          sv: `${office.name} har kvällsöppet på ${count(weekdays.length, "veckodag", "olika veckodagar")} (${names("sv", weekdays)}); högst ${max_weekdays} önskas, månad efter månad${before("sv", "på sistone")}.`,
        },
        advice: {
          en: "Move an evening to one of the other weekdays.",
          sv: "Flytta en kväll till någon av de andra veckodagarna.",
        },
      };
    }
  },
});

/** The weekdays, at most so many, on which the office has lately had most of its evenings. */
function knownWeekdays(
  instance: Instance,
  office: string,
  most: number,
  weeks: number,
): readonly Weekday[] {
  const from = addDays(instance.period.first, -7 * weeks);
  const dates = earlierEvenings(instance, office).filter((date) => date >= from);
  return [...groupBy(dates, weekdayOf)]
    .sort(([a, first], [b, second]) => second.length - first.length || a - b)
    .slice(0, most)
    .map(([weekday]) => weekday)
    .sort();
}
