import type { Department, Office, Person } from "./model.js";
import { fitsOffice, needsCustomerService } from "./model.js";
import type { Random } from "./random.js";

/** One place to fill every week. Seat 0 is for whom the office must have at each opening. */
export interface Seat {
  readonly office: Office;
  readonly weekday: number;
  readonly number: number;
  person: Person;
}

/** Who would do best on the other seats, by weekday: each department comes to a larger office every week. */
const GUESTS: readonly Department[] = [
  "socialtjanst",
  "arbetsmarknad",
  "bygglov",
  "socialtjanst",
  "arbetsmarknad",
];

/** Most weekdays that anybody is lent. */
const MOST_DAYS = 3;

/**
 * Lends people for fixed weekdays so that a usual week can be staffed: every seat gets a person, who is then lent that
 * weekday. What is left of the loans goes to weekdays by need; that is the slack.
 */
export function lendPeople(
  offices: readonly Office[],
  people: readonly Person[],
  random: Random,
): Seat[] {
  const used = new Map<Person, number>();
  const seats: Seat[] = [];
  for (const place of random.shuffled(placesOf(offices)).sort((a, b) => a.number - b.number)) {
    const person = personFor(place, people, used, random);
    if (place.number === 0 && !fitsOffice(person, place.office)) {
      throw new Error(`nobody can serve at ${place.office.id} on weekday ${place.weekday}`);
    }
    used.set(person, (used.get(person) ?? 0) + 1);
    person.days = Math.max(person.days, used.get(person)!);
    person.loans.set(place.weekday, "day");
    seats.push({ ...place, person });
  }
  for (const person of people) lendTheRest(person, seats, random);
  return seats;
}

function placesOf(offices: readonly Office[]): Omit<Seat, "person">[] {
  return offices.flatMap((office) =>
    office.weekdays.flatMap((weekday) =>
      Array.from({ length: office.minStaff }, (_, number) => ({ office, weekday, number })),
    ),
  );
}

/** The least burdened who fits; when nobody does, a longer loan, and then a longer way, helps. */
function personFor(
  place: Omit<Seat, "person">,
  people: readonly Person[],
  used: ReadonlyMap<Person, number>,
  random: Random,
): Person {
  const { office, weekday, number } = place;
  const free = people.filter(
    (person) => !person.loans.has(weekday) && (number > 0 || fitsOffice(person, office)),
  );
  const near = free.filter((person) => person.offices.includes(office));
  const usedOf = (person: Person) => used.get(person) ?? 0;
  const ready = near.filter((person) => usedOf(person) < person.days);
  const willing = near.filter((person) => usedOf(person) < MOST_DAYS);
  const far = free.filter(
    (person) => usedOf(person) < MOST_DAYS && person.home.district === office.district,
  );
  const candidates = [ready, willing, far, free].find((list) => list.length > 0);
  if (!candidates) throw new Error(`nobody is left for ${office.id} on weekday ${weekday}`);
  const cost = (person: Person) =>
    (usedOf(person) + 1) / person.days -
    (person.home === office ? 0.2 : 0) +
    (number > 0 && person.department !== guestOf(office, weekday, number) ? 0.6 : 0) +
    0.3 * random.next();
  const best = candidates
    .map((person) => [person, cost(person)] as const)
    .reduce((a, b) => (b[1] < a[1] ? b : a))[0];
  if (!best.offices.includes(office)) best.offices.push(office);
  return best;
}

function guestOf(office: Office, weekday: number, number: number): Department {
  const shift = needsCustomerService(office) ? 0 : 1;
  return GUESTS[(weekday - 1 + shift + (number - 1) * 2) % GUESTS.length]!;
}

function lendTheRest(person: Person, seats: readonly Seat[], random: Random): void {
  const near = seats.filter(({ office }) => person.offices.includes(office));
  while (person.loans.size < person.days) {
    const open = [1, 2, 3, 4, 5].filter((weekday) => !person.loans.has(weekday));
    const need = (weekday: number) => 1 + near.filter((seat) => seat.weekday === weekday).length;
    const weekday = random.weighted(open.map((day) => [day, need(day)] as const));
    const half = random.chance(0.08);
    person.loans.set(weekday, half ? random.pick(["morning", "afternoon"] as const) : "day");
  }
}
