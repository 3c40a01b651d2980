import type { Office } from "../../domain/case.js";
import { time, weekdays } from "../values/dates.js";
import { integer } from "../values/numbers.js";
import { choice, id, text } from "../values/texts.js";
import { openOf } from "./common.js";
import { defaulted, defineTable, optional, required } from "./table.js";

/** offices.csv: the offices and their usual day opening. */
export const offices = defineTable({
  file: "offices.csv",
  swedishFiles: ["kontor.csv"],
  required: true,
  purpose: {
    en: "The offices, with their usual opening hours in the daytime",
    sv: "Kontoren, med deras vanliga öppettider på dagtid",
  },
  key: ["office"],
  columns: {
    office: required(id, {
      sv: ["kontor"],
      doc: {
        en: "The office's short name; all other files use it.",
        sv: "Kontorets kortnamn; alla andra filer använder det.",
      },
      example: "Sätra",
    }),
    name: optional(text, {
      sv: ["namn"],
      doc: { en: "The name that the public sees.", sv: "Namnet som allmänheten ser." },
      empty: { en: "as office", sv: "som kontor" },
      example: "Medborgarkontor Sätra",
    }),
    area: optional(text, {
      sv: ["område"],
      doc: {
        en: "District; offices of the same area count as neighbours.",
        sv: "Stadsdel eller område; kontor i samma område räknas som grannar.",
      },
      example: "Norr",
    }),
    open_days: defaulted(weekdays, "mon-fri", {
      sv: ["öppetdagar", "öppna_dagar"],
      doc: {
        en: "The weekdays that opens and closes hold for.",
        sv: "Veckodagarna som öppnar och stänger gäller.",
      },
      example: "mon-fri",
      exampleSv: "mån-fre",
    }),
    opens: optional(time, {
      sv: ["öppnar"],
      doc: { en: "Opening time, HH:MM.", sv: "Öppningstid, TT:MM." },
      empty: {
        en: "no opening in the daytime, evenings only",
        sv: "inget öppet på dagtid, bara kvällar",
      },
      example: "08:00",
    }),
    closes: optional(time, {
      sv: ["stänger"],
      doc: {
        en: "Closing time, HH:MM; given with opens.",
        sv: "Stängningstid, TT:MM; anges ihop med öppnar.",
      },
      empty: { en: "as opens", sv: "som öppnar" },
      example: "16:00",
    }),
    min_staff: defaulted(integer({ max: 1000 }), "1", {
      sv: ["minst_personal"],
      doc: {
        en: "Least number of people at the office while it is open in the daytime.",
        sv: "Minsta antal personer på kontoret medan det är öppet på dagtid.",
      },
      example: "2",
    }),
    desks: optional(integer({ min: 1, max: 10_000 }), {
      sv: ["platser", "arbetsplatser"],
      doc: {
        en: "Most people who can work there at once.",
        sv: "Högsta antal personer som kan arbeta där samtidigt.",
      },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "4",
    }),
    rooms: defaulted(integer({ max: 10_000 }), "0", {
      sv: ["rum"],
      doc: {
        en: "Meeting rooms, for visits and bookings.",
        sv: "Mötesrum, för besök och bokningar.",
      },
      example: "1",
    }),
    residents: optional(integer(), {
      sv: ["invånare"],
      doc: {
        en: "People who live in the office's area, for comparing service between areas.",
        sv: "Antal invånare i kontorets område, för att jämföra servicen mellan områden.",
      },
      example: "12000",
    }),
    min_staff_break: optional(integer({ max: 1000 }), {
      sv: ["minst_personal_rast"],
      doc: {
        en: "Least number of people who stay at the office by day while others have their break.",
        sv: "Minsta antal personer som är kvar på kontoret på dagen medan andra har rast.",
      },
      empty: {
        en: "one fewer than min_staff, but at least 1",
        sv: "en färre än minst_personal, men minst 1",
      },
      example: "1",
    }),
    breaks: defaulted(
      choice({
        unpaid: { en: ["unpaid"], sv: ["rast"] },
        meal: { en: ["meal"], sv: ["måltidsuppehåll"] },
      }),
      "unpaid",
      {
        sv: ["raster"],
        doc: {
          en: "unpaid: people leave for their break and are not counted meanwhile; meal: they eat on the spot, paid and counted (Arbetstidslagen 17 §).",
          sv: "rast: de går ifrån under rasten och räknas inte då; måltidsuppehåll: de äter på plats, betalt och medräknade (arbetstidslagen 17 §).",
        },
        example: "unpaid",
        exampleSv: "rast",
      },
    ),
  },
  row(cells, report): Office | null {
    const open = openOf(cells.opens, cells.closes, report, ["opens", "closes"]);
    if (open === null) return null;
    return {
      id: cells.office,
      name: cells.name ?? cells.office,
      area: cells.area,
      openDays: cells.open_days,
      open: open ?? null,
      minStaff: cells.min_staff,
      minStaffBreak: cells.min_staff_break,
      breaks: cells.breaks === "meal" ? "meal" : null,
      desks: cells.desks,
      rooms: cells.rooms,
      residents: cells.residents,
    };
  },
});
