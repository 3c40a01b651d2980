import type { IsoDate } from "../../domain/calendar.js";
import { addDays, datesOf, isoWeekOf, mondayOf, periodName } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import { compareText, type OpeningKind } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import type { Report, ReportAssignment } from "../../outputs/report.js";
import { type Cell, dayAndDate, LOOKS, type Look, text } from "./cells.js";
import { type Names, namesOf } from "./names.js";
import type { SheetDraft } from "./sheets.js";

/** With more offices than this, all of them share one sheet: nobody leafs through a hundred tabs. */
const MOST_SHEETS = 20;
const LINE_HEIGHT = 15;
const DAY_WIDTH = 22;

/** The month of each office as a calendar: weeks down, weekdays across, evenings in a row and colour of their own. */
export function officeSheets(report: Report, language: Language): SheetDraft[] {
  const drawing = drawingOf(report, language);
  const offices = report.statistics.offices;
  const blocks = offices.map(({ office, name }) => ({ name, rows: calendarOf(drawing, office) }));
  if (offices.length <= MOST_SHEETS) {
    return blocks.map(({ name, rows }) =>
      sheet(name, [title(name, periodName(report.period)), ...rows]),
    );
  }
  const all = blocks.flatMap(({ name, rows }) => [
    title(name, periodName(report.period)),
    ...rows,
    [],
  ]);
  return [sheet(WORDS.offices[language], all)];
}

function sheet(name: string, rows: readonly (readonly Cell[])[]): SheetDraft {
  const widths = [9, ...Array.from({ length: 7 }, () => DAY_WIDTH)];
  return { name, rows, frozenRows: 1, frozenColumns: 1, widths, table: false };
}

/** What is needed to draw any office's month. */
interface Drawing {
  readonly report: Report;
  readonly language: Language;
  readonly names: Names;
  readonly rows: ReadonlyMap<string, readonly ReportAssignment[]>;
  readonly openings: ReadonlySet<string>;
  /** Office and date of hard violations. */
  readonly broken: ReadonlySet<string>;
}

function drawingOf(report: Report, language: Language): Drawing {
  const hard = report.violations.filter(({ severity }) => severity === "hard");
  return {
    report,
    language,
    names: namesOf(report),
    rows: groupBy(report.assignments, ({ office, date, kind }) => keyOf(office, date, kind)),
    openings: new Set(report.openings.map(({ office, date, kind }) => keyOf(office, date, kind))),
    broken: new Set(
      hard.flatMap(({ office, date }) => (office && date ? [`${date} ${office}`] : [])),
    ),
  };
}

function title(name: string, period: string): Cell[] {
  return [text(`${name} ${period}`, { fontWeight: "bold", fontSize: 14, height: 24 })];
}

function calendarOf(drawing: Drawing, office: string): Cell[][] {
  const { language, report } = drawing;
  const weeks = groupBy(datesOf(report.period), mondayOf);
  return [...weeks].flatMap(([monday, dates]) => {
    const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
    const inside = (date: IsoDate) => dates.includes(date);
    const week = `${WORDS.week[language]} ${Number(isoWeekOf(monday).slice(6))}`;
    return [
      [
        text(week, LOOKS.heading),
        ...days.map((date) => (inside(date) ? heading(drawing, office, date) : null)),
      ],
      kindRow(
        drawing,
        office,
        days.map((date) => (inside(date) ? date : null)),
        "day",
      ),
      kindRow(
        drawing,
        office,
        days.map((date) => (inside(date) ? date : null)),
        "evening",
      ),
    ];
  });
}

/** A date that a hard violation is about is red. */
function heading({ broken, language }: Drawing, office: string, date: IsoDate): Cell {
  const look: Look = broken.has(`${date} ${office}`)
    ? { ...LOOKS.hard, fontWeight: "bold" }
    : LOOKS.heading;
  return dayAndDate(date, language, { ...look, align: "left", height: 18 });
}

function kindRow(
  drawing: Drawing,
  office: string,
  dates: readonly (IsoDate | null)[],
  kind: OpeningKind,
): Cell[] {
  const cells = dates.map((date) =>
    date === null ? null : shiftText(drawing, office, date, kind),
  );
  const lines = Math.max(1, ...cells.map((cell) => cell?.split("\n").length ?? 0));
  const height = lines * LINE_HEIGHT + 3;
  const box: Look = {
    wrap: true,
    alignVertical: "top",
    borderStyle: "thin",
    borderColor: "#BFBFBF",
  };
  const lookOf = (cell: string | null): Look => {
    if (cell === NOBODY[drawing.language]) return { ...box, ...LOOKS.hard };
    if (cell === null) return {};
    return kind === "evening" && cell !== "" ? { ...box, ...LOOKS.evening } : box;
  };
  return [
    text(WORDS[kind][drawing.language], { ...LOOKS.strong, alignVertical: "top", height }),
    ...cells.map((cell) => text(cell, lookOf(cell))),
  ];
}

/** Who is there, one a line, in order of time; or that nobody is though the office is to be open. */
function shiftText(
  { names, rows, openings, language }: Drawing,
  office: string,
  date: IsoDate,
  kind: OpeningKind,
): string {
  const key = keyOf(office, date, kind);
  const own = [...(rows.get(key) ?? [])].sort((a, b) => compareText(a.from, b.from));
  if (own.length === 0) return openings.has(key) ? NOBODY[language] : "";
  return own.map(({ from, to, staff }) => `${from}–${to} ${names.person(staff)}`).join("\n");
}

function keyOf(office: string, date: IsoDate, kind: OpeningKind): string {
  return `${date} ${kind} ${office}`;
}

const NOBODY: Text = { en: "nobody!", sv: "ingen!" };

const WORDS = {
  offices: { en: "Offices", sv: "Kontor" },
  week: { en: "Week", sv: "Vecka" },
  day: { en: "Day", sv: "Dag" },
  evening: { en: "Evening", sv: "Kväll" },
} as const;
