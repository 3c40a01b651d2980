import fc from "fast-check";
import type { Period, Weekday } from "../../src/domain/calendar.js";
import { addDays, monthOf } from "../../src/domain/calendar.js";
import type { AvailabilityRow, Case } from "../../src/domain/case.js";
import { Instance } from "../../src/domain/instance.js";
import type { Assignment } from "../../src/domain/rota.js";
import { caseOf } from "./build-case.js";

/** Small random instances that touch every rule and table, around months, weeks and clock changes. */

const OFFICES = ["bomhus", "satra", "valbo"];
const PEOPLE = ["ali", "bea", "cai", "dan"];
const DEPARTMENTS = ["service", "social"];
const SKILLS = ["finska", "arabiska"];
const SHIFTS = ["early", "late", "long"];

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
  "2026-04-27",
);

const officeOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id.toUpperCase()),
    area: fc.constantFrom(null, "norr", "norr", "väst"),
    openDays: weekdays,
    open: fc.option(interval(0, 1440), { nil: null }),
    minStaff: fc.integer({ min: 0, max: 3 }),
    minStaffBreak: fc.constantFrom(null, null, 0, 1, 2),
    breaks: fc.constantFrom(null, null, "meal" as const),
    desks: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
    rooms: fc.integer({ min: 0, max: 2 }),
    residents: fc.constantFrom(null, 900, 4000, 10_000),
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

const limits = fc.record({
  minMinutesMonth: fc.constantFrom(null, null, 900),
  minMinutesPeriod: fc.constantFrom(null, null, 480, 1500),
  maxMinutesPeriod: fc.constantFrom(null, null, 600, 1500),
  maxDaysInRow: fc.constantFrom(null, null, 1, 3),
  minDaysInRow: fc.constantFrom(null, null, 2, 3),
  minDaysOffInRow: fc.constantFrom(null, null, 2, 3),
  maxDaysOffInRow: fc.constantFrom(null, null, 2, 4),
  maxWeekends: fc.constantFrom(null, null, 0, 1),
  maxShifts: fc
    .tuple(fc.subarray(SHIFTS), fc.integer({ min: 0, max: 2 }))
    .map(([shifts, most]) => shifts.map((shift) => ({ shift, most }))),
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
    limits,
    offices: fc.option(fc.subarray(OFFICES), { nil: null }),
    home: fc.constantFrom(null, "hedesunda", "satra"),
    skills: fc.subarray(SKILLS),
    hourlyCost: fc.constantFrom(null, 31_850, 40_000),
    first: fc.constantFrom(null, "2026-12-02"),
    last: fc.constantFrom(null, "2026-12-04"),
  });

const dateIn = (first: string) =>
  fc.integer({ min: -3, max: 10 }).map((days) => addDays(first, days));

const historyDateIn = (first: string) =>
  fc
    .oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 16 }))
    .map((days) => addDays(first, -days));

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
        shift: fc.constantFrom(null, null, ...SHIFTS),
        weight: fc.constantFrom(1, 1, 3),
        overWeight: fc.constantFrom(null, 1, 2),
        maxGapWeeks: fc.constantFrom(null, 1, 2),
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
    .tuple(whenIn(first), fc.constantFrom(...OFFICES), fc.option(interval(0, 1440), { nil: null }))
    .map(([when, office, open]) => ({ ...when, office, open }));

const closureIn = (first: string) =>
  fc.record({
    date: dateIn(first),
    office: fc.option(fc.constantFrom(...OFFICES), { nil: null }),
    reason: fc.constant(null),
  });

const historyIn = (first: string): fc.Arbitrary<Assignment> =>
  fc.record({
    date: historyDateIn(first),
    office: fc.constantFrom(...OFFICES),
    kind: fc.constantFrom("day" as const, "evening" as const),
    time: interval(420, 1410),
    staff: fc.constantFrom(...PEOPLE),
    department: fc.constantFrom(...DEPARTMENTS),
    status: fc.constant("planned" as const),
  });

/** Whole offices' hours and halves of them are the likeliest to be duties that can be kept. */
const publishedIn = (first: string): fc.Arbitrary<Assignment> =>
  fc.record({
    date: dateIn(first),
    office: fc.constantFrom(...OFFICES),
    kind: fc.constantFrom("day" as const, "day" as const, "evening" as const),
    time: fc.oneof(fc.constantFrom({ from: 960, to: 1080 }), interval(420, 1200)),
    staff: fc.constantFrom(...PEOPLE),
    department: fc.constantFrom(...DEPARTMENTS),
    status: fc.constant("planned" as const),
  });

const ledgerIn = (first: string) =>
  fc.record({
    month: fc.constantFrom(monthOf(first), monthOf(addDays(first, -31)), "2026-01"),
    staff: fc.constantFrom(null, ...PEOPLE),
    department: fc.constantFrom(...DEPARTMENTS),
    measure: fc.constantFrom(
      ...(["evenings", "evenings", "hours", "hours", "duties", "travel"] as const),
    ),
    before: fc.constantFrom(null, 0, 3),
    after: fc.integer({ min: 0, max: 4 }),
    balanceBefore: fc.constantFrom(null, -1.5, 600),
    balance: fc.constantFrom(-300, -2, -0.25, 0, 1.5, 480),
  });

const shiftOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    office: fc.option(fc.constantFrom(...OFFICES), { nil: null }),
    weekdays,
    time: interval(0, 1440),
    paidMinutes: fc.option(fc.constantFrom(0, 60, 205, 480), { nil: null }),
    notFollowedBy: fc.subarray(SHIFTS),
  });

const visitOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    office: fc.constantFrom(...OFFICES),
    partner: fc.constant(null),
    department: fc.option(fc.constantFrom(...DEPARTMENTS), { nil: null }),
    weekdays,
    time: interval(420, 1200),
    weeks: fc.constantFrom(
      ...(["all", "all", "all", "odd", "even", "1", "2", "3", "4", "last"] as const),
    ),
    hosts: fc.integer({ min: 0, max: 2 }),
    rooms: fc.integer({ min: 0, max: 2 }),
  });

const separation = fc.record({
  department: fc.constant(DEPARTMENTS[0]!),
  other: fc.constant(DEPARTMENTS[1]!),
  scope: fc.constantFrom("office" as const, "room" as const),
});

const bookingIn = (first: string) =>
  fc.record({
    office: fc.constantFrom(...OFFICES),
    date: dateIn(first),
    time: interval(420, 1380),
    rooms: fc.integer({ min: 1, max: 2 }),
    bookedBy: fc.constant(null),
  });

const travel = fc.record({
  from: fc.constantFrom("hedesunda", "satra"),
  to: fc.constantFrom(...OFFICES),
  minutes: fc.constantFrom(0, 60, 61, 95),
});

const requestIn = (first: string) =>
  fc.record({
    staff: fc.constantFrom(...PEOPLE),
    date: dateIn(first),
    shift: fc.constantFrom(null, ...SHIFTS),
    office: fc.constantFrom(null, ...OFFICES),
    wish: fc.constantFrom("on" as const, "off" as const),
    weight: fc.integer({ min: 1, max: 3 }),
  });

const departmentOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id.toUpperCase()),
    minMinutesMonth: fc.constantFrom(null, 0, 900),
    maxMinutesMonth: fc.constantFrom(null, 900, 1830),
    share: fc.constantFrom(null, 0.25, 1 / 3, 0.5),
    hourlyCost: fc.constantFrom(null, 35_000, 39_999),
  });

const budgetRow = fc
  .tuple(
    fc.constantFrom(
      { month: "2026-12", year: null },
      { month: null, year: 2026 },
      { month: "2026-11", year: null },
    ),
    fc.record({
      item: fc.constantFrom("staff", "staff", "premises"),
      amount: fc.constantFrom(0, 300_000, 1_000_050, 12_000_000),
    }),
  )
  .map(([when, rest]) => ({ ...when, ...rest }));

/** Parameters whose default asks for nothing or seldom bites, with values that do. */
const SETTINGS: readonly (readonly [rule: string, parameter: string, values: readonly string[]])[] =
  [
    ["consecutive-days", "max", ["1", "2", "4"]],
    ["consecutive-days", "min", ["2", "3"]],
    ["consecutive-days-off", "min", ["2", "3"]],
    ["consecutive-days-off", "max", ["1", "2", "4"]],
    ["weekends-worked", "max", ["0", "1"]],
    ["average-hours", "max_minutes", ["600", "1201"]],
    ["average-hours", "weeks", ["1", "2", "3"]],
    ["department-share", "tolerance_percent", ["0", "10"]],
    ["monthly-budget", "employer_contribution", ["0"]],
    ["weekday-rotation", "max_same", ["0", "1"]],
    ["weekday-rotation", "weeks", ["0", "1"]],
    ["office-rotation", "max_same", ["0", "1", "2"]],
    ["office-rotation", "weeks", ["0", "1"]],
    ["office-continuity", "max_new", ["0", "2"]],
    ["evening-rhythm", "max_weekdays", ["2"]],
    ["evening-rhythm", "weeks", ["0", "1"]],
    ["shift-count", "max_same_shift", ["0", "1", "2"]],
    ["service-equity", "tolerance_percent", ["0", "60"]],
    ["weekly-rest", "rest_minutes", ["1200", "2880", "5000"]],
    ["publication-notice", "days", ["0", "3", "60"]],
    ["publication-notice", "pay_days", ["0", "2", "60"]],
  ];

const ruleSettings = fc
  .tuple(
    ...SETTINGS.map(([rule, parameter, values]) =>
      fc.option(
        fc
          .constantFrom(...values)
          .map((value) => ({ rule, severity: null, weight: null, parameter, value })),
        { nil: null },
      ),
    ),
  )
  .map((settings) => settings.filter((own) => own !== null));

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
      history: few(historyIn(first), 8),
      ledger: few(ledgerIn(first), 4),
      published: few(publishedIn(first), 6),
      departments: fc.tuple(...DEPARTMENTS.map(departmentOf)),
      shifts: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.tuple(...SHIFTS.map(shiftOf)) },
      ),
      visits: fc.oneof(fc.constant([]), fc.tuple(...["a", "b"].map(visitOf))),
      separations: few(separation, 1),
      bookings: few(bookingIn(first), 2),
      travel: few(travel, 2),
      requests: few(requestIn(first), 4),
      budget: few(budgetRow, 2),
      ruleSettings,
    })
    .map(({ evenings, ...tables }) =>
      caseOf({ ...tables, evenings: evenings.filter((own) => own !== null) }),
    );

/** Everybody lent all of every weekday, so that long runs of work are possible. */
const allWeek: AvailabilityRow[] = PEOPLE.map((staff) => ({
  staff,
  department: DEPARTMENTS[0]!,
  date: null,
  weekdays: WEEKDAYS,
  time: { from: 0, to: 1440 },
  status: "available",
}));

const holidays = new Map([["2026-12-25", "juldagen"]]);

const todayIn = (first: string) =>
  fc.constantFrom(null, -20, -3, 2).map((days) => (days === null ? null : addDays(first, days)));

/** A random instance: up to nine days with all people, or up to three weeks with two of them. */
export const randomInstance: fc.Arbitrary<Instance> = fc
  .tuple(firsts, fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 9, max: 20 })))
  .chain(([first, days]) =>
    fc
      .tuple(tablesFrom(first), fc.boolean(), todayIn(first), fc.boolean())
      .map(([tables, always, today, shares]) => {
        const staff = days < 9 ? tables.staff : tables.staff.slice(0, 2);
        const offices = days < 9 ? tables.offices : tables.offices.slice(0, 2);
        const availability = always ? [...allWeek, ...tables.availability] : tables.availability;
        const last = addDays(first, days);
        const period: Period = shares ? { first, last, sharesMonths: true } : { first, last };
        return new Instance({ ...tables, staff, offices, availability }, period, holidays, today);
      }),
  );
