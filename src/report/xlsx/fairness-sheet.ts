import type { Language } from "../../domain/text.js";
import type { Report } from "../../outputs/report.js";
import { hours, LOOKS, number, text } from "./cells.js";
import { namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";
import { type Column, tableSheet } from "./table-sheet.js";

/** Everybody's evenings and hours against the fair ones, with what the history says. */
export function fairnessSheet(report: Report, language: Language): SheetDraft {
  const names = namesOf(report);
  const columns: Column<Report["statistics"]["people"][number]>[] = [
    { title: { en: "Name", sv: "Namn" }, cell: (row) => text(row.name, LOOKS.strong) },
    { title: { en: "Id", sv: "Id" }, cell: (row) => text(row.staff) },
    {
      title: { en: "Department", sv: "Förvaltning" },
      cell: (row) => text(names.department(row.department)),
    },
    {
      title: { en: "Employment", sv: "Sysselsättningsgrad" },
      cell: (row) => number(row.fte, "0%"),
    },
    {
      title: { en: "Evenings before", sv: "Kvällar tidigare" },
      cell: (row) => number(row.eveningsBefore),
    },
    { title: { en: "Evenings", sv: "Kvällar" }, cell: (row) => number(row.evenings) },
    {
      title: { en: "Fair evenings", sv: "Rättvist antal kvällar" },
      cell: (row) => number(row.fairEvenings, "0.0"),
    },
    {
      title: { en: "Evenings altogether", sv: "Kvällar sammanlagt" },
      cell: (row) => number(row.eveningsBefore + row.evenings),
    },
    {
      title: { en: "Hours before", sv: "Timmar tidigare" },
      cell: (row) => hours(row.paidMinutesBefore),
    },
    { title: { en: "Hours", sv: "Timmar" }, cell: (row) => hours(row.paidMinutes) },
    {
      title: { en: "Fair hours", sv: "Rättvist antal timmar" },
      cell: (row) => hours(row.fairMinutes),
    },
  ];
  return tableSheet(
    { en: "Fairness", sv: "Rättvisa" },
    language,
    columns,
    report.statistics.people,
  );
}
