import fc from "fast-check";
import type { Weekday } from "../../src/domain/calendar.js";
import { addDays } from "../../src/domain/calendar.js";
import type { AvailabilityRow, Case } from "../../src/domain/case.js";
import { Instance } from "../../src/domain/instance.js";
import type { Assignment } from "../../src/domain/rota.js";
import { caseOf } from "./build-case.js";

/** Small random instances that touch every rule: up to 3 offices, 4 people and 9 days, around months, weeks and clock changes. */

const OFFICES = ["bomhus", "satra", "valbo"];
const PEOPLE = ["ali", "bea", "cai", "dan"];
const DEPARTMENTS = ["service", "social"];
const SKILLS = ["finska", "arabiska"];

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 2 });
const quarter = (from: number, to: number) =>
  fc.integer({ min: from / 15, max: to / 15 }).map((step) => step * 15);
const interval = (from: number, to: number) =>
  fc
    .tuple(quarter(from, to - 60), quarter(60, to - from))
    .map(([start, length]) => ({ from: start, to: Math.min(to, start + length) }));

const firsts = fc.constantFrom(
  "2026-12-01",
  "2026-11-28",
  "2026-03-26",
  "2026-10-22",
  "2026-06-17",
  "2026-12-29",
);

const officeOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id.toUpperCase()),
    area: fc.constant(null),
    openDays: weekdays,
    open: fc.option(interval(360, 1380), { nil: null }),
    minStaff: fc.integer({ min: 0, max: 3 }),
    desks: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
    rooms: fc.constant(0),
    residents: fc.constant(null),
  });

const eveningOf = (id: string) =>
  fc.record({
    office: fc.constant(id),
    month: fc.constantFrom(null, "2026-12"),
    minEvenings: fc.integer({ min: 0, max: 3 }),
    maxEvenings: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    weekdays,
    time: fc.constantFrom(
      { from: 960, to: 1080 },
      { from: 1020, to: 1140 },
      { from: 480, to: 600 },
    ),
    minStaff: fc.integer({ min: 1, max: 2 }),
    minGapDays: fc.integer({ min: 0, max: 5 }),
  });

const memberOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id.toUpperCase()),
    department: fc.constantFrom(...DEPARTMENTS),
    role: fc.constant(null),
    fte: fc.constantFrom(0.5, 0.75, 1),
    maxMinutesWeek: fc.constantFrom(480, 960, 2400),
    maxMinutesMonth: fc.constantFrom(null, 600, 1200),
    maxEveningsMonth: fc.constantFrom(null, 0, 1, 2),
    offices: fc.option(fc.subarray(OFFICES), { nil: null }),
    home: fc.constant(null),
    skills: fc.subarray(SKILLS),
    hourlyCost: fc.constant(null),
    first: fc.constantFrom(null, "2026-12-02"),
    last: fc.constantFrom(null, "2026-12-04"),
  });

const dateIn = (first: string) =>
  fc.integer({ min: -3, max: 10 }).map((days) => addDays(first, days));

const whenIn = (first: string) =>
  fc.oneof(
    weekdays.map((days) => ({ date: null, weekdays: days })),
    dateIn(first).map((date) => ({ date, weekdays: [] as Weekday[] })),
  );

const availabilityIn = (first: string): fc.Arbitrary<AvailabilityRow> =>
  fc
    .tuple(
      whenIn(first),
      fc.constantFrom(...PEOPLE),
      fc.constantFrom(...DEPARTMENTS),
      fc.oneof(fc.constant({ from: 0, to: 1440 }), interval(0, 1440)),
      fc.constantFrom("available", "available", "prefer", "avoid", "unavailable"),
    )
    .map(
      ([when, staff, department, time, status]) =>
        ({ ...when, staff, department, time, status }) as AvailabilityRow,
    );

const demandIn = (first: string) =>
  fc
    .tuple(
      whenIn(first),
      fc.record({
        office: fc.constantFrom(...OFFICES),
        time: fc.option(interval(420, 1200), { nil: null }),
        department: fc.option(fc.constantFrom(...DEPARTMENTS), { nil: null }),
        skill: fc.option(fc.constantFrom(...SKILLS), { nil: null }),
        min: fc.integer({ min: 0, max: 3 }),
        target: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
        per: fc.constantFrom("opening" as const, "day" as const, "week" as const, "month" as const),
      }),
    )
    .map(([when, rest]) => ({ ...when, ...rest }));

const pinIn = (first: string) =>
  fc.record({
    staff: fc.constantFrom(...PEOPLE),
    date: dateIn(first),
    office: fc.option(fc.constantFrom(...OFFICES), { nil: null }),
    time: fc.option(interval(420, 1200), { nil: null }),
    pin: fc.constantFrom("must" as const, "forbid" as const),
  });

const hoursIn = (first: string) =>
  fc
    .tuple(
      whenIn(first),
      fc.constantFrom(...OFFICES),
      fc.option(interval(360, 1380), { nil: null }),
    )
    .map(([when, office, open]) => ({ ...when, office, open }));

const closureIn = (first: string) =>
  fc.record({
    date: dateIn(first),
    office: fc.option(fc.constantFrom(...OFFICES), { nil: null }),
    reason: fc.constant(null),
  });

const historyIn = (first: string): fc.Arbitrary<Assignment> =>
  fc.record({
    date: fc.integer({ min: 1, max: 4 }).map((days) => addDays(first, -days)),
    office: fc.constantFrom(...OFFICES),
    kind: fc.constantFrom("day" as const, "evening" as const),
    time: interval(420, 1410),
    staff: fc.constantFrom(...PEOPLE),
    department: fc.constantFrom(...DEPARTMENTS),
    status: fc.constant("planned" as const),
  });

const few = <T>(item: fc.Arbitrary<T>, most: number) => fc.array(item, { maxLength: most });

const tablesFrom = (first: string): fc.Arbitrary<Case> =>
  fc
    .record({
      offices: fc.tuple(...OFFICES.map(officeOf)),
      evenings: fc.tuple(...OFFICES.map((id) => fc.option(eveningOf(id), { nil: null }))),
      staff: fc.tuple(...PEOPLE.map(memberOf)),
      availability: few(availabilityIn(first), 12),
      hours: few(hoursIn(first), 3),
      demand: few(demandIn(first), 4),
      closures: few(closureIn(first), 2),
      pins: few(pinIn(first), 3),
      history: few(historyIn(first), 5),
    })
    .map(({ evenings, ...tables }) =>
      caseOf({ ...tables, evenings: evenings.filter((own) => own !== null) }),
    );

/** A random instance of up to nine days. */
export const randomInstance: fc.Arbitrary<Instance> = fc
  .tuple(firsts, fc.integer({ min: 0, max: 8 }))
  .chain(([first, days]) =>
    tablesFrom(first).map(
      (tables) =>
        new Instance(
          tables,
          { first, last: addDays(first, days) },
          new Map([["2026-12-25", "juldagen"]]),
        ),
    ),
  );
