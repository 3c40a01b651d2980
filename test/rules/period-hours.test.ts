import type { WorkLimits } from "../../src/domain/work-limits.js";
import { NO_LIMITS } from "../../src/domain/work-limits.js";
import { periodHours } from "../../src/rules/period-hours.js";
import { available, member, office, row, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const limited = (minutes: number | null) => ({
  offices: [office("valbo", { open: time("08:00-16:30") })],
  staff: [member("anna", { maxMinutesMonth: minutes }), member("bo", { maxMinutesMonth: 0 })],
  availability: [available("anna"), available("bo")],
});
const own = (limits: Partial<WorkLimits>, minutes: number | null = null) => ({
  ...limited(null),
  staff: [member("anna", { maxMinutesMonth: minutes, limits: { ...NO_LIMITS, ...limits } })],
});
const day = (date: string, staff = "anna") => `${date} valbo day 08:00-16:30 ${staff}`;
const broken = { date: "2026-12", staff: "anna", unit: "minutes" } as const;

testRule(periodHours, {
  keeps: [
    {
      name: "exactly the agreed hours, breaks not counted",
      tables: limited(960),
      rota: [day("2026-12-01"), day("2026-12-02")],
    },
    {
      name: "no limit",
      tables: limited(null),
      rota: [day("2026-12-01"), day("2026-12-02"), day("2026-12-03")],
    },
    {
      name: "each month has its own hours",
      tables: limited(480),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [day("2026-11-30"), day("2026-12-01")],
    },
    {
      name: "exactly the hours of the period, least and most",
      tables: own({ minMinutesPeriod: 960, maxMinutesPeriod: 960 }),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [day("2026-11-30"), day("2026-12-01")],
    },
    {
      name: "exactly the least hours of a whole month",
      tables: own({ minMinutesMonth: 480 }),
      first: "2026-12-01",
      last: "2026-12-31",
      rota: [day("2026-12-01")],
    },
    {
      name: "a month cut by the edge owes no hours",
      tables: own({ minMinutesMonth: 480 }),
      first: "2026-12-01",
      last: "2026-12-30",
      rota: [],
    },
    {
      name: "history is of another period",
      tables: { ...limited(480), history: [row(day("2026-11-30"))] },
      rota: [day("2026-12-01")],
    },
  ],
  breaks: [
    {
      name: "a minute over",
      tables: limited(959),
      rota: [day("2026-12-01"), day("2026-12-02")],
      findings: [{ ...broken, actual: 960, limit: 959, amount: 1 }],
    },
    {
      name: "one who is not to work at all, and one who works too much",
      tables: limited(400),
      rota: [day("2026-12-01"), day("2026-12-02", "bo")],
      findings: [
        { ...broken, actual: 480, limit: 400, amount: 80 },
        { ...broken, staff: "bo", actual: 480, limit: 0, amount: 480 },
      ],
    },
    {
      name: "a minute short in a whole month",
      tables: own({ minMinutesMonth: 481 }),
      first: "2026-12-01",
      last: "2026-12-31",
      rota: [day("2026-12-01")],
      findings: [{ ...broken, actual: 480, limit: 481, amount: 1 }],
    },
    {
      name: "too much in a month and in the period",
      tables: own({ maxMinutesPeriod: 900 }, 479),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [day("2026-11-30"), day("2026-12-01")],
      findings: [
        { staff: "anna", unit: "minutes", actual: 960, limit: 900, amount: 60 },
        { ...broken, date: "2026-11", actual: 480, limit: 479, amount: 1 },
        { ...broken, actual: 480, limit: 479, amount: 1 },
      ],
    },
    {
      name: "too little in the period",
      tables: own({ minMinutesPeriod: 961 }),
      rota: [day("2026-12-01"), day("2026-12-02")],
      findings: [{ staff: "anna", unit: "minutes", actual: 960, limit: 961, amount: 1 }],
    },
    {
      name: "over in both months",
      tables: limited(479),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [day("2026-11-30"), day("2026-12-01")],
      findings: [
        { ...broken, date: "2026-11", actual: 480, limit: 479, amount: 1 },
        { ...broken, actual: 480, limit: 479, amount: 1 },
      ],
    },
  ],
});
