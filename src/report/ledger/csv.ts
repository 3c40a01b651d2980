import type { IsoMonth } from "../../domain/calendar.js";
import type { Language } from "../../domain/text.js";
import type { Report, ReportLedgerLine } from "../../outputs/report.js";
import { type Columns, csv } from "../csv.js";

/** ledger.csv: how the loan stands at the end of the month; the next month reads it. Hours are hours here. */
export function ledgerCsv({ month, ledger }: Report, language: Language): string {
  return csv(columnsOf(month), ledger, language);
}

function columnsOf(month: IsoMonth): Columns<ReportLedgerLine> {
  return {
    month: () => month,
    staff: ({ staff }) => staff,
    department: ({ department }) => department,
    measure: ({ measure }) => NAMES[measure],
    before: ({ measure, before }) => written(measure, before),
    actual: ({ measure, actual }) => written(measure, actual),
    after: ({ measure, after }) => written(measure, after),
    share: ({ measure, share }) => written(measure, share),
    balance_before: ({ measure, balanceBefore }) => written(measure, balanceBefore),
    balance: ({ measure, balance }) => written(measure, balance),
  };
}

const NAMES: Readonly<Record<ReportLedgerLine["measure"], string>> = {
  evenings: "evenings",
  duties: "duties",
  hours: "hours",
  travel: "travel_minutes",
};

/** Minutes of work as hours with two decimals, of which reading makes the same minutes again. */
function written(measure: ReportLedgerLine["measure"], amount: number): number {
  return measure === "hours" ? Math.round((amount * 100) / 60) / 100 : amount;
}
