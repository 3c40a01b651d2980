import { dailyHours } from "../../src/rules/daily-hours.js";
import { available, evening, office, people, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const open = (hours: string) => ({
  offices: [office("valbo", { open: time(hours) })],
  ...people("anna", "bo"),
});
const first = "2026-12-01";
const day = (hours: string, staff = "anna") => `2026-12-01 valbo day ${hours} ${staff}`;
const broken = { date: first, office: "valbo", staff: "anna", unit: "minutes" } as const;
const off = {
  rule: "work-break",
  severity: "off",
  weight: null,
  parameter: null,
  value: null,
} as const;

testRule(dailyHours, {
  keeps: [
    {
      name: "ten hours and the break",
      tables: open("08:00-18:30"),
      first,
      rota: [day("08:00-18:30")],
    },
    {
      name: "an evening of two hours",
      tables: { ...open("09:00-16:00"), evenings: [evening("valbo")] },
      first,
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "all of an opening that is shorter than the least",
      tables: open("09:00-10:59"),
      first,
      rota: [day("09:00-10:59")],
    },
    { name: "nobody works", tables: open("09:00-16:00"), first, rota: [] },
    {
      name: "ten hours without a break, when the break rule is off",
      tables: { ...open("08:00-18:00"), ruleSettings: [off] },
      first,
      rota: [day("08:00-18:00")],
    },
  ],
  breaks: [
    {
      name: "a minute over ten hours",
      tables: open("08:00-18:31"),
      first,
      rota: [day("08:00-18:31")],
      findings: [{ ...broken, actual: 601, limit: 600, amount: 1 }],
    },
    {
      name: "a minute under two hours",
      tables: { ...open("09:00-16:00"), availability: [available("anna", {}, "09:00-10:59")] },
      first,
      rota: [day("09:00-10:59")],
      findings: [{ ...broken, actual: 119, limit: 120, amount: 1 }],
    },
    {
      name: "the evening counts to what is possible",
      tables: {
        ...open("09:00-10:00"),
        evenings: [evening("valbo", { time: time("10:00-10:50") })],
      },
      first,
      rota: [day("09:00-10:00")],
      findings: [{ ...broken, actual: 60, limit: 110, amount: 50 }],
    },
    {
      name: "without a break every minute is paid",
      tables: { ...open("08:00-18:30"), ruleSettings: [off] },
      first,
      rota: [day("08:00-18:30")],
      findings: [{ ...broken, actual: 630, limit: 600, amount: 30 }],
    },
    {
      name: "eight hours are the most here",
      tables: {
        ...open("09:00-18:00"),
        ruleSettings: [setting("daily-hours", "max_minutes", 480)],
      },
      first,
      rota: [day("09:00-18:00")],
      findings: [{ ...broken, actual: 510, limit: 480, amount: 30 }],
    },
    {
      name: "five hours are the least here",
      tables: {
        ...open("09:00-16:00"),
        ruleSettings: [setting("daily-hours", "min_minutes", 300)],
      },
      first,
      rota: [day("09:00-12:30")],
      findings: [{ ...broken, actual: 210, limit: 300, amount: 90 }],
    },
    {
      name: "too long for the most and too short for the least at once",
      tables: {
        ...open("09:00-18:00"),
        ruleSettings: [
          setting("daily-hours", "max_minutes", 200),
          setting("daily-hours", "min_minutes", 300),
        ],
      },
      first,
      rota: [day("13:30-18:00")],
      findings: [
        { ...broken, actual: 270, limit: 200, amount: 70 },
        { ...broken, actual: 270, limit: 300, amount: 30 },
      ],
    },
    {
      name: "two short visits to two offices, and a long day of another person",
      tables: { ...open("08:00-19:00"), offices: [office("satra"), office("valbo")] },
      first,
      rota: [day("09:00-09:30"), "2026-12-01 satra day 10:00-10:30 anna", day("08:00-19:00", "bo")],
      expressible: false,
      findings: [
        { ...broken, office: "satra", actual: 60, limit: 120, amount: 60 },
        { ...broken, staff: "bo", actual: 630, limit: 600, amount: 30 },
      ],
    },
  ],
});
