import { NO_LIMITS, type WorkLimits } from "../../src/domain/work-limits.js";
import { consecutiveDaysOff } from "../../src/rules/consecutive-days-off.js";
import { available, member, office, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const };
const tables = {
  offices: [office("valbo", { openDays: everyDay.weekdays })],
  staff: [member("anna")],
  availability: [available("anna", everyDay)],
};
const set = (parameter: string, value: number) => ({
  ...tables,
  ruleSettings: [setting("consecutive-days-off", parameter, value)],
});
const own = (limits: Partial<WorkLimits>, parameter: string, value: number) => ({
  ...set(parameter, value),
  staff: [member("anna", { limits: { ...NO_LIMITS, ...limits } })],
});
const days = (...dates: string[]) =>
  dates.map((date) => `2026-12-${date} valbo day 09:00-16:00 anna`);
const period = { first: "2026-12-07", last: "2026-12-11" };
const broken = { staff: "anna", unit: "days" } as const;

testRule(consecutiveDaysOff, {
  keeps: [
    { name: "nothing asked for", tables, ...period, rota: days("07", "09") },
    { name: "two days off", tables: set("min", 2), ...period, rota: days("07", "10", "11") },
    { name: "as many as allowed", tables: set("max", 2), ...period, rota: days("07", "10") },
    {
      name: "as few as the own number, which goes before min",
      tables: own({ minDaysOffInRow: 2 }, "min", 3),
      ...period,
      rota: days("07", "10"),
    },
    {
      name: "as many as the own number, which goes before max",
      tables: own({ maxDaysOffInRow: 3 }, "max", 2),
      ...period,
      rota: days("07", "11"),
    },
    {
      name: "a day off at each edge may be one of more",
      tables: set("min", 2),
      ...period,
      rota: days("08", "09", "10"),
    },
  ],
  breaks: [
    {
      name: "fewer than the own number",
      tables: own({ minDaysOffInRow: 3 }, "min", 2),
      ...period,
      rota: days("07", "10"),
      findings: [{ ...broken, date: "2026-12-08", actual: 2, limit: 3, amount: 1 }],
    },
    {
      name: "more than the own number",
      tables: own({ maxDaysOffInRow: 1 }, "max", 3),
      ...period,
      rota: days("07", "10", "11"),
      findings: [{ ...broken, date: "2026-12-08", actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "a single day off where three are the least",
      tables: set("min", 3),
      ...period,
      rota: days("07", "09"),
      findings: [{ ...broken, date: "2026-12-08", actual: 1, limit: 3, amount: 2 }],
    },
    {
      name: "a single day off after the last day of the history",
      tables: {
        ...set("min", 2),
        history: [row("2026-12-06 valbo day 09:00-16:00 anna")],
      },
      ...period,
      rota: days("08"),
      findings: [{ ...broken, date: "2026-12-07", actual: 1, limit: 2, amount: 1 }],
    },
    {
      name: "three days off where two are the most",
      tables: set("max", 2),
      ...period,
      rota: days("07", "11"),
      findings: [{ ...broken, date: "2026-12-08", actual: 3, limit: 2, amount: 1 }],
    },
    {
      name: "days off that reach the end of the period",
      tables: set("max", 2),
      ...period,
      rota: days("07"),
      findings: [{ ...broken, date: "2026-12-08", actual: 4, limit: 2, amount: 2 }],
    },
    {
      name: "days off from the start of the period, without any history",
      tables: set("max", 2),
      ...period,
      rota: days("11"),
      findings: [{ ...broken, date: "2026-12-07", actual: 4, limit: 2, amount: 2 }],
    },
    {
      name: "days of the history count to the run, not to the amount, from its latest row on",
      tables: {
        ...set("max", 1),
        history: ["02", "04", "03"].map((day) => row(`2026-12-${day} valbo day 09:00-16:00 anna`)),
      },
      ...period,
      rota: days("09", "10", "11"),
      findings: [{ ...broken, date: "2026-12-05", actual: 4, limit: 1, amount: 2 }],
    },
  ],
});
