import type { IsoDate } from "./calendar.js";
import { monthOf } from "./calendar.js";
import type { Office, StaffMember } from "./case.js";
import { groupBy, memo, sum } from "./collections.js";
import { fairShares } from "./fair-share.js";
import type { Instance } from "./instance.js";
import { minutesOf, minutesShared } from "./interval.js";
import { carriedByStaff } from "./ledger.js";
import type { Quota, Server } from "./quota.js";
import { askedByOffice, byMonth } from "./quota.js";

/** Working time is dealt out in pieces of at least half an hour, and the limits are whole half-hours. */
const WORK_PIECE_MINUTES = 30;

/**
 * Each person's fair working time in minutes, give or take `tolerance`: the staffed time that the offices ask for at the
 * least is carried by those who can serve there, in proportion to the time that each is lent. What the ledger says that
 * somebody has worked too much or too little is made up for, at most one `tolerance` of it a period: what the offices need
 * of one trade cannot be levelled at once.
 */
export function workloadQuotas(instance: Instance, tolerance: number): Quota[] {
  const limit = (minutes: number) => Math.max(0, roundTo(WORK_PIECE_MINUTES, minutes));
  const byTolerance = memo(workloadMemo, instance, () => new Map<number, readonly WorkShare[]>());
  return memo(byTolerance, tolerance, () => shareWork(instance, tolerance)).map(
    ({ staff, share, done }) => {
      return { staff, done, share, low: limit(share - tolerance), high: limit(share + tolerance) };
    },
  );
}

interface WorkShare {
  readonly staff: StaffMember;
  readonly done: number;
  readonly share: number;
}

const workloadMemo = new WeakMap<Instance, Map<number, readonly WorkShare[]>>();

function shareWork(instance: Instance, tolerance: number): WorkShare[] {
  const loads = instance.theCase.offices.map((office) => askedMinutes(instance, office));
  const lent = workers(instance);
  const booked = carriedByStaff(instance, "hours");
  const balance = ({ id }: StaffMember) =>
    Math.max(-tolerance, Math.min(tolerance, booked.get(id)?.balance ?? 0));
  const sharers = lent.map(({ staff, sharer }) => ({ ...sharer, done: balance(staff) }));
  const shares = fairShares(sharers, loads, WORK_PIECE_MINUTES);
  return lent.map(({ staff }, index) => {
    return { staff, done: booked.get(staff.id)?.carried ?? 0, share: shares[index]! };
  });
}

/**
 * How work at each office (by index; minutes, or duties) would be shared fairly in this period alone, by the time that
 * each person is lent.
 *
 * @param piece the smallest part worth looking at, in the unit of the loads
 */
export function fairWork(
  instance: Instance,
  loads: readonly number[],
  piece: number,
): Map<string, number> {
  const lent = workers(instance);
  const sharers = lent.map(({ sharer }) => ({ ...sharer, capacity: Number.POSITIVE_INFINITY }));
  const shares = fairShares(sharers, loads, piece);
  return new Map(lent.map(({ staff }, index) => [staff.id, shares[index]!]));
}

/** Those who can work in any opening of the period, by the minutes that they are lent. */
function workers(instance: Instance): readonly Server[] {
  return memo(workerMemo, instance, () =>
    instance.theCase.staff.flatMap((staff) => {
      const minutes = lentMinutes(instance, staff);
      if (minutes === 0) return [];
      const places = instance.placesOf(staff.id);
      return [{ staff, sharer: { weight: minutes, done: 0, capacity: minutes, places } }];
    }),
  );
}

const workerMemo = new WeakMap<Instance, readonly Server[]>();

function roundTo(step: number, value: number): number {
  return Math.round(value / step) * step;
}

/** Minutes of work that an office asks for at the least: its minimum staff in every opening, and its evenings. */
export function askedMinutes(instance: Instance, office: Office): number {
  const days = sum(instance.dates, (date) => sum(instance.openHours(office.id, date), minutesOf));
  const evenings = askedByOffice(instance)[instance.theCase.offices.indexOf(office)] ?? [];
  const late = sum(byMonth(evenings), ([{ requirement }]) => {
    const { minEvenings, minStaff, time } = requirement;
    return minEvenings * minStaff * minutesOf(time);
  });
  return days * office.minStaff + late;
}

/** The time that a person could be at work in the openings of the period, within the weekly and monthly limits. */
function lentMinutes(instance: Instance, staff: StaffMember): number {
  const { offices } = instance.theCase;
  const places = instance.placesOf(staff.id);
  const onDate = (date: IsoDate) => {
    const free = instance.freeTimes(staff.id, date);
    if (free.length === 0) return 0;
    let most = 0;
    for (const place of places) {
      most = Math.max(most, minutesShared(free, instance.openHours(offices[place]!.id, date)));
    }
    return most;
  };
  const inWeeks = sum(instance.weeks, ({ dates }) =>
    Math.min(staff.maxMinutesWeek, sum(dates, onDate)),
  );
  const most = staff.maxMinutesMonth;
  if (most === null) return inWeeks;
  const months = groupBy(instance.dates, monthOf).values();
  const inMonths = sum(months, (dates) => Math.min(most, sum(dates, onDate)));
  return Math.min(inWeeks, inMonths);
}
