import type { IsoDate } from "./calendar.js";
import type { DemandRow } from "./case.js";
import { memo } from "./collections.js";
import type { EveningWindow, Instance } from "./instance.js";
import { appliesOn, onAllowedWeekday, openingParts } from "./instance.js";
import type { Interval } from "./interval.js";

/** When and where something is asked for. */
export type AskedPlace = Pick<DemandRow, "office" | "date" | "weekdays" | "time">;

/** The part of an office's openings on a date in which a duty does what is asked. */
export interface AskedOpening {
  readonly parts: readonly Interval[];
  /** The evening that must be held for it; null: it lies in the day opening. */
  readonly evening: EveningWindow | null;
}

/**
 * What a demand for duties means on a date: the day opening inside its times; where that has none of them, the evening that
 * could be held on an allowed weekday. Without times it is the day opening, and the evening at an office that never opens in
 * the day. Null: nothing is asked for on the date.
 */
export function askedOpening(
  instance: Instance,
  place: AskedPlace,
  date: IsoDate,
): AskedOpening | null {
  if (!appliesOn(place, date)) return null;
  const day = openingParts(instance.openHours(place.office, date), place.time);
  if (day.length > 0) return { parts: day, evening: null };
  if (place.time === null && opensByDay(instance, place.office)) return null;
  const evening = instance.eveningWindow(place.office, date);
  if (evening === null || !onAllowedWeekday(evening)) return null;
  const parts = openingParts(evening.extra, place.time);
  return parts.length > 0 ? { parts, evening } : null;
}

/** True when the office has a day opening on any date of the period. */
export function opensByDay(instance: Instance, office: string): boolean {
  const known = memo(opensMemo, instance, () => new Map<string, boolean>());
  return memo(known, office, () =>
    instance.dates.some((date) => instance.openHours(office, date).length > 0),
  );
}

const opensMemo = new WeakMap<Instance, Map<string, boolean>>();
