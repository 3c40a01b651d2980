import { weeklyHours } from "../../src/rules/weekly-hours.js";
import { available, member, office, row, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

/** An office with eight paid hours a day, and people with a weekly limit. */
const limited = (minutes: number) => ({
  offices: [office("valbo", { open: time("08:00-16:30") })],
  staff: [member("anna", { maxMinutesWeek: minutes }), member("bo", { maxMinutesWeek: minutes })],
  availability: [available("anna"), available("bo")],
});
const day = (date: string, staff = "anna") => `${date} valbo day 08:00-16:30 ${staff}`;
const days = (...numbers: string[]) => numbers.map((number) => day(`2026-12-${number}`));
const broken = { staff: "anna", unit: "minutes" } as const;
const week = { first: "2026-12-07", last: "2026-12-11" };

testRule(weeklyHours, {
  keeps: [
    {
      name: "forty hours",
      tables: limited(2400),
      ...week,
      rota: days("07", "08", "09", "10", "11"),
    },
    {
      name: "the month's first days with the last one of the month before",
      tables: { ...limited(1440), history: [row(day("2026-11-30"))] },
      rota: days("01", "02"),
    },
    {
      name: "Sunday is another week than Monday, in history too",
      tables: { ...limited(960), history: [row(day("2026-11-29"))] },
      first: "2026-11-30",
      last: "2026-12-01",
      rota: [day("2026-11-30"), day("2026-12-01")],
    },
    {
      name: "time worked before the period never makes a violation by itself",
      tables: { ...limited(400), history: [row(day("2026-11-30"))] },
      rota: [],
    },
    {
      name: "a full week before and after the turn of the week",
      tables: limited(960),
      first: "2026-12-03",
      last: "2026-12-08",
      rota: days("03", "04", "07", "08"),
    },
    {
      name: "history of another person, and of dates inside the period",
      tables: {
        ...limited(480),
        history: [row(day("2026-11-30", "bo")), row(day("2026-12-02"))],
      },
      rota: days("01"),
    },
  ],
  breaks: [
    {
      name: "a minute over",
      tables: limited(2399),
      ...week,
      rota: days("07", "08", "09", "10", "11"),
      findings: [{ ...broken, date: "2026-W50", actual: 2400, limit: 2399, amount: 1 }],
    },
    {
      name: "a minute over with the last day of the month before",
      tables: { ...limited(1439), history: [row(day("2026-11-30"))] },
      rota: days("01", "02"),
      findings: [{ ...broken, date: "2026-W49", actual: 1440, limit: 1439, amount: 1 }],
    },
    {
      name: "nothing left after the days before: all of the work is over",
      tables: { ...limited(400), history: [row(day("2026-11-30"))] },
      rota: days("01"),
      findings: [{ ...broken, date: "2026-W49", actual: 960, limit: 400, amount: 480 }],
    },
    {
      name: "two weeks, and the second one is cut by the end",
      tables: limited(479),
      first: "2026-12-04",
      last: "2026-12-07",
      rota: days("04", "07"),
      findings: [
        { ...broken, date: "2026-W49", actual: 480, limit: 479, amount: 1 },
        { ...broken, date: "2026-W50", actual: 480, limit: 479, amount: 1 },
      ],
    },
    {
      name: "the week of the turn of the year, two people",
      tables: limited(900),
      first: "2026-12-31",
      last: "2027-01-01",
      rota: [
        day("2026-12-31"),
        day("2027-01-01"),
        day("2026-12-31", "bo"),
        day("2027-01-01", "bo"),
      ],
      findings: [
        { ...broken, date: "2026-W53", actual: 960, limit: 900, amount: 60 },
        { ...broken, staff: "bo", date: "2026-W53", actual: 960, limit: 900, amount: 60 },
      ],
    },
    {
      name: "rows of one day that overlap count once",
      tables: limited(300),
      first: "2026-12-01",
      rota: [day("2026-12-01"), "2026-12-01 valbo day 10:00-12:00 anna"],
      expressible: false,
      findings: [{ ...broken, date: "2026-W49", actual: 480, limit: 300, amount: 180 }],
    },
  ],
});
