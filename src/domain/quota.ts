import type { IsoDate, Period } from "./calendar.js";
import { addDays, datesOf, monthOf, weekdayOf } from "./calendar.js";
import type { StaffMember } from "./case.js";
import { groupBy, memo, sum } from "./collections.js";
import type { Sharer } from "./fair-share.js";
import { fairShares } from "./fair-share.js";
import type { EveningWindow, Instance } from "./instance.js";
import { heldByDay, onAllowedWeekday } from "./instance.js";
import { carriedByStaff, unbooked } from "./ledger.js";
import type { Assignment } from "./rota.js";

/** What one person should carry in the period: between `low` and `high`, both inside; `done` is what ledger and history show. */
export interface Quota {
  readonly staff: StaffMember;
  readonly done: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Shares of evenings are dealt out in twelfths, and one within a twelfth of a whole number is that number. */
const EVENING_PIECE = 1 / 12;

/** What the ledger books is dealt out finer, as fine as its file: a rounding that hits the same person every month would add up. */
const BOOKED_PIECE = 1 / 100;

/** An evening of an office that can be held and must be staffed by choice, with those who could serve it. */
export interface AskedEvening extends EveningWindow {
  readonly servers: ReadonlySet<string>;
}

/**
 * Each person's fair number of evenings: the evenings that the offices must and can hold are carried by those who can
 * serve them, so that what ledger, history and period show together comes out as even as possible: per degree of
 * employment, pro rata for those who are away for a part. People who can serve no evening take no part.
 */
export function eveningQuotas(instance: Instance): readonly Quota[] {
  return memo(eveningMemo, instance, () => shareEvenings(instance));
}

/** Shares are asked for by the program, the judgement and the report, and take a while in a large case. */
const eveningMemo = new WeakMap<Instance, readonly Quota[]>();

function shareEvenings(instance: Instance): Quota[] {
  const loads = askedByOffice(instance).map((own) =>
    sum(byMonth(own), ([first, ...others]) => {
      const { minEvenings, minStaff } = first.requirement;
      return Math.min(minEvenings, 1 + others.length) * minStaff;
    }),
  );
  const people = eveningServers(instance);
  const { done, balance } = carriedEvenings(instance);
  const sharers = people.map(({ staff, sharer }) => ({ ...sharer, done: balance(staff.id) }));
  const shares = fairShares(sharers, loads, EVENING_PIECE);
  return people.map(({ staff }, index) => {
    const share = shares[index]!;
    const low = Math.floor(share + EVENING_PIECE);
    const high = Math.max(low, Math.ceil(share - EVENING_PIECE));
    return { staff, done: done(staff.id), share, low, high };
  });
}

/**
 * How evenings at each office (by index) would be shared fairly in this period alone, whatever was carried before, by
 * person.
 */
export function fairEvenings(instance: Instance, loads: readonly number[]): Map<string, number> {
  const people = eveningServers(instance);
  const shares = fairShares(
    people.map(({ sharer }) => sharer),
    loads,
    BOOKED_PIECE,
  );
  return new Map(people.map(({ staff }, index) => [staff.id, shares[index]!]));
}

/** One who can take a share, with nothing carried yet. */
export interface Server {
  readonly staff: StaffMember;
  readonly sharer: Sharer;
}

/** Those who can serve an evening: half the time away is half the weight. */
function eveningServers(instance: Instance): readonly Server[] {
  return memo(serverMemo, instance, () => {
    const asked = askedByOffice(instance);
    return instance.theCase.staff.flatMap((staff) => {
      const { dates, offices, usual } = possibleEvenings(instance, staff, asked);
      if (dates.length === 0) return [];
      const most = staff.maxEveningsMonth ?? Number.POSITIVE_INFINITY;
      const months = groupBy(dates, monthOf).values();
      const capacity = sum(months, (own) => Math.min(most, own.length));
      const weight = (staff.fte * dates.length) / usual;
      return [{ staff, sharer: { weight, done: 0, capacity, places: offices } }];
    });
  });
}

const serverMemo = new WeakMap<Instance, readonly Server[]>();

/** Evenings before the period, by person. */
interface CarriedEvenings {
  /** How many the person has served. */
  done(staff: string): number;
  /** How far that is beyond the fair share; below 0: so many are owed. */
  balance(staff: string): number;
}

/**
 * Evenings of the ledger, and of the history after it. What the history holds is shared by degree of employment and time
 * of the loan, among those who have served in it or can serve now.
 */
export function carriedEvenings(instance: Instance): CarriedEvenings {
  return memo(carriedMemo, instance, () => {
    const booked = carriedByStaff(instance, "evenings");
    const later = unbooked(instance);
    const served = eveningsByStaff(later);
    const first = later.map(({ date }) => date).sort()[0] ?? instance.period.first;
    const time = { first, last: addDays(instance.period.first, -1) };
    const able = new Set(eveningServers(instance).map(({ staff }) => staff.id));
    const sharers = instance.theCase.staff.filter(({ id }) => able.has(id) || served.has(id));
    const weights = new Map(sharers.map((own) => [own.id, own.fte * lentPart(own, time)]));
    const weight = sum(weights.values(), (own) => own);
    const rate = weight === 0 ? 0 : sum(sharers, ({ id }) => served.get(id) ?? 0) / weight;
    return {
      done: (id) => (booked.get(id)?.carried ?? 0) + (served.get(id) ?? 0),
      balance: (id) => {
        const share = weights.get(id);
        const beyond = share === undefined ? 0 : (served.get(id) ?? 0) - rate * share;
        return (booked.get(id)?.balance ?? 0) + beyond;
      },
    };
  });
}

const carriedMemo = new WeakMap<Instance, CarriedEvenings>();

/** The evenings of each office (in the order of the offices) that can be held and staffed by choice. */
export function askedByOffice(instance: Instance): readonly (readonly AskedEvening[])[] {
  return memo(askedMemo, instance, () =>
    instance.theCase.offices.map((office) => askedEvenings(instance, office.id)),
  );
}

const askedMemo = new WeakMap<Instance, readonly (readonly AskedEvening[])[]>();

/** The evenings of an office on allowed weekdays for which enough people are there for the taking. */
function askedEvenings(instance: Instance, office: string): AskedEvening[] {
  return instance.dates.flatMap((date) => {
    const window = instance.eveningWindow(office, date);
    if (!window || !onAllowedWeekday(window) || heldByDay(window)) return [];
    const able = instance
      .staffOf(office)
      .filter(({ id }) => instance.couldServeEvening(id, window));
    if (able.length < window.requirement.minStaff) return [];
    return [{ ...window, servers: new Set(able.map(({ id }) => id)) }];
  });
}

/**
 * Evenings of one office by the months that they lie in, because what is asked of an office holds in each; none is empty.
 */
export function byMonth(evenings: readonly AskedEvening[]): [AskedEvening, ...AskedEvening[]][] {
  const months = groupBy(evenings, ({ date }) => monthOf(date));
  return [...months.values()].flatMap(([first, ...others]) => (first ? [[first, ...others]] : []));
}

/**
 * On which dates, and at which offices (by index), a person could serve an evening; and on how many dates, if she were
 * there on every date of the weekdays on which she ever is.
 */
function possibleEvenings(
  instance: Instance,
  staff: StaffMember,
  asked: readonly (readonly AskedEvening[])[],
): { dates: readonly IsoDate[]; offices: number[]; usual: number } {
  const dates = new Set<IsoDate>();
  const usual = new Set<IsoDate>();
  const offices = instance.placesOf(staff.id).filter((place) => {
    let serves = false;
    for (const { date, servers } of asked[place]!) {
      usual.add(date);
      if (!servers.has(staff.id)) continue;
      dates.add(date);
      serves = true;
    }
    return serves;
  });
  const weekdays = new Set([...dates].map(weekdayOf));
  return {
    dates: [...dates],
    offices,
    usual: [...usual].filter((date) => weekdays.has(weekdayOf(date))).length,
  };
}

/** On how many dates each person served an evening. */
function eveningsByStaff(rows: readonly Assignment[]): Map<string, number> {
  const evenings = rows.filter((row) => row.kind === "evening");
  return new Map(
    [...groupBy(evenings, (row) => row.staff)].map(([staff, own]) => [
      staff,
      new Set(own.map((row) => row.date)).size,
    ]),
  );
}

/** The part of a period's dates on which the person is lent, 0 to 1. */
function lentPart({ first, last }: StaffMember, period: Period): number {
  const dates = datesOf(period);
  const lent = dates.filter((date) => (first ?? date) <= date && date <= (last ?? date));
  return dates.length === 0 ? 1 : lent.length / dates.length;
}
