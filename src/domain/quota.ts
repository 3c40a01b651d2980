import type { StaffMember } from "./case.js";
import { groupBy, sum } from "./collections.js";
import { fairShares } from "./fair-share.js";
import type { EveningWindow, Instance } from "./instance.js";
import { heldByDay, onAllowedWeekday } from "./instance.js";
import { intersect, minutesOf } from "./interval.js";
import { earlierAssignments } from "./rota-view.js";

/** What one person should carry in the period: between `low` and `high`, both inside; `done` is what history shows. */
export interface Quota {
  readonly staff: StaffMember;
  readonly done: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Guards a share that is a whole number against the last bits of a division. */
const ROUNDING = 1e-9;

/**
 * Each person's fair number of evenings: the evenings that the offices must hold, shared by degree of employment so that
 * history and period together come out as even as possible. Only people who can serve an evening take part.
 */
export function eveningQuotas(instance: Instance): Quota[] {
  const windows = askedWindows(instance);
  const asked = new Map(windows.map((window) => [window.office, window.requirement]));
  const load = sum(asked.values(), ({ minEvenings, minStaff }) => minEvenings * minStaff);
  const history = groupBy(
    earlierAssignments(instance).filter((row) => row.kind === "evening"),
    (row) => row.staff,
  );
  const people = instance.theCase.staff
    .map((staff) => ({ staff, capacity: eveningCapacity(instance, staff, windows) }))
    .filter(({ capacity }) => capacity > 0)
    .map(({ staff, capacity }) => {
      const done = new Set(history.get(staff.id)?.map((row) => row.date)).size;
      return { staff, capacity, done, weight: staff.fte };
    });
  const shares = fairShares(people, load);
  return people.map(({ staff, done }, index) => {
    const share = shares[index]!;
    const low = Math.floor(share + ROUNDING);
    return { staff, done, share, low, high: Math.ceil(share - ROUNDING) };
  });
}

/** The evenings on allowed weekdays that somebody must come to. */
function askedWindows(instance: Instance): EveningWindow[] {
  return instance.theCase.offices.flatMap((office) =>
    instance.dates.flatMap((date) => {
      const window = instance.eveningWindow(office.id, date);
      return window && onAllowedWeekday(window) && !heldByDay(window) ? [window] : [];
    }),
  );
}

function eveningCapacity(
  instance: Instance,
  staff: StaffMember,
  windows: readonly EveningWindow[],
): number {
  const possible = windows.filter((window) => instance.couldServeEvening(staff.id, window));
  const dates = new Set(possible.map((window) => window.date)).size;
  return Math.min(dates, staff.maxEveningsMonth ?? dates);
}

/**
 * Each person's fair working time in minutes: the staffed time that the offices ask for at the least, shared in proportion
 * to the time that each person is lent, give or take `tolerance` minutes.
 */
export function workloadQuotas(instance: Instance, tolerance: number): Quota[] {
  const lent = instance.theCase.staff
    .map((staff) => ({ staff, minutes: lentMinutes(instance, staff) }))
    .filter(({ minutes }) => minutes > 0);
  const sharers = lent.map(({ minutes }) => ({ weight: minutes, done: 0, capacity: minutes }));
  const shares = fairShares(sharers, askedMinutes(instance));
  return lent.map(({ staff }, index) => {
    const share = shares[index]!;
    const low = Math.max(0, Math.floor(share - tolerance));
    return { staff, done: 0, share, low, high: Math.ceil(share + tolerance) };
  });
}

function askedMinutes(instance: Instance): number {
  const days = sum(instance.theCase.offices, (office) =>
    sum(instance.dates, (date) =>
      sum(instance.openHours(office.id, date), (open) => minutesOf(open) * office.minStaff),
    ),
  );
  const asked = new Map(
    askedWindows(instance).map((window) => [window.office, window.requirement]),
  );
  const evenings = sum(
    asked.values(),
    ({ minEvenings, minStaff, time }) => minEvenings * minStaff * minutesOf(time),
  );
  return days + evenings;
}

/** The time that a person could be at work in the openings of the period, within the weekly and monthly limits. */
function lentMinutes(instance: Instance, staff: StaffMember): number {
  const offices = instance.theCase.offices.filter((office) =>
    instance.mayWorkAt(staff.id, office.id),
  );
  const onDate = (date: string) => {
    const free = instance.available(staff.id, date).map((part) => part.time);
    const at = offices.map((office) =>
      sum(intersect(free, instance.openHours(office.id, date)), minutesOf),
    );
    return Math.max(0, ...at);
  };
  const total = sum(instance.weeks, (week) =>
    Math.min(staff.maxMinutesWeek, sum(week.dates, onDate)),
  );
  return Math.min(total, staff.maxMinutesMonth ?? total);
}
