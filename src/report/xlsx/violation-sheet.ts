import type { Language, Text } from "../../domain/text.js";
import type { Report, ReportViolation } from "../../outputs/report.js";
import { unitWords } from "../words.js";
import { type Cell, date, LOOKS, type Look, number, text, time } from "./cells.js";
import { namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";
import { type Column, KINDS, tableSheet } from "./table-sheet.js";

/** Every broken rule, hard ones red, soft ones yellow. */
export function violationSheet(report: Report, language: Language): SheetDraft {
  const names = namesOf(report);
  const named = (id: string | null, nameOf: (id: string) => string) =>
    id === null ? null : nameOf(id);
  const columns: Column<ReportViolation>[] = [
    {
      title: { en: "Severity", sv: "Allvar" },
      cell: (row, look) => text(KINDS[row.severity][language], look),
    },
    { title: { en: "Rule", sv: "Regel" }, cell: (row, look) => text(row.title[language], look) },
    { title: { en: "When", sv: "När" }, cell: (row, look) => whenCell(row.date, look) },
    {
      title: { en: "Office", sv: "Kontor" },
      cell: (row, look) => text(named(row.office, names.office), look),
    },
    {
      title: { en: "Department", sv: "Förvaltning" },
      cell: (row, look) => text(named(row.department, names.department), look),
    },
    {
      title: { en: "Name", sv: "Namn" },
      cell: (row, look) => text(named(row.staff, names.person), look),
    },
    { title: { en: "From", sv: "Från" }, cell: (row, look) => time(row.from, look) },
    { title: { en: "To", sv: "Till" }, cell: (row, look) => time(row.to, look) },
    {
      title: { en: "Actual", sv: "Utfall" },
      cell: (row, look) => number(row.actual, "General", look),
    },
    {
      title: { en: "Limit", sv: "Gräns" },
      cell: (row, look) => number(row.limit, "General", look),
    },
    {
      title: { en: "Amount", sv: "Avvikelse" },
      cell: (row, look) => number(row.amount, "General", look),
    },
    {
      title: { en: "Unit", sv: "Enhet" },
      cell: (row, look) => text(unitWords(row.unit)[language], look),
    },
    {
      title: { en: "What is wrong", sv: "Vad som är fel" },
      cell: (row, look) => wrapped(row.message, look),
    },
    {
      title: { en: "What would help", sv: "Vad som hjälper" },
      cell: (row, look) => wrapped(row.advice, look),
    },
    { title: { en: "Rule id", sv: "Regelns id" }, cell: (row, look) => text(row.rule, look) },
  ];
  const name = { en: "Violations", sv: "Regelbrott" };
  return tableSheet(name, language, columns, report.violations, ({ severity }) => ({
    ...LOOKS[severity],
    alignVertical: "top",
  }));

  function wrapped(words: Text | null, look: Look): Cell {
    return text(words?.[language] ?? null, { ...look, wrap: true });
  }
}

/** A date as a date; a week or a month as it is. */
function whenCell(when: string | null, look: Look): Cell {
  const day = when !== null && /^\d{4}-\d{2}-\d{2}$/.test(when);
  return day ? date(when, "yyyy-mm-dd", look) : text(when, look);
}
