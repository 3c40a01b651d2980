import { dayNumber, type IsoDate } from "../../domain/calendar.js";
import { type Notice, noticeAt, placeIn } from "../notice.js";
import type { TableName } from "../tables/catalog.js";
import type { ParsedRow } from "../tables/read-table.js";
import type { ParsedTables } from "./parsed-case.js";

/** Tables whose dates are days to be planned, not when somebody was employed or what was worked before. */
const PLANNED = [
  ...(["availability", "bookings", "closures", "demand"] as const),
  ...(["hours", "pins", "requests"] as const),
] satisfies TableName[];

/** Dates with this many days between them and any other date of the case belong to another year. */
const APART = 300;

interface Dated {
  readonly table: TableName;
  readonly row: ParsedRow<unknown>;
  readonly date: IsoDate;
}

/**
 * Warns of dates that lie most of a year or more from the other dates of the case: a table that does as a whole, and single
 * rows of a table whose other rows do not.
 */
export function checkYears(tables: ParsedTables): Notice[] {
  const dated = PLANNED.flatMap((table) => datesOf(tables, table));
  const main = mainStretch(dated.map(({ date }) => date));
  if (main === null) return [];
  return PLANNED.flatMap((table) => {
    const own = dated.filter((row) => row.table === table);
    const far = own.filter(({ date }) => date < main.first || date > main.last);
    if (far.length === 0 || far.length * 2 > dated.length) return [];
    const others = `${main.first}..${main.last}`;
    if (far.length === own.length && own.length > 1)
      return [wholeTable(tables, table, far, others)];
    return far.length * 2 > own.length && own.length > 1
      ? []
      : far.map((row) => oneRow(row, others));
  });
}

function datesOf(tables: ParsedTables, table: TableName): Dated[] {
  return (tables[table]?.rows ?? []).flatMap((row) => {
    const [value] = [row.value].flat() as readonly { readonly date?: IsoDate | null }[];
    return value?.date ? [{ table, row, date: value.date }] : [];
  });
}

/** The stretch of dates without a long gap that holds most of them; null when there is one stretch only, or none. */
function mainStretch(dates: readonly IsoDate[]): { first: IsoDate; last: IsoDate } | null {
  const stretches: IsoDate[][] = [];
  for (const date of [...dates].sort()) {
    const last = stretches.at(-1)?.at(-1);
    if (last !== undefined && dayNumber(date) - dayNumber(last) <= APART)
      stretches.at(-1)!.push(date);
    else stretches.push([date]);
  }
  if (stretches.length < 2) return null;
  const most = stretches.reduce((best, next) => (next.length >= best.length ? next : best));
  return { first: most[0]!, last: most.at(-1)! };
}

function wholeTable(
  tables: ParsedTables,
  table: TableName,
  far: readonly Dated[],
  others: string,
): Notice {
  const own = far.map(({ date }) => date).sort();
  const span = `${own[0]}..${own.at(-1)}`;
  return noticeAt(placeIn(tables[table]!.file), {
    code: "odd-together",
    severity: "warning",
    message: {
      en: `all dates of the table (${span}) lie far from the other dates of the case (${others})`,
      sv: `tabellens alla datum (${span}) ligger långt från underlagets övriga datum (${others})`,
    },
  });
}

function oneRow({ row, date }: Dated, others: string): Notice {
  return noticeAt(row.place("date"), {
    code: "odd-together",
    severity: "warning",
    message: {
      en: `${date} lies far from the other dates of the case (${others}); is the year right?`,
      sv: `${date} ligger långt från underlagets övriga datum (${others}); stämmer året?`,
    },
  });
}
