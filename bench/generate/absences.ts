import { isThin, WORKING_DAYS } from "./calendar.js";
import type { Day, Person } from "./model.js";
import { lentAllDay } from "./model.js";
import type { Random } from "./random.js";
import type { Witness } from "./witness.js";

/** Leave, courses and late starts, wherever the witness can do without the person. */
export function addAbsences(people: readonly Person[], witness: Witness, random: Random): void {
  for (const person of random.shuffled(people)) {
    const lent = WORKING_DAYS.filter(({ weekday }) => person.loans.has(weekday));
    for (const day of leaveOf(lent, random)) {
      if (witness.free(person, day, people, random)) person.absences.add(day.date);
    }
    if (random.chance(0.06)) addExtraDate(person, random);
  }
}

/** None, some single days, or days in a row; days around Christmas are wanted most. */
function leaveOf(lent: readonly Day[], random: Random): Day[] {
  if (lent.length === 0 || random.chance(0.45)) return [];
  if (random.chance(0.3)) {
    const first = random.whole(0, lent.length - 1);
    return lent.slice(first, first + random.whole(2, 3));
  }
  const wanted = lent.map((day) => [day, isThin(day) ? 3 : 1] as const);
  return [...new Set(Array.from({ length: random.whole(1, 2) }, () => random.weighted(wanted)))];
}

/** A date that the person is lent besides the usual weekdays. */
function addExtraDate(person: Person, random: Random): void {
  const others = WORKING_DAYS.filter(({ weekday }) => !person.loans.has(weekday));
  if (others.length > 0 && [...person.loans.keys()].some((day) => lentAllDay(person, day))) {
    person.extraDates.push(random.pick(others).date);
  }
}
