import { travelMinutes } from "../domain/travel.js";
import { dateWords, durationWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * Nobody travels far to work.
 *
 * Formula: for each person, date and office with work: max(0, minutes from home to the office − `max_minutes`).
 * Edges: travel.csv is read in both directions, the one from home first; a person without a home, or an office without a
 * row, asks for nothing. The journey between two offices of one day is the business of `office-changes`.
 */
export const travelTime = defineRule({
  meta: {
    id: "travel-time",
    title: { en: "Travel time", sv: "Restid" },
    statement: {
      en: "Nobody travels more than max_minutes from home to an office.",
      sv: "Ingen reser mer än max_minutes från hemorten till ett kontor.",
    },
    formula: {
      en: "Σ over people, dates and offices: max(0, travel minutes − max_minutes)",
      sv: "Σ över personer, datum och kontor: max(0, restid i minuter − max_minutes)",
    },
    source: { en: "travel.csv; local agreement", sv: "travel.csv; lokalt avtal" },
    severity: "soft",
    alwaysHard: false,
    weights: { minutes: 2 },
  },
  parameters: {
    max_minutes: {
      kind: "minutes",
      default: 60,
      min: 0,
      max: 600,
      meaning: {
        en: "Longest journey, one way, that nobody minds",
        sv: "Längsta resa, enkel väg, som godtas",
      },
      source: {
        en: "Practice: an hour (2026-11); no number in law",
        sv: "Praxis: en timme (2026-11); lagen anger inget tal",
      },
    },
  },
  forbidsDuty(duty, { instance }, { max_minutes }) {
    return amountOf(travelMinutes(instance, duty.staff, duty.office) - max_minutes, "minutes");
  },
  *check(rota, { max_minutes }) {
    for (const { id, name } of rota.instance.theCase.staff) {
      for (const { date, rows } of rota.workDays(id)) {
        for (const office of new Set(rows.map((row) => row.office))) {
          const minutes = travelMinutes(rota.instance, id, office);
          if (minutes <= max_minutes) continue;
          const day = dateWords(date);
          const place = rota.instance.office(office)?.name ?? office;
          const [journey, limit] = [durationWords(minutes), durationWords(max_minutes)];
          yield {
            date,
            office,
            staff: id,
            actual: minutes,
            limit: max_minutes,
            amount: minutes - max_minutes,
            unit: "minutes",
            message: {
              en: `${name} travels ${journey} to ${place} on ${day.en}; at most ${limit} is wanted.`,
              sv: `${name} reser ${journey} till ${place} ${day.sv}; högst ${limit} önskas.`,
            },
            advice: {
              en: "Let somebody who lives nearer go there.",
              sv: "Låt någon som bor närmare åka dit.",
            },
          };
        }
      }
    }
  },
});
