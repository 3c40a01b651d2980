import { sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import type { Text } from "../domain/text.js";
import { dateWords, timeWords } from "../domain/words.js";
import { defineRule } from "./rule.js";

/** Rows of one day that are told one by one. */
const MOST_NAMED = 4;

/**
 * Nobody is in two places at once.
 *
 * Formula: for each person and date, the minutes of all rows less the minutes on which the person works at all.
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
      en: "Σ over people and dates: minutes of all rows − minutes on which the person works",
      sv: "Σ över personer och datum: minuter i alla rader − minuter då personen arbetar",
    },
    source: { en: "A physical fact", sv: "Fysiskt faktum" },
    severity: "hard",
    alwaysHard: true,
    weights: { minutes: 1 },
  },
  parameters: {},
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, rows, presence } of rota.workDays(member.id)) {
        const shared = sum(rows, ({ time }) => minutesOf(time)) - sum(presence, minutesOf);
        if (shared === 0) continue;
        const overlapping = overlappingRows(rows);
        const last = overlapping.at(-1)!;
        const day = dateWords(date);
        const where = placesOf(rota.instance, overlapping);
        yield {
          date,
          office: last.office,
          staff: member.id,
          time: last.time,
          actual: shared,
          limit: 0,
          amount: shared,
          unit: "minutes",
          message: {
            en: `${member.name} is in two places at once on ${day.en}: ${where.en}.`,
            sv: `${member.name} är på två ställen samtidigt ${day.sv}: ${where.sv}.`,
          },
          advice: {
            en: "Remove one of the rows or change its time.",
            sv: "Ta bort en av raderna eller ändra tiden.",
          },
        };
      }
    }
  },
});

/** The rows that share time with one before them, each after the row that it shares with; rows are in order of time. */
function overlappingRows(rows: readonly Assignment[]): Assignment[] {
  const sorted = [...rows].sort((a, b) => a.time.from - b.time.from);
  const found = new Set<Assignment>();
  let latest: Assignment | null = null;
  for (const row of sorted) {
    if (latest !== null && row.time.from < latest.time.to) found.add(latest).add(row);
    if (latest === null || row.time.to > latest.time.to) latest = row;
  }
  return [...found];
}

/** Where and when the rows are, as far as one can read them. */
function placesOf(instance: Instance, rows: readonly Assignment[]): Text {
  const named = rows
    .slice(0, MOST_NAMED)
    .map(({ office, time }) => `${instance.office(office)?.name ?? office} ${timeWords(time)}`)
    .join(", ");
  const more = rows.length - MOST_NAMED;
  return more > 0
    ? { en: `${named} and ${more} more`, sv: `${named} och ${more} till` }
    : { en: named, sv: named };
}
