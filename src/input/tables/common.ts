import type { Interval } from "../../domain/interval.js";
import { formatTime } from "../../domain/interval.js";
import { time, WHOLE_DAY } from "../values/dates.js";
import { idOrAll, personId } from "../values/texts.js";
import { type Column, type ColumnWords, optional, type Report, required } from "./table.js";

/** A staff column: the id by which a person is known in all tables. */
export const staffColumn: Column<string> = required(personId, {
  sv: ["personal", "person", "medarbetare"],
  doc: {
    en: "The person, by the short name or staff id that all files use. Never a personal identity number.",
    sv: "Personen, med det kortnamn eller anställnings-id som alla filer använder. Aldrig personnummer.",
  },
  example: "anna",
  refers: "staff",
});

/** An office column where `*` stands for every office; null then. */
export const officeOrAll: Column<string | null> = required(idOrAll, {
  sv: ["kontor"],
  doc: {
    en: "The office, as in offices.csv; * for every office. A row for one office beats a row for all.",
    sv: "Kontoret, som i offices.csv; * för alla kontor. En rad för ett kontor går före en rad för alla.",
  },
  example: "Sätra",
  refers: "office",
});

/** Words for a column with the start of a time; `empty` says what an empty cell means. */
export function fromWords(empty: ColumnWords["empty"], example = "08:00"): ColumnWords {
  return {
    sv: ["från"],
    doc: { en: "Start, as HH:MM.", sv: "Start, som TT:MM." },
    ...(empty && { empty }),
    example,
  };
}

/** Words for a column with the end of a time. */
export function toWords(empty: ColumnWords["empty"], example = "17:00"): ColumnWords {
  return {
    sv: ["till"],
    doc: { en: "End, as HH:MM; at most 24:00.", sv: "Slut, som TT:MM; högst 24:00." },
    ...(empty && { empty }),
    example,
  };
}

/** A start that may be left out: the day's start then. */
export const fromOrDayStart = optional(time, fromWords({ en: "00:00", sv: "00:00" }));

/** An end that may be left out: the day's end then. */
export const toOrDayEnd = optional(time, toWords({ en: "24:00", sv: "24:00" }));

/** The time between two cells; a missing start or end is the day's. Reported and null when it does not end after it starts. */
export function timeOf<Name extends string>(
  from: number | null,
  to: number | null,
  report: Report<Name>,
  column: Name,
): Interval | null {
  const interval = { from: from ?? WHOLE_DAY.from, to: to ?? WHOLE_DAY.to };
  if (interval.to > interval.from) return interval;
  const start = formatTime(interval.from);
  const end = formatTime(interval.to);
  return report(column, {
    code: "wrong-combination",
    message: {
      en: `${end} is not after the start ${start}`,
      sv: `${end} är inte efter starten ${start}`,
    },
    expected: { en: `a time after ${start}`, sv: `ett klockslag efter ${start}` },
    suggestion:
      to === 0
        ? { en: 'Midnight as an end is "24:00".', sv: 'Midnatt som slut skrivs "24:00".' }
        : null,
  });
}

/** The time between two cells, or undefined when both are empty. */
export function timeIfGiven<Name extends string>(
  from: number | null,
  to: number | null,
  report: Report<Name>,
  column: Name,
): Interval | null | undefined {
  return from === null && to === null ? undefined : timeOf(from, to, report, column);
}

/** Opening hours of two cells: undefined when both are empty; reported and null when only one is. */
export function openOf<Name extends string>(
  opens: number | null,
  closes: number | null,
  report: Report<Name>,
  columns: readonly [opens: Name, closes: Name],
): Interval | null | undefined {
  if ((opens === null) === (closes === null)) return timeIfGiven(opens, closes, report, columns[1]);
  return report(columns[opens === null ? 0 : 1], {
    code: "wrong-combination",
    message: {
      en: "give both the opening and the closing time, or neither",
      sv: "ange både öppnings- och stängningstid, eller ingen av dem",
    },
  });
}

/** Reports that a greatest value lies below the least one; true when it does. */
export function reportBelow<Name extends string>(
  least: number | null,
  most: number | null,
  report: Report<Name>,
  column: Name,
): boolean {
  if (least === null || most === null || most >= least) return false;
  report(column, {
    code: "wrong-combination",
    message: {
      en: "the value is less than the least one in the same row",
      sv: "värdet är lägre än det minsta på samma rad",
    },
  });
  return true;
}
