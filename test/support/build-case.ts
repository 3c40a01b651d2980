import type { Weekday } from "../../src/domain/calendar.js";
import type {
  AvailabilityRow,
  Case,
  DemandRow,
  EveningRow,
  Office,
  Pin,
  StaffMember,
} from "../../src/domain/case.js";
import { Instance } from "../../src/domain/instance.js";
import type { Interval } from "../../src/domain/interval.js";
import { parseTime } from "../../src/domain/interval.js";
import type { Assignment, Rota } from "../../src/domain/rota.js";
import { compareAssignments } from "../../src/domain/rota.js";
import { NO_LIMITS } from "../../src/domain/work-limits.js";

/** Cases for tests, written with what matters in them; everything else has the default of the tables. */

export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** `"09:00-16:00"` as minutes. */
export function time(text: string): Interval {
  const [from, to] = text.split("-").map((part) => parseTime(part));
  if (from == null || to == null) throw new Error(`no time: ${text}`);
  return { from, to };
}

export function office(id: string, more: Partial<Office> = {}): Office {
  return {
    id,
    name: id,
    area: null,
    openDays: WORKDAYS,
    open: time("09:00-16:00"),
    minStaff: 1,
    minStaffBreak: 0,
    breaks: null,
    desks: null,
    rooms: 0,
    residents: null,
    ...more,
  };
}

export function member(id: string, more: Partial<StaffMember> = {}): StaffMember {
  return {
    id,
    name: id,
    department: "service",
    role: null,
    fte: 1,
    maxMinutesWeek: 2400,
    maxMinutesMonth: null,
    maxEveningsMonth: null,
    limits: NO_LIMITS,
    offices: null,
    home: null,
    skills: [],
    hourlyCost: null,
    first: null,
    last: null,
    ...more,
  };
}

export function available(
  staff: string,
  when: { weekdays?: readonly Weekday[]; date?: string } = { weekdays: WORKDAYS },
  hours = "00:00-24:00",
  more: Partial<AvailabilityRow> = {},
): AvailabilityRow {
  return {
    staff,
    department: "service",
    date: when.date ?? null,
    weekdays: when.date === undefined ? (when.weekdays ?? WORKDAYS) : [],
    time: time(hours),
    status: "available",
    ...more,
  };
}

/** People with a row of staff.csv each, all lent by `service` every weekday around the clock. */
export function people(...ids: readonly string[]): Pick<Case, "staff" | "availability"> {
  return { staff: ids.map((id) => member(id)), availability: ids.map((id) => available(id)) };
}

export function evening(id: string, more: Partial<EveningRow> = {}): EveningRow {
  return {
    office: id,
    month: null,
    minEvenings: 2,
    maxEvenings: null,
    weekdays: [1, 2, 3, 4],
    time: time("16:00-18:00"),
    minStaff: 2,
    minGapDays: 0,
    ...more,
  };
}

export function demand(id: string, more: Partial<DemandRow> = {}): DemandRow {
  return {
    office: id,
    date: null,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    time: null,
    department: null,
    skill: null,
    min: 1,
    target: null,
    per: "opening",
    shift: null,
    weight: 1,
    overWeight: null,
    maxGapWeeks: null,
    ...more,
  };
}

export function pin(staff: string, date: string, more: Partial<Pin> = {}): Pin {
  return { staff, date, office: null, time: null, pin: "must", ...more };
}

/** One rota row from `"2026-12-01 valbo day 09:00-16:00 anna"`. */
export function row(text: string, department = "service"): Assignment {
  const [date, at, kind, hours, staff] = text.split(" ");
  if (!date || !at || !hours || !staff || (kind !== "day" && kind !== "evening")) {
    throw new Error(`no rota row: ${text}`);
  }
  return { date, office: at, kind, time: time(hours), staff, department, status: "planned" };
}

export function rota(...rows: readonly string[]): Rota {
  return { assignments: rows.map((text) => row(text)).sort(compareAssignments) };
}

export function caseOf(tables: Partial<Case>): Case {
  return {
    offices: [],
    availability: [],
    evenings: [],
    staff: [],
    departments: [],
    hours: [],
    shifts: [],
    demand: [],
    closures: [],
    visits: [],
    separations: [],
    bookings: [],
    travel: [],
    pins: [],
    requests: [],
    history: [],
    published: [],
    disruptions: [],
    ledger: [],
    budget: [],
    ruleSettings: [],
    ...tables,
  };
}

/** The instance of a case over some dates, without public holidays unless they are given. */
export function instanceOf(
  tables: Partial<Case>,
  first = "2026-12-01",
  last = "2026-12-04",
  holidays: ReadonlyMap<string, string> = new Map(),
): Instance {
  return new Instance(caseOf(tables), { first, last }, holidays);
}
