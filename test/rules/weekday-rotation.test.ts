import { weekdayRotation } from "../../src/rules/weekday-rotation.js";
import { evening, office, people, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const ID = "weekday-rotation";
const on = { rule: ID, severity: "soft", weight: null, parameter: null, value: null } as const;
const tables = {
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const late = (date: string, staff = "anna") => `2026-${date} valbo evening 16:00-18:00 ${staff}`;
const set = (parameter: string, value: number) => ({
  ruleSettings: [on, setting(ID, parameter, value)],
});
const soft = { ruleSettings: [on] };
/** Tuesdays 1, 8 and 15. */
const period = { first: "2026-12-01", last: "2026-12-16" };
const anna = { staff: "anna", unit: "evenings" } as const;

testRule(weekdayRotation, {
  keeps: [
    {
      name: "two Tuesdays and two Wednesdays",
      tables: { ...tables, ...soft },
      ...period,
      rota: [late("12-01"), late("12-02"), late("12-08"), late("12-09")],
    },
    {
      name: "three Tuesdays, when the rule is off",
      tables,
      ...period,
      rota: [late("12-01"), late("12-08"), late("12-15")],
    },
    {
      name: "days do not count",
      tables: { ...tables, ...set("max_same", 0) },
      ...period,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna"],
    },
    {
      name: "a Tuesday before the weeks that count",
      tables: { ...tables, ...soft, history: [row(late("10-05")), row(late("10-06"))] },
      first: "2026-12-02",
      last: "2026-12-15",
      rota: [late("12-08"), late("12-15")],
    },
    {
      name: "too many Tuesdays before make no violation by themselves",
      tables: {
        ...tables,
        ...soft,
        history: ["11-10", "11-17", "11-24"].map((date) => row(late(date))),
      },
      ...period,
      rota: [late("12-02")],
    },
    {
      name: "no weeks before count",
      tables: { ...tables, ...set("weeks", 0), history: [row(late("11-24"))] },
      ...period,
      rota: [late("12-01"), late("12-08")],
    },
  ],
  breaks: [
    {
      name: "a third Tuesday",
      tables: { ...tables, ...soft },
      ...period,
      rota: [late("12-01"), late("12-08"), late("12-15")],
      findings: [{ ...anna, actual: 3, limit: 2, amount: 1 }],
    },
    {
      name: "with two Tuesdays of the history, one of them at the edge of the weeks",
      tables: { ...tables, ...soft, history: [row(late("10-06")), row(late("11-24"))] },
      ...period,
      rota: [late("12-01"), late("12-08")],
      findings: [{ ...anna, actual: 4, limit: 2, amount: 2 }],
    },
    {
      name: "two people, two weekdays",
      tables: { ...tables, ...set("max_same", 0) },
      ...period,
      rota: [late("12-01"), late("12-02"), late("12-08", "bo")],
      findings: [
        { ...anna, actual: 1, limit: 0, amount: 1 },
        { ...anna, actual: 1, limit: 0, amount: 1 },
        { ...anna, staff: "bo", actual: 1, limit: 0, amount: 1 },
      ],
    },
  ],
});
