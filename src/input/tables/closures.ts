import type { Closure } from "../../domain/case.js";
import { date } from "../values/dates.js";
import { idOrAll, text } from "../values/texts.js";
import { defineTable, optional, required } from "./table.js";

/** closures.csv: days when offices are closed. */
export const closures = defineTable({
  file: "closures.csv",
  swedishFiles: ["stängt.csv"],
  required: false,
  purpose: {
    en: "Days when offices are closed; public holidays are known without it",
    sv: "Dagar då kontor är stängda; helgdagar är kända utan filen",
  },
  columns: {
    date: required(date, {
      sv: ["datum"],
      doc: { en: "The closed day.", sv: "Den stängda dagen." },
      example: "2026-12-23",
    }),
    office: optional(idOrAll, {
      sv: ["kontor"],
      doc: { en: "The office that is closed.", sv: "Kontoret som är stängt." },
      empty: { en: "every office", sv: "alla kontor" },
      example: "Sätra",
      refers: "office",
    }),
    reason: optional(text, {
      sv: ["orsak", "anledning"],
      doc: {
        en: "Why the office is closed, for the public. Nothing about a person.",
        sv: "Varför kontoret är stängt, för allmänheten. Inget om någon person.",
      },
      example: "inventory",
      exampleSv: "inventering",
    }),
  },
  row: (cells): Closure => ({ date: cells.date, office: cells.office, reason: cells.reason }),
});
