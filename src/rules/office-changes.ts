import { dateWords } from "../domain/words.js";
import { defineRule } from "./rule.js";

/**
 * Nobody changes office during a day.
 *
 * Formula: for each person and date, the number of different offices above `max_changes` + 1.
 * A program keeps it by construction: one duty a date is at one office.
 */
export const officeChanges = defineRule({
  meta: {
    id: "office-changes",
    title: { en: "One office a day", sv: "Ett kontor per dag" },
    statement: {
      en: "Nobody works at more than one office on one day.",
      sv: "Ingen arbetar på mer än ett kontor samma dag.",
    },
    formula: {
      en: "Σ over people and dates: max(0, number of offices − 1 − max_changes)",
      sv: "Σ över personer och datum: max(0, antal kontor − 1 − max_changes)",
    },
    source: {
      en: "Practice: no travel in working time",
      sv: "Praxis: ingen resa under arbetsdagen",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { changes: 240 },
  },
  parameters: {
    max_changes: {
      kind: "integer",
      default: 0,
      min: 0,
      max: 5,
      meaning: {
        en: "Changes of office on one day that are accepted in a rota made by hand",
        sv: "Antal kontorsbyten på en dag som godtas i ett handgjort schema",
      },
      source: { en: "Practice", sv: "Praxis" },
    },
  },
  *check(rota, { max_changes }) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, rows } of rota.workDays(member.id)) {
        const offices = [...new Set(rows.map((row) => row.office))];
        const amount = offices.length - 1 - max_changes;
        if (amount <= 0) continue;
        const day = dateWords(date);
        const names = offices.map((id) => rota.instance.office(id)?.name ?? id).join(", ");
        yield {
          date,
          staff: member.id,
          office: offices.at(-1)!,
          actual: offices.length - 1,
          limit: max_changes,
          amount,
          unit: "changes",
          message: {
            en: `${member.name} works at ${offices.length} offices on ${day.en}: ${names}.`,
            sv: `${member.name} arbetar på ${offices.length} kontor ${day.sv}: ${names}.`,
          },
          advice: {
            en: "Keep one of the offices for that day.",
            sv: "Behåll ett av kontoren den dagen.",
          },
        };
      }
    }
  },
});
