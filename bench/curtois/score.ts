import type { CurtoisInstance, CurtoisPerson } from "./instance.js";

/** What each person works: person → day → shift. */
export type Roster = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** The benchmark's own judgement of a roster. */
export interface Score {
  /** Hard rules broken, in words; a roster with any is no solution. */
  readonly broken: readonly string[];
  /** Weights of unmet requests and of cover that is missing or too much. */
  readonly objective: number;
}

/** Judges a roster by the format's definition alone: nothing here knows of our rules. */
export function scoreRoster(instance: CurtoisInstance, roster: Roster): Score {
  const broken = [
    ...[...roster.keys()]
      .filter((id) => !instance.staff.some((person) => person.id === id))
      .map((id) => `${id} is not in the instance`),
    ...instance.staff.flatMap((person) =>
      brokenBy(instance, person, workOf(instance, person, roster)),
    ),
  ];
  return { broken, objective: requestCost(instance, roster) + coverCost(instance, roster) };
}

/** A person's shift of each day, null on a day off. */
type Work = readonly (string | null)[];

function workOf({ horizon }: CurtoisInstance, { id }: CurtoisPerson, roster: Roster): Work {
  const own = roster.get(id);
  return Array.from({ length: horizon }, (_, day) => own?.get(day) ?? null);
}

function brokenBy(instance: CurtoisInstance, person: CurtoisPerson, work: Work): string[] {
  return [
    ...daysOff(person, work),
    ...successions(instance, work),
    ...counts(instance, person, work),
    ...minutes(instance, person, work),
    ...runs(person, work),
    ...weekends(person, work),
  ].map((what) => `${person.id}: ${what}`);
}

function daysOff({ daysOff }: CurtoisPerson, work: Work): string[] {
  return daysOff.filter((day) => work[day]).map((day) => `works on day ${day}, a day off`);
}

function successions({ shifts }: CurtoisInstance, work: Work): string[] {
  return work.flatMap((shift, day) => {
    const next = work[day + 1];
    const first = shifts.find(({ id }) => id === shift);
    if (!next || !first?.notNext.includes(next)) return [];
    return [`${next} on day ${day + 1} follows ${shift}`];
  });
}

function counts({ shifts }: CurtoisInstance, { maxShifts }: CurtoisPerson, work: Work): string[] {
  const unknown = work.filter((shift) => shift !== null && !shifts.some(({ id }) => id === shift));
  return [
    ...unknown.map((shift) => `works ${shift}, which is no shift`),
    ...shifts.flatMap(({ id }) => {
      const times = work.filter((shift) => shift === id).length;
      const most = maxShifts.get(id) ?? Number.POSITIVE_INFINITY;
      return times > most ? [`works ${id} ${times} times, at most ${most}`] : [];
    }),
  ];
}

function minutes({ shifts }: CurtoisInstance, person: CurtoisPerson, work: Work): string[] {
  const length = new Map(shifts.map((shift) => [shift.id, shift.minutes]));
  const total = work.reduce(
    (sum, shift) => sum + (shift === null ? 0 : (length.get(shift) ?? 0)),
    0,
  );
  const { minMinutes, maxMinutes } = person;
  if (total > maxMinutes) return [`works ${total} minutes, at most ${maxMinutes}`];
  return total < minMinutes ? [`works ${total} minutes, at least ${minMinutes}`] : [];
}

/** Runs of days worked and off. Short ones are allowed where they touch the edge of the horizon. */
function runs(person: CurtoisPerson, work: Work): string[] {
  const { maxConsecutive, minConsecutive, minConsecutiveOff } = person;
  return runsOf(work).flatMap(({ worked, first, length }) => {
    const inside = first > 0 && first + length < work.length;
    const least = worked ? minConsecutive : minConsecutiveOff;
    const what = `${length} days ${worked ? "worked" : "off"} in a row from day ${first}`;
    if (worked && length > maxConsecutive) return [`${what}, at most ${maxConsecutive}`];
    return inside && length < least ? [`${what}, at least ${least}`] : [];
  });
}

function runsOf(work: Work): { worked: boolean; first: number; length: number }[] {
  const found: { worked: boolean; first: number; length: number }[] = [];
  for (const [day, shift] of work.entries()) {
    const last = found.at(-1);
    if (last?.worked === (shift !== null)) last.length++;
    else found.push({ worked: shift !== null, first: day, length: 1 });
  }
  return found;
}

function weekends({ maxWeekends }: CurtoisPerson, work: Work): string[] {
  const worked = work.filter((_, day) => day % 7 === 5 && (work[day] || work[day + 1])).length;
  return worked > maxWeekends ? [`works ${worked} weekends, at most ${maxWeekends}`] : [];
}

function requestCost({ onRequests, offRequests }: CurtoisInstance, roster: Roster): number {
  const has = (staff: string, day: number, shift: string) => roster.get(staff)?.get(day) === shift;
  const on = onRequests.filter(({ staff, day, shift }) => !has(staff, day, shift));
  const off = offRequests.filter(({ staff, day, shift }) => has(staff, day, shift));
  return [...on, ...off].reduce((sum, { weight }) => sum + weight, 0);
}

function coverCost({ cover }: CurtoisInstance, roster: Roster): number {
  const people = [...roster.values()];
  return cover.reduce((sum, { day, shift, wanted, under, over }) => {
    const present = people.filter((days) => days.get(day) === shift).length;
    return sum + under * Math.max(0, wanted - present) + over * Math.max(0, present - wanted);
  }, 0);
}
