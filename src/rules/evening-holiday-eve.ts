import { eveOf } from "../domain/holiday-eves.js";
import { heldByDay } from "../domain/instance.js";
import { dateWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * No evening is held on the last weekday before certain holidays, when evening work is paid extra from 16:00.
 *
 * Formula: number of evenings held on the last Monday-to-Friday before trettondag jul, första maj, Kristi himmelsfärdsdag,
 * nationaldagen or alla helgons dag.
 * Edge: an evening that the day opening covers anyhow is no choice of the rota and is not counted.
 */
export const eveningHolidayEve = defineRule({
  meta: {
    id: "evening-holiday-eve",
    title: { en: "Evenings before holidays", sv: "Kvällar före helgdag" },
    statement: {
      en: "No evening is held on the weekday before Epiphany, the first of May, Ascension Day, the national day or All Saints' Day.",
      sv: "Kvällsöppet ligger inte på vardagen före trettondag jul, första maj, Kristi himmelsfärdsdag, nationaldagen eller alla helgons dag.",
    },
    formula: {
      en: "number of evenings held on the last weekday before one of the holidays",
      sv: "antal kvällar som hålls den sista vardagen före någon av helgdagarna",
    },
    source: {
      en: "Collective agreement AB, supplement for inconvenient hours from 16:00 (secondary source)",
      sv: "Kollektivavtalet AB, tillägg för obekväm arbetstid från klockan 16 (andrahandskälla)",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { evenings: 240 },
  },
  parameters: {},
  forbidsEvening(window) {
    return amountOf(eveOf(window.date) === null ? 0 : 1, "evenings");
  },
  *check(rota) {
    for (const office of rota.instance.theCase.offices) {
      for (const window of rota.windows(office.id)) {
        const holiday = eveOf(window.date);
        if (holiday === null || heldByDay(window) || !rota.isHeld(window)) continue;
        const day = dateWords(window.date);
        yield {
          date: window.date,
          office: office.id,
          time: window.time,
          actual: 1,
          limit: 0,
          amount: 1,
          unit: "evenings",
          message: {
            en: `${office.name} has an evening on ${day.en}, the weekday before ${holiday.en}.`,
            sv: `${office.name} har kvällsöppet ${day.sv}, vardagen före ${holiday.sv}.`,
          },
          advice: {
            en: "Move the evening to another date.",
            sv: "Flytta kvällen till ett annat datum.",
          },
        };
      }
    }
  },
});
