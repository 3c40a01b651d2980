import { daysBetween, isClosed, isThin, openHours, WORKING_DAYS } from "./calendar.js";
import type { Day, Office, Person } from "./model.js";
import { fitsOffice, lentAllDay } from "./model.js";
import type { Random } from "./random.js";
import type { Witness } from "./witness.js";

export const EVENINGS_A_MONTH = 2;
export const EVENING_STAFF = 2;
export const EVENING_GAP_DAYS = 7;

/** Evenings that the witness gives one person at most; fewer than anybody's own limit. */
const MOST_EVENINGS = 2;
const EVENING_WEEKDAYS = [1, 2, 3, 4];

/** Lends three in five people until 18:15 on one or two of their weekdays. */
export function lendEvenings(people: readonly Person[], random: Random): void {
  for (const person of people) {
    if (!random.chance(0.6)) continue;
    const possible = EVENING_WEEKDAYS.filter((weekday) => person.loans.get(weekday) === "day");
    const weekdays = random.shuffled(possible).slice(0, random.chance(0.4) ? 2 : 1);
    for (const weekday of weekdays) person.loans.set(weekday, "late");
  }
}

/** Gives every office its evenings in the witness, and lends somebody until 18:15 where nobody could take one. */
export function holdEvenings(
  offices: readonly Office[],
  people: readonly Person[],
  witness: Witness,
  random: Random,
): void {
  for (const office of random.shuffled(offices)) {
    const held: Day[] = [];
    for (const day of datesToTry(office, random)) {
      if (held.length === EVENINGS_A_MONTH) break;
      if (held.some((other) => Math.abs(daysBetween(other.date, day.date)) < EVENING_GAP_DAYS))
        continue;
      const pair = pairFor(office, day, people, witness, random);
      if (!pair) continue;
      for (const person of pair) {
        if (person.loans.get(day.weekday) === "day") person.loans.set(day.weekday, "late");
        witness.addEvening(person, office, day);
      }
      held.push(day);
    }
    if (held.length < EVENINGS_A_MONTH) throw new Error(`no evenings can be held at ${office.id}`);
  }
}

/** Dates that may have an evening, those around Christmas last. */
function datesToTry(office: Office, random: Random): Day[] {
  const allowed = WORKING_DAYS.filter(
    (day) => office.eveningWeekdays.includes(day.weekday) && !isClosed(office, day),
  );
  return random.shuffled(allowed).sort((a, b) => Number(isThin(a)) - Number(isThin(b)));
}

function pairFor(
  office: Office,
  day: Day,
  people: readonly Person[],
  witness: Witness,
  random: Random,
): [Person, Person] | null {
  const able = random
    .shuffled(people)
    .filter((person) => canStay(person, office, day, witness))
    .sort((a, b) => cost(a, day, witness) - cost(b, day, witness));
  const first = able.find((person) => fitsOffice(person, office));
  const second = able.find((person) => person !== first);
  return first && second ? [first, second] : null;
}

/** At the office that day, or free and lent all day. */
function canStay(person: Person, office: Office, day: Day, witness: Witness): boolean {
  if (!person.offices.includes(office) || person.absences.has(day.date)) return false;
  const evenings = witness.evenings(person);
  if (evenings.length >= MOST_EVENINGS || evenings.some(({ week }) => week === day.week))
    return false;
  const duty = witness.dutyOf(person, day);
  if (duty) return duty.office === office && openHours(office, day) !== null;
  return lentAllDay(person, day.weekday);
}

/** Longer loans are a last resort, and evenings go round. */
function cost(person: Person, day: Day, witness: Witness): number {
  const longer = person.loans.get(day.weekday) === "late" ? 0 : 3;
  return longer + witness.evenings(person).length;
}
