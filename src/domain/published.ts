import type { IsoDate } from "./calendar.js";
import { groupBy } from "./collections.js";
import type { Instance } from "./instance.js";
import { formatTime, type Interval, union } from "./interval.js";
import { type Assignment, compareAssignments, type OpeningKind } from "./rota.js";

/** Where, as what and when one works: as much of a rota's row as a person notices a change of. */
export interface WorkPiece {
  readonly office: string;
  readonly kind: OpeningKind;
  readonly time: Interval;
}

/** A person's work of one date as a text that is the same exactly when the work is: however it is cut into rows. */
export function workKey(rows: readonly WorkPiece[]): string {
  return [...groupBy(rows, ({ office, kind }) => `${office} ${kind}`)]
    .flatMap(([where, own]) =>
      union(own.map(({ time }) => time)).map(
        ({ from, to }) => `${formatTime(from)} ${formatTime(to)} ${where}`,
      ),
    )
    .sort()
    .join("; ");
}

/**
 * What was announced of a person's work on a date, as far as it is still the employer's to keep: nothing when the person is
 * no longer available during all of it. Taking such a duty away is the person's absence and no change of plans.
 */
export function keepableOn(
  instance: Instance,
  staff: string,
  date: IsoDate,
): readonly Assignment[] {
  const rows = instance.publishedOf(staff, date);
  const times = rows.map(({ time }) => time);
  return instance.unavailableMinutes(staff, date, times) > 0 ? [] : rows;
}

/** The rows with those that touch and are of one person, office, date and kind made one, in canonical order. */
export function joined(rows: readonly Assignment[]): Assignment[] {
  const keyOf = ({ date, staff, office, kind }: Assignment) =>
    [date, staff, office, kind].join("\n");
  return [...groupBy(rows, keyOf).values()]
    .flatMap((own) => union(own.map(({ time }) => time)).map((time) => ({ ...own[0]!, time })))
    .sort(compareAssignments);
}
