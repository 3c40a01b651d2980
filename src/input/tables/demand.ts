import type { DemandRow } from "../../domain/case.js";
import { ALL_WEEKDAYS } from "../dates.js";
import { integer } from "../numbers.js";
import { defaulted, defineTable, optional } from "../table.js";
import { choice, id } from "../texts.js";
import {
  dateOrWeekday,
  fromOrDayStart,
  officeOrAll,
  reportBelow,
  timeIfGiven,
  toOrDayEnd,
  weekdayOrDate,
} from "./common.js";

/** A demand row as written: `office` null stands for every office. */
export type DemandEntry = Omit<DemandRow, "office"> & { readonly office: string | null };

/** demand.csv: who must be there, beyond the offices' own least staffing. */
export const demand = defineTable({
  file: "demand.csv",
  swedishFiles: ["behov.csv"],
  required: false,
  purpose: {
    en: "How many people of a department, or with a skill, must be at an office, and when",
    sv: "Hur många personer från en förvaltning, eller med en kompetens, som ska finnas på ett kontor, och när",
  },
  notes: [
    {
      en: "Without date and weekday the row holds every day. Each row holds by itself: a row for one office does not replace one for all (*).",
      sv: "Utan datum och veckodag gäller raden alla dagar. Varje rad gäller för sig: en rad för ett kontor ersätter inte en för alla (*).",
    },
    {
      en: "With both department and skill the same person must have both; with neither, anyone counts.",
      sv: "Med både förvaltning och kompetens ska samma person ha båda; utan dem räknas vem som helst.",
    },
  ],
  either: [{ columns: ["date", "weekday"], neither: true }],
  key: ["office", "date", "weekday", "from", "to", "department", "skill", "per"],
  columns: {
    office: {
      ...officeOrAll,
      doc: { en: "The office; * for every office.", sv: "Kontoret; * för alla kontor." },
    },
    date: dateOrWeekday,
    weekday: weekdayOrDate,
    from: fromOrDayStart,
    to: toOrDayEnd,
    department: optional(id, {
      sv: ["förvaltning"],
      doc: {
        en: "The department that must be there.",
        sv: "Förvaltningen som ska finnas på plats.",
      },
      empty: { en: "any", sv: "vilken som helst" },
      example: "bygglov",
      refers: "department",
    }),
    skill: optional(id, {
      sv: ["kompetens"],
      doc: {
        en: "The skill that must be there, as in staff.csv.",
        sv: "Kompetensen som ska finnas på plats, som i staff.csv.",
      },
      empty: { en: "any", sv: "vilken som helst" },
      example: "arabiska",
      refers: "skill",
    }),
    min: optional(integer({ max: 10_000 }), {
      sv: ["minst"],
      doc: {
        en: "Least number: people at once for per = opening, else duties in that day, week or month.",
        sv: "Minsta antal: personer samtidigt för per = öppethållande, annars arbetspass den dagen, veckan eller månaden.",
      },
      empty: { en: "1, or 0 when target is given", sv: "1, eller 0 när mål är ifyllt" },
      example: "1",
    }),
    target: optional(integer({ max: 10_000 }), {
      sv: ["mål"],
      doc: { en: "The number that one would like to have.", sv: "Antalet som man helst vill ha." },
      empty: { en: "as min", sv: "som minst" },
      example: "2",
    }),
    per: defaulted(
      choice({
        opening: { en: ["opening"], sv: ["öppethållande", "öppning", "öppet"] },
        day: { en: ["day"], sv: ["dag"] },
        week: { en: ["week"], sv: ["vecka"] },
        month: { en: ["month"], sv: ["månad"] },
      }),
      "opening",
      {
        sv: ["per"],
        doc: {
          en: "What min and target count: opening (people at once), or duties per day, week or month.",
          sv: "Vad minst och mål räknar: öppethållande (personer samtidigt), eller arbetspass per dag, vecka eller månad.",
        },
        example: "opening",
        exampleSv: "öppethållande",
      },
    ),
  },
  row(cells, report): DemandEntry | null {
    const time = timeIfGiven(cells.from, cells.to, report, "to");
    const min = cells.min ?? (cells.target === null ? 1 : 0);
    if (reportBelow(min, cells.target, report, "target") || time === null) return null;
    return {
      date: cells.date,
      weekdays: cells.weekday ?? (cells.date === null ? ALL_WEEKDAYS : []),
      office: cells.office,
      time: time ?? null,
      department: cells.department,
      skill: cells.skill,
      min,
      target: cells.target,
      per: cells.per,
    };
  },
});
