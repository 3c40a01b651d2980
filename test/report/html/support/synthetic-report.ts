import { datesOf, periodOfMonth, weekdayOf } from "../../../../src/domain/calendar.js";
import { groupBy, sum } from "../../../../src/domain/collections.js";
import { DEFAULT_SLOTS } from "../../../../src/figures/slot-settings.js";
import type {
  DepartmentFigures,
  OfficeFigures,
  PersonFigures,
  Report,
  ReportAssignment,
  ReportOpening,
  ReportViolation,
} from "../../../../src/outputs/report.js";

/** How large a made-up report is. */
export interface Size {
  readonly offices: number;
  readonly people: number;
  readonly departments: number;
}

const MONTH = "2026-12";
const CLOSED = { "2026-12-24": "julafton", "2026-12-25": "juldagen", "2026-12-31": "nyårsafton" };
const DATES = datesOf(periodOfMonth(MONTH)).filter(
  (date) => weekdayOf(date) <= 5 && !(date in CLOSED),
);
const FIRST = ["Åsa", "Örjan", "Märta", "Bilal", "Zoë", "Nils", "Amira", "Göran", "Ines", "Viktor"];
const PLACES = ["Sätra", "Valbo", "Öster", "Åby", "Hagsätra", "Bomhus", "Ängby", "Forsbacka"];
const DEPARTMENTS = ["Kundservice", "Socialtjänst", "Bygglov", "Arbetsmarknad", "Överförmyndare"];

/** A whole report of any size, the same every time: two evenings an office, people in turn, some rules broken. */
export function syntheticReport({ offices, people, departments }: Size): Report {
  const places = named(offices, PLACES, "o");
  const staff = named(people, FIRST, "p");
  const lenders = named(departments, DEPARTMENTS, "d");
  const departmentOf = (index: number) => lenders[index % departments]!.id;
  const days = DATES.flatMap((date, day) =>
    places.map(({ id: office }, o) => {
      const here = staff.flatMap((_, p) => (p % offices === o && (p + day) % 2 === 0 ? [p] : []));
      return { date, office, here, late: isEvening(day, o) };
    }),
  );
  const assignments = days.flatMap(({ date, office, here, late }) => [
    ...here.map((p) => assignment(date, office, "day", `p${p}`, departmentOf(p))),
    ...(late ? here.slice(0, 2) : []).map((p) =>
      assignment(date, office, "evening", `p${p}`, departmentOf(p)),
    ),
  ]);
  const openings = days.flatMap(({ date, office, here, late }): ReportOpening[] => {
    const serving = { date, office, departments: [...new Set(here.map(departmentOf))] };
    const day = {
      ...serving,
      kind: "day",
      from: "09:00",
      to: "16:00",
      staff: here.length,
    } as const;
    const end = Math.min(2, here.length);
    return late
      ? [day, { ...day, kind: "evening", from: "16:00", to: "18:00", staff: end }]
      : [day];
  });
  const rowsOf = groupBy(assignments, (row) => row.staff);
  const figures = staff.map(({ id, name }, p) =>
    personFigures(id, name, departmentOf(p), rowsOf.get(id) ?? [], p),
  );
  return {
    ...FRAME,
    assignments,
    openings,
    closedDays: Object.entries(CLOSED).flatMap(([date, reason]) =>
      places.map(({ id }) => ({ date, office: id, reason })),
    ),
    violations: [
      ...places.map((place) => missingEvening(place)),
      ...days
        .filter(({ here }, i) => here.length > 0 && i % 5 === 0)
        .map(({ date, office, here }) => dislikedTime(date, office, staff[here[0]!]!)),
    ],
    statistics: {
      offices: places.map(({ id, name }, o) => officeFigures(id, name, o)),
      people: figures,
      departments: lenders.map(({ id, name }) => departmentFigures(id, name, departments, figures)),
      gaps: [],
      cost: {
        staff: 123_456 * departments,
        peopleWithoutCost: 1,
        employerContribution: 4453,
        budget: 100_000 * departments,
      },
    },
  };
}

const FRAME = {
  schemaVersion: 1,
  month: MONTH,
  period: periodOfMonth(MONTH),
  seed: 1,
  solver: "auto",
  termination: "within-gap",
  detail: null,
  seconds: 12.5,
  tiers: [
    { tier: 1, incumbent: 960, bound: 960, gap: 0 },
    { tier: 2, incumbent: 12_000, bound: 11_940, gap: 0.005 },
  ],
  slots: [],
  ledger: [],
  provenance: { version: "0.1.0", case: "c0", tables: { offices: "c1" }, rota: "c2" },
  settings: {
    solver: "auto",
    effort: 1,
    gap: 0.005,
    timeLimitSeconds: null,
    slots: DEFAULT_SLOTS,
    rules: [
      {
        id: "evening-count",
        title: { en: "Evenings a month", sv: "Kvällar per månad" },
        severity: "hard",
        weights: { evenings: 960 },
        parameters: {},
      },
    ],
  },
} as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

function named(count: number, names: readonly string[], letter: string): Named[] {
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / names.length);
    return { id: `${letter}${i}`, name: names[i % names.length]! + (round > 0 ? ` ${round}` : "") };
  });
}

function isEvening(day: number, office: number): boolean {
  return day % 9 === office % 9 && day < 18;
}

function assignment(
  date: string,
  office: string,
  kind: ReportAssignment["kind"],
  staff: string,
  department: string,
): ReportAssignment {
  const [from, to] = kind === "day" ? ["09:00", "16:00"] : ["16:00", "18:00"];
  const breaks = { breakFrom: null, breakTo: null };
  return {
    date,
    office,
    kind,
    from: from!,
    to: to!,
    staff,
    department,
    status: "planned",
    ...breaks,
  };
}

function officeFigures(office: string, name: string, index: number): OfficeFigures {
  const eveningDates = DATES.filter((_, day) => isEvening(day, index));
  return {
    office,
    name,
    area: `Område ${index % 9}`,
    eveningsRequired: 2,
    eveningsHeld: eveningDates.length,
    eveningDates,
    openMinutes: 420 * DATES.length,
    shortMinutes: index % 3 === 0 ? 90 : 0,
  };
}

function personFigures(
  staff: string,
  name: string,
  department: string,
  rows: readonly ReportAssignment[],
  index: number,
): PersonFigures {
  const evenings = rows.filter(({ kind }) => kind === "evening").length;
  const duties = rows.length - evenings;
  return {
    staff,
    name,
    department,
    duties,
    paidMinutes: duties * 390 + evenings * 120,
    evenings,
    eveningsBefore: index % 4,
    paidMinutesBefore: (index % 4) * 120,
    fte: 1,
    fairEvenings: index % 7 === 0 ? null : 1.25,
    fairMinutes: 60 * (60 + (index % 20)),
  };
}

function departmentFigures(
  department: string,
  name: string,
  departments: number,
  people: readonly PersonFigures[],
): DepartmentFigures {
  const own = people.filter((person) => person.department === department);
  return {
    department,
    name,
    people: own.length,
    duties: sum(own, ({ duties }) => duties),
    paidMinutes: sum(own, ({ paidMinutes }) => paidMinutes),
    evenings: sum(own, ({ evenings }) => evenings),
    minMinutes: 6000,
    maxMinutes: 600_000,
    agreedShare: 1 / departments,
    cost: 123_456,
  };
}

function missingEvening({ id, name }: Named): ReportViolation {
  return {
    rule: "evening-count",
    title: { en: "Evenings a month", sv: "Kvällar per månad" },
    severity: "hard",
    date: MONTH,
    office: id,
    department: null,
    staff: null,
    from: null,
    to: null,
    actual: 2,
    limit: 3,
    amount: 1,
    unit: "evenings",
    cost: 960,
    message: {
      en: `${name} has 2 evenings; 3 are due.`,
      sv: `${name} har 2 kvällar; det ska vara 3.`,
    },
    advice: { en: "Ask for one person more.", sv: "Be om en person till." },
  };
}

function dislikedTime(date: string, office: string, { id, name }: Named): ReportViolation {
  return {
    ...missingEvening({ id: office, name }),
    rule: "preferences",
    title: { en: "Preferred times", sv: "Önskade tider" },
    severity: "soft",
    date,
    staff: id,
    unit: "duties",
    message: { en: `${name} would rather not.`, sv: `${name} vill helst inte.` },
    advice: { en: "Swap with somebody.", sv: "Byt med någon." },
  };
}
