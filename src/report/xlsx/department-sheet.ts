import { sum } from "../../domain/collections.js";
import type { Language } from "../../domain/text.js";
import type { Report } from "../../outputs/report.js";
import { type Cell, hours, LOOKS, type Look, number, text } from "./cells.js";
import type { SheetDraft } from "./sheets.js";
import { type Column, tableSheet } from "./table-sheet.js";

/** What each department lends and what it costs, with the sum and the budget below. */
export function departmentSheet({ statistics }: Report, language: Language): SheetDraft {
  const whole = sum(statistics.departments, ({ paidMinutes }) => paidMinutes);
  const columns: Column<Report["statistics"]["departments"][number]>[] = [
    { title: { en: "Department", sv: "Förvaltning" }, cell: (row) => text(row.name, LOOKS.strong) },
    { title: { en: "People", sv: "Personer" }, cell: (row) => number(row.people) },
    { title: { en: "Duties", sv: "Pass" }, cell: (row) => number(row.duties) },
    { title: { en: "Evenings", sv: "Kvällar" }, cell: (row) => number(row.evenings) },
    { title: { en: "Hours", sv: "Timmar" }, cell: (row) => hours(row.paidMinutes) },
    { title: { en: "Least hours", sv: "Minst timmar" }, cell: (row) => hours(row.minMinutes) },
    { title: { en: "Most hours", sv: "Högst timmar" }, cell: (row) => hours(row.maxMinutes) },
    {
      title: { en: "Share", sv: "Andel" },
      cell: (row) => number(whole === 0 ? null : row.paidMinutes / whole, "0.0%"),
    },
    {
      title: { en: "Agreed share", sv: "Avtalad andel" },
      cell: (row) => number(row.agreedShare, "0.0%"),
    },
    {
      title: { en: "Cost with contributions (SEK)", sv: "Kostnad med PO (kr)" },
      cell: (row) => kronor(row.cost),
    },
  ];
  const name = { en: "Hours and cost", sv: "Timmar och kostnad" };
  const sheet = tableSheet(name, language, columns, statistics.departments);
  return { ...sheet, rows: [...sheet.rows, ...sumRows(statistics, whole, language)], table: false };
}

function sumRows(
  { departments, cost }: Report["statistics"],
  minutes: number,
  language: Language,
): Cell[][] {
  const total = (field: "people" | "duties" | "evenings") =>
    number(
      sum(departments, (row) => row[field]),
      "General",
      LOOKS.strong,
    );
  const blank = (cells: number) => Array.from({ length: cells }, () => null);
  const sums = [
    text({ en: "Sum", sv: "Summa" }[language], LOOKS.strong),
    total("people"),
    total("duties"),
    total("evenings"),
    hours(minutes, LOOKS.strong),
    ...blank(4),
    kronor(cost.staff, LOOKS.strong),
  ];
  const budget = text({ en: "Budget", sv: "Budget" }[language], LOOKS.strong);
  return cost.budget === null ? [sums] : [sums, [budget, ...blank(8), kronor(cost.budget)]];
}

function kronor(amount: number | null, look: Look = {}): Cell {
  return number(amount, "#,##0", look);
}
