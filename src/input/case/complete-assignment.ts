import { monthOf, weekdayOf } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { appliesOn } from "../../domain/instance.js";
import { contains, type Interval } from "../../domain/interval.js";
import type { Assignment, OpeningKind } from "../../domain/rota.js";
import type { RotaEntry } from "../tables/rota.js";

/**
 * Fills in what a rota may leave out. The department is the person's own; empty when the person is unknown. The kind is
 * `evening` inside the office's evening time and outside its opening hours, else `day`.
 */
export function completeAssignments(
  entries: readonly RotaEntry[],
  theCase: Case | null,
): Assignment[] {
  const departments = new Map(theCase?.staff.map(({ id, department }) => [id, department]));
  return entries.map((entry) => ({
    date: entry.date,
    office: entry.office,
    kind: entry.kind ?? (theCase === null ? "day" : kindOf(entry, theCase)),
    time: entry.time,
    staff: entry.staff,
    department: entry.department ?? departments.get(entry.staff) ?? "",
    status: entry.status,
    ...(entry.breakTime && { breakTime: entry.breakTime }),
  }));
}

function kindOf(entry: RotaEntry, theCase: Case): OpeningKind {
  const rows = theCase.evenings.filter(({ office }) => office === entry.office);
  const ownMonth = rows.find(({ month }) => month === monthOf(entry.date));
  const window = (ownMonth ?? rows.find(({ month }) => month === null))?.time;
  if (!window || !contains(window, entry.time)) return "day";
  const open = openingHours(entry, theCase);
  return open.some((hours) => contains(hours, entry.time)) ? "day" : "evening";
}

/** The office's opening hours on a date, as offices.csv and hours.csv give them. */
function openingHours({ office, date }: RotaEntry, theCase: Case): Interval[] {
  const weekday = weekdayOf(date);
  const own = theCase.hours.filter((row) => row.office === office);
  const dated = own.filter((row) => row.date === date);
  const weekly = own.filter((row) => row.date === null && appliesOn(row, date));
  const replaced = dated.length > 0 ? dated : weekly;
  if (replaced.length > 0) return replaced.flatMap(({ open }) => (open ? [open] : []));
  const usual = theCase.offices.find(({ id }) => id === office);
  return usual?.open && usual.openDays.includes(weekday) ? [usual.open] : [];
}
