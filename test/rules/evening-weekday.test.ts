import { eveningWeekday } from "../../src/rules/evening-weekday.js";
import { available, evening, member, office, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const };
const tables = {
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  staff: [member("anna"), member("bo")],
  availability: [available("anna", everyDay), available("bo", everyDay)],
};
const broken = {
  office: "valbo",
  time: "16:00-18:00",
  actual: 1,
  limit: 0,
  amount: 1,
  unit: "evenings",
} as const;

testRule(eveningWeekday, {
  keeps: [
    {
      name: "the last allowed weekday",
      tables,
      rota: ["2026-12-03 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "a Friday that the day opening covers is no choice",
      tables: { ...tables, offices: [office("valbo", { open: time("09:00-18:00") })] },
      first: "2026-12-04",
      rota: ["2026-12-04 valbo day 09:00-18:00 anna"],
    },
    {
      name: "work on the day of another weekday",
      tables,
      first: "2026-12-04",
      rota: ["2026-12-04 valbo day 09:00-16:00 anna"],
    },
    {
      name: "a Saturday that is allowed",
      tables: { ...tables, evenings: [evening("valbo", { weekdays: [6] })] },
      first: "2026-12-05",
      rota: ["2026-12-05 valbo evening 16:00-18:00 anna"],
    },
  ],
  breaks: [
    {
      name: "a Friday, two people or not",
      tables,
      rota: [
        "2026-12-04 valbo evening 16:00-18:00 anna",
        "2026-12-04 valbo evening 16:00-18:00 bo",
      ],
      findings: [{ ...broken, date: "2026-12-04" }],
    },
    {
      name: "a Friday and a Saturday",
      tables,
      first: "2026-12-03",
      last: "2026-12-05",
      rota: ["03", "04", "05"].map((day) => `2026-12-${day} valbo evening 16:00-18:00 anna`),
      findings: [
        { ...broken, date: "2026-12-04" },
        { ...broken, date: "2026-12-05" },
      ],
    },
    {
      name: "a Friday of which the day opening covers the first hour",
      tables: { ...tables, offices: [office("valbo", { open: time("09:00-17:00") })] },
      first: "2026-12-04",
      rota: ["2026-12-04 valbo evening 17:00-18:00 anna"],
      findings: [{ ...broken, date: "2026-12-04" }],
    },
    {
      name: "a Tuesday where only Thursdays are allowed",
      tables: { ...tables, evenings: [evening("valbo", { weekdays: [4] })] },
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, date: "2026-12-01" }],
    },
    {
      name: "a Tuesday where only Mondays are allowed",
      tables: { ...tables, evenings: [evening("valbo", { weekdays: [1] })] },
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, date: "2026-12-01" }],
    },
  ],
});
