import { minutesOf } from "../domain/interval.js";
import { dateWords, durationWords, timeWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * Nobody works more than five hours in a row without a break.
 *
 * A stretch of presence longer than `stretch_minutes` holds one unpaid break of `break_minutes`, taken in turns. One break
 * is enough for twice the stretch and the break itself.
 * Formula: for each unbroken stretch of a person's day, max(0, length − (2 × stretch_minutes + break_minutes)).
 * Edges: a change of office without a gap does not break a stretch; a gap of any length does.
 */
export const workBreak = defineRule({
  meta: {
    id: "work-break",
    title: { en: "Break", sv: "Rast" },
    statement: {
      en: "Nobody works more than stretch_minutes in a row: longer presence holds one unpaid break, and is no longer than one break allows.",
      sv: "Ingen arbetar mer än stretch_minutes i sträck: längre närvaro innehåller en obetald rast och är inte längre än en rast medger.",
    },
    formula: {
      en: "Σ over stretches of presence: max(0, length − (2 × stretch_minutes + break_minutes))",
      sv: "Σ över sammanhängande tider på plats: max(0, längd − (2 × stretch_minutes + break_minutes))",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 15 §: no more than five hours in a row",
      sv: "Arbetstidslagen (1982:673) 15 §: högst fem timmar i följd",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 4 },
  },
  parameters: {
    stretch_minutes: {
      kind: "minutes",
      default: 300,
      min: 60,
      max: 720,
      meaning: { en: "Longest work without a break", sv: "Längsta arbete utan rast" },
      source: {
        en: "Arbetstidslagen (1982:673) 15 § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 15 § (läst 2026-11)",
      },
    },
    break_minutes: {
      kind: "minutes",
      default: 30,
      min: 0,
      max: 120,
      meaning: { en: "Length of the unpaid break", sv: "Den obetalda rastens längd" },
      source: {
        en: "Practice in municipalities (2026-11); the statute names no length",
        sv: "Praxis i kommuner (2026-11); lagen anger ingen längd",
      },
    },
  },
  forbidsDuty(duty, _situation, { stretch_minutes, break_minutes }) {
    const longest = 2 * stretch_minutes + break_minutes;
    let over = 0;
    for (const stretch of duty.presence) over += Math.max(0, minutesOf(stretch) - longest);
    return amountOf(over, "minutes");
  },
  *check(rota, { stretch_minutes, break_minutes }) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, presence } of rota.workDays(member.id)) {
        for (const time of presence) {
          const worked = time.to - time.from - break_minutes;
          const over = worked - 2 * stretch_minutes;
          if (over <= 0) continue;
          const day = dateWords(date);
          yield {
            date,
            staff: member.id,
            time,
            actual: time.to - time.from,
            limit: 2 * stretch_minutes + break_minutes,
            amount: over,
            unit: "minutes",
            message: {
              en: `${member.name} is at work ${timeWords(time)} on ${day.en}: one break does not keep each part within ${durationWords(stretch_minutes)}.`,
              sv: `${member.name} arbetar ${timeWords(time)} ${day.sv}: en rast räcker inte för att varje del ska rymmas inom ${durationWords(stretch_minutes)}.`,
            },
            advice: { en: "Shorten the duty.", sv: "Korta passet." },
          };
        }
      }
    }
  },
});
