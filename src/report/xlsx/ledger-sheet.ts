import type { Language } from "../../domain/text.js";
import type { Report, ReportLedgerLine } from "../../outputs/report.js";
import { MEASURE_WORDS } from "../ledger/words.js";
import { hours, LOOKS, number, text } from "./cells.js";
import { namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";
import { type Column, tableSheet } from "./table-sheet.js";

/** The ledger of the loan: departments first, then people; what was carried before and after the month, and the balance. */
export function ledgerSheet(report: Report, language: Language): SheetDraft {
  const names = namesOf(report);
  const columns: Column<ReportLedgerLine>[] = [
    {
      title: { en: "Department", sv: "Förvaltning" },
      cell: (row) => text(names.department(row.department), LOOKS.strong),
    },
    {
      title: { en: "Person", sv: "Person" },
      cell: (row) => text(row.staff === null ? null : names.person(row.staff)),
    },
    {
      title: { en: "Measure", sv: "Mått" },
      cell: (row) => text(MEASURE_WORDS[row.measure][language]),
    },
    { title: { en: "Before", sv: "Före" }, cell: (row) => amount(row, row.before) },
    { title: { en: "This month", sv: "Denna månad" }, cell: (row) => amount(row, row.actual) },
    { title: { en: "After", sv: "Efter" }, cell: (row) => amount(row, row.after) },
    { title: { en: "Fair share", sv: "Rättvis andel" }, cell: (row) => amount(row, row.share) },
    {
      title: { en: "Balance before", sv: "Saldo före" },
      cell: (row) => amount(row, row.balanceBefore),
    },
    { title: { en: "Balance after", sv: "Saldo efter" }, cell: (row) => amount(row, row.balance) },
  ];
  const rows = [
    ...report.ledger.filter(({ staff }) => staff === null),
    ...report.ledger.filter(({ staff }) => staff !== null),
  ];
  return tableSheet({ en: "Ledger", sv: "Liggare" }, language, columns, rows);
}

function amount({ measure }: ReportLedgerLine, value: number) {
  return measure === "hours" || measure === "travel" ? hours(value) : number(value, "0.0#");
}
