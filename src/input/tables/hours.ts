import type { HoursRow } from "../../domain/case.js";
import { time } from "../values/dates.js";
import { officeOrAll, openOf } from "./common.js";
import {
  dateOrWeekday,
  datesOrWeekday,
  daysOf,
  type OnDays,
  toDate,
  weekdayOrDate,
  weeksColumn,
} from "./days.js";
import { defineTable, optional } from "./table.js";

/** An hours row of one date, or of weekdays, as written: `office` null stands for every office. */
export type HoursEntry = Omit<HoursRow, "office"> &
  OnDays & {
    readonly office: string | null;
    /** True when the row names the weekdays of its range of dates. */
    readonly namesWeekdays: boolean;
  };

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
    {
      en: "A range of dates is for the days on which the office is usually open (or the weekdays that the row names), and opens neither holidays nor closed days. A row for fewer days beats one for more, a row for some weeks one for all.",
      sv: "Ett intervall av datum gäller de dagar då kontoret brukar ha öppet (eller de veckodagar som raden nämner), och öppnar varken helgdagar eller stängda dagar. En rad för färre dagar går före en för fler, en rad för vissa veckor före en för alla.",
    },
  ],
  either: [dateOrWeekday(false)],
  columns: {
    office: officeOrAll,
    date: datesOrWeekday,
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
    to_date: toDate,
    weeks: weeksColumn,
  },
  row(cells, report): readonly HoursEntry[] | null {
    const open = openOf(cells.opens, cells.closes, report, ["opens", "closes"]);
    const days = daysOf(cells, report);
    if (open === null || days === null) return null;
    const entry = {
      office: cells.office,
      open: open ?? null,
      namesWeekdays: cells.weekday !== null,
    };
    return days.map((day) => ({ ...day, ...entry }));
  },
});
