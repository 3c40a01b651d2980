import { datesOf, type IsoDate, weekdayOf } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { Language, Text } from "../../domain/text.js";
import type {
  ClosedDay,
  DepartmentFigures,
  OfficeFigures,
  PersonFigures,
  Report,
  ReportAssignment,
  ReportOpening,
  ReportViolation,
} from "../../outputs/report.js";
import { shortCodes } from "./codes.js";

/** A report laid out for the page: everything numbered, named and found by date. The numbers make the page's anchors. */
export interface Page {
  readonly report: Report;
  readonly language: Language;
  readonly dates: readonly IsoDate[];
  readonly offices: readonly PageOffice[];
  readonly people: readonly PagePerson[];
  readonly departments: readonly PageDepartment[];
  readonly violations: readonly PageViolation[];
  /** True when weekends have no opening and nobody at work, so that calendars leave them out. */
  readonly workweek: boolean;
  /** The dates that calendars have. */
  readonly calendarDates: readonly IsoDate[];
  office(id: string | null): PageOffice | undefined;
  person(id: string | null): PagePerson | undefined;
  department(id: string | null): PageDepartment | undefined;
  say(text: Text): string;
}

export interface PageOffice {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly figures: OfficeFigures;
  readonly days: ReadonlyMap<IsoDate, PageDay>;
}

/** One date of one office. */
export interface PageDay {
  readonly openings: readonly ReportOpening[];
  readonly rows: readonly ReportAssignment[];
  readonly closed: ClosedDay | undefined;
  readonly violations: readonly PageViolation[];
}

export interface PagePerson {
  readonly index: number;
  readonly id: string;
  /** The name, with the id where two have the same. */
  readonly label: string;
  readonly figures: PersonFigures;
  readonly department: PageDepartment | undefined;
  readonly rows: ReadonlyMap<IsoDate, readonly ReportAssignment[]>;
}

export interface PageDepartment {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** null: nobody of it works, and departments.csv does not name it. */
  readonly figures: DepartmentFigures | null;
}

export interface PageViolation extends ReportViolation {
  readonly index: number;
}

/** The anchor of an office's date. */
export function dayAnchor(office: PageOffice, date: IsoDate): string {
  return `o${office.index}-${date.slice(5)}`;
}

/** A report laid out. */
export function pageOf(report: Report, language: Language): Page {
  const dates = datesOf(report.period);
  const violations = report.violations.map((violation, index) => ({ ...violation, index }));
  const departments = departmentsOf(report);
  const departmentById = byId(departments);
  const offices = officesOf(report, violations);
  const officeById = byId(offices);
  const people = peopleOf(report, departmentById);
  const personById = byId(people);
  const used = [...report.openings, ...report.assignments].map(({ date }) => date);
  const workweek = used.every((date) => weekdayOf(date) <= 5);
  return {
    report,
    language,
    dates,
    offices,
    people,
    departments,
    violations,
    workweek,
    calendarDates: dates.filter((date) => !workweek || weekdayOf(date) <= 5),
    office: (id) => officeById.get(id ?? ""),
    person: (id) => personById.get(id ?? ""),
    department: (id) => departmentById.get(id ?? ""),
    say: (text) => text[language],
  };
}

function officesOf(report: Report, violations: readonly PageViolation[]): PageOffice[] {
  const keyOf = ({ office, date }: { office: string | null; date: string | null }) =>
    JSON.stringify([office, date]);
  const openings = groupBy(report.openings, keyOf);
  const rows = groupBy(report.assignments, keyOf);
  const closed = groupBy(report.closedDays, keyOf);
  const broken = groupBy(violations, keyOf);
  const dates = datesOf(report.period);
  const sorted = byName(report.statistics.offices, ({ name, office }) => [name, office]);
  const labels = labelsOf(sorted.map(({ name, office }) => [name, office]));
  const codes = shortCodes(labels, 2);
  return sorted.map((figures, index) => {
    const dayOf = (date: IsoDate): PageDay => {
      const key = keyOf({ office: figures.office, date });
      return {
        openings: openings.get(key) ?? [],
        rows: rows.get(key) ?? [],
        closed: closed.get(key)?.[0],
        violations: broken.get(key) ?? [],
      };
    };
    const days = new Map(dates.map((date) => [date, dayOf(date)]));
    return { index, id: figures.office, name: labels[index]!, code: codes[index]!, figures, days };
  });
}

function peopleOf(report: Report, departments: ReadonlyMap<string, PageDepartment>): PagePerson[] {
  const rows = groupBy(report.assignments, ({ staff }) => staff);
  const sorted = byName(report.statistics.people, ({ name, staff }) => [name, staff]);
  const labels = labelsOf(sorted.map(({ name, staff }) => [name, staff]));
  return sorted.map((figures, index) => ({
    index,
    id: figures.staff,
    label: labels[index]!,
    figures,
    department: departments.get(figures.department),
    rows: groupBy(rows.get(figures.staff) ?? [], ({ date }) => date),
  }));
}

function departmentsOf({ statistics }: Report): PageDepartment[] {
  const figures = new Map(statistics.departments.map((own) => [own.department, own]));
  const ids = new Set([
    ...figures.keys(),
    ...statistics.people.map(({ department }) => department),
  ]);
  const named = [...ids].map((id) => [figures.get(id)?.name ?? id, id] as const);
  const sorted = byName(named, (own) => own);
  const labels = labelsOf(sorted);
  const codes = shortCodes(labels, 1);
  return sorted.map(([, id], index) => ({
    index,
    id,
    name: labels[index]!,
    code: codes[index]!,
    figures: figures.get(id) ?? null,
  }));
}

/** Names as they are; names that several have, with the id after them. */
function labelsOf(named: readonly (readonly [name: string, id: string])[]): string[] {
  const times = groupBy(named, ([name]) => name);
  return named.map(([name, id]) => (times.get(name)!.length > 1 ? `${name} (${id})` : name));
}

/** In the order of a Swedish list: å, ä, ö last, whatever language the page is in; the id decides between equals. */
function byName<T>(items: readonly T[], keyOf: (item: T) => readonly [string, string]): T[] {
  const { compare } = new Intl.Collator("sv", { numeric: true });
  return [...items].sort((a, b) => {
    const [[nameA, idA], [nameB, idB]] = [keyOf(a), keyOf(b)];
    return compare(nameA, nameB) || compare(idA, idB) || (idA < idB ? -1 : 1);
  });
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
