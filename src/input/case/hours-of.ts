import type { IsoDate, Weekday } from "../../domain/calendar.js";
import { weekdayOf } from "../../domain/calendar.js";
import type { Closure, HoursRow, Office } from "../../domain/case.js";
import { groupBy } from "../../domain/collections.js";
import { publicHolidays } from "../../domain/public-holidays.js";
import type { HoursEntry } from "../tables/hours.js";

/** What says on which days an office is usually open. */
export interface UsualDays {
  readonly offices: readonly Office[];
  readonly closures: readonly Closure[];
}

/**
 * The opening hours that rows as written come to. A row for one office replaces those parts of rows for all offices that
 * have the same date, or the same weekday in the same weeks; a range of dates is for the days when the office is usually
 * open; of rows with dates those for fewest days hold.
 */
export function hoursOf(entries: readonly HoursEntry[], usual: UsualDays): HoursRow[] {
  const own = new Set(entries.flatMap((entry) => keysOf(entry, entry.office)));
  const rows = entries.flatMap((entry) =>
    (entry.office === null ? usual.offices.map(({ id }) => id) : [entry.office]).flatMap((office) =>
      ofOffice(entry, office, own),
    ),
  );
  const dated = rows.filter(({ date }) => date !== null);
  const weekly = rows.filter(({ date }) => date === null);
  const inRanges = dated.filter((row) => isUsual(row, weekly, usual));
  return [...weekly, ...fewestDays(inRanges)].map(plain);
}

type OfOffice = HoursEntry & { readonly office: string };

/** The keys of the days that a row is for. */
function keysOf({ date, weekdays, weeks = "all" }: HoursEntry, office: string | null): string[] {
  const days: readonly (IsoDate | Weekday)[] = date === null ? weekdays : [date];
  return days.map((day) => JSON.stringify([office, day, date === null ? weeks : null]));
}

/** What is left of a row for one of its offices when rows for that office alone are taken from it. */
function ofOffice(entry: HoursEntry, office: string, own: ReadonlySet<string>): OfOffice[] {
  if (entry.office !== null) return [{ ...entry, office }];
  if (entry.date !== null)
    return keysOf(entry, office).some((key) => own.has(key)) ? [] : [{ ...entry, office }];
  const keys = keysOf(entry, office);
  const weekdays = entry.weekdays.filter((_, i) => !own.has(keys[i]!));
  return weekdays.length === 0 ? [] : [{ ...entry, office, weekdays }];
}

/** True for a row of a range of dates on a day that it is meant for: no holiday or closed day, and usually open. */
function isUsual(row: OfOffice, weekly: readonly OfOffice[], usual: UsualDays): boolean {
  const { office, span, open, namesWeekdays } = row;
  const date = row.date!;
  if (open === null || span === null || span <= 1) return true;
  const closed = usual.closures.some(
    (closure) => closure.date === date && (closure.office ?? office) === office,
  );
  if (closed || publicHolidays({ first: date, last: date }).has(date)) return false;
  if (namesWeekdays) return true;
  const weekday = weekdayOf(date);
  const changed = weekly.filter(
    (other) => other.office === office && other.weekdays.includes(weekday),
  );
  if (changed.length > 0) return changed.some((other) => other.open !== null);
  const { open: hours = null, openDays = [] } = usual.offices.find(({ id }) => id === office) ?? {};
  return hours !== null && openDays.includes(weekday);
}

/** The rows for fewest days of each office and date. */
function fewestDays(rows: readonly OfOffice[]): OfOffice[] {
  const days = groupBy(rows, ({ office, date }) => JSON.stringify([office, date]));
  return [...days.values()].flatMap((same) => {
    const least = Math.min(...same.map(({ span }) => span ?? 0));
    return same.filter(({ span }) => span === least);
  });
}

/** A row without what only the reading of it needs. */
function plain({ span: _, namesWeekdays: __, ...row }: OfOffice): HoursRow {
  return row;
}
