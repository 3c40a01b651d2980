import { officeContinuity } from "../../src/rules/office-continuity.js";
import { office, people, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const ID = "office-continuity";
const on = { rule: ID, severity: "soft", weight: null, parameter: null, value: null } as const;
const tables = {
  offices: [office("satra"), office("valbo")],
  ...people("anna", "bo", "cai"),
};
const day = (date: string, staff: string, at = "valbo") =>
  `2026-${date} ${at} day 09:00-16:00 ${staff}`;
const known = (...rows: readonly string[]) => ({ history: rows.map((text) => row(text)) });
const most = (people: number) => ({ ruleSettings: [on, setting(ID, "max_new", people)] });
const soft = { ruleSettings: [on] };

testRule(officeContinuity, {
  keeps: [
    {
      name: "one new face, on two days",
      tables: { ...tables, ...soft, ...known(day("11-10", "anna")) },
      rota: [day("12-01", "anna"), day("12-01", "bo"), day("12-02", "bo")],
    },
    {
      name: "off by default",
      tables,
      rota: [day("12-01", "anna"), day("12-01", "bo"), day("12-02", "cai")],
    },
    {
      name: "one new face at each office",
      tables: { ...tables, ...soft },
      rota: [day("12-01", "anna"), day("12-01", "bo", "satra")],
    },
    {
      name: "nobody new, however long ago",
      tables: { ...tables, ...most(0), ...known(day("01-12", "anna")) },
      rota: [day("12-01", "anna")],
    },
  ],
  breaks: [
    {
      name: "a second new face",
      tables: { ...tables, ...soft, ...known(day("11-10", "anna")) },
      rota: [day("12-01", "anna"), day("12-01", "bo"), day("12-02", "cai")],
      findings: [{ office: "valbo", actual: 2, limit: 1, amount: 1, unit: "people" }],
    },
    {
      name: "known at the other office only",
      tables: { ...tables, ...most(0), ...known(day("11-10", "anna", "satra")) },
      rota: [day("12-01", "anna")],
      findings: [{ office: "valbo", actual: 1, limit: 0, amount: 1, unit: "people" }],
    },
    {
      name: "everybody new at two offices, without a history",
      tables: { ...tables, ...most(0) },
      rota: [day("12-01", "anna"), day("12-01", "bo"), day("12-02", "bo", "satra")],
      findings: [
        { office: "satra", actual: 1, limit: 0, amount: 1, unit: "people" },
        { office: "valbo", actual: 2, limit: 0, amount: 2, unit: "people" },
      ],
    },
  ],
});
