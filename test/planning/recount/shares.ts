import type { StaffMember } from "../../../src/domain/case.js";
import {
  dates,
  eveningOf,
  eveningRow,
  isFor,
  minutes,
  months,
  partOf,
  type Recount,
  weekday,
} from "./facts.js";

/** One who can carry evenings: how much of them is fair in proportion, and how many there can be at most. */
export interface Carrier {
  readonly staff: string;
  readonly weight: number;
  readonly capacity: number;
  /** The offices (by index) whose evenings she could serve. */
  readonly places: readonly number[];
}

/** The evenings that offices (by index) ask for, in evenings of one person, and those who can carry them. */
export interface Sharing {
  readonly loads: readonly number[];
  readonly carriers: readonly Carrier[];
}

/** Who could share the evenings of a period, and how many there are, by the tables alone; no history and no ledger. */
export function sharingOf(recount: Recount): Sharing {
  const { theCase, period } = recount;
  const asked = theCase.offices.map(({ id }) =>
    dates(period).flatMap((date) => {
      const evening = eveningOf(recount, id, date);
      if (!evening?.isAllowed || evening.extra.size === 0) return [];
      const servers = theCase.staff.filter(
        (staff) => mayGo(staff, id) && isFree(recount, staff, date, evening.minutes),
      );
      return servers.length < evening.minStaff ? [] : [{ date, evening, servers }];
    }),
  );
  const loads = asked.map((own, index) => {
    return months(recount).reduce((sum, month) => {
      const row = eveningRow(recount, theCase.offices[index]!.id, month);
      const possible = own.filter(({ date }) => date.startsWith(month)).length;
      const least = row ? partOf(row.minEvenings, month, period) : 0;
      return sum + Math.min(least, possible) * (row?.minStaff ?? 0);
    }, 0);
  });
  const carriers = theCase.staff.flatMap((staff): Carrier[] => {
    const near = asked.map((own, index) => (mayGo(staff, theCase.offices[index]!.id) ? own : []));
    const able = near.map((own) => own.filter(({ servers }) => servers.includes(staff)));
    const possible = new Set(able.flat().map(({ date }) => date));
    if (possible.size === 0) return [];
    const days = new Set([...possible].map(weekday));
    const usual = new Set(near.flat().map(({ date }) => date));
    const ever = [...usual].filter((date) => days.has(weekday(date))).length;
    return [
      {
        staff: staff.id,
        weight: (staff.fte * possible.size) / ever,
        capacity: months(recount).reduce((sum, month) => {
          const own = [...possible].filter((date) => date.startsWith(month)).length;
          return sum + Math.min(own, staff.maxEveningsMonth ?? Infinity);
        }, 0),
        places: able.flatMap((own, index) => (own.length > 0 ? [index] : [])),
      },
    ];
  });
  return { loads, carriers };
}

/** The most that some carriers can carry between them: the narrowest cut between offices and people, every one tried. */
export function mostCarried({ loads }: Sharing, carriers: readonly Carrier[]): number {
  let least = Infinity;
  for (let cut = 0; cut < 2 ** loads.length; cut++) {
    const isIn = (place: number) => (cut >> place) % 2 === 1;
    const outside = loads.reduce((sum, load, place) => sum + (isIn(place) ? 0 : load), 0);
    const reached = carriers.filter(({ places }) => places.some(isIn));
    least = Math.min(least, outside + reached.reduce((sum, own) => sum + own.capacity, 0));
  }
  return least;
}

function mayGo({ offices }: StaffMember, office: string): boolean {
  return offices === null || offices.includes(office);
}

function isFree(
  { theCase }: Recount,
  { id, first, last }: StaffMember,
  date: string,
  asked: ReadonlySet<number>,
): boolean {
  if ((first !== null && date < first) || (last !== null && date > last)) return false;
  const own = theCase.availability.filter((row) => row.staff === id);
  const dated = own.filter((row) => row.date === date);
  const valid = dated.length > 0 ? dated : own.filter((row) => isFor(row, date));
  const away = minutes(valid.filter((row) => row.status === "unavailable").map((row) => row.time));
  const there = minutes(valid.filter((row) => row.status !== "unavailable").map((row) => row.time));
  return [...asked].every((minute) => there.has(minute) && !away.has(minute));
}
