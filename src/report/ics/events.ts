import { DateTime } from "luxon";
import type { IsoDate } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { OpeningKind } from "../../domain/rota.js";
import { compareText } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import type { Report, ReportAssignment, ReportOpening } from "../../outputs/report.js";
import { type ContentLine, escaped } from "./lines.js";
import { safeName } from "./names.js";

/** The calendar of one person or one office. */
export interface CalendarDraft {
  /** The file's name without a folder. */
  readonly file: string;
  readonly name: string;
  readonly events: readonly EventDraft[];
}

/** An event as the rota has it, before it is compared with what was sent out earlier. */
export interface EventDraft {
  /** The same for the same person or office, date and kind, whatever the time of day is. */
  readonly uid: string;
  /** What a person sees of the event: everything but its UID, sequence and stamps. */
  readonly lines: readonly ContentLine[];
}

/** The calendars of a rota: one for each person who works, one without names for each office that opens. */
export function draftsOf(report: Report, language: Language): CalendarDraft[] {
  return [...personDrafts(report, language), ...officeDrafts(report, language)];
}

/** What the calendars of the people and offices of a rota are called, by file name, also of those without any event. */
export function idleNames({ statistics }: Report, language: Language): Map<string, string> {
  return new Map([
    ...statistics.people.map(
      ({ staff, name }) => [personFile(staff), rotaOf(name, language)] as const,
    ),
    ...statistics.offices.map(
      ({ office, name }) => [officeFile(office), hoursOf(name, language)] as const,
    ),
  ]);
}

const personFile = (staff: string) => `person-${safeName(staff)}.ics`;
const officeFile = (office: string) => `office-${safeName(office)}.ics`;
const rotaOf = (person: string, language: Language) => `${person}: ${WORDS.rota[language]}`;
const hoursOf = (office: string, language: Language) => `${office}: ${WORDS.hours[language]}`;

function personDrafts(report: Report, language: Language): CalendarDraft[] {
  const offices = namesOf(report.statistics.offices, ({ office }) => office);
  const departments = namesOf(report.statistics.departments, ({ department }) => department);
  const people = namesOf(report.statistics.people, ({ staff }) => staff);
  return [...groupBy(report.assignments, ({ staff }) => staff)].map(([staff, rows]) => ({
    file: personFile(staff),
    name: rotaOf(people(staff), language),
    events: numbered(rows).map(({ row, number }) => {
      const office = offices(row.office);
      const kind = WORDS[row.kind][language];
      return {
        uid: uidOf(row, number, staff, "person"),
        lines: [
          ...when(row),
          { name: "SUMMARY", value: escaped(`${office} (${kind})`) },
          { name: "LOCATION", value: escaped(office) },
          { name: "DESCRIPTION", value: escaped(detail(office, kind, row, language)) },
          ...shownAs("OPAQUE"),
        ],
      };
    }),
  }));

  function detail(office: string, kind: string, row: ReportAssignment, as: Language): string {
    const { office: place, kind: sort, department, pause } = WORDS.labels;
    return [
      `${place[as]}: ${office}`,
      `${sort[as]}: ${kind}`,
      `${department[as]}: ${departments(row.department)}`,
      ...(row.breakFrom === null ? [] : [`${pause[as]}: ${row.breakFrom}–${row.breakTo}`]),
    ].join("\n");
  }
}

/** An opening that nobody serves is not promised to anybody. */
function officeDrafts(report: Report, language: Language): CalendarDraft[] {
  const offices = namesOf(report.statistics.offices, ({ office }) => office);
  const departments = namesOf(report.statistics.departments, ({ department }) => department);
  const served = report.openings.filter(({ staff }) => staff > 0);
  return [...groupBy(served, ({ office }) => office)].map(([id, rows]) => ({
    file: officeFile(id),
    name: hoursOf(offices(id), language),
    events: numbered(rows).map(({ row, number }) => ({
      uid: uidOf(row, number, id, "office"),
      lines: [
        ...when(row),
        { name: "SUMMARY", value: escaped(`${offices(id)}: ${OPEN[row.kind][language]}`) },
        { name: "LOCATION", value: escaped(offices(id)) },
        { name: "DESCRIPTION", value: escaped(onSite(row, departments, language)) },
        ...shownAs("TRANSPARENT"),
      ],
    })),
  }));
}

function onSite(row: ReportOpening, nameOf: (id: string) => string, language: Language): string {
  return `${WORDS.onSite[language]}: ${row.departments.map(nameOf).join(", ")}`;
}

/** Rows in order of time, each with its number among those of its date and kind. */
function numbered<R extends ReportAssignment | ReportOpening>(
  rows: readonly R[],
): { row: R; number: number }[] {
  const sorted = [...rows].sort(
    (a, b) =>
      compareText(a.date, b.date) || compareText(a.from, b.from) || compareText(a.office, b.office),
  );
  return [...groupBy(sorted, (row) => `${row.date} ${row.kind}`).values()].flatMap((own) =>
    own.map((row, i) => ({ row, number: i + 1 })),
  );
}

function uidOf(
  { date, kind }: { readonly date: IsoDate; readonly kind: OpeningKind },
  number: number,
  subject: string,
  sort: "person" | "office",
): string {
  return `${date}-${kind}${number === 1 ? "" : `-${number}`}-${safeName(subject)}@${sort}.rota`;
}

/** Start and end in UTC: right in every calendar, also on the day when the clock changes. */
function when(row: ReportAssignment | ReportOpening): ContentLine[] {
  return [
    { name: "DTSTART", value: utc(row.date, row.from) },
    { name: "DTEND", value: utc(row.date, row.to) },
  ];
}

function utc(date: IsoDate, time: string): string {
  const local = DateTime.fromISO(`${date}T${time}`, { zone: "Europe/Stockholm" });
  return local.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
}

function shownAs(transparency: "OPAQUE" | "TRANSPARENT"): ContentLine[] {
  return [
    { name: "TRANSP", value: transparency },
    { name: "STATUS", value: "CONFIRMED" },
  ];
}

/** The name of each thing by its id; the id itself where no name is known. */
function namesOf<F extends { readonly name: string }>(
  figures: readonly F[],
  idOf: (figure: F) => string,
): (id: string) => string {
  const names = new Map(figures.map((figure) => [idOf(figure), figure.name]));
  return (id) => names.get(id) ?? id;
}

const OPEN: Readonly<Record<OpeningKind, Text>> = {
  day: { en: "open", sv: "öppet" },
  evening: { en: "open in the evening", sv: "kvällsöppet" },
};

const WORDS = {
  day: { en: "day", sv: "dag" },
  evening: { en: "evening", sv: "kväll" },
  rota: { en: "rota", sv: "schema" },
  hours: { en: "opening hours", sv: "öppettider" },
  onSite: { en: "On site", sv: "På plats" },
  labels: {
    office: { en: "Office", sv: "Kontor" },
    kind: { en: "Kind", sv: "Pass" },
    department: { en: "Department", sv: "Förvaltning" },
    pause: { en: "Break", sv: "Rast" },
  },
} as const;
