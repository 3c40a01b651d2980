import type { Travel } from "../../domain/case.js";
import { integer } from "../values/numbers.js";
import { id } from "../values/texts.js";
import { defineTable, required } from "./table.js";

/** travel.csv: how long it takes from place to place. */
export const travel = defineTable({
  file: "travel.csv",
  swedishFiles: ["resor.csv"],
  required: false,
  purpose: {
    en: "Travel times between offices, and from the places that people travel from",
    sv: "Restider mellan kontor, och från de platser som personalen reser från",
  },
  key: ["from", "to"],
  columns: {
    from: required(id, {
      sv: ["från"],
      doc: {
        en: "An office, or a home place of staff.csv.",
        sv: "Ett kontor, eller en hemort i staff.csv.",
      },
      example: "Centrum",
      refers: "place",
    }),
    to: required(id, {
      sv: ["till"],
      doc: {
        en: "An office, or a home place of staff.csv.",
        sv: "Ett kontor, eller en hemort i staff.csv.",
      },
      example: "Sätra",
      refers: "place",
    }),
    minutes: required(integer({ max: 1440 }), {
      sv: ["minuter"],
      doc: { en: "Travel time in minutes.", sv: "Restid i minuter." },
      example: "25",
    }),
  },
  row: (cells): Travel => ({ from: cells.from, to: cells.to, minutes: cells.minutes }),
});
