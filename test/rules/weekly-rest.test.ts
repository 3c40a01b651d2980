import { weeklyRest } from "../../src/rules/weekly-rest.js";
import { available, member, office, row, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const };

/** anna works 08:00–16:00 on each date, or at the hours that are given with it. */
function working(...dates: readonly (string | readonly [string, string])[]) {
  const days = dates.map((own) =>
    typeof own === "string" ? ([own, "08:00-16:00"] as const) : own,
  );
  return {
    tables: {
      offices: [office("valbo", { openDays: [], open: null })],
      staff: [member("anna")],
      availability: [available("anna", everyDay)],
      hours: days.map(([date, open]) => ({
        office: "valbo",
        date,
        weekdays: [],
        open: time(open),
      })),
    },
    rota: days.map(([date, open]) => `${date} valbo day ${open} anna`),
  };
}
const dates = (...days: string[]) => days.map((day) => `2026-12-${day}`);
const week = { first: "2026-12-07", last: "2026-12-13" };
const broken = { staff: "anna", limit: 2160, amount: 1, unit: "weeks" } as const;
const sixDays = working(...dates("07", "08", "09", "10", "11", "12"));
const rest = (minutes: number) => ({
  ruleSettings: [setting("weekly-rest", "rest_minutes", minutes)],
});

testRule(weeklyRest, {
  keeps: [
    { name: "a free weekend", ...working(...dates("07", "08", "09", "10", "11")), ...week },
    {
      name: "exactly 36 hours, from Saturday noon",
      ...working(...dates("07", "08", "09", "10", "11"), ["2026-12-12", "08:00-12:00"]),
      ...week,
    },
    {
      name: "a shorter rest where it is agreed",
      tables: { ...sixDays.tables, ...rest(1920) },
      rota: sixDays.rota,
      ...week,
    },
    { name: "nobody works", ...working(), ...week },
    {
      name: "a week in which the history alone leaves no rest",
      tables: {
        ...working("2026-12-06").tables,
        history: ["11-30", "12-01", "12-02", "12-03", "12-04", "12-05"].map((date) =>
          row(`2026-${date} valbo day 08:00-16:00 anna`),
        ),
      },
      first: "2026-12-06",
      rota: working("2026-12-06").rota,
    },
    {
      name: "a rest that lies before the period",
      ...working(...dates("03", "04", "05", "06")),
      first: "2026-12-03",
      last: "2026-12-06",
    },
  ],
  breaks: [
    {
      name: "exactly 36 hours left by the history, and its last day is worked",
      tables: {
        ...working("2026-12-13").tables,
        history: ["07", "08", "09", "10", "11"]
          .map((date) => row(`2026-12-${date} valbo day 08:00-16:00 anna`))
          .concat(row("2026-12-12 valbo day 08:00-12:00 anna")),
      },
      first: "2026-12-13",
      rota: working("2026-12-13").rota,
      findings: [{ ...broken, date: "2026-W50", actual: 1200 }],
    },
    {
      name: "spring forward takes an hour of 36",
      ...working("2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26", "2026-03-27", [
        "2026-03-28",
        "08:00-12:00",
      ]),
      first: "2026-03-23",
      last: "2026-03-29",
      findings: [{ ...broken, date: "2026-W13", actual: 2100 }],
    },
    {
      name: "seven days",
      ...working(...dates("07", "08", "09", "10", "11", "12", "13")),
      ...week,
      findings: [{ ...broken, date: "2026-W50", actual: 960 }],
    },
    {
      name: "a minute short",
      ...working(...dates("07", "08", "09", "10", "11"), ["2026-12-12", "08:00-12:01"]),
      ...week,
      findings: [{ ...broken, date: "2026-W50", actual: 2159 }],
    },
    {
      name: "days of the history fill the week",
      tables: {
        ...working(...dates("03", "04", "05", "06")).tables,
        history: ["2026-11-30", "2026-12-01", "2026-12-02"].map((date) =>
          row(`${date} valbo day 08:00-16:00 anna`),
        ),
      },
      first: "2026-12-03",
      last: "2026-12-06",
      rota: working(...dates("03", "04", "05", "06")).rota,
      findings: [{ ...broken, date: "2026-W49", actual: 960 }],
    },
  ],
});
