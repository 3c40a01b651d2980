import { NO_LIMITS } from "../../src/domain/work-limits.js";
import { weekendsWorked } from "../../src/rules/weekends-worked.js";
import { available, member, office, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const };
const atMost = (max: number) => ({
  offices: [office("valbo", { openDays: everyDay.weekdays })],
  staff: [member("anna"), member("bo")],
  availability: [available("anna", everyDay), available("bo", everyDay)],
  ruleSettings: [setting("weekends-worked", "max", max)],
});
const own = (most: number, max: number) => ({
  ...atMost(max),
  staff: [member("anna", { limits: { ...NO_LIMITS, maxWeekends: most } }), member("bo")],
});
const days = (staff: string, ...dates: string[]) =>
  dates.map((date) => `2026-12-${date} valbo day 09:00-16:00 ${staff}`);
const period = { first: "2026-12-05", last: "2026-12-13" };
const broken = { staff: "anna", unit: "weekends" } as const;

testRule(weekendsWorked, {
  keeps: [
    {
      name: "both days of one weekend, and the weekdays after",
      tables: atMost(1),
      ...period,
      rota: days("anna", "05", "06", "07", "11"),
    },
    {
      name: "no limit",
      tables: { ...atMost(0), ruleSettings: [] },
      ...period,
      rota: days("anna", "05", "12"),
    },
    {
      name: "history is not counted",
      tables: { ...atMost(1), history: [row("2026-11-28 valbo day 09:00-16:00 anna")] },
      ...period,
      rota: days("anna", "06"),
    },
    {
      name: "as many as the own number, which goes before the parameter",
      tables: own(2, 1),
      ...period,
      rota: days("anna", "05", "13"),
    },
    {
      name: "one weekend each",
      tables: atMost(1),
      ...period,
      rota: [...days("anna", "05"), ...days("bo", "13")],
    },
  ],
  breaks: [
    {
      name: "one over the own number, and another person over the parameter",
      tables: own(1, 0),
      ...period,
      rota: [...days("anna", "05", "13"), ...days("bo", "06")],
      findings: [
        { ...broken, actual: 2, limit: 1, amount: 1 },
        { ...broken, staff: "bo", actual: 1, limit: 0, amount: 1 },
      ],
    },
    {
      name: "two weekends of two, one day each",
      tables: atMost(1),
      ...period,
      rota: days("anna", "05", "13"),
      findings: [{ ...broken, actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "none allowed: a cut weekend counts by its Sunday",
      tables: atMost(0),
      first: "2026-12-06",
      last: "2026-12-12",
      rota: [...days("anna", "06", "12"), ...days("bo", "12")],
      findings: [
        { ...broken, actual: 2, limit: 0, amount: 2 },
        { ...broken, staff: "bo", actual: 1, limit: 0, amount: 1 },
      ],
    },
  ],
});
