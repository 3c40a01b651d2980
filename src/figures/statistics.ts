import { type IsoDate, monthOf } from "../domain/calendar.js";
import type { Department, Office, StaffMember } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { heldByDay, keptByDay } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import { hourlyCost, staffBudget } from "../domain/money.js";
import { paidOn } from "../domain/paid-time.js";
import { eveningQuotas } from "../domain/quota.js";
import type { Assignment } from "../domain/rota.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import { workloadQuotas } from "../domain/workload.js";
import type {
  CostFigures,
  DepartmentFigures,
  OfficeFigures,
  PersonFigures,
  ReportStatistics,
} from "../outputs/report.js";
import { dayCost } from "./costs.js";
import { gapFigures } from "./gaps.js";
import { carriedBefore } from "./measures.js";
import type { Opening } from "./openings.js";
import { shortfallOf } from "./openings.js";

/** The figures of a rota by office, by person and by department; `contribution` is the employer's. */
export function statisticsOf(
  rota: RotaView,
  openings: readonly Opening[],
  contribution: number,
): ReportStatistics {
  const byOffice = groupBy(openings, (opening) => opening.office);
  const byStaff = groupBy(rota.rota.assignments, (row) => row.staff);
  const byDepartment = groupBy(rota.rota.assignments, (row) => row.department);
  const { offices, staff, departments } = rota.instance.theCase;
  const known = new Map(departments.map((department) => [department.id, department]));
  const shares = fairSharesOf(rota);
  return {
    offices: offices.map((office) => officeFigures(rota, office, byOffice.get(office.id) ?? [])),
    people: staff.map((member) =>
      personFigures(rota, member, byStaff.get(member.id) ?? [], shares),
    ),
    departments: [...new Set([...known.keys(), ...byDepartment.keys()])]
      .sort(compareText)
      .map((id) =>
        departmentFigures(rota, id, known.get(id), byDepartment.get(id) ?? [], contribution),
      ),
    gaps: gapFigures(rota),
    cost: costFigures(rota, contribution),
  };
}

function officeFigures(
  rota: RotaView,
  office: Office,
  openings: readonly Opening[],
): OfficeFigures {
  const windows = rota
    .windows(office.id)
    .filter((window) => (heldByDay(window) ? keptByDay(window) : rota.isHeld(window)));
  const required = sum(
    firstDates(rota.instance),
    (date) => rota.instance.eveningRequirement(office.id, date)?.minEvenings ?? 0,
  );
  return {
    office: office.id,
    name: office.name,
    area: office.area,
    eveningsRequired: required,
    eveningsHeld: windows.length,
    eveningDates: windows.map(({ date }) => date),
    openMinutes: sum(openings, ({ time }) => minutesOf(time)),
    shortMinutes: sum(openings, (opening) => shortfallOf(rota, opening)),
  };
}

/** What each person has carried before the period and should carry in it, by id. */
interface FairShares {
  before(staff: string, measure: "evenings" | "hours"): number;
  readonly evenings: ReadonlyMap<string, number>;
  readonly minutes: ReadonlyMap<string, number>;
}

function fairSharesOf(rota: RotaView): FairShares {
  const { instance } = rota;
  const before = { evenings: carriedBefore(rota, "evenings"), hours: carriedBefore(rota, "hours") };
  return {
    before: (staff, measure) => before[measure].get(staff) ?? 0,
    evenings: new Map(eveningQuotas(instance).map(({ staff, share }) => [staff.id, share])),
    minutes: new Map(workloadQuotas(instance, 0).map(({ staff, share }) => [staff.id, share])),
  };
}

function personFigures(
  rota: RotaView,
  member: StaffMember,
  own: readonly Assignment[],
  shares: FairShares,
): PersonFigures {
  const fairEvenings = shares.evenings.get(member.id);
  const fairMinutes = shares.minutes.get(member.id);
  return {
    staff: member.id,
    name: member.name,
    department: member.department,
    duties: dutiesOf(own),
    paidMinutes: sum(rota.instance.dates, (date) => rota.paid(member.id, date)),
    evenings: eveningsOf(own),
    eveningsBefore: shares.before(member.id, "evenings"),
    paidMinutesBefore: shares.before(member.id, "hours"),
    fte: member.fte,
    fairEvenings: fairEvenings === undefined ? null : Math.round(fairEvenings * 100) / 100,
    fairMinutes: fairMinutes === undefined ? null : Math.round(fairMinutes),
  };
}

function departmentFigures(
  rota: RotaView,
  id: string,
  department: Department | undefined,
  rows: readonly Assignment[],
  contribution: number,
): DepartmentFigures {
  const days = daysOf(rows);
  return {
    department: id,
    name: department?.name ?? id,
    people: new Set(rows.map((row) => row.staff)).size,
    duties: dutiesOf(rows),
    paidMinutes: sum(days, (day) => paidOn(rota.instance, day, rota.breaks)),
    evenings: eveningsOf(rows),
    minMinutes: department?.minMinutesMonth ?? null,
    maxMinutes: department?.maxMinutesMonth ?? null,
    agreedShare: department?.share ?? null,
    cost: costOf(rota, days, contribution),
  };
}

function costFigures(rota: RotaView, contribution: number): CostFigures {
  const { instance } = rota;
  const rows = rota.rota.assignments;
  const unknown = rows.filter(
    ({ staff, department }) => hourlyCost(instance, staff, department) === null,
  );
  return {
    staff: costOf(rota, daysOf(rows), contribution),
    peopleWithoutCost: new Set(unknown.map(({ staff }) => staff)).size,
    employerContribution: contribution,
    budget: budgetOf(instance),
  };
}

/** What the budget has for the months of the period; null when it says nothing of any. */
function budgetOf(instance: Instance): number | null {
  const known = firstDates(instance).flatMap((date) => staffBudget(instance, monthOf(date)) ?? []);
  return known.length === 0 ? null : sum(known, (budget) => budget);
}

/** The first date that each month has in the period. */
function firstDates({ dates }: Instance): IsoDate[] {
  return [...groupBy(dates, monthOf).values()].map(([first]) => first!);
}

/** What the days cost whose hourly cost is known; null: that is none of them. */
function costOf(
  rota: RotaView,
  days: readonly (readonly Assignment[])[],
  contribution: number,
): number | null {
  const costs = days.flatMap((day) => dayCost(rota, day, contribution) ?? []);
  return costs.length === 0 ? null : sum(costs, (cost) => cost);
}

/** Rows by person, date and department that lends: what is paid together. */
function daysOf(rows: readonly Assignment[]): Assignment[][] {
  const keyOf = (row: Assignment) => JSON.stringify([row.staff, row.date, row.department]);
  return [...groupBy(rows, keyOf).values()];
}

/** One person at one office on one date is one duty, however many rows it has. */
function dutiesOf(rows: readonly Assignment[]): number {
  return new Set(rows.map((row) => JSON.stringify([row.staff, row.date, row.office]))).size;
}

/** Evenings that people serve: each person and date counts once. */
function eveningsOf(rows: readonly Assignment[]): number {
  const evenings = rows.filter((row) => row.kind === "evening");
  return new Set(evenings.map((row) => JSON.stringify([row.staff, row.date]))).size;
}
