import { daysBetween, LAST_EVENING_BEFORE, weekdaysBetween } from "./calendar.js";
import { EVENING_GAP_DAYS } from "./evenings.js";
import type { Day, Office, Person } from "./model.js";
import { fitsOffice } from "./model.js";
import type { Random } from "./random.js";
import type { Seat } from "./week.js";

/** A row of history.csv. */
export interface Earlier {
  readonly date: string;
  readonly office: Office;
  readonly person: Person;
  readonly kind: "day" | "evening";
}

/** The evenings of October and November, unevenly shared, and day duties of the last week at some offices. */
export function makeHistory(
  offices: readonly Office[],
  people: readonly Person[],
  seats: readonly Seat[],
  random: Random,
): Earlier[] {
  const weights = new Map(people.map((person) => [person, random.chance(0.25) ? 5 : 1]));
  const busy = new Set<string>();
  const rows = offices.flatMap((office) =>
    random.chance(0.2)
      ? []
      : [
          ...monthOf(office, ["2026-10-01", "2026-10-31"], weights, busy, random),
          ...monthOf(office, ["2026-11-02", LAST_EVENING_BEFORE], weights, busy, random),
        ],
  );
  return [...rows, ...lastWeek(offices, seats, random)];
}

function monthOf(
  office: Office,
  [from, to]: readonly [string, string],
  weights: ReadonlyMap<Person, number>,
  busy: Set<string>,
  random: Random,
): Earlier[] {
  const allowed = weekdaysBetween(from, to).filter(({ weekday }) =>
    office.eveningWeekdays.includes(weekday),
  );
  const held: Day[] = [];
  const rows: Earlier[] = [];
  for (const day of random.shuffled(allowed)) {
    if (held.length === 2) break;
    if (held.some(({ date }) => Math.abs(daysBetween(date, day.date)) < EVENING_GAP_DAYS)) continue;
    const pair = pairOf(office, day, weights, busy, random);
    if (!pair) continue;
    held.push(day);
    for (const person of pair) {
      busy.add(`${day.date} ${person.id}`);
      rows.push({ date: day.date, office, person, kind: "evening" });
    }
  }
  return rows;
}

function pairOf(
  office: Office,
  { date, weekday }: Day,
  weights: ReadonlyMap<Person, number>,
  busy: ReadonlySet<string>,
  random: Random,
): [Person, Person] | null {
  const able = [...weights].filter(
    ([person]) =>
      person.offices.includes(office) &&
      person.loans.get(weekday) === "late" &&
      !busy.has(`${date} ${person.id}`),
  );
  const fit = able.filter(([person]) => fitsOffice(person, office));
  if (fit.length === 0 || able.length < 2) return null;
  const first = random.weighted(fit);
  return [first, random.weighted(able.filter(([person]) => person !== first))];
}

function lastWeek(offices: readonly Office[], seats: readonly Seat[], random: Random): Earlier[] {
  const chosen = new Set(offices.filter(() => random.chance(0.3)));
  return weekdaysBetween("2026-11-25", "2026-11-27").flatMap(({ date, weekday }) =>
    seats
      .filter((seat) => seat.weekday === weekday && chosen.has(seat.office))
      .map(({ office, person }) => ({ date, office, person, kind: "day" as const })),
  );
}
