import type { Closure } from "../../domain/case.js";
import { dates } from "../values/dates.js";
import { idOrAll, text } from "../values/texts.js";
import { daysOf, toDate } from "./days.js";
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
    date: required(dates, {
      sv: ["datum"],
      doc: {
        en: "The closed day, or a range of days.",
        sv: "Den stängda dagen, eller ett intervall av dagar.",
      },
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
    to_date: { ...toDate, example: "2026-12-23" },
  },
  row(cells, report): readonly Closure[] | null {
    const { office, reason } = cells;
    return daysOf(cells, report)?.map(({ date }) => ({ date: date!, office, reason })) ?? null;
  },
});
