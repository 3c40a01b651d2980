import type { Weekday } from "../../domain/calendar.js";
import { weekdayOf } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { Instance } from "../../domain/instance.js";
import type { Interval } from "../../domain/interval.js";
import { publicHolidays } from "../../domain/public-holidays.js";

/** The times at which an office may be open on a weekday, in some week or on some date: by day or in an evening. */
export function openingsOn(theCase: Case, office: string, weekday: Weekday): readonly Interval[] {
  const rows = theCase.hours.filter((row) => row.office === office);
  const dated = rows.filter(({ date }) => date !== null && weekdayOf(date) === weekday);
  const weekly = rows.filter(({ weekdays }) => weekdays.includes(weekday));
  const place = theCase.offices.find(({ id }) => id === office);
  const usual = place?.open && place.openDays.includes(weekday) ? [place.open] : [];
  const byDay = weekly.length > 0 ? weekly : usual.map((open) => ({ open }));
  const evenings = theCase.evenings
    .filter((row) => row.office === office && row.weekdays.includes(weekday))
    .map(({ time }) => time);
  return [...[...byDay, ...dated].flatMap(({ open }) => (open ? [open] : [])), ...evenings];
}

/** A case on the given dates, with their public holidays; null when there are no dates. */
export function onDates(theCase: Case, dates: readonly string[]): Instance | null {
  const sorted = [...dates].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return new Instance(theCase, { first, last: first }, publicHolidays({ first, last }));
}
