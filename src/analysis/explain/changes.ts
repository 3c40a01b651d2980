import type { Weekday } from "../../domain/calendar.js";
import { weekdayOf } from "../../domain/calendar.js";
import type { AvailabilityRow, Case } from "../../domain/case.js";
import type { Duty } from "../../domain/duty.js";
import type { WayOutChange } from "../../domain/explanation.js";
import type { Instance } from "../../domain/instance.js";
import { appliesOn } from "../../domain/instance.js";
import type { Interval } from "../../domain/interval.js";
import { minutesOf, overlapOf, subtract } from "../../domain/interval.js";
import { dateWords, timeWords, weekdayName } from "../../domain/words.js";
import { nameOf } from "./item-words.js";

/** One change of a case that can be made by itself. */
export interface Change extends WayOutChange {
  /** Changes of one class are of the same kind for the same office or department: a list of ways out names one of them. */
  readonly group: string;
  apply(theCase: Case): Case;
}

/**
 * What a change costs, in points: how hard it is to get, as far as nobody knows better. A request for one evening of one
 * person is the measure of all; a promise to the public that is broken, or a person left alone, costs five times that.
 */
export interface ChangeCosts {
  /** One more time of one person on one date, and each started hour of it. */
  readonly available: number;
  readonly availableHour: number;
  /** One more office for a person, one more weekday for an office's evenings, one pin less. */
  readonly allowedOffice: number;
  readonly eveningWeekday: number;
  readonly pin: number;
  /** More hours for a person or a department, and each hour of it. */
  readonly hours: number;
  readonly hour: number;
  /** One more evening a month for a person. */
  readonly personEvening: number;
  /** One evening less at an office. */
  readonly eveningLess: number;
  /** One evening more than the office may have. */
  readonly eveningMore: number;
  /** One person fewer in an office's evenings, in its daytime, or in one row of the demand. */
  readonly eveningStaff: number;
  readonly openingStaff: number;
  readonly demand: number;
  /** Evenings nearer each other, and each day of it. */
  readonly spacing: number;
  readonly spacingDay: number;
  readonly desk: number;
}

/** Used unless told otherwise. */
export const DEFAULT_COSTS: ChangeCosts = {
  available: 10,
  availableHour: 2,
  allowedOffice: 15,
  eveningWeekday: 20,
  pin: 25,
  hours: 8,
  hour: 2,
  personEvening: 10,
  eveningLess: 50,
  eveningMore: 15,
  eveningStaff: 60,
  openingStaff: 55,
  demand: 30,
  spacing: 14,
  spacingDay: 2,
  desk: 40,
};

/**
 * The times of a duty for which the person could be asked for; null when nobody may ask: the person isn't lent on that date
 * at all, or has leave. A row of a date that says `unavailable` is leave, which binds once it is granted; a row of a
 * weekday only says when the person is usually lent.
 */
export function missingTimes(duty: Duty, instance: Instance): readonly Interval[] | null {
  const member = instance.member(duty.staff);
  const { staff, date } = duty;
  if (member && ((member.first ?? date) > date || (member.last ?? date) < date)) return null;
  const missing = subtract(duty.presence, instance.freeTimes(staff, date));
  const onLeave = instance.theCase.availability.some(
    (row) =>
      row.staff === staff &&
      row.date === date &&
      row.status === "unavailable" &&
      missing.some((part) => overlapOf(part, row.time) > 0),
  );
  return onLeave ? null : missing;
}

/** The person becomes available for a duty: a request to the department that lends. */
export function availableChange(
  duty: Duty,
  missing: readonly Interval[],
  instance: Instance,
  costs: ChangeCosts,
): Change {
  const { staff, date, department } = duty;
  const hours = missing.reduce((total, part) => total + Math.ceil(minutesOf(part) / 60), 0);
  const lender = nameOf(department, instance.theCase.departments);
  const name = nameOf(staff, instance.theCase.staff);
  const day = dateWords(date);
  const when = missing.map(timeWords);
  return {
    kind: "available",
    file: "availability.csv",
    group: `available ${department}`,
    cost: costs.available + hours * costs.availableHour,
    text: {
      en: `Ask ${lender} for one more person on ${day.en} ${when.join(" and ")}: ${name}, for instance.`,
      sv: `Be ${lender} om en person till ${day.sv} ${when.join(" och ")}: till exempel ${name}.`,
    },
    apply: (theCase) => ({
      ...theCase,
      availability: madeAvailable(theCase.availability, duty, missing),
    }),
  };
}

/** Rows of the date replace the weekday rows of that date, so the rows that were valid then are repeated for it. */
function madeAvailable(
  rows: Case["availability"],
  { staff, date, department }: Duty,
  missing: readonly Interval[],
): AvailabilityRow[] {
  const own = rows.filter((row) => row.staff === staff);
  const dated = own.filter((row) => row.date === date);
  const valid = dated.length > 0 ? dated : own.filter((row) => appliesOn(row, date));
  const kept = valid.flatMap((row): AvailabilityRow[] => {
    const times = row.status === "unavailable" ? subtract([row.time], [...missing]) : [row.time];
    return times.map((time) => ({ ...row, time, date, weekdays: [] }));
  });
  const added = missing.map(
    (time): AvailabilityRow => ({
      staff,
      department,
      date,
      weekdays: [],
      time,
      status: "available",
    }),
  );
  const others = rows.filter((row) => row.staff !== staff || row.date !== date);
  return [...others, ...kept, ...added];
}

/** The person may serve at the office. */
export function officeChange(
  staff: string,
  office: string,
  { theCase }: Instance,
  costs: ChangeCosts,
): Change {
  const name = nameOf(staff, theCase.staff);
  const place = nameOf(office, theCase.offices);
  return {
    kind: "allowed-office",
    file: "staff.csv",
    group: `allowed-office ${office}`,
    cost: costs.allowedOffice,
    text: { en: `Let ${name} serve at ${place}.`, sv: `Låt ${name} tjänstgöra på ${place}.` },
    apply: (before) => ({
      ...before,
      staff: before.staff.map((member) =>
        member.id === staff && member.offices !== null
          ? { ...member, offices: [...member.offices, office] }
          : member,
      ),
    }),
  };
}

/** The office may hold its evenings on one more weekday. */
export function weekdayChange(
  office: string,
  date: string,
  instance: Instance,
  costs: ChangeCosts,
): Change {
  const weekday = weekdayOf(date);
  const row = instance.eveningRequirement(office, date);
  const place = nameOf(office, instance.theCase.offices);
  const day = WEEKDAYS[weekday];
  return {
    kind: "evening-weekday",
    file: "evenings.csv",
    group: `evening-weekday ${office}`,
    cost: costs.eveningWeekday,
    text: {
      en: `Let ${place} hold evenings on ${day.en} too (weekdays, now ${weekdaysOf(row?.weekdays ?? [], "en")}).`,
      sv: `Låt ${place} ha kvällsöppet även på ${day.sv} (veckodagar, nu ${weekdaysOf(row?.weekdays ?? [], "sv")}).`,
    },
    apply: (before) => ({
      ...before,
      evenings: before.evenings.map((one) =>
        one.office === office && one.month === row?.month
          ? { ...one, weekdays: [...one.weekdays, weekday] }
          : one,
      ),
    }),
  };
}

/** The pins of a person on a date are taken away. */
export function pinChange(
  staff: string,
  date: string,
  { theCase }: Instance,
  costs: ChangeCosts,
): Change {
  const name = nameOf(staff, theCase.staff);
  const day = dateWords(date);
  return {
    kind: "pin",
    file: "pins.csv",
    group: `pin ${staff}`,
    cost: costs.pin,
    text: {
      en: `Take away the pin of ${name} on ${day.en}.`,
      sv: `Ta bort låsningen av ${name} ${day.sv}.`,
    },
    apply: (before) => ({
      ...before,
      pins: before.pins.filter((pin) => pin.staff !== staff || pin.date !== date),
    }),
  };
}

const WEEKDAYS: Readonly<Record<Weekday, { readonly en: string; readonly sv: string }>> = {
  1: { en: "Mondays", sv: "måndagar" },
  2: { en: "Tuesdays", sv: "tisdagar" },
  3: { en: "Wednesdays", sv: "onsdagar" },
  4: { en: "Thursdays", sv: "torsdagar" },
  5: { en: "Fridays", sv: "fredagar" },
  6: { en: "Saturdays", sv: "lördagar" },
  7: { en: "Sundays", sv: "söndagar" },
};

function weekdaysOf(days: readonly Weekday[], language: "en" | "sv"): string {
  return days.map((day) => weekdayName(day)[language]).join(", ");
}
