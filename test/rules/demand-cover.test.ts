import type { DemandRow } from "../../src/domain/case.js";
import { demandCover } from "../../src/rules/demand-cover.js";
import { available, demand, evening, member, office, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

/** anna of the service and bo, who speaks Finnish, of the social services. */
const asking = (...rows: Partial<DemandRow>[]) => ({
  offices: [office("valbo", { name: "Valbo" })],
  departments: [
    {
      id: "social",
      name: "Socialtjänst",
      minMinutesMonth: null,
      maxMinutesMonth: null,
      share: null,
      hourlyCost: null,
    },
  ],
  evenings: [evening("valbo")],
  staff: [member("anna"), member("bo", { department: "social", skills: ["finska"] })],
  availability: [available("anna"), available("bo", {}, "00:00-24:00", { department: "social" })],
  demand: rows.map((row) => demand("valbo", { department: "social", ...row })),
});
const first = "2026-12-01";
const day = (staff: string, hours = "09:00-16:00", date = first) =>
  `${date} valbo day ${hours} ${staff}`;
const late = (staff: string, date = first) => `${date} valbo evening 16:00-18:00 ${staff}`;
const minutes = {
  date: first,
  office: "valbo",
  department: "social",
  actual: 0,
  limit: 1,
  unit: "person-minutes",
} as const;
const duties = { ...minutes, unit: "duties", amount: 1 } as const;
const lunch = ["09:00-12:00", "13:00-16:00"].map((open) => ({
  office: "valbo",
  date: first,
  weekdays: [],
  open: time(open),
}));

testRule(demandCover, {
  keeps: [
    {
      name: "the department is there all the opening",
      tables: asking({}),
      first,
      rota: [day("bo")],
    },
    {
      name: "the department is there at the time asked for",
      tables: asking({ time: time("10:00-12:00") }),
      first,
      rota: [day("bo", "10:00-12:00")],
    },
    {
      name: "the skill is there, of whatever department",
      tables: asking({ department: null, skill: "finska" }),
      first,
      rota: [day("bo")],
    },
    {
      name: "an evening that is not held asks for nothing",
      tables: asking({ time: time("16:00-18:00") }),
      first,
      rota: [],
    },
    {
      name: "an evening that is held, with the department in it",
      tables: asking({ time: time("16:00-18:00") }),
      first,
      rota: [late("anna"), late("bo")],
    },
    {
      name: "a duty of the evening in a month, in one of the evenings",
      tables: asking({ per: "month", time: time("16:00-18:00") }),
      rota: [late("anna", "2026-12-02"), late("bo", "2026-12-02")],
    },
    {
      name: "a duty in each evening that is held, and none is",
      tables: asking({ per: "day", time: time("17:00-18:00") }),
      rota: [],
    },
    {
      name: "evenings on weekdays that the office does not allow",
      tables: asking({ per: "week", time: time("16:00-18:00"), weekdays: [5] }),
      rota: [],
    },
    {
      name: "a duty a week at an office that opens in the evening only",
      tables: { ...asking({ per: "week" }), offices: [office("valbo", { open: null })] },
      rota: [late("bo")],
    },
    {
      name: "other weekdays and other dates",
      tables: asking({ weekdays: [1] }, { date: "2026-12-02", weekdays: [] }),
      first,
      rota: [],
    },
    {
      name: "a closed date",
      tables: asking({}, { per: "day" }),
      first,
      holidays: { [first]: "helgdag" },
      rota: [],
    },
    { name: "nobody asked for", tables: asking({ min: 0 }, { min: 0, per: "week" }), rota: [] },
    {
      name: "closed for lunch",
      tables: { ...asking({}, { per: "day", time: time("10:00-15:00") }), hours: lunch },
      first,
      rota: [day("bo", "09:00-12:00"), day("bo", "13:00-16:00")],
    },
    {
      name: "a duty a day",
      tables: asking({ per: "day" }),
      first,
      last: "2026-12-02",
      rota: [day("bo", "09:00-12:30"), day("bo", "12:30-16:00", "2026-12-02")],
    },
    {
      name: "a duty that covers the time asked for",
      tables: asking({ per: "day", time: time("10:00-12:00") }),
      first,
      rota: [day("bo", "10:00-12:00")],
    },
    {
      name: "a time beyond the opening is covered as far as the office is open",
      tables: asking({ per: "day", time: time("15:00-17:00") }),
      first,
      rota: [day("bo", "15:00-16:00")],
    },
    {
      name: "a week cut by the start, with two working days inside",
      tables: asking({ per: "week" }),
      first: "2026-12-03",
      last: "2026-12-06",
      rota: [],
    },
    {
      name: "a week cut by the end, with two working days inside",
      tables: asking({ per: "week" }),
      first: "2026-12-28",
      last: "2026-12-29",
      rota: [],
    },
    {
      name: "two duties a week",
      tables: asking({ per: "week", min: 2 }),
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [day("bo", "09:00-12:30", "2026-12-07"), day("bo", "09:00-16:00", "2026-12-11")],
    },
    {
      name: "two duties a month, one of them in the evening",
      tables: asking({ per: "month", min: 2 }),
      rota: [day("bo"), late("bo", "2026-12-03")],
    },
  ],
  breaks: [
    {
      name: "one of two duties of the evening in a month; the day is no evening",
      tables: asking({ per: "month", min: 2, time: time("16:00-18:00") }),
      rota: [late("anna"), late("bo"), day("bo", "09:00-16:00", "2026-12-02")],
      findings: [{ ...duties, date: "2026-12", actual: 1, limit: 2 }],
    },
    {
      name: "a duty in each evening that is held, of two",
      tables: asking({ per: "day", time: time("17:00-18:00") }),
      rota: [late("anna"), late("bo", "2026-12-02")],
      findings: [duties],
    },
    {
      name: "a week without a duty at an office that opens in the evening only",
      tables: { ...asking({ per: "week" }), offices: [office("valbo", { open: null })] },
      rota: [late("anna")],
      findings: [{ ...duties, date: "2026-W49" }],
    },
    {
      name: "another department is there",
      tables: asking({}),
      first,
      rota: [day("anna")],
      findings: [{ ...minutes, time: "09:00-16:00", amount: 420 }],
    },
    {
      name: "lent by another department that day",
      tables: {
        ...asking({}),
        availability: [available("bo", {}, "00:00-24:00", { department: "service" })],
      },
      first,
      rota: [day("bo")],
      findings: [{ ...minutes, time: "09:00-16:00", amount: 420 }],
    },
    {
      name: "the department is there, but not the skill",
      tables: asking({ department: "service", skill: "finska" }),
      first,
      rota: [day("anna"), day("bo")],
      findings: [{ ...minutes, department: "service", time: "09:00-16:00", amount: 420 }],
    },
    {
      name: "half the opening",
      tables: asking({}),
      first,
      rota: [day("bo", "09:00-12:30")],
      findings: [{ ...minutes, time: "12:30-16:00", amount: 210 }],
    },
    {
      name: "one of two, then none",
      tables: asking({ min: 2, department: null }),
      first,
      rota: [day("bo", "09:00-12:30")],
      findings: [
        {
          office: "valbo",
          date: first,
          unit: "person-minutes",
          limit: 2,
          time: "09:00-12:30",
          actual: 1,
          amount: 210,
        },
        {
          office: "valbo",
          date: first,
          unit: "person-minutes",
          limit: 2,
          time: "12:30-16:00",
          actual: 0,
          amount: 420,
        },
      ],
    },
    {
      name: "an evening that is held without the department",
      tables: asking({}),
      first,
      rota: [day("bo"), late("anna")],
      findings: [{ ...minutes, time: "16:00-18:00", amount: 120 }],
    },
    {
      name: "a part of the time asked for, on the date asked for",
      tables: asking({ date: "2026-12-02", weekdays: [], time: time("10:00-12:00") }),
      rota: [day("bo", "09:00-16:00", "2026-12-01"), day("anna", "10:00-12:00", "2026-12-02")],
      findings: [{ ...minutes, date: "2026-12-02", time: "10:00-12:00", amount: 120 }],
    },
    {
      name: "every open day: Friday and Monday, not the days between",
      tables: asking({ per: "day" }),
      first: "2026-12-04",
      last: "2026-12-07",
      rota: [],
      findings: [
        { ...duties, date: "2026-12-04" },
        { ...duties, date: "2026-12-07" },
      ],
    },
    {
      name: "a duty that covers half the time asked for",
      tables: asking({ per: "day", time: time("11:30-13:30") }),
      first,
      rota: [day("bo", "09:00-11:30"), day("anna")],
      findings: [duties],
    },
    {
      name: "a week cut by the start, with three working days inside",
      tables: asking({ per: "week" }),
      first: "2026-12-02",
      last: "2026-12-06",
      rota: [day("anna", "09:00-16:00", "2026-12-03")],
      findings: [{ ...duties, date: "2026-W49" }],
    },
    {
      name: "a week cut by the end of the year, with three working days inside",
      tables: asking({ per: "week", min: 2 }),
      first: "2026-12-28",
      last: "2026-12-30",
      rota: [day("bo", "09:00-16:00", "2026-12-29")],
      findings: [{ ...duties, date: "2026-W53", actual: 1, limit: 2 }],
    },
    {
      name: "a day with its evening is one duty of a month, and each month counts",
      tables: asking({ per: "month", min: 2 }),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [day("bo"), late("bo")],
      findings: [
        { ...duties, date: "2026-11", limit: 2, amount: 2 },
        { ...duties, date: "2026-12", actual: 1, limit: 2 },
      ],
    },
  ],
});
