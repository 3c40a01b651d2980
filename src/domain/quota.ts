import type { IsoDate } from "./calendar.js";
import type { Office, StaffMember } from "./case.js";
import { groupBy, memo, sum } from "./collections.js";
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

/** Shares of evenings are dealt out in twelfths, and one within a twelfth of a whole number is that number. */
const EVENING_PIECE = 1 / 12;

/** An evening of an office that can be held and must be staffed by choice, with those who could serve it. */
interface AskedEvening extends EveningWindow {
  readonly servers: ReadonlySet<string>;
}

/**
 * Each person's fair number of evenings: the evenings that the offices must and can hold are carried by those who can
 * serve them, so that history and period together come out as even as possible per degree of employment. People who can
 * serve no evening take no part.
 */
export function eveningQuotas(instance: Instance): readonly Quota[] {
  return memo(eveningMemo, instance, () => shareEvenings(instance));
}

/** Shares are asked for by the program, the judgement and the report, and take a while in a large case. */
const eveningMemo = new WeakMap<Instance, readonly Quota[]>();

function shareEvenings(instance: Instance): Quota[] {
  const asked = instance.theCase.offices.map((office) => askedEvenings(instance, office.id));
  const loads = asked.map((own) => {
    const [first] = own;
    if (!first) return 0;
    return Math.min(first.requirement.minEvenings, own.length) * first.requirement.minStaff;
  });
  const history = earlierEveningsOf(instance);
  const people = instance.theCase.staff
    .map((staff) => ({ staff, possible: possibleEvenings(staff, asked) }))
    .filter(({ possible }) => possible.dates > 0);
  const sharers = people.map(({ staff, possible }) => ({
    weight: staff.fte,
    done: history.get(staff.id) ?? 0,
    capacity: Math.min(possible.dates, staff.maxEveningsMonth ?? possible.dates),
    places: possible.offices,
  }));
  const shares = fairShares(sharers, loads, EVENING_PIECE);
  return people.map(({ staff }, index) => {
    const share = shares[index]!;
    const low = Math.floor(share + EVENING_PIECE);
    const high = Math.max(low, Math.ceil(share - EVENING_PIECE));
    return { staff, done: sharers[index]!.done, share, low, high };
  });
}

/** The evenings of an office on allowed weekdays for which enough people are there for the taking. */
function askedEvenings(instance: Instance, office: string): AskedEvening[] {
  return instance.dates.flatMap((date) => {
    const window = instance.eveningWindow(office, date);
    if (!window || !onAllowedWeekday(window) || heldByDay(window)) return [];
    const able = instance.theCase.staff.filter(({ id }) => instance.couldServeEvening(id, window));
    if (able.length < window.requirement.minStaff) return [];
    return [{ ...window, servers: new Set(able.map(({ id }) => id)) }];
  });
}

/** On how many dates, and at which offices (by index), a person could serve an evening. */
function possibleEvenings(
  staff: StaffMember,
  asked: readonly (readonly AskedEvening[])[],
): { dates: number; offices: number[] } {
  const possible = asked.map((own) => own.filter(({ servers }) => servers.has(staff.id)));
  return {
    dates: new Set(possible.flat().map((window) => window.date)).size,
    offices: possible.flatMap((own, index) => (own.length > 0 ? [index] : [])),
  };
}

/** Evenings that each person served before the period. */
function earlierEveningsOf(instance: Instance): Map<string, number> {
  const evenings = earlierAssignments(instance).filter((row) => row.kind === "evening");
  return new Map(
    [...groupBy(evenings, (row) => row.staff)].map(([staff, rows]) => [
      staff,
      new Set(rows.map((row) => row.date)).size,
    ]),
  );
}

/** Working time is dealt out in pieces of at least half an hour, and the limits are whole half-hours. */
const WORK_PIECE_MINUTES = 30;

/**
 * Each person's fair working time in minutes, give or take `tolerance`: the staffed time that the offices ask for at the
 * least is carried by those who can serve there, in proportion to the time that each is lent.
 */
export function workloadQuotas(instance: Instance, tolerance: number): Quota[] {
  const limit = (minutes: number) => Math.max(0, roundTo(WORK_PIECE_MINUTES, minutes));
  return memo(workloadMemo, instance, () => shareWork(instance)).map(({ staff, share }) => {
    return { staff, done: 0, share, low: limit(share - tolerance), high: limit(share + tolerance) };
  });
}

const workloadMemo = new WeakMap<Instance, readonly { staff: StaffMember; share: number }[]>();

function shareWork(instance: Instance): { staff: StaffMember; share: number }[] {
  const { offices } = instance.theCase;
  const loads = offices.map((office) => askedMinutes(instance, office));
  const lent = instance.theCase.staff
    .map((staff) => ({ staff, minutes: lentMinutes(instance, staff) }))
    .filter(({ minutes }) => minutes > 0);
  const sharers = lent.map(({ staff, minutes }) => ({
    weight: minutes,
    done: 0,
    capacity: minutes,
    places: offices.flatMap(({ id }, index) => (instance.mayWorkAt(staff.id, id) ? [index] : [])),
  }));
  const shares = fairShares(sharers, loads, WORK_PIECE_MINUTES);
  return lent.map(({ staff }, index) => ({ staff, share: shares[index]! }));
}

function roundTo(step: number, value: number): number {
  return Math.round(value / step) * step;
}

/** Minutes of work that an office asks for at the least: its minimum staff in every opening, and its evenings. */
export function askedMinutes(instance: Instance, office: Office): number {
  const days = sum(instance.dates, (date) => sum(instance.openHours(office.id, date), minutesOf));
  const [evening] = askedEvenings(instance, office.id);
  if (!evening) return days * office.minStaff;
  const { minEvenings, minStaff, time } = evening.requirement;
  return days * office.minStaff + minEvenings * minStaff * minutesOf(time);
}

/** The time that a person could be at work in the openings of the period, within the weekly and monthly limits. */
function lentMinutes(instance: Instance, staff: StaffMember): number {
  const offices = instance.theCase.offices.filter(({ id }) => instance.mayWorkAt(staff.id, id));
  const onDate = (date: IsoDate) => {
    const free = instance.available(staff.id, date).map((part) => part.time);
    const at = offices.map(({ id }) =>
      sum(intersect(free, instance.openHours(id, date)), minutesOf),
    );
    return Math.max(0, ...at);
  };
  const total = sum(instance.weeks, (week) =>
    Math.min(staff.maxMinutesWeek, sum(week.dates, onDate)),
  );
  return Math.min(total, staff.maxMinutesMonth ?? total);
}
