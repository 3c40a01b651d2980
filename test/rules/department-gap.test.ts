import type { DemandRow } from "../../src/domain/case.js";
import { departmentGap } from "../../src/rules/department-gap.js";
import { available, demand, evening, member, office, row, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const asked = (more: Partial<DemandRow> = {}) =>
  demand("valbo", { department: "bygg", min: 0, maxGapWeeks: 2, ...more });
const tables = {
  offices: [office("valbo"), office("satra")],
  staff: [member("anna", { department: "bygg", skills: ["arabiska"] }), member("bo")],
  availability: [available("anna", {}, "00:00-24:00", { department: "bygg" }), available("bo")],
  demand: [asked()],
};
/** Four ISO weeks, W50 to W53, of which the last ends in the next year. */
const period = { first: "2026-12-07", last: "2026-12-31" };
const day = (date: string, staff = "anna", at = "valbo", hours = "09:00-16:00") =>
  `2026-12-${date} ${at} day ${hours} ${staff}`;
/** The Friday of W53, the last day of that week on which the offices would be open. */
const NEW_YEAR = { "2027-01-01": "nyårsdagen" };
const broken = { office: "valbo", department: "bygg", limit: 1, unit: "weeks" } as const;
const before = (date: string, staff = "anna", department = "bygg", kind = "day") =>
  row(`${date} valbo ${kind} 09:00-16:00 ${staff}`, department);

const NO_TERMS = { minMinutesMonth: null, maxMinutesMonth: null, share: null, hourlyCost: null };

testRule(departmentGap, {
  keeps: [
    { name: "every other week", tables, ...period, rota: [day("08"), day("22")] },
    { name: "two weeks at the edges, one between", tables, ...period, rota: [day("15")] },
    {
      name: "the evening counts where evenings are asked for, before the period too",
      tables: {
        ...tables,
        evenings: [evening("valbo")],
        demand: [asked({ time: time("16:00-18:00") })],
        history: [row("2026-12-01 valbo evening 16:00-18:00 anna", "bygg")],
      },
      first: "2026-12-07",
      last: "2026-12-20",
      rota: ["2026-12-15 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "no rhythm is asked for",
      tables: { ...tables, demand: [asked({ maxGapWeeks: null })] },
      ...period,
      rota: [],
    },
    {
      name: "weeks in which the office is closed are no weeks",
      tables: {
        ...tables,
        closures: ["14", "15", "16", "17", "18"].map((date) => ({
          date: `2026-12-${date}`,
          office: null,
          reason: null,
        })),
      },
      ...period,
      rota: [day("08")],
    },
    {
      name: "the week before, by the history, and the week that goes over the turn",
      tables: { ...tables, history: [before("2026-11-27"), before("2026-11-30", "bo", "service")] },
      first: "2026-12-01",
      last: "2026-12-13",
      rota: [day("11")],
    },
    {
      name: "the history of a week that the period begins in the middle of",
      tables: { ...tables, history: [before("2026-11-30")] },
      first: "2026-12-02",
      last: "2026-12-13",
      rota: [],
    },
    {
      name: "earlier weeks of which nothing is known are not held against anybody",
      tables,
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [],
    },
    {
      name: "a week that is open after the period too is judged with the next one",
      tables: { ...tables, demand: [asked({ maxGapWeeks: 1 })] },
      first: "2026-12-14",
      last: "2026-12-31",
      rota: [day("15"), day("22")],
    },
    {
      name: "a week that is open only before the period was judged with the one before",
      tables: {
        ...tables,
        demand: [asked({ maxGapWeeks: 1 })],
        history: [row("2026-12-29 valbo day 09:00-16:00 bo", "service")],
      },
      first: "2027-01-01",
      last: "2027-01-10",
      holidays: NEW_YEAR,
      rota: ["2027-01-05 valbo day 09:00-16:00 anna"],
    },
    {
      name: "a day that goes on into the evening",
      tables: { ...tables, evenings: [evening("valbo")] },
      first: "2026-12-07",
      last: "2026-12-20",
      rota: ["2026-12-09 valbo day 09:00-16:00 anna", "2026-12-09 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "any of its people, and anybody when no department is named",
      tables: { ...tables, demand: [asked({ department: null })] },
      ...period,
      rota: [day("08", "bo"), day("22")],
    },
  ],
  breaks: [
    {
      name: "the day is no evening where evenings are asked for",
      tables: {
        ...tables,
        evenings: [evening("valbo")],
        demand: [asked({ time: time("16:00-18:00") })],
      },
      first: "2026-12-07",
      last: "2026-12-20",
      rota: [day("08"), day("15")],
      findings: [{ ...broken, date: "2026-W51", actual: 2, amount: 1 }],
    },
    {
      name: "a week whose days after the period are closed is judged now: later nobody could mend it",
      tables: { ...tables, demand: [asked({ maxGapWeeks: 1 })] },
      first: "2026-12-14",
      last: "2026-12-31",
      holidays: NEW_YEAR,
      rota: [day("15"), day("22")],
      findings: [{ ...broken, date: "2026-W53", actual: 1, limit: 0, amount: 1 }],
    },
    {
      name: "a week of two periods that was open only before this one counts in the stretch that goes on",
      tables: {
        ...tables,
        history: [before("2026-12-22"), before("2026-12-29", "bo", "service")],
      },
      first: "2027-01-01",
      last: "2027-01-10",
      holidays: NEW_YEAR,
      rota: [],
      findings: [{ ...broken, date: "2027-W01", actual: 2, amount: 1 }],
    },
    {
      name: "two weeks in a row",
      tables,
      ...period,
      rota: [day("08"), day("29")],
      findings: [{ ...broken, date: "2026-W52", actual: 2, amount: 1 }],
    },
    {
      name: "all three weeks are two stretches of two",
      tables,
      ...period,
      rota: [],
      findings: [{ ...broken, date: "2026-W52", actual: 3, amount: 2 }],
    },
    {
      name: "two gaps of an every-week rhythm",
      tables: { ...tables, demand: [asked({ maxGapWeeks: 1 })] },
      ...period,
      rota: [day("15")],
      findings: [
        { ...broken, date: "2026-W50", actual: 1, limit: 0, amount: 1 },
        { ...broken, date: "2026-W52", actual: 1, limit: 0, amount: 1 },
      ],
    },
    {
      name: "somebody else, another office and the evening alone are no visit",
      tables: {
        ...tables,
        evenings: [evening("valbo", { minEvenings: 0, minStaff: 1 })],
      },
      first: "2026-12-07",
      last: "2026-12-20",
      rota: [
        day("07", "bo"),
        day("08", "anna", "satra"),
        "2026-12-09 valbo evening 16:00-18:00 anna",
      ],
      findings: [{ ...broken, date: "2026-W51", actual: 2, amount: 1 }],
    },
    {
      name: "a gap that began in the history counts only where it is judged",
      tables: {
        ...tables,
        history: [
          before("2026-11-10"),
          before("2026-11-17", "bo", "service"),
          before("2026-11-24", "bo", "service"),
          before("2026-12-01", "bo", "service"),
        ],
      },
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [],
      findings: [{ ...broken, date: "2026-W50", actual: 4, amount: 1 }],
    },
    {
      name: "a skill and a time: half of the time is not enough",
      tables: {
        ...tables,
        demand: [
          asked({ department: null, skill: "arabiska", time: time("09:00-12:00"), maxGapWeeks: 1 }),
        ],
      },
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [day("08", "anna", "valbo", "10:00-16:00")],
      findings: [
        { office: "valbo", date: "2026-W50", actual: 1, limit: 0, amount: 1, unit: "weeks" },
      ],
      expressible: false,
    },
    {
      name: "two people who share the time between them, and other days, are not one visit",
      tables: {
        ...tables,
        staff: ["anna", "bo"].map((id) => member(id, { skills: ["arabiska"] })),
        demand: [
          asked({ department: null, skill: "arabiska", time: time("09:00-12:00"), maxGapWeeks: 1 }),
        ],
      },
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [
        day("08", "anna", "valbo", "09:00-10:30"),
        day("08", "bo", "valbo", "10:30-12:00"),
        day("09", "anna", "valbo", "10:30-12:00"),
      ],
      findings: [
        { office: "valbo", date: "2026-W50", actual: 1, limit: 0, amount: 1, unit: "weeks" },
      ],
      expressible: false,
    },
    {
      name: "names of offices and departments where they have one, and whoever it is that is missing",
      tables: {
        ...tables,
        offices: [office("valbo", { name: "Valbo bibliotek" })],
        departments: [
          { ...NO_TERMS, id: "social", name: "Socialtjänst" },
          { ...NO_TERMS, id: "bygg", name: "Bygglov" },
        ],
        demand: [
          asked({ maxGapWeeks: 1 }),
          asked({ maxGapWeeks: 1, department: "bygg", skill: "arabiska" }),
          asked({ maxGapWeeks: 1, department: null }),
        ],
      },
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [],
      findings: [
        { office: "valbo", unit: "weeks", date: "2026-W50", actual: 1, limit: 0, amount: 1 },
        { ...broken, date: "2026-W50", actual: 1, limit: 0, amount: 1 },
        { ...broken, date: "2026-W50", actual: 1, limit: 0, amount: 1 },
      ],
    },
    {
      name: "only the weekdays of the row",
      tables: { ...tables, demand: [asked({ weekdays: [1], maxGapWeeks: 1 })] },
      first: "2026-12-07",
      last: "2026-12-13",
      rota: [day("08")],
      findings: [{ ...broken, date: "2026-W50", actual: 1, limit: 0, amount: 1 }],
    },
  ],
});
