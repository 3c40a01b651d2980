import { openingSurplus } from "../../src/rules/opening-surplus.js";
import { demand, evening, office, people, time, WORKDAYS } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("valbo")],
  evenings: [evening("valbo", { minEvenings: 1 })],
  ...people("anna", "bo", "cai", "dan"),
};
const first = "2026-12-01";
const day = (staff: string, hours = "09:00-16:00") => `2026-12-01 valbo day ${hours} ${staff}`;
const late = (staff: string, date = first) => `${date} valbo evening 16:00-18:00 ${staff}`;
const broken = { date: first, office: "valbo", unit: "person-minutes" } as const;
const departments = [
  demand("valbo", { department: "service", time: time("09:00-12:00") }),
  demand("valbo", { department: "social", min: 0, target: 2, time: time("10:00-12:00") }),
];
/** Two shifts, and so many people asked for in the early one. */
const early = (min: number, per: "opening" | "day" | "week", shift = "early") => ({
  ...tables,
  shifts: [
    { id: "early", time: time("09:00-12:30") },
    { id: "late", time: time("12:30-16:00") },
  ].map((own) => ({
    ...own,
    office: null,
    weekdays: WORKDAYS,
    paidMinutes: null,
    notFollowedBy: [],
  })),
  demand: [demand("valbo", { shift, min, per })],
});
const shifts = [day("anna", "09:00-12:30"), day("bo", "09:00-12:30"), day("cai", "12:30-16:00")];

testRule(openingSurplus, {
  keeps: [
    {
      name: "as many as a shift asks for each day",
      tables: early(2, "day"),
      first,
      rota: shifts,
    },
    {
      name: "as many as a shift asks for in each opening",
      tables: early(2, "opening"),
      first,
      rota: shifts,
    },
    {
      name: "as many as the second of the shifts asks for",
      tables: early(2, "day", "late"),
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "12:30-16:00"), day("cai", "12:30-16:00")],
    },
    {
      name: "as many as needed, day and evening",
      tables,
      first,
      rota: [day("anna"), late("bo"), late("cai")],
    },
    { name: "nobody at all", tables, first, rota: [] },
    {
      name: "departments add up, the larger of least and target each",
      tables: { ...tables, demand: departments },
      first,
      rota: [day("anna"), day("bo", "10:00-12:00"), day("cai", "10:00-12:00")],
    },
    {
      name: "a demand for anybody counts beside the least, not on top of it",
      tables: { ...tables, demand: [demand("valbo", { min: 2 }), ...departments] },
      first,
      rota: [day("anna"), day("bo")],
    },
    {
      name: "where the evening overlaps the day, its staff may be there",
      tables: { ...tables, offices: [office("valbo", { open: time("09:00-17:00") })] },
      first,
      rota: [day("anna", "09:00-17:00"), day("bo", "16:00-17:00")],
    },
    {
      name: "evenings that the day covers are not called in",
      tables: { ...tables, offices: [office("valbo", { open: time("09:00-18:00") })] },
      rota: [day("anna", "09:00-18:00"), "2026-12-02 valbo day 16:00-18:00 bo"],
    },
    {
      name: "an evening is demanded like a day",
      tables: { ...tables, demand: [demand("valbo", { min: 3, time: time("16:00-18:00") })] },
      first,
      rota: [late("anna"), late("bo"), late("cai")],
    },
  ],
  breaks: [
    {
      name: "no more than a shift asks for, but one more than the opening does after it",
      tables: early(2, "day"),
      first,
      rota: [...shifts, day("dan", "12:30-16:00")],
      findings: [{ ...broken, time: "12:30-16:00", actual: 2, limit: 1, amount: 210 }],
    },
    {
      name: "a shift that is asked for so often a week names no day",
      tables: early(2, "week"),
      first,
      rota: shifts,
      findings: [{ ...broken, time: "09:00-12:30", actual: 2, limit: 1, amount: 210 }],
    },
    {
      name: "one too many all day",
      tables,
      first,
      rota: [day("anna"), day("bo")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 2, limit: 1, amount: 420 }],
    },
    {
      name: "one too many in the evening",
      tables,
      first,
      rota: [late("anna"), late("bo"), late("cai")],
      findings: [{ ...broken, time: "16:00-18:00", actual: 3, limit: 2, amount: 120 }],
    },
    {
      name: "a month's demand does not raise what is needed at a time",
      tables: { ...tables, demand: [demand("valbo", { min: 2, per: "month" })] },
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "09:00-12:30")],
      findings: [{ ...broken, time: "09:00-12:30", actual: 2, limit: 1, amount: 210 }],
    },
    {
      name: "too many before and after the hours that departments ask for",
      tables: { ...tables, demand: departments },
      first,
      rota: [day("anna"), day("bo"), day("cai", "10:00-12:00"), day("dan", "10:00-12:00")],
      findings: [
        { ...broken, time: "09:00-10:00", actual: 2, limit: 1, amount: 60 },
        { ...broken, time: "10:00-12:00", actual: 4, limit: 3, amount: 120 },
        { ...broken, time: "12:00-16:00", actual: 2, limit: 1, amount: 240 },
      ],
    },
    {
      name: "the evening's staff in the day on a weekday without evenings",
      tables: { ...tables, offices: [office("valbo", { open: time("09:00-17:00") })] },
      first: "2026-12-04",
      rota: ["2026-12-04 valbo day 09:00-17:00 anna", "2026-12-04 valbo day 16:00-17:00 bo"],
      findings: [
        { ...broken, date: "2026-12-04", time: "16:00-17:00", actual: 2, limit: 1, amount: 60 },
      ],
    },
    {
      name: "two too many",
      tables,
      first,
      rota: [day("anna"), day("bo"), day("cai")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 3, limit: 1, amount: 840 }],
    },
    {
      name: "more than departments add up to, with a demand for anybody beside them",
      tables: { ...tables, demand: [demand("valbo", { min: 2 }), ...departments] },
      first,
      rota: ["anna", "bo", "cai", "dan"].map((staff) => day(staff, "10:00-12:00")),
      findings: [{ ...broken, time: "10:00-12:00", actual: 4, limit: 3, amount: 120 }],
    },
    {
      name: "a demand for a skill beside one for anybody, the larger of them counts",
      tables: {
        ...tables,
        demand: [demand("valbo", { min: 2 }), demand("valbo", { skill: "arabiska" })],
      },
      first,
      rota: [day("anna"), day("bo"), day("cai")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 3, limit: 2, amount: 420 }],
    },
    {
      name: "a demand for a shift beside one for anybody, the larger of them counts",
      tables: {
        ...early(1, "opening"),
        demand: [demand("valbo", { min: 2 }), demand("valbo", { shift: "early" })],
      },
      first,
      rota: [...shifts, day("dan", "09:00-12:30")],
      findings: [{ ...broken, time: "09:00-12:30", actual: 3, limit: 2, amount: 210 }],
    },
    {
      name: "demands of another weekday and of another office",
      tables: {
        ...tables,
        offices: [office("satra"), office("valbo")],
        demand: [demand("valbo", { min: 2, weekdays: [3] }), demand("satra", { min: 2 })],
      },
      first,
      rota: [day("anna"), day("bo")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 2, limit: 1, amount: 420 }],
    },
    {
      name: "two evenings more than must be",
      tables,
      rota: ["01", "02", "03"].map((date) => late("anna", `2026-12-${date}`)),
      findings: [{ ...broken, date: "2026-12", actual: 3, limit: 1, amount: 480 }],
    },
    {
      name: "one evening more than must be",
      tables,
      rota: [late("anna"), late("bo"), late("anna", "2026-12-02"), late("bo", "2026-12-02")],
      findings: [{ ...broken, date: "2026-12", actual: 2, limit: 1, amount: 240 }],
    },
    {
      name: "one evening more than must be, after one that the day covers",
      tables: {
        ...tables,
        hours: [{ office: "valbo", date: first, weekdays: [], open: time("09:00-18:00") }],
      },
      rota: [late("anna", "2026-12-02"), late("bo", "2026-12-02")],
      findings: [{ ...broken, date: "2026-12", actual: 2, limit: 1, amount: 240 }],
    },
    {
      name: "a row outside the opening is needed by nobody",
      tables,
      first,
      rota: [day("anna", "07:00-08:00")],
      expressible: false,
      findings: [{ ...broken, time: "07:00-08:00", actual: 1, limit: 0, amount: 60 }],
    },
  ],
});
