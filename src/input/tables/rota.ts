import { contains, formatTime, type Interval } from "../../domain/interval.js";
import type { Assignment, OpeningKind } from "../../domain/rota.js";
import { date, time } from "../values/dates.js";
import { choice, id } from "../values/texts.js";
import { fromWords, staffColumn, timeOf, toWords } from "./common.js";
import { defaulted, defineTable, optional, type Report, required, type Table } from "./table.js";

/** A row of a rota as written: the kind and the department may be left out. */
export interface RotaEntry extends Omit<Assignment, "kind" | "department"> {
  readonly kind: OpeningKind | null;
  readonly department: string | null;
}

/** rota.csv: one person at one office for one unbroken time of one kind. */
export const rota = defineTable({
  file: "rota.csv",
  swedishFiles: ["schema.csv"],
  required: false,
  purpose: {
    en: "A rota: one row is one person at one office for one unbroken time",
    sv: "Ett schema: en rad är en person på ett kontor under en sammanhängande tid",
  },
  columns: {
    date: required(date, {
      sv: ["datum"],
      doc: { en: "The date of the duty.", sv: "Arbetspassets datum." },
      example: "2026-11-03",
    }),
    office: required(id, {
      sv: ["kontor"],
      doc: { en: "The office.", sv: "Kontoret." },
      example: "Sätra",
      refers: "office",
    }),
    kind: optional(
      choice({ day: { en: ["day"], sv: ["dag"] }, evening: { en: ["evening"], sv: ["kväll"] } }),
      {
        sv: ["slag", "typ"],
        doc: {
          en: "day or evening; a duty across both is two rows.",
          sv: "dag eller kväll; ett pass över båda är två rader.",
        },
        empty: {
          en: "evening inside the office's evening time and outside its opening hours, else day",
          sv: "kväll inom kontorets kvällstid och utanför dess öppettider, annars dag",
        },
        example: "evening",
        exampleSv: "kväll",
      },
    ),
    from: required(time, fromWords(undefined, "16:00")),
    to: required(time, toWords(undefined, "18:00")),
    staff: staffColumn,
    department: optional(id, {
      sv: ["förvaltning"],
      doc: {
        en: "The department that lends the person.",
        sv: "Förvaltningen som lånar ut personen.",
      },
      empty: { en: "the person's own", sv: "personens egen" },
      example: "socialtjänst",
      refers: "department",
    }),
    status: defaulted(
      choice({
        planned: { en: ["planned"], sv: ["planerad", "planerat"] },
        pinned: { en: ["pinned"], sv: ["låst"] },
      }),
      "planned",
      {
        sv: ["status"],
        doc: {
          en: "pinned: decided beforehand in pins.csv.",
          sv: "låst: bestämt i förväg i pins.csv.",
        },
        example: "planned",
        exampleSv: "planerad",
      },
    ),
    break_from: optional(time, {
      sv: ["rast_från"],
      doc: {
        en: "When the person's break begins, as HH:MM; the person is not counted then.",
        sv: "När personens rast börjar, som TT:MM; personen räknas inte då.",
      },
      empty: { en: "no break in this row", sv: "ingen rast på raden" },
      example: "17:00",
    }),
    break_to: optional(time, {
      sv: ["rast_till"],
      doc: { en: "When the break ends, as HH:MM.", sv: "När rasten slutar, som TT:MM." },
      empty: { en: "as break_from", sv: "som rast_från" },
      example: "17:30",
    }),
  },
  row(cells, report): RotaEntry | null {
    const interval = timeOf(cells.from, cells.to, report, "to");
    if (interval === null) return null;
    const { date: day, office, kind, staff, department, status } = cells;
    const entry = { date: day, office, kind, time: interval, staff, department, status };
    if (cells.break_from === null && cells.break_to === null) return entry;
    const breakTime = breakOf(cells.break_from, cells.break_to, interval, report);
    return breakTime === null ? null : { ...entry, breakTime };
  },
});

/** The break of a row; reported and null when it is half given, backwards or not inside the row's own time. */
function breakOf(
  from: number | null,
  to: number | null,
  inside: Interval,
  report: Report<"break_from" | "break_to">,
): Interval | null {
  const isBreak = from !== null && to !== null && from < to;
  if (isBreak && contains(inside, { from, to })) return { from, to };
  const own = `${formatTime(inside.from)}–${formatTime(inside.to)}`;
  return report(from === null ? "break_from" : "break_to", {
    code: "wrong-combination",
    message: {
      en: "break_from and break_to are no break inside the row's time",
      sv: "rast_från och rast_till är ingen rast inom radens tid",
    },
    expected: {
      en: `both or neither, the first before the second, within ${own}`,
      sv: `båda eller ingen, den första före den andra, inom ${own}`,
    },
  });
}

/** history.csv: an earlier rota. Its people and offices may have left, so it refers to nothing. */
export const history: Table<RotaEntry> = {
  ...rota,
  file: "history.csv",
  swedishFiles: ["historik.csv"],
  purpose: {
    en: "An earlier rota, in the format of rota.csv, so that rest, runs and averages reach back over the month's edge",
    sv: "Ett tidigare schema, i samma format som rota.csv, så att vila, arbetsdagar i följd och genomsnitt räknas över månadsskiftet",
  },
  columns: withoutReferences(rota.columns),
};

/** published.csv: the rota as it was announced. Its people and offices may have left, so it refers to nothing. */
export const published: Table<RotaEntry> = {
  ...rota,
  file: "published.csv",
  swedishFiles: ["publicerat.csv"],
  purpose: {
    en: "The rota as it was announced to the staff, in the format of rota.csv, so that changes to it are few and told in time",
    sv: "Schemat som det meddelades personalen, i samma format som rota.csv, så att det ändras så lite som möjligt och i god tid",
  },
  columns: withoutReferences(rota.columns),
};

function withoutReferences(columns: Table<RotaEntry>["columns"]): Table<RotaEntry>["columns"] {
  return new Map([...columns].map(([name, { refers: _, ...column }]) => [name, column]));
}
