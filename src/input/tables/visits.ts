import type { Visit } from "../../domain/case.js";
import { time, weekdays } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { id, personText } from "../values/texts.js";
import { fromWords, timeIfGiven, toWords } from "./common.js";
import { weeksColumn } from "./days.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** A visit as written: weekdays and times that are null are the office's own. */
export interface VisitEntry extends Omit<Visit, "weekdays" | "time"> {
  readonly weekdays: Visit["weekdays"] | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** visits.csv: partners and departments that come to an office at set times. */
export const visits = defineTable({
  file: "visits.csv",
  swedishFiles: ["besök.csv"],
  required: false,
  purpose: {
    en: "Partners and departments that come to an office at set times, and what that needs",
    sv: "Samverkansparter och förvaltningar som kommer till ett kontor på fasta tider, och vad det kräver",
  },
  key: ["visit"],
  columns: {
    visit: required(id, {
      sv: ["besök"],
      doc: { en: "The visit's short name.", sv: "Besökets kortnamn." },
      example: "law-firm",
      exampleSv: "advokatjour",
    }),
    office: required(id, {
      sv: ["kontor"],
      doc: { en: "The office that is visited.", sv: "Kontoret som besöks." },
      example: "Sätra",
      refers: "office",
    }),
    partner: optional(personText, {
      sv: ["samverkanspart", "partner", "part"],
      doc: { en: "Who comes.", sv: "Vem som kommer." },
      example: "Advokatbyrån Ek",
    }),
    department: optional(id, {
      sv: ["förvaltning"],
      doc: {
        en: "The department whose people host the visit.",
        sv: "Förvaltningen vars personal tar emot besöket.",
      },
      empty: { en: "any", sv: "vilken som helst" },
      example: "bygglov",
      refers: "department",
    }),
    weekday: optional(weekdays, {
      sv: ["veckodag", "veckodagar"],
      en: ["weekdays"],
      doc: { en: "Weekdays of the visit.", sv: "Besökets veckodagar." },
      empty: { en: "the office's open days", sv: "kontorets öppetdagar" },
      example: "wed",
      exampleSv: "ons",
    }),
    from: optional(
      time,
      fromWords({ en: "when the office opens", sv: "när kontoret öppnar" }, "13:00"),
    ),
    to: optional(
      time,
      toWords({ en: "when the office closes", sv: "när kontoret stänger" }, "16:00"),
    ),
    weeks: weeksColumn,
    hosts: defaulted(integer({ max: 1000 }), "1", {
      sv: ["värdar"],
      doc: {
        en: "People of ours who must be there as hosts.",
        sv: "Antal av våra som ska vara på plats som värdar.",
      },
      example: "1",
    }),
    rooms: defaulted(integer({ max: 1000 }), "0", {
      sv: ["rum"],
      doc: { en: "Meeting rooms that the visit takes.", sv: "Mötesrum som besöket tar i anspråk." },
      example: "1",
    }),
  },
  row(cells, report): VisitEntry | null {
    if (timeIfGiven(cells.from, cells.to, report, "to") === null) return null;
    return {
      id: cells.visit,
      office: cells.office,
      partner: cells.partner,
      department: cells.department,
      weekdays: cells.weekday,
      from: cells.from,
      to: cells.to,
      weeks: cells.weeks,
      hosts: cells.hosts,
      rooms: cells.rooms,
    };
  },
});
