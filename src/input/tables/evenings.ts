import type { EveningRow } from "../../domain/case.js";
import { month, time, weekdays } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { fromWords, officeOrAll, reportBelow, timeOf, toWords } from "./common.js";
import { defaulted, defineTable, optional } from "./table.js";

/** An evening row as written: `office` null stands for every office. */
export type EveningEntry = Omit<EveningRow, "office"> & { readonly office: string | null };

/** evenings.csv: how many evenings each office must hold. */
export const evenings = defineTable({
  file: "evenings.csv",
  swedishFiles: ["kvällar.csv"],
  required: true,
  purpose: {
    en: "How many evenings each office must be open in a month, when, and with how many people",
    sv: "Hur många kvällar varje kontor ska ha öppet under en månad, när, och med hur många personer",
  },
  notes: [
    {
      en: "A row for a month beats a row for every month. An office without a row has no evenings.",
      sv: "En rad för en månad går före en rad för alla månader. Ett kontor utan rad har inga kvällar.",
    },
    {
      en: "A row for one office replaces the row for all offices (*) with the same month.",
      sv: "En rad för ett kontor ersätter raden för alla kontor (*) med samma månad.",
    },
  ],
  key: ["office", "month"],
  columns: {
    office: officeOrAll,
    month: optional(month, {
      sv: ["månad"],
      doc: {
        en: "The month, YYYY-MM; * for every month.",
        sv: "Månaden, ÅÅÅÅ-MM; * för alla månader.",
      },
      empty: { en: "every month", sv: "alla månader" },
      example: "2026-12",
    }),
    min_evenings: defaulted(integer({ max: 31 }), "2", {
      sv: ["minst_kvällar"],
      doc: {
        en: "Least number of evenings in a month.",
        sv: "Minsta antal kvällar under en månad.",
      },
      example: "2",
    }),
    max_evenings: optional(integer({ max: 31 }), {
      sv: ["högst_kvällar"],
      doc: { en: "Most evenings in a month.", sv: "Högsta antal kvällar under en månad." },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "4",
    }),
    weekdays: defaulted(weekdays, "mon-thu", {
      sv: ["veckodagar", "veckodag"],
      en: ["weekday"],
      doc: {
        en: "Weekdays that an evening may be on.",
        sv: "Veckodagar som en kväll får ligga på.",
      },
      example: "mon-thu",
      exampleSv: "mån-tors",
    }),
    from: defaulted(time, "16:00", fromWords(undefined, "16:00")),
    to: defaulted(time, "18:00", toWords(undefined, "18:00")),
    min_staff: defaulted(integer({ max: 1000 }), "2", {
      sv: ["minst_personal"],
      doc: {
        en: "Least number of people in the evening.",
        sv: "Minsta antal personer på kvällen.",
      },
      example: "2",
    }),
    min_gap_days: defaulted(integer({ max: 31 }), "0", {
      sv: ["minst_dagar_emellan"],
      doc: {
        en: "Least number of days from one evening's date to the next one's.",
        sv: "Minsta antal dagar från en kvälls datum till nästa kvälls datum.",
      },
      example: "7",
    }),
  },
  row(cells, report): EveningEntry | null {
    const window = timeOf(cells.from, cells.to, report, "to");
    if (reportBelow(cells.min_evenings, cells.max_evenings, report, "max_evenings") || !window)
      return null;
    return {
      office: cells.office,
      month: cells.month,
      minEvenings: cells.min_evenings,
      maxEvenings: cells.max_evenings,
      weekdays: cells.weekdays,
      time: window,
      minStaff: cells.min_staff,
      minGapDays: cells.min_gap_days,
    };
  },
});
