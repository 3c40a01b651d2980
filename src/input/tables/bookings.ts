import type { Booking } from "../../domain/case.js";
import { date, time } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { id, personText } from "../values/texts.js";
import { fromWords, timeOf, toWords } from "./common.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** bookings.csv: meeting rooms that are taken. */
export const bookings = defineTable({
  file: "bookings.csv",
  swedishFiles: ["bokningar.csv"],
  required: false,
  purpose: {
    en: "Meeting rooms that committees and others have booked",
    sv: "Mötesrum som nämnder och andra har bokat",
  },
  columns: {
    office: required(id, {
      sv: ["kontor"],
      doc: { en: "The office with the room.", sv: "Kontoret med rummet." },
      example: "Sätra",
      refers: "office",
    }),
    date: required(date, {
      sv: ["datum"],
      doc: { en: "The date of the booking.", sv: "Bokningens datum." },
      example: "2026-12-03",
    }),
    from: required(time, fromWords(undefined, "17:00")),
    to: required(time, toWords(undefined, "20:00")),
    rooms: defaulted(integer({ min: 1, max: 1000 }), "1", {
      sv: ["rum"],
      doc: { en: "Number of rooms booked.", sv: "Antal bokade rum." },
      example: "1",
    }),
    booked_by: optional(personText, {
      sv: ["bokad_av"],
      doc: { en: "The committee or association.", sv: "Nämnden eller föreningen." },
      example: "Kulturnämnden",
    }),
  },
  row(cells, report): Booking | null {
    const interval = timeOf(cells.from, cells.to, report, "to");
    if (interval === null) return null;
    const { office, date: day, rooms, booked_by: bookedBy } = cells;
    return { office, date: day, time: interval, rooms, bookedBy };
  },
});
