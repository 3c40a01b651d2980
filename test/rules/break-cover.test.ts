import { breakCover } from "../../src/rules/break-cover.js";
import { office, people, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const at = (staff: string, hours: string) => `2026-12-01 valbo day ${hours} ${staff}`;
const open = (
  hours: string,
  settings: Parameters<typeof office>[1] = {},
  ...staff: readonly string[]
) => ({
  offices: [office("valbo", { open: time(hours), minStaffBreak: null, ...settings })],
  ...people(...staff),
});
const short = { date: first, office: "valbo", unit: "person-minutes" } as const;

testRule(breakCover, {
  keeps: [
    {
      name: "two take turns",
      tables: open("09:00-16:00", { minStaff: 2 }, "anna", "bo"),
      first,
      rota: [at("anna", "09:00-16:00"), at("bo", "09:00-16:00")],
    },
    {
      name: "five hours hold no break",
      tables: open("09:00-14:00", {}, "anna"),
      first,
      rota: [at("anna", "09:00-14:00")],
    },
    {
      name: "all eat on the spot on a long day",
      tables: open("08:00-18:30", { minStaff: 2, breaks: "meal" }, "anna", "bo"),
      first,
      rota: [at("anna", "08:00-18:30"), at("bo", "08:00-18:30")],
    },
    {
      name: "one alone is the business of opening-cover",
      tables: open("09:00-16:00", {}, "anna"),
      first,
      rota: [at("anna", "09:00-16:00")],
    },
    {
      name: "the office may be left for a break",
      tables: open("09:00-16:00", { minStaffBreak: 0 }, "anna"),
      first,
      rota: [at("anna", "09:00-16:00")],
    },
    {
      name: "a time that lacks its staff anyhow is told by opening-cover",
      tables: open("09:00-16:00", { minStaff: 3 }, "anna", "bo"),
      first,
      rota: [at("anna", "09:00-16:00"), at("bo", "09:00-16:00")],
    },
    {
      name: "no break is long enough to leave for, since none is agreed",
      tables: {
        ...open("09:00-16:00", {}, "anna"),
        ruleSettings: [setting("work-break", "break_minutes", 0)],
      },
      first,
      rota: [at("anna", "09:00-16:00")],
    },
  ],
  breaks: [
    {
      name: "a day so long that all must have their break at once",
      tables: open("08:00-18:30", { minStaff: 2 }, "anna", "bo"),
      first,
      rota: [at("anna", "08:00-18:30"), at("bo", "08:00-18:30")],
      findings: [{ ...short, time: "13:00-13:30", actual: 0, limit: 1, amount: 30 }],
    },
    {
      name: "three of whom two must stay, with one who is there for the afternoon only",
      tables: open("08:00-18:30", { minStaff: 3 }, "anna", "bo", "cia", "dan"),
      first,
      rota: [
        at("anna", "08:00-18:30"),
        at("bo", "08:00-18:30"),
        at("cia", "08:00-18:30"),
        at("dan", "13:15-18:30"),
      ],
      expressible: false,
      findings: [
        { ...short, time: "13:00-13:15", actual: 0, limit: 2, amount: 30 },
        { ...short, time: "13:15-13:30", actual: 1, limit: 2, amount: 15 },
      ],
    },
  ],
});
