import { minutesOutside } from "../domain/interval.js";
import { dateWords, timeWords } from "../domain/words.js";
import { defineRule } from "./rule.js";

/**
 * Nobody is planned at an office that is not open.
 *
 * Formula: for each row of a rota, its minutes outside the office's day openings and its possible evening on that date.
 * A program keeps it by construction: duties are made of openings. Edges: a public holiday or a closure has no opening
 * unless hours.csv has a dated row; an evening may be held on any date that is not closed (its weekday is the business of
 * evening-weekday); a row called `day` counts against the day openings, a row called `evening` against the evening's extra time.
 */
export const closures = defineRule({
  meta: {
    id: "closures",
    title: { en: "Open office", sv: "Öppet kontor" },
    statement: {
      en: "Nobody works at an office on a closed date or outside its opening hours.",
      sv: "Ingen arbetar på ett kontor som är stängt eller utanför dess öppettider.",
    },
    formula: {
      en: "Σ over rows: minutes outside the office's openings of that kind on that date",
      sv: "Σ över rader: minuter utanför kontorets öppethållanden av det slaget det datumet",
    },
    source: {
      en: "offices.csv, hours.csv, closures.csv; public holidays: Lag (1989:253)",
      sv: "offices.csv, hours.csv, closures.csv; allmänna helgdagar: lag (1989:253)",
    },
    severity: "hard",
    alwaysHard: true,
    weights: { minutes: 1 },
  },
  parameters: {},
  *check({ instance, rota }) {
    for (const row of rota.assignments) {
      const open =
        row.kind === "day"
          ? instance.openHours(row.office, row.date)
          : (instance.eveningWindow(row.office, row.date)?.extra ?? []);
      const amount = minutesOutside([row.time], open);
      if (amount === 0) continue;
      const closed = instance.closureReason(row.office, row.date);
      const why = open.length === 0 && closed ? ` (${closed})` : "";
      const hours = open.map(timeWords).join(", ");
      const day = dateWords(row.date);
      const who = instance.member(row.staff)?.name ?? row.staff;
      const place = instance.office(row.office)?.name ?? row.office;
      yield {
        date: row.date,
        office: row.office,
        staff: row.staff,
        time: row.time,
        actual: amount,
        limit: 0,
        amount,
        unit: "minutes",
        message: {
          en: `${who} is planned at ${place} on ${day.en} ${timeWords(row.time)}, but the office is ${hours ? `open only ${hours}` : `closed${why}`}.`,
          sv: `${who} är planerad på ${place} ${day.sv} ${timeWords(row.time)}, men kontoret ${hours ? `har bara öppet ${hours}` : `är stängt${why}`}.`,
        },
        advice: {
          en: "Remove the row, or open the office that date in hours.csv.",
          sv: "Ta bort raden, eller öppna kontoret det datumet i hours.csv.",
        },
      };
    }
  },
});
