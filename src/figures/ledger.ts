import type { IsoMonth } from "../domain/calendar.js";
import type { LedgerMeasure, LedgerRow } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import { carriedByDepartment, carriedByStaff, openingLedger, unbooked } from "../domain/ledger.js";
import { carriedEvenings, fairEvenings } from "../domain/quota.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import { fairWork } from "../domain/workload.js";
import type { ReportLedgerLine } from "../outputs/report.js";
import { carriedBefore, carriedIn, LEDGER_MEASURES } from "./measures.js";

/**
 * The ledger of the loan: for each person, and for each department that lends, what was carried before the period, in it
 * and after it, against the fair share; the balance runs on from month to month. People who have left keep their lines.
 *
 * A fair share is of what was carried in this period, whatever the balances are: evenings by degree of employment and pro
 * rata for those away for a part, duties and hours by the time lent, journeys by the fair hours. A department's share is
 * its people's, and of hours the one agreed in departments.csv, if any.
 */
export function ledgerOf(rota: RotaView): ReportLedgerLine[] {
  return LEDGER_MEASURES.flatMap((measure) => {
    const people = personLines(rota, measure);
    return [...people, ...departmentLines(rota, measure, people)];
  });
}

function personLines(rota: RotaView, measure: LedgerMeasure): ReportLedgerLine[] {
  const { instance } = rota;
  const shares = fairSharesOf(rota, measure);
  const now = carriedIn(rota, rota.rota.assignments, measure, ({ staff }) => staff);
  const before = carriedBefore(rota, measure);
  const booked = carriedByStaff(instance, measure);
  const known = new Map(instance.theCase.staff.map(({ id, department }) => [id, department]));
  const evenings = measure === "evenings" ? carriedEvenings(instance) : null;
  return [...new Set([...known.keys(), ...before.keys()])].sort(compareText).map((staff) =>
    lineOf({
      staff,
      department: known.get(staff) ?? booked.get(staff)?.department ?? lenderOf(rota, staff),
      measure,
      before: before.get(staff) ?? 0,
      actual: now.get(staff) ?? 0,
      share: shares.get(staff) ?? 0,
      balanceBefore: evenings?.balance(staff) ?? booked.get(staff)?.balance ?? 0,
    }),
  );
}

/** The department that lent somebody who has left, by the last row of the history. */
function lenderOf(rota: RotaView, staff: string): string {
  return rota.historyOf(staff).at(-1)?.department ?? "";
}

function departmentLines(
  rota: RotaView,
  measure: LedgerMeasure,
  people: readonly ReportLedgerLine[],
): ReportLedgerLine[] {
  const { instance } = rota;
  const now = carriedIn(rota, rota.rota.assignments, measure, ({ department }) => department);
  const before = carriedIn(rota, unbooked(instance), measure, ({ department }) => department);
  const booked = carriedByDepartment(instance, measure);
  const own = groupBy(people, ({ department }) => department);
  const agreed = new Map(instance.theCase.departments.map(({ id, share }) => [id, share]));
  const all = sum(now.values(), (amount) => amount);
  const isKnown = openingLedger(instance).month !== null;
  return [...new Set([...agreed.keys(), ...booked.keys(), ...now.keys(), ...own.keys()])]
    .filter((department) => department !== "")
    .sort(compareText)
    .map((department) => {
      const part = measure === "hours" ? (agreed.get(department) ?? null) : null;
      const lines = own.get(department) ?? [];
      return lineOf({
        staff: null,
        department,
        measure,
        before: (booked.get(department)?.carried ?? 0) + (before.get(department) ?? 0),
        actual: now.get(department) ?? 0,
        share: part === null ? sum(lines, ({ share }) => share) : part * all,
        balanceBefore: isKnown
          ? (booked.get(department)?.balance ?? 0)
          : sum(lines, ({ balanceBefore }) => balanceBefore),
      });
    });
}

/** What each person should carry of all that was carried in the period. */
function fairSharesOf(rota: RotaView, measure: LedgerMeasure): ReadonlyMap<string, number> {
  const { instance } = rota;
  const rows = rota.rota.assignments;
  const at = (of: LedgerMeasure) => {
    const carried = carriedIn(rota, rows, of, ({ office }) => office);
    return instance.theCase.offices.map(({ id }) => carried.get(id) ?? 0);
  };
  if (measure === "evenings") return scaled(fairEvenings(instance, at("evenings")), at("evenings"));
  if (measure === "duties") return scaled(fairWork(instance, at("duties"), 1 / 4), at("duties"));
  const hours = scaled(fairWork(instance, at("hours"), 5), at("hours"));
  return measure === "hours" ? hours : scaled(hours, at("travel"));
}

/** The same proportions with the sum of the loads: shares are dealt out in pieces, and what was carried is not. */
function scaled(
  shares: ReadonlyMap<string, number>,
  loads: readonly number[],
): ReadonlyMap<string, number> {
  const dealt = sum(shares.values(), (share) => share);
  const all = sum(loads, (load) => load);
  return new Map([...shares].map(([staff, share]) => [staff, dealt && (share * all) / dealt]));
}

/** A line with its sums; balances and shares to the hundredth, or the minute, as the file holds them. */
function lineOf(line: Omit<ReportLedgerLine, "after" | "balance">): ReportLedgerLine {
  const step = line.measure === "evenings" || line.measure === "duties" ? 100 : 1;
  const rounded = (value: number) => Math.round(value * step) / step + 0;
  const share = rounded(line.share);
  const balanceBefore = rounded(line.balanceBefore);
  return {
    ...line,
    after: line.before + line.actual,
    share,
    balanceBefore,
    balance: rounded(balanceBefore + line.actual - share),
  };
}

/** The lines of a month as the next month reads them. */
export function ledgerRows(month: IsoMonth, lines: readonly ReportLedgerLine[]): LedgerRow[] {
  return lines.map(({ actual: _actual, share: _share, ...line }) => ({ month, ...line }));
}
