import { averageHours } from "../../src/rules/average-hours.js";
import { available, member, office, row, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

/** Eight paid hours a day, Tuesday to Friday. */
const tables = {
  offices: [office("valbo", { open: time("08:00-16:30") })],
  staff: [member("anna"), member("bo")],
  availability: [available("anna"), available("bo")],
};
const settings = (...values: (readonly [string, number])[]) => ({
  ruleSettings: values.map(([name, value]) => setting("average-hours", name, value)),
});
const days = (staff: string, ...dates: number[]) =>
  dates.map((date) => `2026-12-0${date} valbo day 08:00-16:30 ${staff}`);
const before = (date: string, staff = "anna") => row(`${date} valbo day 08:00-16:30 ${staff}`);
const broken = { staff: "anna", unit: "minutes" } as const;

testRule(averageHours, {
  keeps: [
    { name: "under the average", tables, rota: days("anna", 1, 2, 3) },
    {
      name: "exactly the average of four days",
      tables: { ...tables, ...settings(["max_minutes", 2520]) },
      rota: days("anna", 1, 2, 3),
    },
    {
      name: "free days of the history leave room",
      tables: { ...tables, history: [before("2026-11-25", "bo")] },
      rota: days("anna", 1, 2, 3, 4),
    },
    {
      name: "whoever begins on the last day is judged by the whole period",
      tables: { ...tables, staff: [member("anna", { first: "2026-12-04" }), member("bo")] },
      rota: days("anna", 4),
    },
    {
      name: "time worked before never makes a violation by itself",
      tables: {
        ...tables,
        ...settings(["max_minutes", 60]),
        history: [before("2026-11-30")],
      },
      rota: [],
    },
  ],
  breaks: [
    {
      name: "four days of eight hours in four days",
      tables,
      rota: days("anna", 1, 2, 3, 4),
      findings: [{ ...broken, actual: 1920, limit: 1645, amount: 275 }],
    },
    {
      name: "a minute over",
      tables: { ...tables, ...settings(["max_minutes", 2519]) },
      rota: days("anna", 1, 2, 3),
      findings: [{ ...broken, actual: 1440, limit: 1439, amount: 1 }],
    },
    {
      name: "with the day of the history, ten days in all",
      tables: {
        ...tables,
        ...settings(["max_minutes", 1000]),
        history: [before("2026-11-25"), before("2026-11-26", "bo")],
      },
      rota: days("anna", 1, 2, 3),
      findings: [{ ...broken, actual: 1920, limit: 1428, amount: 492 }],
    },
    {
      name: "over one week, which the history's day is not in",
      tables: {
        ...tables,
        ...settings(["max_minutes", 1000], ["weeks", 1]),
        history: [before("2026-11-25"), before("2026-11-27")],
      },
      rota: days("anna", 1, 2, 3),
      findings: [{ ...broken, actual: 1440, limit: 1000, amount: 440 }],
    },
    {
      name: "lent from the second day on: three days count",
      tables: {
        ...tables,
        staff: [member("anna", { first: "2026-12-02" })],
        history: [before("2026-11-25", "bo")],
      },
      rota: days("anna", 2, 3, 4),
      findings: [{ ...broken, actual: 1440, limit: 1234, amount: 206 }],
    },
  ],
});
