import type { Request } from "../../domain/case.js";
import { dates } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { choice, id, idOrAll } from "../values/texts.js";
import { staffColumn } from "./common.js";
import { daysOf, toDate } from "./days.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** requests.csv: what people wish for. */
export const requests = defineTable({
  file: "requests.csv",
  swedishFiles: ["önskemål.csv"],
  required: false,
  purpose: {
    en: "Wishes of single people for single dates; kept where possible",
    sv: "Enskilda personers önskemål för enskilda datum; uppfylls när det går",
  },
  key: ["staff", "date", "to_date", "shift", "office"],
  columns: {
    staff: staffColumn,
    date: required(dates, {
      sv: ["datum"],
      doc: {
        en: "The date of the wish, or a range of dates.",
        sv: "Önskemålets datum, eller ett intervall av datum.",
      },
      example: "2026-12-08",
    }),
    shift: optional(id, {
      sv: ["pass"],
      doc: { en: "A shift of shifts.csv.", sv: "Ett pass i shifts.csv." },
      empty: { en: "any duty", sv: "vilket arbetspass som helst" },
      example: "late",
      exampleSv: "sent",
      refers: "shift",
    }),
    office: optional(idOrAll, {
      sv: ["kontor"],
      doc: { en: "An office.", sv: "Ett kontor." },
      empty: { en: "any office", sv: "vilket kontor som helst" },
      example: "Sätra",
      refers: "office",
    }),
    wish: defaulted(
      choice({
        on: { en: ["on"], sv: ["på", "arbeta", "vill"] },
        off: { en: ["off"], sv: ["av", "ledig", "vill_inte"] },
      }),
      "on",
      {
        sv: ["önskemål", "önskan"],
        doc: {
          en: "on: would like to work; off: would rather not.",
          sv: "på: vill gärna arbeta; av: vill helst slippa.",
        },
        example: "off",
        exampleSv: "av",
      },
    ),
    weight: defaulted(integer({ min: 1, max: 1_000_000 }), "1", {
      sv: ["vikt"],
      doc: {
        en: "How much it matters; 2 counts as two wishes of weight 1.",
        sv: "Hur viktigt det är; 2 räknas som två önskemål med vikt 1.",
      },
      example: "2",
    }),
    to_date: { ...toDate, example: "2026-12-08" },
  },
  row(cells, report): readonly Request[] | null {
    const { staff, shift, office, wish, weight } = cells;
    return (
      daysOf(cells, report)?.map(({ date }) => ({
        ...{ staff, date: date!, shift, office, wish, weight },
      })) ?? null
    );
  },
});
