import type { IsoDate, Period } from "../../domain/calendar.js";
import { datesOf, within } from "../../domain/calendar.js";
import type { AvailabilityRow, Case, HoursRow } from "../../domain/case.js";
import { DAY_MINUTES } from "../../domain/interval.js";

/** A person who is away, first and last date inside. Why is nobody's business. */
export interface Absence extends Period {
  readonly staff: string;
}

/** An office that has to stay closed on a date. */
export interface ClosedOffice {
  readonly office: string;
  readonly date: IsoDate;
}

/** What has happened since the rota was announced. */
export interface Disruption {
  readonly absences: readonly Absence[];
  readonly closed: readonly ClosedOffice[];
}

/**
 * The case as it is after a disruption: who is away is not available, a closed office has no opening. Pins that ask for
 * what is now impossible are dropped.
 *
 * @param from dates before it have been and stay as they were; null: all dates count
 */
export function disrupted(theCase: Case, disruption: Disruption, from: IsoDate | null): Case {
  const still = (date: IsoDate) => from === null || date >= from;
  const absences = disruption.absences.flatMap((absence) =>
    datesOf(absence)
      .filter(still)
      .map((date) => ({ staff: absence.staff, date })),
  );
  const closed = disruption.closed.filter(({ date }) => still(date));
  const away = new Set(absences.map(({ staff, date }) => `${date} ${staff}`));
  const shut = new Set(closed.map(({ office, date }) => `${date} ${office}`));
  return {
    ...theCase,
    availability: [
      ...theCase.availability,
      ...absences.map(({ staff, date }) => unavailable(theCase, staff, date)),
    ],
    hours: [
      ...theCase.hours.filter(
        ({ office, date }) => date === null || !shut.has(`${date} ${office}`),
      ),
      ...closed.map(({ office, date }): HoursRow => ({ office, date, weekdays: [], open: null })),
    ],
    pins: theCase.pins.filter(
      ({ pin, staff, date, office }) =>
        pin === "forbid" ||
        !(away.has(`${date} ${staff}`) || (office !== null && shut.has(`${date} ${office}`))),
    ),
  };
}

/** True when the person is away on the date. */
export function isAway({ absences }: Disruption, staff: string, date: IsoDate): boolean {
  return absences.some((absence) => absence.staff === staff && within(absence, date));
}

function unavailable(theCase: Case, staff: string, date: IsoDate): AvailabilityRow {
  const department = theCase.staff.find(({ id }) => id === staff)?.department ?? "";
  const time = { from: 0, to: DAY_MINUTES };
  return { staff, department, date, weekdays: [], time, status: "unavailable" };
}
