import { isClosed, openHours, WORKING_DAYS } from "./calendar.js";
import type { Day, Office, Person } from "./model.js";
import { fitsOffice, lentAllDay } from "./model.js";
import type { Random } from "./random.js";
import type { Seat } from "./week.js";

/** A person's work on a date: a seat of the day opening, an evening, or both. */
export interface WitnessDuty {
  readonly person: Person;
  readonly office: Office;
  /** Null: comes for the evening only. */
  readonly seat: number | null;
  evening: boolean;
}

/**
 * A rota that keeps every requirement of the generated case. It grows together with the case and is never told to a
 * solver; it is why tier 1 can be 0.
 */
export class Witness {
  private readonly byDate = new Map<string, Map<Person, WitnessDuty>>();

  constructor(seats: readonly Seat[]) {
    for (const day of WORKING_DAYS) {
      const duties = new Map<Person, WitnessDuty>();
      for (const { office, weekday, number, person } of seats) {
        if (weekday !== day.weekday || openHours(office, day) === null) continue;
        duties.set(person, { person, office, seat: number, evening: false });
      }
      this.byDate.set(day.date, duties);
    }
  }

  duties(day: Day): WitnessDuty[] {
    return [...this.byDate.get(day.date)!.values()];
  }

  dutyOf(person: Person, day: Day): WitnessDuty | undefined {
    return this.byDate.get(day.date)!.get(person);
  }

  /** Days and duties at an office. */
  at(office: Office): { day: Day; duty: WitnessDuty }[] {
    return WORKING_DAYS.flatMap((day) =>
      this.duties(day)
        .filter((duty) => duty.office === office)
        .map((duty) => ({ day, duty })),
    );
  }

  /** Days and duties of a person. */
  of(person: Person): { day: Day; duty: WitnessDuty }[] {
    return WORKING_DAYS.flatMap((day) => {
      const duty = this.dutyOf(person, day);
      return duty ? [{ day, duty }] : [];
    });
  }

  /** Frees a person on a day; false when nobody can step in. */
  free(person: Person, day: Day, people: readonly Person[], random: Random): boolean {
    const duty = this.dutyOf(person, day);
    if (!duty) return true;
    const stand = this.standIn(duty, day, people, random);
    if (!stand) return false;
    const duties = this.byDate.get(day.date)!;
    duties.delete(person);
    duties.set(stand, { ...duty, person: stand });
    return true;
  }

  /** Somebody free that day who may take the seat, of the same department if there is one. */
  private standIn(
    { person, office, seat }: WitnessDuty,
    day: Day,
    people: readonly Person[],
    random: Random,
  ): Person | undefined {
    const able = people.filter(
      (other) =>
        other !== person &&
        lentAllDay(other, day.weekday) &&
        !other.absences.has(day.date) &&
        !this.dutyOf(other, day) &&
        other.offices.includes(office) &&
        (seat !== 0 || fitsOffice(other, office)),
    );
    const alike = able.filter((other) => other.department === person.department);
    const list = alike.length > 0 ? alike : able;
    return list.length > 0 ? random.pick(list) : undefined;
  }

  /** Gives a person the evening of an office, after the day there or by itself. */
  addEvening(person: Person, office: Office, day: Day): void {
    if (isClosed(office, day)) throw new Error(`${office.id} is closed on ${day.date}`);
    const duty = this.dutyOf(person, day);
    if (duty) duty.evening = true;
    else this.byDate.get(day.date)!.set(person, { person, office, seat: null, evening: true });
  }

  /** Evenings of a person. */
  evenings(person: Person): Day[] {
    return this.of(person).flatMap(({ day, duty }) => (duty.evening ? [day] : []));
  }
}
