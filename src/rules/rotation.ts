import type { IsoDate } from "../domain/calendar.js";
import { addDays } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import { earlierAssignments } from "../domain/rota-view.js";

/** A person on a date of the history: the offices worked at, and whether an evening was served. */
export interface EarlierDay {
  readonly staff: string;
  readonly date: IsoDate;
  readonly offices: ReadonlySet<string>;
  readonly evening: boolean;
}

/** The working days of all people in the last weeks before the period. */
export function earlierDays(instance: Instance, weeks: number): EarlierDay[] {
  const from = addDays(instance.period.first, -7 * weeks);
  const days = new Map<
    string,
    { staff: string; date: IsoDate; offices: Set<string>; evening: boolean }
  >();
  for (const { staff, date, office, kind } of earlierAssignments(instance)) {
    if (date < from) continue;
    const key = `${date} ${staff}`;
    const day = days.get(key) ?? { staff, date, offices: new Set(), evening: false };
    day.offices.add(office);
    day.evening ||= kind === "evening";
    days.set(key, day);
  }
  return [...days.values()];
}
