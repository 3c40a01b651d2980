import type { Pin } from "../../domain/case.js";
import { dates } from "../values/dates.js";
import { choice, idOrAll } from "../values/texts.js";
import { fromOrDayStart, staffColumn, timeIfGiven, toOrDayEnd } from "./common.js";
import { daysOf, toDate } from "./days.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** pins.csv: what the coordinator has already decided. */
export const pins = defineTable({
  file: "pins.csv",
  swedishFiles: ["låsningar.csv"],
  required: false,
  purpose: {
    en: "What is decided already: a person must, or must not, work somewhere on a date",
    sv: "Vad som redan är bestämt: en person ska, eller får inte, arbeta någonstans ett datum",
  },
  key: ["staff", "date", "to_date", "office", "from", "to"],
  columns: {
    staff: staffColumn,
    date: required(dates, {
      sv: ["datum"],
      doc: {
        en: "The date of the pin, or a range of dates.",
        sv: "Låsningens datum, eller ett intervall av datum.",
      },
      example: "2026-12-08",
    }),
    office: optional(idOrAll, {
      sv: ["kontor"],
      doc: { en: "The office of the pin.", sv: "Låsningens kontor." },
      empty: { en: "any office", sv: "vilket kontor som helst" },
      example: "Sätra",
      refers: "office",
    }),
    from: {
      ...fromOrDayStart,
      empty: {
        en: "any time of the day (00:00 when to is given)",
        sv: "när som helst på dagen (00:00 när till är ifyllt)",
      },
    },
    to: {
      ...toOrDayEnd,
      empty: {
        en: "any time of the day (24:00 when from is given)",
        sv: "när som helst på dagen (24:00 när från är ifyllt)",
      },
    },
    pin: defaulted(
      choice({
        must: { en: ["must"], sv: ["måste", "ska", "skall"] },
        forbid: {
          en: ["forbid", "must_not", "forbidden"],
          sv: ["får_inte", "får_ej", "förbjudet", "ska_inte"],
        },
      }),
      "must",
      {
        sv: ["låsning"],
        doc: {
          en: "must: works then; forbid: does not.",
          sv: "måste: arbetar då; får_inte: arbetar inte då.",
        },
        example: "must",
        exampleSv: "måste",
      },
    ),
    to_date: { ...toDate, example: "2026-12-08" },
  },
  row(cells, report): readonly Pin[] | null {
    const time = timeIfGiven(cells.from, cells.to, report, "to");
    const days = daysOf(cells, report);
    if (time === null || days === null) return null;
    const { staff, office, pin } = cells;
    return days.map(({ date }) => ({ staff, date: date!, office, time: time ?? null, pin }));
  },
});
