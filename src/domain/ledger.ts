import type { IsoMonth } from "./calendar.js";
import { addDays, monthOf } from "./calendar.js";
import type { LedgerMeasure, LedgerRow } from "./case.js";
import { memo } from "./collections.js";
import type { Instance } from "./instance.js";
import type { Assignment } from "./rota.js";
import { compareText } from "./rota.js";
import { earlierAssignments } from "./rota-view.js";

/** How one measure of a person, or of a department (staff null), stands when the period begins. */
export interface OpeningBalance extends Pick<LedgerRow, "staff" | "department" | "measure"> {
  readonly carried: number;
  readonly balance: number;
}

/** What the ledger says of the time before the period. */
export interface OpeningLedger {
  /** The last month that it counts; null: there is no ledger of the time before. */
  readonly month: IsoMonth | null;
  readonly balances: readonly OpeningBalance[];
}

/**
 * The ledger as the period begins: what rows of its own month say of the time before it, so that a month can be planned
 * again beside its own ledger; else the end of the last month before. Rows of later months say nothing.
 */
export function openingLedger(instance: Instance): OpeningLedger {
  return memo(openings, instance, () => {
    const { first } = instance.period;
    const own = instance.theCase.ledger.filter(({ month }) => month === monthOf(first));
    const before = own.flatMap(({ before: carried, balanceBefore: balance, ...row }) =>
      carried === null || balance === null ? [] : [{ ...row, carried, balance }],
    );
    if (before.length > 0) return { month: monthBefore(first), balances: before };
    const earlier = instance.theCase.ledger.filter(({ month }) => month < monthOf(first));
    const month =
      earlier
        .map((row) => row.month)
        .toSorted(compareText)
        .at(-1) ?? null;
    const last = earlier.filter((row) => row.month === month);
    return { month, balances: last.map(({ after, ...row }) => ({ ...row, carried: after })) };
  });
}

const openings = new WeakMap<Instance, OpeningLedger>();

function monthBefore(date: string): IsoMonth {
  return monthOf(addDays(`${monthOf(date)}-01`, -1));
}

/** What the ledger says of one measure, by person. */
export function carriedByStaff(
  instance: Instance,
  measure: LedgerMeasure,
): ReadonlyMap<string, OpeningBalance> {
  const rows = openingLedger(instance).balances.filter((row) => row.measure === measure);
  return new Map(rows.flatMap((row) => (row.staff === null ? [] : [[row.staff, row]])));
}

/** What the ledger says of one measure, by lending department. */
export function carriedByDepartment(
  instance: Instance,
  measure: LedgerMeasure,
): ReadonlyMap<string, OpeningBalance> {
  const rows = openingLedger(instance).balances.filter((row) => row.measure === measure);
  return new Map(rows.flatMap((row) => (row.staff === null ? [[row.department, row]] : [])));
}

/** The rows of the history that no ledger counts yet: those after its last month. */
export function unbooked(instance: Instance): readonly Assignment[] {
  const { month } = openingLedger(instance);
  const earlier = earlierAssignments(instance);
  return month === null ? earlier : earlier.filter(({ date }) => monthOf(date) > month);
}
