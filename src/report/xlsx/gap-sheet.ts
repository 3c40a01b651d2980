import type { Language } from "../../domain/text.js";
import type { GapFigures, Report } from "../../outputs/report.js";
import { LOOKS, number, text } from "./cells.js";
import { namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";
import { type Column, tableSheet } from "./table-sheet.js";

/** The trade calendar: when each department is at each office, and the longest time without it. */
export function gapSheet(report: Report, language: Language): SheetDraft {
  const names = namesOf(report);
  const columns: Column<GapFigures>[] = [
    {
      title: { en: "Office", sv: "Kontor" },
      cell: (row) => text(names.office(row.office), LOOKS.strong),
    },
    {
      title: { en: "Department", sv: "Förvaltning" },
      cell: (row) => text(names.department(row.department)),
    },
    {
      title: { en: "Days there", sv: "Dagar på plats" },
      cell: (row) => number(row.dates.length),
    },
    {
      title: { en: "Most weeks without", sv: "Flest veckor utan" },
      cell: (row) => number(row.longestGapWeeks),
    },
    {
      title: { en: "Asked: once in … weeks", sv: "Begärt: en gång på … veckor" },
      cell: (row) => number(row.agreedWeeks),
    },
    { title: { en: "Dates", sv: "Datum" }, cell: (row) => text(row.dates.join(", ")) },
  ];
  return tableSheet(
    { en: "Trade calendar", sv: "Ämneskalender" },
    language,
    columns,
    report.statistics.gaps,
  );
}
