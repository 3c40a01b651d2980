import type { IsoDate } from "../../domain/calendar.js";
import { datesOf } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { Language } from "../../domain/text.js";
import type { PersonFigures, Report, ReportAssignment } from "../../outputs/report.js";
import { type Cell, dayAndDate, headings, hours, LOOKS, number, text } from "./cells.js";
import { namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";

/** Everybody's month in a row: the office of each date, evenings in colour and marked with a star. */
export function personSheet(report: Report, language: Language): SheetDraft {
  const names = namesOf(report);
  const dates = datesOf(report.period);
  const rows = groupBy(report.assignments, ({ staff, date }) => keyOf(staff, date));
  const first = headings(TITLES.map((title) => title[language]));
  const header = [
    ...first.map((cell) => cell as Cell),
    ...dates.map((date) => dayAndDate(date, language, LOOKS.heading)),
  ];
  const people = report.statistics.people.map((person) => [
    ...figures(person, names.department(person.department)),
    ...dates.map((date) => dayCell(rows.get(keyOf(person.staff, date)) ?? [], names.office)),
  ]);
  const name = { en: "People", sv: "Personer" }[language];
  return { name, rows: [header, ...people], frozenRows: 1, frozenColumns: 2, table: true };
}

function figures(person: PersonFigures, department: string): Cell[] {
  return [
    text(person.name, LOOKS.strong),
    text(person.staff),
    text(department),
    number(person.duties),
    hours(person.paidMinutes),
    number(person.evenings),
  ];
}

function dayCell(rows: readonly ReportAssignment[], nameOf: (office: string) => string): Cell {
  if (rows.length === 0) return null;
  const evening = rows.some(({ kind }) => kind === "evening");
  const offices = [...new Set(rows.map(({ office }) => nameOf(office)))].join(", ");
  return text(evening ? `${offices} *` : offices, evening ? LOOKS.evening : {});
}

function keyOf(staff: string, date: IsoDate): string {
  return `${date} ${staff}`;
}

const TITLES = [
  { en: "Name", sv: "Namn" },
  { en: "Id", sv: "Id" },
  { en: "Department", sv: "Förvaltning" },
  { en: "Duties", sv: "Pass" },
  { en: "Hours", sv: "Timmar" },
  { en: "Evenings (*)", sv: "Kvällar (*)" },
] as const;
