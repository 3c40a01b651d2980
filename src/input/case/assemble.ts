import type {
  AvailabilityRow,
  Case,
  DemandRow,
  Department,
  EveningRow,
  Office,
  RuleSetting,
  StaffMember,
  Visit,
} from "../../domain/case.js";
import { NO_LIMITS } from "../../domain/work-limits.js";
import type { DemandEntry } from "../tables/demand.js";
import type { EveningEntry } from "../tables/evenings.js";
import { FULL_TIME_WEEK, type StaffEntry } from "../tables/staff.js";
import type { VisitEntry } from "../tables/visits.js";
import { WHOLE_DAY } from "../values/dates.js";
import { availabilityOf } from "./availability-of.js";
import { completeAssignments } from "./complete-assignment.js";
import { hoursOf } from "./hours-of.js";
import { canonical } from "./order.js";
import { type ParsedTables, valuesOf } from "./parsed-case.js";

/** Puts checked tables together: defaults that come from other tables, rows for all offices, canonical order. */
export function assemble(tables: ParsedTables, ruleSettings: readonly RuleSetting[]): Case {
  const offices = canonical("offices", valuesOf(tables.offices));
  const entries = valuesOf(tables.availability).flat();
  const availability = canonical("availability", availabilityOf(entries));
  const closures = canonical("closures", valuesOf(tables.closures).flat());
  const staff = canonical("staff", staffOf(valuesOf(tables.staff), availability));
  const departments = departmentsOf(valuesOf(tables.departments), staff, availability);
  const base: Case = {
    offices,
    availability,
    evenings: canonical("evenings", eveningsOf(valuesOf(tables.evenings), offices)),
    staff,
    departments: canonical("departments", departments),
    hours: canonical("hours", hoursOf(valuesOf(tables.hours).flat(), { offices, closures })),
    shifts: canonical("shifts", valuesOf(tables.shifts)),
    demand: canonical("demand", demandOf(valuesOf(tables.demand).flat(), offices)),
    closures,
    visits: canonical("visits", visitsOf(valuesOf(tables.visits), offices)),
    separations: canonical("separations", valuesOf(tables.separations)),
    bookings: canonical("bookings", valuesOf(tables.bookings)),
    travel: canonical("travel", valuesOf(tables.travel)),
    pins: canonical("pins", valuesOf(tables.pins).flat()),
    requests: canonical("requests", valuesOf(tables.requests).flat()),
    disruptions: canonical("disruptions", valuesOf(tables.disruptions)),
    history: [],
    published: [],
    ledger: canonical("ledger", valuesOf(tables.ledger)),
    budget: canonical("budget", valuesOf(tables.budget)),
    ruleSettings: canonical("ruleSettings", ruleSettings),
  };
  const history = completeAssignments(valuesOf(tables.history), base);
  const published = completeAssignments(valuesOf(tables.published), base);
  return {
    ...base,
    history: canonical("history", history),
    published: canonical("published", published),
  };
}

/** The people of staff.csv; without it everyone in the availability, full-time and free to go anywhere. */
function staffOf(
  entries: readonly StaffEntry[],
  availability: readonly AvailabilityRow[],
): StaffMember[] {
  const lentBy = new Map<string, string>();
  for (const { staff, department } of availability) {
    if (!lentBy.has(staff)) lentBy.set(staff, department);
  }
  if (entries.length > 0) {
    return entries.map((entry) => ({
      ...entry,
      department: entry.department ?? lentBy.get(entry.id) ?? "",
    }));
  }
  return [...lentBy].map(([id, department]) => ({
    id,
    name: id,
    department,
    role: null,
    fte: 1,
    maxMinutesWeek: FULL_TIME_WEEK,
    maxMinutesMonth: null,
    maxEveningsMonth: null,
    limits: NO_LIMITS,
    offices: null,
    home: null,
    skills: [],
    hourlyCost: null,
    first: null,
    last: null,
  }));
}

/** The departments of departments.csv; without it those that lend or employ somebody. */
function departmentsOf(
  given: readonly Department[],
  staff: readonly StaffMember[],
  availability: readonly AvailabilityRow[],
): readonly Department[] {
  if (given.length > 0) return given;
  const ids = new Set([...staff, ...availability].map(({ department }) => department));
  return [...ids].map((id) => ({
    id,
    name: id,
    minMinutesMonth: null,
    maxMinutesMonth: null,
    share: null,
    hourlyCost: null,
  }));
}

/** A row for one office replaces the row for all offices with the same month. */
function eveningsOf(entries: readonly EveningEntry[], offices: readonly Office[]): EveningRow[] {
  const own = new Set(entries.map(({ office, month }) => JSON.stringify([office, month])));
  return entries.flatMap((entry) =>
    forOffices(entry, offices).filter(
      ({ office, month }) => entry.office !== null || !own.has(JSON.stringify([office, month])),
    ),
  );
}

function demandOf(entries: readonly DemandEntry[], offices: readonly Office[]): DemandRow[] {
  return entries.flatMap((entry) => forOffices(entry, offices));
}

/** A row as it is, or when it is for all offices, one for each. */
function forOffices<R extends { readonly office: string | null }>(
  row: R,
  offices: readonly Office[],
): (R & { readonly office: string })[] {
  const ids = row.office === null ? offices.map(({ id }) => id) : [row.office];
  return ids.map((office) => ({ ...row, office }));
}

/** Visits without weekdays or times have the office's own. */
function visitsOf(entries: readonly VisitEntry[], offices: readonly Office[]): Visit[] {
  return entries.map(({ from, to, ...visit }) => {
    const office = offices.find(({ id }) => id === visit.office);
    const open = office?.open ?? WHOLE_DAY;
    return {
      ...visit,
      weekdays: visit.weekdays ?? office?.openDays ?? [],
      time: { from: from ?? open.from, to: to ?? open.to },
    };
  });
}
