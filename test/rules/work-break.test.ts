import { workBreak } from "../../src/rules/work-break.js";
import { evening, office, people, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const opening = (...times: string[]) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  hours: times.map((open) => ({ office: "valbo", date: first, weekdays: [], open: time(open) })),
});
const served = (staff: string, ...times: string[]) =>
  times.map((hours) => `2026-12-01 valbo day ${hours} ${staff}`);
const broken = { date: first, staff: "anna", limit: 630, unit: "minutes" } as const;
const set = (parameter: string, value: number) => ({
  ruleSettings: [setting("work-break", parameter, value)],
});

testRule(workBreak, {
  keeps: [
    {
      name: "twice five hours and the break",
      tables: opening("08:00-18:30"),
      first,
      rota: served("anna", "08:00-18:30"),
    },
    {
      name: "a gap as long as the break is one",
      tables: opening("08:00-13:00", "13:30-18:40"),
      first,
      rota: served("anna", "08:00-13:00", "13:30-18:40"),
    },
    {
      name: "a short closing in a stretch that one break is enough for",
      tables: opening("08:00-13:00", "13:20-17:00"),
      first,
      rota: served("anna", "08:00-13:00", "13:20-17:00"),
    },
    {
      name: "a short pause in work that needs no break",
      tables: opening("08:00-18:00"),
      first,
      rota: served("anna", "08:00-10:00", "10:10-13:00"),
      expressible: false,
    },
    {
      name: "a longer stretch where it is agreed",
      tables: { ...opening("08:00-19:00"), ...set("stretch_minutes", 315) },
      first,
      rota: served("anna", "08:00-19:00"),
    },
    {
      name: "one after the other, two people",
      tables: opening("07:00-19:00"),
      first,
      rota: [...served("anna", "07:00-11:00"), ...served("bo", "11:00-19:00")],
    },
  ],
  breaks: [
    {
      name: "a closing that is shorter than the break, in a stretch that is too long",
      tables: opening("08:00-13:00", "13:01-18:40"),
      first,
      rota: served("anna", "08:00-13:00", "13:01-18:40"),
      findings: [{ ...broken, time: "08:00-18:40", actual: 640, amount: 10 }],
    },
    {
      name: "a pause of five minutes while the office is open",
      tables: opening("08:00-18:00"),
      first,
      rota: served("anna", "08:00-12:00", "12:05-15:00"),
      expressible: false,
      findings: [{ ...broken, time: "12:00-12:05", limit: 30, actual: 5, amount: 25 }],
    },
    {
      name: "an hour between two offices of which the journey takes fifty minutes",
      tables: {
        ...opening("08:00-18:00"),
        offices: [office("satra", { open: time("08:00-18:00") }), office("valbo")],
        travel: [{ from: "satra", to: "valbo", minutes: 50 }],
      },
      first,
      rota: [...served("anna", "08:00-12:00"), "2026-12-01 satra day 13:00-16:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "12:00-12:10", limit: 30, actual: 10, amount: 20 }],
    },
    {
      name: "a minute over",
      tables: opening("08:00-18:31"),
      first,
      rota: served("anna", "08:00-18:31"),
      findings: [{ ...broken, time: "08:00-18:31", actual: 631, amount: 1 }],
    },
    {
      name: "day and evening are one stretch",
      tables: { ...opening("07:00-16:00"), evenings: [evening("valbo")] },
      first,
      rota: [...served("anna", "07:00-16:00"), "2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, time: "07:00-18:00", actual: 660, amount: 30 }],
    },
    {
      name: "a shorter stretch",
      tables: { ...opening("09:00-18:00"), ...set("stretch_minutes", 240) },
      first,
      rota: served("anna", "09:00-18:00"),
      findings: [{ ...broken, time: "09:00-18:00", limit: 510, actual: 540, amount: 30 }],
    },
    {
      name: "a shorter break",
      tables: { ...opening("08:00-18:30"), ...set("break_minutes", 15) },
      first,
      rota: served("anna", "08:00-18:30"),
      findings: [{ ...broken, time: "08:00-18:30", limit: 615, actual: 630, amount: 15 }],
    },
    {
      name: "two stretches of one day, and another person",
      tables: { ...opening("00:00-11:00", "12:00-23:00"), ...set("stretch_minutes", 300) },
      first,
      rota: [...served("anna", "00:00-11:00", "12:00-23:00"), ...served("bo", "12:00-23:00")],
      findings: [
        { ...broken, time: "00:00-11:00", actual: 660, amount: 30 },
        { ...broken, time: "12:00-23:00", actual: 660, amount: 30 },
        { ...broken, staff: "bo", time: "12:00-23:00", actual: 660, amount: 30 },
      ],
    },
    {
      name: "two offices without a gap between",
      tables: {
        ...opening("07:00-12:00"),
        offices: [office("satra", { open: time("12:00-18:00") }), office("valbo")],
      },
      first,
      rota: [...served("anna", "07:00-12:00"), "2026-12-01 satra day 12:00-18:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "07:00-18:00", actual: 660, amount: 30 }],
    },
  ],
});
