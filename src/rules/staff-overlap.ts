import { overlapOf } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import { dateWords, timeWords } from "../domain/words.js";
import { defineRule } from "./rule.js";

/**
 * Nobody is in two places at once.
 *
 * Formula: for each person, date and pair of rows, the minutes that the two share.
 * A program keeps it by construction: a person has at most one duty a date (see `Program.choices`), so there are no rows.
 * Edge: two rows of the same office that overlap are a fault too; rows that only touch are none.
 */
export const staffOverlap = defineRule({
  meta: {
    id: "staff-overlap",
    title: { en: "In one place at a time", sv: "På ett ställe åt gången" },
    statement: {
      en: "Nobody is given two duties at the same time.",
      sv: "Ingen har två arbetspass samtidigt.",
    },
    formula: {
      en: "Σ over pairs of a person's rows on a date: minutes shared",
      sv: "Σ över par av en persons rader samma datum: gemensamma minuter",
    },
    source: { en: "A physical fact", sv: "Fysiskt faktum" },
    severity: "hard",
    alwaysHard: true,
    weights: { minutes: 1 },
  },
  parameters: {},
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, rows } of rota.workDays(member.id)) {
        for (const [index, row] of rows.entries()) {
          for (const other of rows.slice(index + 1)) {
            const shared = overlapOf(row.time, other.time);
            if (shared === 0) continue;
            const day = dateWords(date);
            const where = ({ office, time }: Assignment) =>
              `${rota.instance.office(office)?.name ?? office} ${timeWords(time)}`;
            const times = `${where(row)}, ${where(other)}`;
            yield {
              date,
              office: other.office,
              staff: member.id,
              time: other.time,
              actual: shared,
              limit: 0,
              amount: shared,
              unit: "minutes",
              message: {
                en: `${member.name} is in two places at once on ${day.en}: ${times}.`,
                sv: `${member.name} är på två ställen samtidigt ${day.sv}: ${times}.`,
              },
              advice: {
                en: "Remove one of the two rows or change its time.",
                sv: "Ta bort en av de två raderna eller ändra tiden.",
              },
            };
          }
        }
      }
    }
  },
});
