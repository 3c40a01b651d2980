import { weekdayOf } from "../../domain/calendar.js";
import type { Language } from "../../domain/text.js";
import { weekdayName } from "../../domain/words.js";
import type { Report } from "../../outputs/report.js";
import { date, LOOKS, text, time } from "./cells.js";
import { namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";
import { type Column, KINDS, tableSheet } from "./table-sheet.js";

/** Every row of the rota, with real dates and times. */
export function rotaSheet(report: Report, language: Language): SheetDraft {
  const names = namesOf(report);
  const columns: Column<Report["assignments"][number]>[] = [
    { title: { en: "Date", sv: "Datum" }, cell: (row, look) => date(row.date, "yyyy-mm-dd", look) },
    {
      title: { en: "Day", sv: "Dag" },
      cell: (row, look) => text(weekdayName(weekdayOf(row.date))[language], look),
    },
    {
      title: { en: "Office", sv: "Kontor" },
      cell: (row, look) => text(names.office(row.office), look),
    },
    {
      title: { en: "Kind", sv: "Slag" },
      cell: (row, look) => text(KINDS[row.kind][language], look),
    },
    { title: { en: "From", sv: "Från" }, cell: (row, look) => time(row.from, look) },
    { title: { en: "To", sv: "Till" }, cell: (row, look) => time(row.to, look) },
    { title: { en: "Name", sv: "Namn" }, cell: (row, look) => text(names.person(row.staff), look) },
    { title: { en: "Id", sv: "Id" }, cell: (row, look) => text(row.staff, look) },
    {
      title: { en: "Department", sv: "Förvaltning" },
      cell: (row, look) => text(names.department(row.department), look),
    },
    {
      title: { en: "Status", sv: "Status" },
      cell: (row, look) => text(KINDS[row.status][language], look),
    },
    {
      title: { en: "Break from", sv: "Rast från" },
      cell: (row, look) => (row.breakFrom === null ? text("", look) : time(row.breakFrom, look)),
    },
    {
      title: { en: "Break to", sv: "Rast till" },
      cell: (row, look) => (row.breakTo === null ? text("", look) : time(row.breakTo, look)),
    },
  ];
  return tableSheet(
    { en: "Rota", sv: "Schema" },
    language,
    columns,
    report.assignments,
    ({ kind }) => (kind === "evening" ? LOOKS.evening : {}),
  );
}
