import type { Office, StaffMember } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import { paidMinutes } from "../domain/duty.js";
import { minutesOf } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { Opening } from "./openings.js";
import { shortfallOf } from "./openings.js";
import type {
  DepartmentFigures,
  OfficeFigures,
  PersonFigures,
  ReportStatistics,
} from "./report.js";

/** The figures of a rota by office, by person and by department. */
export function statisticsOf(rota: RotaView, openings: readonly Opening[]): ReportStatistics {
  const byOffice = groupBy(openings, (opening) => opening.office);
  const { offices, staff, departments } = rota.instance.theCase;
  const byDepartment = groupBy(rota.rota.assignments, (row) => row.department);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return {
    offices: offices.map((office) => officeFigures(rota, office, byOffice.get(office.id) ?? [])),
    people: staff.map((member) => personFigures(rota, member)),
    departments: [...new Set([...names.keys(), ...byDepartment.keys()])]
      .sort(compareText)
      .map((id) => departmentFigures(rota, id, names.get(id) ?? id, byDepartment.get(id) ?? [])),
  };
}

function officeFigures(
  rota: RotaView,
  office: Office,
  openings: readonly Opening[],
): OfficeFigures {
  const windows = rota.windows(office.id).filter((window) => rota.isHeld(window));
  const requirement = rota.instance.eveningRequirement(office.id, rota.instance.period.first);
  return {
    office: office.id,
    name: office.name,
    eveningsRequired: requirement?.minEvenings ?? 0,
    eveningsHeld: windows.length,
    eveningDates: windows.map(({ date }) => date),
    openMinutes: sum(openings, ({ time }) => minutesOf(time)),
    shortMinutes: sum(openings, (opening) => shortfallOf(rota, opening)),
  };
}

function personFigures(rota: RotaView, member: StaffMember): PersonFigures {
  const own = rota.rota.assignments.filter((row) => row.staff === member.id);
  return {
    staff: member.id,
    name: member.name,
    department: member.department,
    duties: dutiesOf(own),
    paidMinutes: sum(rota.instance.dates, (date) => rota.paid(member.id, date)),
    evenings: eveningsOf(own),
    eveningsBefore: eveningsOf(rota.historyOf(member.id)),
  };
}

function departmentFigures(
  rota: RotaView,
  department: string,
  name: string,
  rows: readonly Assignment[],
): DepartmentFigures {
  const days = [...groupBy(rows, (row) => JSON.stringify([row.staff, row.date])).values()];
  return {
    department,
    name,
    people: new Set(rows.map((row) => row.staff)).size,
    duties: dutiesOf(rows),
    paidMinutes: sum(days, (day) =>
      paidMinutes(
        day.map((row) => row.time),
        rota.breaks,
      ),
    ),
    evenings: eveningsOf(rows),
  };
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
