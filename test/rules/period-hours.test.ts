import { periodHours } from "../../src/rules/period-hours.js";
import { available, member, office, row, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const limited = (minutes: number | null) => ({
  offices: [office("valbo", { open: time("08:00-16:30") })],
  staff: [member("anna", { maxMinutesMonth: minutes }), member("bo", { maxMinutesMonth: 0 })],
  availability: [available("anna"), available("bo")],
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
