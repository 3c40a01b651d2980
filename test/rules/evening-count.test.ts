import { eveningCount } from "../../src/rules/evening-count.js";
import { available, evening, member, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const offices = [office("valbo")];
const staff = people("anna", "bo");
const asked = (min: number, max: number | null = null) =>
  evening("valbo", { minEvenings: min, maxEvenings: max });
const held = (...days: number[]) =>
  days.map((day) => `2026-12-0${day} valbo evening 16:00-18:00 anna`);
const short = {
  date: "2026-12",
  office: "valbo",
  time: "16:00-18:00",
  unit: "evenings",
} as const;
/** Hours of Tuesday the 1st that reach over the evening. */
const lateTuesday = [
  { office: "valbo", date: "2026-12-01", weekdays: [], open: time("09:00-18:00") },
];

testRule(eveningCount, {
  keeps: [
    {
      name: "exactly the least",
      tables: { offices, ...staff, evenings: [asked(2)] },
      rota: held(1, 3),
    },
    {
      name: "exactly the most",
      tables: { offices, ...staff, evenings: [asked(0, 2)] },
      rota: held(1, 2),
    },
    {
      name: "two people on one evening are one evening",
      tables: { offices, ...staff, evenings: [asked(1, 1)] },
      rota: [...held(2), "2026-12-02 valbo evening 16:00-18:00 bo"],
    },
    { name: "an office without a row owes none", tables: { offices, ...staff }, rota: [] },
    {
      name: "evenings that the day opening covers are held, and never too many",
      tables: {
        offices: [office("valbo", { open: time("09:00-18:00") })],
        ...staff,
        evenings: [asked(3, 2)],
      },
      rota: [],
    },
    {
      name: "the month's own row beats the one for every month",
      tables: {
        offices,
        ...staff,
        evenings: [asked(2), { ...asked(0), month: "2026-12" }],
      },
      rota: [],
    },
    {
      name: "another month's row asks for nothing",
      tables: { offices, ...staff, evenings: [{ ...asked(2), month: "2026-11" }] },
      rota: [],
    },
    {
      name: "one evening that the day covers and one that is chosen",
      tables: { offices, ...staff, evenings: [asked(2, 2)], hours: lateTuesday },
      rota: held(3),
    },
  ],
  breaks: [
    {
      name: "the office is closed on every allowed date",
      tables: {
        offices,
        ...staff,
        evenings: [asked(2)],
        closures: [{ date: "2026-12-01", office: "valbo", reason: "ombyggnad" }],
        hours: [2, 3, 4].map((day) => ({
          office: "valbo",
          date: `2026-12-0${day}`,
          weekdays: [],
          open: null,
        })),
      },
      rota: [],
      findings: [{ ...short, actual: 0, limit: 2, amount: 2 }],
    },
    {
      name: "all allowed dates that are open have their evening",
      tables: {
        offices,
        ...staff,
        evenings: [{ ...asked(3), weekdays: [2, 3] }],
        closures: [{ date: "2026-12-02", office: null, reason: null }],
      },
      rota: held(1),
      findings: [{ ...short, actual: 1, limit: 3, amount: 2 }],
    },
    {
      name: "the day covers the evening on a weekday that the office does not allow",
      tables: {
        offices,
        ...staff,
        evenings: [evening("valbo", { minEvenings: 2, weekdays: [3] })],
        hours: lateTuesday,
      },
      rota: held(2),
      findings: [{ ...short, actual: 1, limit: 2, amount: 1 }],
    },
    {
      name: "one evening short",
      tables: { offices, ...staff, evenings: [asked(2)] },
      rota: held(1),
      findings: [{ ...short, actual: 1, limit: 2, amount: 1 }],
    },
    {
      name: "none of two, though people work in the daytime",
      tables: { offices, ...staff, evenings: [asked(2)] },
      rota: ["2026-12-01 valbo day 09:00-16:00 anna"],
      findings: [{ ...short, actual: 0, limit: 2, amount: 2 }],
    },
    {
      name: "one evening over",
      tables: { offices, ...staff, evenings: [asked(0, 1)] },
      rota: held(1, 2),
      findings: [{ ...short, actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "no evening may be held",
      tables: { offices, ...staff, evenings: [asked(0, 0)] },
      rota: held(1, 2),
      findings: [{ ...short, actual: 2, limit: 0, amount: 2 }],
    },
    {
      name: "closed the whole time: the evenings are owed all the same",
      tables: {
        offices,
        ...staff,
        evenings: [asked(1)],
        closures: ["01", "02", "03", "04"].map((day) => ({
          date: `2026-12-${day}`,
          office: null,
          reason: null,
        })),
      },
      rota: [],
      findings: [{ ...short, actual: 0, limit: 1, amount: 1 }],
    },
    {
      name: "nobody is available on an allowed weekday",
      tables: { offices, staff: staff.staff, evenings: [asked(1)] },
      rota: [],
      findings: [{ ...short, actual: 0, limit: 1, amount: 1 }],
    },
    {
      name: "one of two people on the allowed weekdays, both on others",
      tables: {
        offices,
        staff: [member("anna"), member("bo")],
        availability: [
          available("anna", { weekdays: [1, 2, 3, 4] }),
          available("bo", { weekdays: [1, 2] }),
        ],
        evenings: [evening("valbo", { minEvenings: 1, weekdays: [3, 5] })],
      },
      first: "2026-12-01",
      last: "2026-12-08",
      rota: [],
      findings: [{ ...short, actual: 0, limit: 1, amount: 1 }],
    },
    {
      name: "enough people on one allowed date more",
      tables: {
        offices,
        staff: [member("anna"), member("bo")],
        availability: [available("anna"), available("bo", { weekdays: [2, 3, 5] })],
        evenings: [asked(2)],
      },
      rota: held(1),
      findings: [{ ...short, actual: 1, limit: 2, amount: 1 }],
    },
    {
      name: "an evening that the day covers and one chosen, where one is the most",
      tables: { offices, ...staff, evenings: [asked(1, 1)], hours: lateTuesday },
      rota: held(3),
      findings: [{ ...short, actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "two that the day covers are not too many, but a third one chosen is",
      tables: {
        offices,
        ...staff,
        evenings: [asked(0, 1)],
        hours: [...lateTuesday, { ...lateTuesday[0]!, date: "2026-12-02" }],
      },
      rota: held(3),
      findings: [{ ...short, actual: 3, limit: 1, amount: 1 }],
    },
    {
      name: "one that the day covers is not enough",
      tables: { offices, ...staff, evenings: [asked(2)], hours: lateTuesday },
      rota: [],
      findings: [{ ...short, actual: 1, limit: 2, amount: 1 }],
    },
    {
      name: "each month and each office by itself",
      tables: {
        offices: [office("satra"), office("valbo")],
        ...staff,
        evenings: [
          evening("satra", { minEvenings: 1, time: time("17:00-19:00") }),
          evening("valbo", { minEvenings: 1 }),
        ],
      },
      first: "2026-11-30",
      last: "2026-12-01",
      rota: ["2026-11-30 satra evening 17:00-19:00 anna", ...held(1)],
      findings: [
        { ...short, date: "2026-11", actual: 0, limit: 1, amount: 1 },
        { ...short, office: "satra", time: "17:00-19:00", actual: 0, limit: 1, amount: 1 },
      ],
    },
  ],
});
