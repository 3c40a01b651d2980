import type { LedgerMeasure } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import { carriedByStaff, unbooked } from "../domain/ledger.js";
import { paidOn } from "../domain/paid-time.js";
import type { Assignment } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import { travelMinutes } from "../domain/travel.js";

/** The measures in the order of the file. */
export const LEDGER_MEASURES: readonly LedgerMeasure[] = ["evenings", "duties", "hours", "travel"];

/** What rows of a rota come to by one measure, for each key that a row belongs to: a person, a department, an office. */
export function carriedIn(
  { instance, breaks }: RotaView,
  rows: readonly Assignment[],
  measure: LedgerMeasure,
  keyOf: (row: Assignment) => string,
): Map<string, number> {
  const amountOf = (own: readonly Assignment[]): number => {
    switch (measure) {
      case "evenings":
        return days(own.filter(({ kind }) => kind === "evening")).length;
      case "duties":
        return duties(own).length;
      case "hours":
        return sum(days(own), (day) => paidOn(instance, day, breaks));
      case "travel":
        return sum(
          duties(own),
          ([{ staff, office }]) => 2 * travelMinutes(instance, staff, office),
        );
    }
  };
  return new Map([...groupBy(rows, keyOf)].map(([key, own]) => [key, amountOf(own)]));
}

type Rows = [Assignment, ...Assignment[]];

/** The rows of one person on one date. */
function days(rows: readonly Assignment[]): Rows[] {
  const groups = groupBy(rows, ({ staff, date }) => JSON.stringify([staff, date]));
  return [...groups.values()] as Rows[];
}

/** The rows of one person on one date at one office. */
function duties(rows: readonly Assignment[]): Rows[] {
  const keyOf = ({ staff, date, office }: Assignment) => JSON.stringify([staff, date, office]);
  return [...groupBy(rows, keyOf).values()] as Rows[];
}

/** What each person carried before the period: by the ledger, and by the history after it. */
export function carriedBefore(rota: RotaView, measure: LedgerMeasure): Map<string, number> {
  const booked = carriedByStaff(rota.instance, measure);
  const later = carriedIn(rota, unbooked(rota.instance), measure, ({ staff }) => staff);
  return new Map(
    [...new Set([...booked.keys(), ...later.keys()])].map((staff) => [
      staff,
      (booked.get(staff)?.carried ?? 0) + (later.get(staff) ?? 0),
    ]),
  );
}
