import type { Shift } from "../../domain/case.js";
import { time, weekdays } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { id, idOrAll, ids } from "../values/texts.js";
import { fromWords, timeOf, toWords } from "./common.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** shifts.csv: when given, duties are these shifts and no others. */
export const shifts = defineTable({
  file: "shifts.csv",
  swedishFiles: ["pass.csv"],
  required: false,
  purpose: {
    en: "The shifts that people work; when the file has rows, there are no other duties",
    sv: "Passen som personalen arbetar; när filen har rader finns inga andra arbetspass",
  },
  key: ["shift"],
  columns: {
    shift: required(id, {
      sv: ["pass"],
      doc: { en: "The shift's short name.", sv: "Passets kortnamn." },
      example: "late",
      exampleSv: "sent",
    }),
    office: optional(idOrAll, {
      sv: ["kontor"],
      doc: { en: "The office that has the shift.", sv: "Kontoret som har passet." },
      empty: { en: "every office", sv: "alla kontor" },
      example: "Sätra",
      refers: "office",
    }),
    weekday: defaulted(weekdays, "*", {
      sv: ["veckodag", "veckodagar"],
      en: ["weekdays"],
      doc: { en: "Weekdays that the shift exists on.", sv: "Veckodagar som passet finns på." },
      example: "mon-thu",
      exampleSv: "mån-tors",
    }),
    from: required(time, fromWords(undefined, "12:00")),
    to: required(time, toWords(undefined, "18:00")),
    paid_minutes: optional(integer({ max: 1440 }), {
      sv: ["betalda_minuter"],
      doc: { en: "Minutes that count as work.", sv: "Minuter som räknas som arbete." },
      empty: { en: "the shift's length less the break", sv: "passets längd utan rasten" },
      example: "330",
    }),
    not_followed_by: optional(ids, {
      sv: ["följs_inte_av"],
      doc: {
        en: "Shifts that the same person may not have on the next day, parted by |.",
        sv: "Pass som samma person inte får ha dagen efter, åtskilda av |.",
      },
      empty: { en: "any shift may follow", sv: "vilket pass som helst får följa" },
      example: "late",
      exampleSv: "sent",
      refers: "shift",
    }),
  },
  row(cells, report): Shift | null {
    const interval = timeOf(cells.from, cells.to, report, "to");
    if (interval === null) return null;
    if (cells.paid_minutes !== null && cells.paid_minutes > interval.to - interval.from) {
      return report("paid_minutes", {
        code: "wrong-combination",
        message: {
          en: "the shift is shorter than its paid minutes",
          sv: "passet är kortare än dess betalda minuter",
        },
      });
    }
    return {
      id: cells.shift,
      office: cells.office,
      weekdays: cells.weekday,
      time: interval,
      paidMinutes: cells.paid_minutes,
      notFollowedBy: cells.not_followed_by ?? [],
    };
  },
});
