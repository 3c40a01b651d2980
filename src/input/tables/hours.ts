import type { HoursRow } from "../../domain/case.js";
import { time } from "../values/dates.js";
import { dateOrWeekday, officeOrAll, openOf, weekdayOrDate, whenOf } from "./common.js";
import { defineTable, optional } from "./table.js";

/** An hours row as written: `office` null stands for every office. */
export type HoursEntry = Omit<HoursRow, "office"> & { readonly office: string | null };

/** hours.csv: opening hours that differ from the usual ones. */
export const hours = defineTable({
  file: "hours.csv",
  swedishFiles: ["öppettider.csv"],
  required: false,
  purpose: {
    en: "Opening hours that differ from the usual ones in offices.csv, on a date or every week",
    sv: "Öppettider som avviker från de vanliga i offices.csv, ett datum eller varje vecka",
  },
  notes: [
    {
      en: "Rows replace the usual hours of that day; several rows for a day are several openings. A date beats a weekday.",
      sv: "Raderna ersätter dagens vanliga öppettider; flera rader för en dag är flera öppethållanden. Datum går före veckodag.",
    },
    {
      en: "A row for one office replaces rows for all offices (*) on the same date, or on the same weekday.",
      sv: "En rad för ett kontor ersätter rader för alla kontor (*) samma datum, eller samma veckodag.",
    },
    {
      en: "A public holiday or closure is closed unless a row here has its date.",
      sv: "En helgdag eller stängd dag är stängd om inte en rad här har dess datum.",
    },
  ],
  either: [{ columns: ["date", "weekday"], neither: false }],
  columns: {
    office: officeOrAll,
    date: dateOrWeekday,
    weekday: weekdayOrDate,
    opens: optional(time, {
      sv: ["öppnar"],
      doc: { en: "Opening time, HH:MM.", sv: "Öppningstid, TT:MM." },
      empty: { en: "closed (both empty)", sv: "stängt (båda tomma)" },
      example: "10:00",
    }),
    closes: optional(time, {
      sv: ["stänger"],
      doc: { en: "Closing time, HH:MM.", sv: "Stängningstid, TT:MM." },
      empty: { en: "closed (both empty)", sv: "stängt (båda tomma)" },
      example: "14:00",
    }),
  },
  row(cells, report): HoursEntry | null {
    const open = openOf(cells.opens, cells.closes, report, ["opens", "closes"]);
    return open === null ? null : { ...whenOf(cells), office: cells.office, open: open ?? null };
  },
});
