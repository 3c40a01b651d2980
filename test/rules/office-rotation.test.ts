import { officeRotation } from "../../src/rules/office-rotation.js";
import { available, member, office, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const ID = "office-rotation";
const on = { rule: ID, severity: "soft", weight: null, parameter: null, value: null } as const;
const tables = {
  offices: [office("satra"), office("valbo")],
  staff: [member("anna"), member("bo", { offices: ["valbo"] })],
  availability: [available("anna"), available("bo")],
};
const day = (date: string, at = "valbo", staff = "anna") =>
  `2026-${date} ${at} day 09:00-16:00 ${staff}`;
const most = (days: number, weeks = 4) => ({
  ruleSettings: [on, setting(ID, "max_same", days), setting(ID, "weeks", weeks)],
});
const week = ["12-01", "12-02", "12-03", "12-04"];
const anna = { staff: "anna", office: "valbo", unit: "days" } as const;

testRule(officeRotation, {
  keeps: [
    {
      name: "exactly the most at each office",
      tables: { ...tables, ...most(2) },
      rota: [day("12-01"), day("12-02"), day("12-03", "satra"), day("12-04", "satra")],
    },
    { name: "off by default", tables, rota: week.map((date) => day(date)) },
    {
      name: "one who may go to one office only",
      tables: { ...tables, ...most(1) },
      rota: week.map((date) => day(date, "valbo", "bo")),
    },
    {
      name: "history before the weeks that count",
      tables: { ...tables, ...most(1, 1), history: [row(day("11-23"))] },
      rota: [day("12-01")],
    },
    {
      name: "days before make no violation by themselves",
      tables: { ...tables, ...most(1), history: [row(day("11-25")), row(day("11-26"))] },
      rota: [day("12-01", "satra")],
    },
  ],
  breaks: [
    {
      name: "a ninth day within the weeks",
      tables: {
        ...tables,
        ruleSettings: [on],
        history: [
          ...["11-03", "11-09", "11-10", "11-11", "11-12", "11-16", "11-17", "11-18"],
          "10-26",
        ].map((date) => row(day(date))),
      },
      first: "2026-12-01",
      rota: [day("12-01")],
      findings: [{ ...anna, actual: 9, limit: 8, amount: 1 }],
    },
    {
      name: "two days over at one office, one at the other",
      tables: { ...tables, ...most(1), history: [row(day("11-30"))] },
      rota: [day("12-01"), day("12-02"), day("12-03", "satra"), day("12-04", "satra")],
      findings: [
        { ...anna, office: "satra", actual: 2, limit: 1, amount: 1 },
        { ...anna, actual: 3, limit: 1, amount: 2 },
      ],
    },
    {
      name: "a day at the edge of the weeks",
      tables: { ...tables, ...most(1, 1), history: [row(day("11-24"))] },
      rota: [day("12-01")],
      findings: [{ ...anna, actual: 2, limit: 1, amount: 1 }],
    },
  ],
});
