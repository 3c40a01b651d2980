import type { DemandRow } from "../../domain/case.js";
import { ALL_WEEKDAYS } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { choice, id } from "../values/texts.js";
import { fromOrDayStart, officeOrAll, reportBelow, timeIfGiven, toOrDayEnd } from "./common.js";
import {
  dateOrWeekday,
  datesOrWeekday,
  daysOf,
  toDate,
  weekdayOrDate,
  weeksColumn,
} from "./days.js";
import { defaulted, defineTable, optional } from "./table.js";

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
  either: [dateOrWeekday(true)],
  key: [
    "office",
    "date",
    "to_date",
    "weekday",
    "weeks",
    "from",
    "to",
    "department",
    "skill",
    "per",
    "shift",
  ],
  columns: {
    office: {
      ...officeOrAll,
      doc: { en: "The office; * for every office.", sv: "Kontoret; * för alla kontor." },
    },
    date: datesOrWeekday,
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
      empty: {
        en: "1, or 0 when target or max_gap_weeks is given",
        sv: "1, eller 0 när mål eller högst_veckor_emellan är ifyllt",
      },
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
    shift: optional(id, {
      sv: ["pass"],
      doc: {
        en: "Count only people who have this shift of shifts.csv; with per = opening that is people on a day.",
        sv: "Räkna bara dem som har det här passet i shifts.csv; med per = öppethållande är det personer per dag.",
      },
      empty: { en: "any work", sv: "allt arbete" },
      example: "late",
      exampleSv: "sent",
      refers: "shift",
    }),
    weight: defaulted(integer({ min: 1, max: 1_000_000 }), "1", {
      sv: ["vikt"],
      doc: {
        en: "How much it matters that somebody is missing; 2 counts twice.",
        sv: "Hur viktigt det är att någon saknas; 2 räknas dubbelt.",
      },
      example: "2",
    }),
    over_weight: optional(integer({ min: 1, max: 1_000_000 }), {
      sv: ["vikt_över"],
      doc: {
        en: "How much it matters that there are more than the target (or min, without a target).",
        sv: "Hur viktigt det är att de inte blir fler än målet (eller minst, utan mål).",
      },
      empty: { en: "it does not matter", sv: "det spelar ingen roll" },
      example: "1",
    }),
    max_gap_weeks: optional(integer({ min: 1, max: 53 }), {
      sv: ["högst_veckor_emellan"],
      doc: {
        en: "The trade calendar: at least one duty in every so many weeks in which the office is open, over the turn of the month too; 2 is at least every other week.",
        sv: "Ämneskalendern: minst ett arbetspass under varje så många veckor i följd som kontoret har öppet, även över månadsskiften; 2 är minst varannan vecka.",
      },
      empty: { en: "no such rhythm", sv: "ingen sådan rytm" },
      example: "2",
    }),
    to_date: toDate,
    weeks: weeksColumn,
  },
  row(cells, report): readonly DemandEntry[] | null {
    const time = timeIfGiven(cells.from, cells.to, report, "to");
    const asksElse = cells.target !== null || cells.max_gap_weeks !== null;
    const min = cells.min ?? (asksElse ? 0 : 1);
    if (cells.date !== null && cells.max_gap_weeks !== null) {
      return report("max_gap_weeks", {
        code: "wrong-combination",
        message: {
          en: "a row for one date has no rhythm of weeks",
          sv: "en rad för ett enda datum har ingen rytm i veckor",
        },
        expected: { en: "weekdays, or neither", sv: "veckodagar, eller inget av dem" },
      });
    }
    const weekday = cells.weekday ?? (cells.date === null ? ALL_WEEKDAYS : null);
    const days = daysOf({ ...cells, weekday }, report);
    if (reportBelow(min, cells.target, report, "target") || time === null || days === null) {
      return null;
    }
    return days.map(({ span: _, ...day }) => ({
      ...day,
      office: cells.office,
      time: time ?? null,
      department: cells.department,
      skill: cells.skill,
      min,
      target: cells.target,
      per: cells.per,
      shift: cells.shift,
      weight: cells.weight,
      overWeight: cells.over_weight,
      maxGapWeeks: cells.max_gap_weeks,
    }));
  },
});
