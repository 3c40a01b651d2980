import { dailyRest } from "../../src/rules/daily-rest.js";
import { available, member, office, row, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const };

/** An office that is open at the given times of the given dates, and a rota in which anna serves all of them. */
function serving(...days: readonly (readonly [date: string, ...times: string[]])[]) {
  const openings = days.flatMap(([date, ...times]) => times.map((open) => [date, open] as const));
  return {
    tables: {
      offices: [office("valbo", { openDays: [], open: null })],
      staff: [member("anna")],
      availability: [available("anna", everyDay)],
      hours: openings.map(([date, open]) => ({
        office: "valbo",
        date,
        weekdays: [],
        open: time(open),
      })),
    },
    rota: openings.map(([date, open]) => `${date} valbo day ${open} anna`),
  };
}

const settings = (...values: (readonly [string, number | string])[]) => ({
  ruleSettings: values.map(([name, value]) => setting("daily-rest", name, value)),
});
const rest = { staff: "anna", limit: 660, unit: "minutes" } as const;
const night = { staff: "anna", time: "00:00-05:00", limit: 0, unit: "minutes" } as const;
const span = { staff: "anna", limit: 780, unit: "minutes" } as const;

const exact = serving(["2026-12-01", "12:00-20:00"], ["2026-12-02", "07:00-15:00"]);
const short = serving(["2026-12-01", "12:00-20:00"], ["2026-12-02", "06:59-15:00"]);
const early = serving(["2026-12-01", "04:00-12:00"]);
const long = serving(["2026-12-01", "06:00-19:30"]);
const springExact = serving(["2026-03-28", "11:00-19:00"], ["2026-03-29", "07:00-15:00"]);
const springShort = serving(["2026-03-28", "12:00-20:00"], ["2026-03-29", "07:00-15:00"]);
const autumnExact = serving(["2026-10-24", "13:00-21:00"], ["2026-10-25", "07:00-15:00"]);
const autumnShort = serving(["2026-10-24", "13:00-21:01"], ["2026-10-25", "07:00-15:00"]);
const spring = { first: "2026-03-28", last: "2026-03-29" };
const autumn = { first: "2026-10-24", last: "2026-10-25" };

testRule(dailyRest, {
  keeps: [
    { name: "eleven hours", ...exact },
    {
      name: "eleven hours after the last day of the history",
      tables: {
        ...serving(["2026-12-01", "07:00-15:00"]).tables,
        history: [row("2026-11-30 satra day 12:00-20:00 anna")],
      },
      rota: ["2026-12-01 valbo day 07:00-15:00 anna"],
    },
    {
      name: "history of two days before, of others, and of dates inside the period",
      tables: {
        ...serving(["2026-12-01", "06:00-14:00"]).tables,
        history: [
          row("2026-11-29 valbo day 12:00-23:00 anna"),
          row("2026-11-30 valbo day 12:00-23:00 bo"),
          row("2026-12-02 valbo day 00:00-12:00 anna"),
        ],
      },
      rota: ["2026-12-01 valbo day 06:00-14:00 anna"],
    },
    {
      name: "a free day between",
      ...serving(["2026-12-01", "12:00-23:00"], ["2026-12-03", "05:00-12:00"]),
    },
    { name: "from five in the morning, thirteen hours", ...serving(["2026-12-01", "05:00-18:00"]) },
    { name: "until midnight", ...serving(["2026-12-01", "16:00-24:00"]) },
    { name: "spring forward: twelve hours by the clock", ...springExact, ...spring },
    { name: "fall back: ten hours by the clock", ...autumnExact, ...autumn },
    {
      name: "fall back in the night before the period",
      tables: {
        ...serving(["2026-10-25", "07:00-15:00"]).tables,
        history: [row("2026-10-24 valbo day 13:00-21:00 anna")],
      },
      first: "2026-10-25",
      rota: ["2026-10-25 valbo day 07:00-15:00 anna"],
    },
    {
      name: "a shorter rest where it is agreed",
      tables: { ...short.tables, ...settings(["rest_minutes", 659]) },
      rota: short.rota,
    },
    {
      name: "a night that ends at four",
      tables: { ...early.tables, ...settings(["night_to", "04:00"]) },
      rota: early.rota,
    },
  ],
  breaks: [
    {
      name: "a minute short",
      ...short,
      findings: [{ ...rest, date: "2026-12-02", actual: 659, amount: 1 }],
    },
    {
      name: "a minute short after the last day of the history, whose latest row counts",
      tables: {
        ...serving(["2026-12-01", "06:59-15:00"]).tables,
        history: [
          row("2026-11-30 satra day 16:00-20:00 anna"),
          row("2026-11-30 satra day 08:00-12:00 anna"),
        ],
      },
      rota: ["2026-12-01 valbo day 06:59-15:00 anna"],
      findings: [{ ...rest, date: "2026-12-01", actual: 659, amount: 1 }],
    },
    {
      name: "two short nights",
      ...serving(
        ["2026-12-01", "14:00-22:00"],
        ["2026-12-02", "08:00-21:00"],
        ["2026-12-03", "07:30-12:00"],
      ),
      findings: [
        { ...rest, date: "2026-12-02", actual: 600, amount: 60 },
        { ...rest, date: "2026-12-03", actual: 630, amount: 30 },
      ],
    },
    {
      name: "spring forward takes an hour of eleven",
      ...springShort,
      ...spring,
      findings: [{ ...rest, date: "2026-03-29", actual: 600, amount: 60 }],
    },
    {
      name: "spring forward in the night before the period",
      tables: {
        ...serving(["2026-03-29", "07:00-15:00"]).tables,
        history: [row("2026-03-28 valbo day 12:00-20:00 anna")],
      },
      first: "2026-03-29",
      rota: ["2026-03-29 valbo day 07:00-15:00 anna"],
      findings: [{ ...rest, date: "2026-03-29", actual: 600, amount: 60 }],
    },
    {
      name: "fall back gives an hour, and a minute is missing",
      ...autumnShort,
      ...autumn,
      findings: [{ ...rest, date: "2026-10-25", actual: 659, amount: 1 }],
    },
    {
      name: "a night duty that starts before the clock changes rests as long as the clock says",
      ...serving(["2026-03-28", "16:00-24:00"], ["2026-03-29", "00:30-03:30"]),
      ...spring,
      findings: [
        { ...rest, date: "2026-03-29", actual: 30, amount: 630 },
        { ...night, date: "2026-03-29", actual: 180, amount: 180 },
      ],
    },
    {
      name: "a minute of the night",
      ...serving(["2026-12-01", "04:59-12:00"]),
      findings: [{ ...night, date: "2026-12-01", actual: 1, amount: 1 }],
    },
    {
      name: "a night that begins at half past four",
      tables: { ...early.tables, ...settings(["night_from", "04:30"]) },
      rota: early.rota,
      findings: [{ ...night, date: "2026-12-01", time: "04:30-05:00", actual: 30, amount: 30 }],
    },
    {
      name: "a minute over thirteen hours",
      ...serving(["2026-12-01", "07:00-20:01"]),
      findings: [{ ...span, date: "2026-12-01", actual: 781, amount: 1 }],
    },
    {
      name: "a day over thirteen hours with a long gap",
      ...serving(["2026-12-01", "07:00-08:00", "19:00-20:30"]),
      findings: [{ ...span, date: "2026-12-01", actual: 810, amount: 30 }],
    },
    {
      name: "a longer rest leaves a shorter day",
      tables: { ...long.tables, ...settings(["rest_minutes", 720]) },
      rota: long.rota,
      findings: [{ ...span, date: "2026-12-01", limit: 720, actual: 810, amount: 90 }],
    },
    {
      name: "rest, night and day at once",
      ...serving(["2026-12-01", "18:00-24:00"], ["2026-12-02", "04:00-17:30"]),
      findings: [
        { ...rest, date: "2026-12-02", actual: 240, amount: 420 },
        { ...night, date: "2026-12-02", actual: 60, amount: 60 },
        { ...span, date: "2026-12-02", actual: 810, amount: 30 },
      ],
    },
  ],
});
