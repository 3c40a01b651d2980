import { coverOver } from "../domain/cover.js";
import { heldByDay, onAllowedWeekday } from "../domain/instance.js";
import { contains, minutesOf } from "../domain/interval.js";
import { count, dateWords, timeWords } from "../domain/words.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * An evening that is held is staffed all the time: by default nobody is alone.
 *
 * Formula: for each evening held, Σ over its time: max(0, min_staff − people present) × minutes.
 * When the rule is hard, an evening with too few people is not held at all: nobody is left alone, and evening-count
 * reports the evening that is missing. Edge: an evening that the day opening covers needs the staff on allowed weekdays.
 */
export const eveningCover = defineRule({
  meta: {
    id: "evening-cover",
    title: { en: "Staff in the evening", sv: "Bemanning på kvällen" },
    statement: {
      en: "An evening opening has at least min_staff people all the time.",
      sv: "När ett kontor har kvällsöppet finns hela tiden minst minst_personal personer på plats.",
    },
    formula: {
      en: "Σ over evenings held and times: max(0, min_staff − people present) × minutes",
      sv: "Σ över hållna kvällar och tider: max(0, minst_personal − personer på plats) × minuter",
    },
    source: {
      en: "evenings.csv; working alone where violence can be expected: Arbetsmiljölagen (1977:1160) 3 kap. 2 §",
      sv: "evenings.csv; ensamarbete där det finns risk för våld: arbetsmiljölagen (1977:1160) 3 kap. 2 §",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { "person-minutes": 4 },
  },
  parameters: {},
  *constrain(candidates) {
    for (const evening of candidates.evenings) {
      const { office, date, requirement, variable } = evening;
      if (variable === null && !onAllowedWeekday(evening)) continue;
      for (const block of candidates.moments(office, date)) {
        if (!contains(evening.time, block)) continue;
        const present = candidates
          .there(office, date, block)
          .map((duty): Term => [duty.variable, -1]);
        const held: Term[] = variable === null ? [] : [[variable, requirement.minStaff]];
        yield atMost(
          { office, date, time: block },
          [...held, ...present],
          variable === null ? -requirement.minStaff : 0,
          { scale: minutesOf(block), unit: "person-minutes" },
        );
      }
    }
  },
  *check(rota) {
    for (const office of rota.instance.theCase.offices) {
      for (const window of rota.windows(office.id)) {
        if (!(heldByDay(window) ? onAllowedWeekday(window) : rota.isHeld(window))) continue;
        const { minStaff } = window.requirement;
        const presences = rota.countedAt(office.id, window.date);
        for (const { time, present } of coverOver(window.time, presences)) {
          if (present >= minStaff) continue;
          const day = dateWords(window.date);
          yield {
            date: window.date,
            office: office.id,
            time,
            actual: present,
            limit: minStaff,
            amount: (minStaff - present) * minutesOf(time),
            unit: "person-minutes",
            message: {
              en: `${office.name} has ${count(present, "person", "people")} on the evening of ${day.en} ${timeWords(time)}; it needs ${minStaff}.`,
              sv: `${office.name} har ${count(present, "person", "personer")} på kvällen ${day.sv} ${timeWords(time)}; det behövs ${minStaff}.`,
            },
            advice: {
              en: "Add a person to that evening, or move it to a date when enough people are available.",
              sv: "Sätt in en person till den kvällen, eller flytta den till ett datum då tillräckligt många är tillgängliga.",
            },
          };
        }
      }
    }
  },
});
