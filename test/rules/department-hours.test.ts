import { departmentHours } from "../../src/rules/department-hours.js";
import { available, member, office } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const agreed = (minMinutesMonth: number | null, maxMinutesMonth: number | null) => ({
  offices: [office("valbo")],
  staff: [member("anna"), member("bo")],
  availability: [available("anna"), available("bo", {}, "00:00-24:00", { department: "social" })],
  departments: [
    {
      id: "social",
      name: "Socialtjänsten",
      minMinutesMonth,
      maxMinutesMonth,
      share: null,
      hourlyCost: null,
    },
  ],
});
const month = { first: "2026-12-01", last: "2026-12-31" };
/** 6 h 30 min of paid time each. */
const days = (staff: string, ...dates: string[]) =>
  dates.map((date) => `2026-12-${date} valbo day 09:00-16:00 ${staff}`);
const broken = { date: "2026-12", department: "social", unit: "minutes" } as const;

testRule(departmentHours, {
  keeps: [
    {
      name: "exactly the least and the most",
      tables: agreed(780, 780),
      ...month,
      rota: days("bo", "01", "02"),
    },
    { name: "no numbers", tables: agreed(null, null), ...month, rota: days("bo", "01") },
    { name: "a month cut by the period owes nothing", tables: agreed(780, null), rota: [] },
    { name: "hours of others", tables: agreed(null, 0), rota: days("anna", "01") },
  ],
  breaks: [
    {
      name: "a minute over",
      tables: agreed(null, 779),
      rota: days("bo", "01", "02"),
      findings: [{ ...broken, actual: 780, limit: 779, amount: 1 }],
    },
    {
      name: "a day of two departments, each department's own part of it",
      tables: agreed(null, 179),
      rota: ["2026-12-01 valbo day 09:00-12:00 bo", "2026-12-01 valbo day 12:00-16:00 bo service"],
      expressible: false,
      findings: [{ ...broken, actual: 180, limit: 179, amount: 1 }],
    },
    {
      name: "a day of the month before, in a period of two",
      tables: agreed(null, 0),
      first: "2026-11-30",
      last: "2026-12-01",
      rota: ["2026-11-30 valbo day 09:00-16:00 bo", ...days("anna", "01")],
      findings: [{ ...broken, date: "2026-11", actual: 390, limit: 0, amount: 390 }],
    },
    {
      name: "a minute under",
      tables: agreed(781, null),
      ...month,
      rota: [...days("bo", "01", "02"), ...days("anna", "03")],
      findings: [{ ...broken, actual: 780, limit: 781, amount: 1 }],
    },
  ],
});
