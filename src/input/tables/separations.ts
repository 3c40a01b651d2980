import type { Separation } from "../../domain/case.js";
import { choice, id } from "../values/texts.js";
import { defaulted, defineTable, required } from "./table.js";

/** separations.csv: departments that secrecy keeps apart. */
export const separations = defineTable({
  file: "separations.csv",
  swedishFiles: ["sekretess.csv"],
  required: false,
  purpose: {
    en: "Departments that secrecy keeps from sharing an office, or a room",
    sv: "Förvaltningar som på grund av sekretess inte får dela kontor, eller rum",
  },
  key: ["department", "other"],
  columns: {
    department: required(id, {
      sv: ["förvaltning"],
      doc: { en: "One department.", sv: "Den ena förvaltningen." },
      example: "socialtjänst",
      refers: "department",
    }),
    other: required(id, {
      sv: ["annan", "annan_förvaltning", "andra"],
      doc: {
        en: "The department that it must not meet.",
        sv: "Förvaltningen som den inte får dela med.",
      },
      example: "polis",
      refers: "department",
    }),
    scope: defaulted(
      choice({
        office: { en: ["office"], sv: ["kontor"] },
        room: { en: ["room"], sv: ["rum"] },
      }),
      "office",
      {
        sv: ["omfattning", "gäller"],
        doc: {
          en: "office: never at the same office at once; room: at the same office only in separate rooms.",
          sv: "kontor: aldrig samtidigt på samma kontor; rum: på samma kontor bara i skilda rum.",
        },
        example: "room",
        exampleSv: "rum",
      },
    ),
  },
  row(cells, report): Separation | null {
    if (cells.department === cells.other) {
      return report("other", {
        code: "wrong-combination",
        message: {
          en: "a department cannot be kept apart from itself",
          sv: "en förvaltning kan inte skiljas från sig själv",
        },
      });
    }
    return { department: cells.department, other: cells.other, scope: cells.scope };
  },
});
