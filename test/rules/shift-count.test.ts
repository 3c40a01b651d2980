import type { Case } from "../../src/domain/case.js";
import { NO_LIMITS } from "../../src/domain/work-limits.js";
import { shiftCount } from "../../src/rules/shift-count.js";
import { available, evening, member, office, people, row, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const limited = (evenings: number | null) => ({
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  staff: [
    member("anna", { maxEveningsMonth: evenings }),
    member("bo", { maxEveningsMonth: evenings }),
  ],
  availability: [available("anna"), available("bo")],
});
const late = (date: string, staff = "anna") => `${date} valbo evening 16:00-18:00 ${staff}`;
const broken = { date: "2026-12", staff: "anna", unit: "evenings" } as const;

const shifts = ["early 09:00-12:00", "late 12:00-16:00"].map((text) => {
  const [id, hours] = text.split(" ");
  return {
    id: id!,
    office: null,
    weekdays: [1, 2, 3, 4, 5],
    time: time(hours!),
    paidMinutes: null,
    notFollowedBy: [],
  };
}) satisfies Case["shifts"];
const sameShift = (most: number) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  shifts,
  ruleSettings: [setting("shift-count", "max_same_shift", most)],
});
const ownLimit = (...maxShifts: { shift: string; most: number }[]) => ({
  ...sameShift(1),
  staff: [member("anna", { limits: { ...NO_LIMITS, maxShifts } }), member("bo")],
});
const early = (date: string, staff = "anna") => `2026-12-${date} valbo day 09:00-12:00 ${staff}`;

testRule(shiftCount, {
  keeps: [
    {
      name: "the same shift exactly as often as wanted, and another one",
      tables: sameShift(2),
      rota: [early("01"), early("02"), "2026-12-03 valbo day 12:00-16:00 anna"],
    },
    {
      name: "the same shift in two months",
      tables: sameShift(1),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: ["2026-11-30 valbo day 09:00-12:00 anna", early("01")],
    },
    {
      name: "exactly the own number over two months, which goes before the parameter",
      tables: ownLimit({ shift: "early", most: 3 }),
      first: "2026-11-30",
      last: "2026-12-04",
      rota: ["2026-11-30 valbo day 09:00-12:00 anna", early("01"), early("02")],
    },
    {
      name: "the own number of another shift",
      tables: ownLimit({ shift: "late", most: 0 }),
      rota: [early("01")],
    },
    {
      name: "exactly the agreed evenings",
      tables: limited(2),
      rota: [late("2026-12-01"), late("2026-12-02")],
    },
    {
      name: "no limit",
      tables: limited(null),
      rota: [late("2026-12-01"), late("2026-12-02"), late("2026-12-03")],
    },
    {
      name: "no evenings, only days",
      tables: limited(0),
      rota: ["2026-12-01 valbo day 09:00-16:00 anna"],
    },
    {
      name: "hours that the day opening covers are no evening",
      tables: { ...limited(0), offices: [office("valbo", { open: time("09:00-18:00") })] },
      rota: ["2026-12-01 valbo day 16:00-18:00 anna"],
    },
    {
      name: "one in each month, and history not counted",
      tables: { ...limited(1), history: [row(late("2026-11-26"))] },
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [late("2026-11-30"), late("2026-12-01")],
    },
    {
      name: "a day and its evening are one evening",
      tables: limited(1),
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", late("2026-12-01")],
    },
  ],
  breaks: [
    {
      name: "the same shift too often, two people",
      tables: sameShift(1),
      rota: [early("01"), early("02"), early("03"), early("01", "bo"), early("04", "bo")],
      findings: [
        { ...broken, actual: 3, limit: 1, amount: 2, unit: "duties" },
        { ...broken, staff: "bo", actual: 2, limit: 1, amount: 1, unit: "duties" },
      ],
    },
    {
      name: "over the own number of the period, another shift by the parameter, and another person",
      tables: ownLimit({ shift: "early", most: 2 }),
      first: "2026-11-30",
      last: "2026-12-04",
      rota: [
        "2026-11-30 valbo day 09:00-12:00 anna",
        ...[early("01"), early("02")],
        ...["03", "04"].map((date) => `2026-12-${date} valbo day 12:00-16:00 anna`),
        ...[early("01", "bo"), early("02", "bo")],
      ],
      findings: [
        { staff: "anna", actual: 3, limit: 2, amount: 1, unit: "duties" },
        { ...broken, actual: 2, limit: 1, amount: 1, unit: "duties" },
        { ...broken, staff: "bo", actual: 2, limit: 1, amount: 1, unit: "duties" },
      ],
    },
    {
      name: "a single time where nobody is to have a shift, and where one person is not",
      tables: {
        ...sameShift(0),
        staff: [
          member("anna", { limits: { ...NO_LIMITS, maxShifts: [{ shift: "early", most: 0 }] } }),
          member("bo"),
        ],
      },
      rota: [early("01"), early("02", "bo")],
      findings: [
        { staff: "anna", unit: "duties", actual: 1, limit: 0, amount: 1 },
        { ...broken, staff: "bo", unit: "duties", actual: 1, limit: 0, amount: 1 },
      ],
    },
    {
      name: "a shift that the person never has",
      tables: ownLimit({ shift: "early", most: 0 }),
      rota: [early("01"), early("03"), early("02", "bo")],
      findings: [{ staff: "anna", actual: 2, limit: 0, amount: 2, unit: "duties" }],
    },
    {
      name: "one over",
      tables: limited(1),
      rota: [late("2026-12-01"), late("2026-12-02")],
      findings: [{ ...broken, actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "one who is not to serve any",
      tables: limited(0),
      rota: [late("2026-12-01")],
      findings: [{ ...broken, actual: 1, limit: 0, amount: 1 }],
    },
    {
      name: "two people, two over",
      tables: limited(1),
      rota: ["01", "02", "03"].flatMap((day) => [
        late(`2026-12-${day}`),
        late(`2026-12-${day}`, "bo"),
      ]),
      findings: [
        { ...broken, actual: 3, limit: 1, amount: 2 },
        { ...broken, staff: "bo", actual: 3, limit: 1, amount: 2 },
      ],
    },
  ],
});
