import { NO_LIMITS, type WorkLimits } from "../../src/domain/work-limits.js";
import { consecutiveDays } from "../../src/rules/consecutive-days.js";
import { available, member, office, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const };
const tables = {
  offices: [office("valbo", { openDays: everyDay.weekdays })],
  staff: [member("anna"), member("bo")],
  availability: [available("anna", everyDay), available("bo", everyDay)],
};
const set = (parameter: string, value: number) => ({
  ...tables,
  ruleSettings: [setting("consecutive-days", parameter, value)],
});
const own = (limits: Partial<WorkLimits>, parameter: string, value: number) => ({
  ...set(parameter, value),
  staff: [member("anna", { limits: { ...NO_LIMITS, ...limits } }), member("bo")],
});
const before = (...days: string[]) =>
  days.map((day) => row(`2026-12-${day} valbo day 09:00-16:00 anna`));
const days = (...dates: string[]) =>
  dates.map((date) => `2026-12-${date} valbo day 09:00-16:00 anna`);
const period = { first: "2026-12-07", last: "2026-12-15" };
const broken = { staff: "anna", unit: "days" } as const;

testRule(consecutiveDays, {
  keeps: [
    { name: "six days", tables, ...period, rota: days("07", "08", "09", "10", "11", "12", "14") },
    {
      name: "six days with those of the history",
      tables: { ...tables, history: before("04", "05", "06") },
      ...period,
      rota: days("07", "08", "09"),
    },
    {
      name: "as few as asked for",
      tables: set("min", 2),
      ...period,
      rota: days("09", "10", "12", "13"),
    },
    {
      name: "as long as the own number allows, which goes before max",
      tables: own({ maxDaysInRow: 3 }, "max", 2),
      ...period,
      rota: days("08", "09", "10"),
    },
    {
      name: "as short as the own number allows, which goes before min",
      tables: own({ minDaysInRow: 1 }, "min", 3),
      ...period,
      rota: days("09"),
    },
    {
      name: "a short first run, when the history is too old to tell what was before it",
      tables: {
        ...set("min", 2),
        history: [row("2026-11-29 valbo day 09:00-16:00 anna")],
      },
      ...period,
      rota: days("07"),
    },
    {
      name: "short runs at both edges may be longer than one sees",
      tables: set("min", 2),
      ...period,
      rota: days("07", "15"),
    },
  ],
  breaks: [
    {
      name: "longer than the own number, and another person by max",
      tables: own({ maxDaysInRow: 1 }, "max", 3),
      ...period,
      rota: [
        ...days("08", "09"),
        ...days("08", "09", "10", "11").map((text) => text.replace("anna", "bo")),
      ],
      findings: [
        { ...broken, date: "2026-12-08", actual: 2, limit: 1, amount: 1 },
        { ...broken, staff: "bo", date: "2026-12-08", actual: 4, limit: 3, amount: 1 },
      ],
    },
    {
      name: "shorter than the own number",
      tables: own({ minDaysInRow: 3 }, "min", 1),
      ...period,
      rota: days("09", "10"),
      findings: [{ ...broken, date: "2026-12-09", actual: 2, limit: 3, amount: 1 }],
    },
    {
      name: "seven days",
      tables,
      ...period,
      rota: days("07", "08", "09", "10", "11", "12", "13"),
      findings: [{ ...broken, date: "2026-12-07", actual: 7, limit: 6, amount: 1 }],
    },
    {
      name: "seven days with those of the history",
      tables: { ...tables, history: before("03", "05", "06") },
      ...period,
      rota: days("07", "08", "09", "10", "11"),
      findings: [{ ...broken, date: "2026-12-05", actual: 7, limit: 6, amount: 1 }],
    },
    {
      name: "twice too long where two days are the most",
      tables: set("max", 2),
      ...period,
      rota: days("07", "08", "09", "11", "12", "13", "14"),
      findings: [
        { ...broken, date: "2026-12-07", actual: 3, limit: 2, amount: 1 },
        { ...broken, date: "2026-12-11", actual: 4, limit: 2, amount: 2 },
      ],
    },
    {
      name: "a single day where three are the least",
      tables: set("min", 3),
      ...period,
      rota: days("09"),
      findings: [{ ...broken, date: "2026-12-09", actual: 1, limit: 3, amount: 2 }],
    },
    {
      name: "too long before the period already: only its own days count",
      tables: { ...set("max", 2), history: before("02", "03", "04", "05", "06") },
      ...period,
      rota: days("07"),
      findings: [{ ...broken, date: "2026-12-02", actual: 6, limit: 2, amount: 1 }],
    },
    {
      name: "a short run before a free last day",
      tables: set("min", 3),
      ...period,
      rota: days("13", "14"),
      findings: [{ ...broken, date: "2026-12-13", actual: 2, limit: 3, amount: 1 }],
    },
    {
      name: "a single first day, when the history of a week before shows that it began there",
      tables: {
        ...set("min", 2),
        history: [row("2026-11-30 valbo day 09:00-16:00 anna")],
      },
      ...period,
      rota: days("07"),
      findings: [{ ...broken, date: "2026-12-07", actual: 1, limit: 2, amount: 1 }],
    },
  ],
});
