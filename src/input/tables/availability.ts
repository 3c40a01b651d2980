import type { AvailabilityRow } from "../../domain/case.js";
import type { Text } from "../../domain/text.js";
import { choice, id, withoutReasons } from "../values/texts.js";
import { fromOrDayStart, staffColumn, timeOf, toOrDayEnd } from "./common.js";
import {
  dateOrWeekday,
  datesOrWeekday,
  daysOf,
  type OnDays,
  toDate,
  weekdayOrDate,
  weeksColumn,
} from "./days.js";
import { defaulted, defineTable, required } from "./table.js";

/** Words that may mean away from work or free to work. */
const AWAY_OR_FREE: Readonly<Record<string, Text>> = Object.fromEntries(
  ["ledig", "semester", "ledigt", "lov", "free", "off", "leave", "holiday", "vacation"].map(
    (word) => [
      word,
      {
        en: 'Write "unavailable" of somebody who is away, "available" of somebody who can work.',
        sv: 'Skriv "ej_tillgänglig" om den som är borta, "tillgänglig" om den som kan arbeta.',
      },
    ],
  ),
);

/** An availability row of one date, or of weekdays, with the number of days that it was written for. */
export type AvailabilityEntry = AvailabilityRow & OnDays;

/** availability.csv: when each department lends each person. */
export const availability = defineTable({
  file: "availability.csv",
  swedishFiles: ["tillgänglighet.csv"],
  required: true,
  purpose: {
    en: "When each person can work at the offices, as the lending department says",
    sv: "När varje person kan arbeta på kontoren, enligt den förvaltning som lånar ut",
  },
  notes: [
    {
      en: "A day without a row is a day when the person is not available.",
      sv: "En dag utan rad är en dag då personen inte är tillgänglig.",
    },
    {
      en: "A row with a date that says available replaces the person's weekday rows for that date. One that says unavailable, prefer or avoid lies on top of them: unavailable 13:00 to 14:00 takes that hour only.",
      sv: "En rad med datum som säger tillgänglig ersätter personens veckodagsrader för det datumet. En som säger ej_tillgänglig, gärna eller helst_inte läggs ovanpå dem: ej_tillgänglig 13:00 till 14:00 tar bara den timmen.",
    },
    {
      en: "Of rows with ranges of dates, the one for fewer days holds: a single date on which somebody comes in beats a month's leave.",
      sv: "Av rader med intervall av datum gäller den för färre dagar: ett enda datum då någon kommer in går före en månads ledighet.",
    },
    {
      en: "Give no reason for absence: rota refuses such a column.",
      sv: "Ange inga skäl till frånvaro: rota tar inte emot en sådan kolumn.",
    },
  ],
  either: [dateOrWeekday(false)],
  columns: {
    staff: staffColumn,
    department: required(id, {
      sv: ["förvaltning"],
      doc: {
        en: "The department that lends the person.",
        sv: "Förvaltningen som lånar ut personen.",
      },
      example: "socialtjänst",
      refers: "department",
    }),
    date: datesOrWeekday,
    weekday: weekdayOrDate,
    from: fromOrDayStart,
    to: toOrDayEnd,
    status: defaulted(
      withoutReasons(
        choice(
          {
            available: { en: ["available", "yes"], sv: ["tillgänglig", "kan", "ja"] },
            unavailable: {
              en: ["unavailable", "not_available", "away", "absent", "busy", "no"],
              sv: [
                ...["ej_tillgänglig", "inte_tillgänglig", "otillgänglig"],
                ...["frånvarande", "borta", "upptagen", "kan_inte", "kan_ej", "nej"],
              ],
            },
            prefer: { en: ["prefer"], sv: ["gärna"] },
            avoid: { en: ["avoid"], sv: ["helst_inte", "helst_ej"] },
          },
          AWAY_OR_FREE,
        ),
      ),
      "available",
      {
        sv: ["status"],
        doc: {
          en: "available; unavailable; prefer (gladly); avoid (only if it must be).",
          sv: "tillgänglig; ej_tillgänglig; gärna; helst_inte (bara om det behövs).",
        },
        example: "available",
        exampleSv: "tillgänglig",
      },
    ),
    to_date: toDate,
    weeks: weeksColumn,
  },
  row(cells, report): readonly AvailabilityEntry[] | null {
    const time = timeOf(cells.from, cells.to, report, "to");
    const days = daysOf(cells, report);
    if (time === null || days === null) return null;
    const { staff, department, status } = cells;
    return days.map((day) => ({ ...day, staff, department, time, status }));
  },
});
