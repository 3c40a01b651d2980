import type { IsoDate } from "../../domain/calendar.js";
import type { AvailabilityRow } from "../../domain/case.js";
import { groupBy } from "../../domain/collections.js";
import { appliesOn } from "../../domain/instance.js";
import type { AvailabilityEntry } from "../tables/availability.js";
import { WHOLE_DAY } from "../values/dates.js";

/**
 * The availability that rows as written come to. On a date with rows of its own the available times are those of the rows
 * for fewest days, and the weekday rows where no row with a date says available; rows that take away or colour
 * (unavailable, prefer, avoid) lie on top, unless they are for more days than the available times.
 */
export function availabilityOf(entries: readonly AvailabilityEntry[]): AvailabilityRow[] {
  return [...groupBy(entries, (entry) => entry.staff).values()].flatMap((own) => {
    const weekly = own.filter(({ date }) => date === null).map(plain);
    const dated = groupBy(
      own.filter(({ date }) => date !== null),
      ({ date }) => date!,
    );
    return [
      ...weekly,
      ...[...dated].flatMap(([date, rows]) => rowsOfDate(date, rows, weekly).map(plain)),
    ];
  });
}

function rowsOfDate(
  date: IsoDate,
  rows: readonly AvailabilityEntry[],
  weekly: readonly AvailabilityRow[],
): readonly (AvailabilityRow | AvailabilityEntry)[] {
  const given = rows.filter(({ status }) => status === "available");
  const least = Math.min(...given.map(({ span }) => span ?? 0));
  if (given.length > 0) {
    return rows.filter(({ status, span }) =>
      status === "available" ? span === least : (span ?? 0) <= least,
    );
  }
  const away = rows.find(({ status, time }) => status === "unavailable" && isWhole(time));
  if (away !== undefined) return rows;
  const usual = weekly.filter((row) => appliesOn(row, date));
  return [...rows, ...usual.map(({ weeks: _, ...row }) => ({ ...row, date, weekdays: [] }))];
}

function isWhole({ from, to }: AvailabilityRow["time"]): boolean {
  return from <= WHOLE_DAY.from && to >= WHOLE_DAY.to;
}

/** A row without the number of days that it was written for. */
function plain(row: AvailabilityRow | AvailabilityEntry): AvailabilityRow {
  const { staff, department, date, weekdays, weeks, time, status } = row;
  return { date, weekdays, ...(weeks && { weeks }), staff, department, time, status };
}
