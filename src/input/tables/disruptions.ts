import type { Disruption } from "../../domain/case.js";
import { date } from "../values/dates.js";
import { choice, id, personId, withoutReasons } from "../values/texts.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** disruptions.csv: what has happened since the tables were filled in; `rota repair` writes it beside the rota. */
export const disruptions = defineTable({
  file: "disruptions.csv",
  swedishFiles: ["händelser.csv"],
  required: false,
  purpose: {
    en: "What has happened since: who is away and which office is closed, whatever other tables say",
    sv: "Vad som har hänt sedan dess: vem som är borta och vilket kontor som är stängt, vad andra tabeller än säger",
  },
  notes: [
    {
      en: "rota repair writes this file beside the rota that it mends. repair, validate, stress, show and diff read the one beside the rota, and lay it on the case's own; so does solve with the one in the folder that it writes to.",
      sv: "rota repair skriver filen bredvid schemat som den lagar. repair, validate, stress, show och diff läser den som ligger bredvid schemat och lägger den ovanpå underlagets egen; det gör också solve med den som ligger i mappen den skriver till.",
    },
    {
      en: "A row that says back ends an absence or a closure on its dates.",
      sv: "En rad som säger tillbaka avslutar en frånvaro eller en stängning på sina datum.",
    },
    {
      en: "Give no reason for absence: rota refuses such a column.",
      sv: "Ange inga skäl till frånvaro: rota tar inte emot en sådan kolumn.",
    },
  ],
  either: [{ columns: ["staff", "office"], neither: false }],
  columns: {
    date: required(date, {
      sv: ["datum"],
      doc: { en: "The first date.", sv: "Det första datumet." },
      example: "2026-12-08",
    }),
    to_date: optional(date, {
      sv: ["till_datum", "t_o_m", "slutdatum"],
      doc: { en: "The last date.", sv: "Det sista datumet." },
      empty: { en: "that date only", sv: "bara det datumet" },
      example: "2026-12-11",
    }),
    staff: optional(personId, {
      sv: ["personal", "person", "medarbetare"],
      doc: { en: "The person who is away.", sv: "Personen som är borta." },
      empty: { en: "see office", sv: "se kontor" },
      example: "anna",
      refers: "staff",
    }),
    office: optional(id, {
      sv: ["kontor"],
      doc: { en: "The office that is closed.", sv: "Kontoret som är stängt." },
      empty: { en: "see staff", sv: "se personal" },
      example: "Sätra",
      refers: "office",
    }),
    what: defaulted(
      withoutReasons(
        choice({
          away: { en: ["away", "closed"], sv: ["borta", "stängt"] },
          back: { en: ["back", "open"], sv: ["tillbaka", "öppet"] },
        }),
      ),
      "away",
      {
        sv: ["vad"],
        doc: {
          en: "away or closed all day; back or open: is not away or closed after all.",
          sv: "borta eller stängt hela dagen; tillbaka eller öppet: är inte borta eller stängt trots allt.",
        },
        example: "away",
        exampleSv: "borta",
      },
    ),
  },
  row(cells, report): Disruption | null {
    const last = cells.to_date ?? cells.date;
    if (last < cells.date) {
      return report("to_date", {
        code: "wrong-combination",
        message: {
          en: `${last} lies before ${cells.date}`,
          sv: `${last} ligger före ${cells.date}`,
        },
        expected: {
          en: "the last date, not before the first",
          sv: "det sista datumet, inte före det första",
        },
      });
    }
    const { date: first, staff, office, what } = cells;
    return { first, last, staff, office, what };
  },
});
