import { weekdayOf } from "../domain/calendar.js";
import { heldByDay, onAllowedWeekday } from "../domain/instance.js";
import { dateWords, weekdayName } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * Evenings are held on the weekdays that the office allows.
 *
 * Formula: number of evenings held on another weekday.
 * Edge: an evening that the day opening covers anyhow is no choice of the rota and is not counted.
 */
export const eveningWeekday = defineRule({
  meta: {
    id: "evening-weekday",
    title: { en: "Evening weekdays", sv: "Veckodagar för kvällsöppet" },
    statement: {
      en: "Evening openings lie on the weekdays allowed in evenings.csv.",
      sv: "Kvällsöppet ligger på de veckodagar som evenings.csv tillåter.",
    },
    formula: {
      en: "number of evenings held on a weekday that is not allowed",
      sv: "antal kvällar som hålls på en veckodag som inte är tillåten",
    },
    source: { en: "evenings.csv", sv: "evenings.csv" },
    severity: "hard",
    alwaysHard: false,
    weights: { evenings: 480 },
  },
  parameters: {},
  forbidsEvening(window) {
    return amountOf(onAllowedWeekday(window) ? 0 : 1, "evenings");
  },
  *check(rota) {
    for (const office of rota.instance.theCase.offices) {
      for (const window of rota.windows(office.id)) {
        const { weekdays } = window.requirement;
        if (heldByDay(window) || !rota.isHeld(window)) continue;
        if (weekdays.some((weekday) => weekday === weekdayOf(window.date))) continue;
        const day = dateWords(window.date);
        const allowed = (lang: "en" | "sv") => weekdays.map((w) => weekdayName(w)[lang]).join(", ");
        yield {
          date: window.date,
          office: office.id,
          time: window.time,
          actual: 1,
          limit: 0,
          amount: 1,
          unit: "evenings",
          message: {
            en: `${office.name} has an evening on ${day.en}; allowed weekdays: ${allowed("en")}.`,
            sv: `${office.name} har kvällsöppet ${day.sv}; tillåtna veckodagar: ${allowed("sv")}.`,
          },
          advice: {
            en: "Move the evening, or allow the weekday in evenings.csv.",
            sv: "Flytta kvällen, eller tillåt veckodagen i evenings.csv.",
          },
        };
      }
    }
  },
});
