import { eveningSpacing } from "../../src/rules/evening-spacing.js";
import { evening, office, people, row, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const spaced = (days: number) => ({
  offices: [office("satra"), office("valbo")],
  evenings: [evening("satra", { minGapDays: days }), evening("valbo", { minGapDays: days })],
  ...people("anna", "bo"),
});
const on = (date: string, at = "valbo", staff = "anna") =>
  `${date} ${at} evening 16:00-18:00 ${staff}`;
const broken = { office: "valbo", time: "16:00-18:00", amount: 1, unit: "pairs" } as const;

testRule(eveningSpacing, {
  keeps: [
    { name: "exactly so far apart", tables: spaced(2), rota: [on("2026-12-01"), on("2026-12-03")] },
    {
      name: "a week: Tuesday to Tuesday",
      tables: spaced(7),
      first: "2026-12-01",
      last: "2026-12-08",
      rota: [on("2026-12-01"), on("2026-12-08")],
    },
    { name: "no gap asked for", tables: spaced(0), rota: [on("2026-12-01"), on("2026-12-02")] },
    {
      name: "a gap of one is the next day",
      tables: spaced(1),
      rota: [on("2026-12-01"), on("2026-12-02")],
    },
    {
      name: "two people on one evening, and another office the day after",
      tables: spaced(3),
      rota: [on("2026-12-01"), on("2026-12-01", "valbo", "bo"), on("2026-12-02", "satra")],
    },
    {
      name: "the last evening of the month before, exactly so far away",
      tables: { ...spaced(3), history: [row(on("2026-11-28"))] },
      rota: [on("2026-12-01")],
    },
    {
      name: "history of the daytime, of another office, and of dates inside the period",
      tables: {
        ...spaced(3),
        history: [
          row("2026-11-30 valbo day 09:00-16:00 anna"),
          row(on("2026-11-30", "satra")),
          row(on("2026-12-02")),
        ],
      },
      rota: [on("2026-12-01")],
    },
    {
      name: "an evening that the day opening covers does not count",
      tables: {
        ...spaced(3),
        hours: [{ office: "valbo", date: "2026-12-01", weekdays: [], open: time("09:00-18:00") }],
      },
      rota: ["2026-12-01 valbo day 16:00-18:00 bo", on("2026-12-02")],
    },
    {
      name: "the gap of the later evening's month",
      tables: {
        ...spaced(0),
        evenings: [
          evening("valbo", { month: "2026-11", minGapDays: 9 }),
          evening("valbo", { month: "2026-12", minGapDays: 2 }),
        ],
      },
      first: "2026-11-30",
      last: "2026-12-02",
      rota: [on("2026-11-30"), on("2026-12-02")],
    },
  ],
  breaks: [
    {
      name: "one day too close",
      tables: spaced(3),
      rota: [on("2026-12-01"), on("2026-12-03")],
      findings: [{ ...broken, date: "2026-12-03", actual: 2, limit: 3 }],
    },
    {
      name: "on the next day",
      tables: spaced(2),
      rota: [on("2026-12-01"), on("2026-12-02")],
      findings: [{ ...broken, date: "2026-12-02", actual: 1, limit: 2 }],
    },
    {
      name: "three evenings are three pairs",
      tables: spaced(3),
      rota: [on("2026-12-01"), on("2026-12-02"), on("2026-12-03")],
      findings: [
        { ...broken, date: "2026-12-02", actual: 1, limit: 3 },
        { ...broken, date: "2026-12-03", actual: 2, limit: 3 },
        { ...broken, date: "2026-12-03", actual: 1, limit: 3 },
      ],
    },
    {
      name: "an evening of the month before, one day too close; two rows of it are one evening",
      tables: {
        ...spaced(4),
        history: [row(on("2026-11-28")), row(on("2026-11-28", "valbo", "bo"))],
      },
      rota: [on("2026-12-01")],
      findings: [{ ...broken, date: "2026-12-01", actual: 3, limit: 4 }],
    },
    {
      name: "two evenings of the month before",
      tables: { ...spaced(5), history: [row(on("2026-11-30")), row(on("2026-11-28"))] },
      rota: [on("2026-12-02")],
      findings: [
        { ...broken, date: "2026-12-02", actual: 4, limit: 5 },
        { ...broken, date: "2026-12-02", actual: 2, limit: 5 },
      ],
    },
    {
      name: "the gap of the later evening's month, one day too close",
      tables: {
        ...spaced(0),
        evenings: [
          evening("valbo", { month: "2026-11", minGapDays: 1 }),
          evening("valbo", { month: "2026-12", minGapDays: 3 }),
        ],
      },
      first: "2026-11-30",
      last: "2026-12-02",
      rota: [on("2026-11-30"), on("2026-12-02")],
      findings: [{ ...broken, date: "2026-12-02", actual: 2, limit: 3 }],
    },
    {
      name: "two offices",
      tables: spaced(2),
      rota: [
        on("2026-12-01"),
        on("2026-12-02"),
        on("2026-12-03", "satra", "bo"),
        on("2026-12-04", "satra", "bo"),
      ],
      findings: [
        { ...broken, date: "2026-12-02", actual: 1, limit: 2 },
        { ...broken, date: "2026-12-04", office: "satra", actual: 1, limit: 2 },
      ],
    },
  ],
});
