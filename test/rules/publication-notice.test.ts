import { describe, expect, it } from "vitest";
import { Instance } from "../../src/domain/instance.js";
import { judge } from "../../src/planning/judge.js";
import { publicationNotice } from "../../src/rules/publication-notice.js";
import { activate } from "../../src/rules/settings.js";
import { available, caseOf, evening, office, people, rota, row } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const ID = "publication-notice";
const day = (date: string, staff: string) => `2026-12-${date} valbo day 09:00-14:00 ${staff}`;
const tables = {
  offices: [office("valbo", { open: { from: 540, to: 840 } })],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const published = (...rows: readonly string[]) => ({
  ...tables,
  published: rows.map((text) => row(text)),
});
const set = (parameter: string, value: number) => ({
  ruleSettings: [setting(ID, parameter, value)],
});
/** Tuesday 1 to Wednesday 16. */
const period = { first: "2026-12-01", last: "2026-12-16" };
const today = "2026-12-01";
const duty = (staff: string, date: string, actual: number, limit = 14) =>
  ({ staff, date: `2026-12-${date}`, actual, limit, amount: 1, unit: "duties" }) as const;
const paid = (staff: string, date: string, amount: number) =>
  ({
    staff,
    date: `2026-12-${date}`,
    actual: amount,
    limit: 0,
    amount,
    unit: "person-minutes",
  }) as const;

testRule(publicationNotice, {
  keeps: [
    {
      name: "exactly fourteen days ahead",
      tables: published(day("15", "anna")),
      ...period,
      today,
      rota: [day("15", "bo")],
    },
    {
      name: "today is not known",
      tables: published(day("02", "anna")),
      ...period,
      rota: [day("02", "bo")],
    },
    { name: "no rota was announced", tables, ...period, today, rota: [day("02", "bo")] },
    {
      name: "a date before today is history",
      tables: published(day("02", "anna")),
      ...period,
      today: "2026-12-03",
      rota: [day("02", "bo")],
    },
    {
      name: "the announced duty of today",
      tables: published(day("01", "anna")),
      ...period,
      today,
      rota: [day("01", "anna")],
    },
    {
      name: "a duty goes because its person is not available",
      tables: {
        ...published(day("02", "anna")),
        availability: [
          ...tables.availability,
          available("anna", { date: "2026-12-02" }, "00:00-24:00", { status: "unavailable" }),
        ],
      },
      ...period,
      today,
      rota: [],
    },
  ],
  breaks: [
    {
      name: "thirteen days ahead: a change, and no extra pay",
      tables: published(day("14", "anna")),
      ...period,
      today,
      rota: [day("14", "bo")],
      findings: [duty("anna", "14", 13), duty("bo", "14", 13)],
    },
    {
      name: "nine days ahead: who works on a free day is paid 64.4 % of five hours extra",
      tables: published(day("10", "anna")),
      ...period,
      today,
      rota: [day("10", "bo")],
      findings: [duty("anna", "10", 9), duty("bo", "10", 9), paid("bo", "10", 193)],
    },
    {
      name: "the same date, moved from day to evening: 32.35 % of two hours",
      tables: published(day("02", "anna")),
      ...period,
      today,
      rota: ["2026-12-02 valbo evening 16:00-18:00 anna"],
      findings: [duty("anna", "02", 1), paid("anna", "02", 39)],
    },
    {
      name: "another length of notice",
      tables: { ...published(day("16", "anna")), ...set("days", 16) },
      ...period,
      today,
      rota: [],
      findings: [duty("anna", "16", 15, 16)],
    },
    {
      name: "extra pay on the tenth day too",
      tables: { ...published(day("11", "anna")), ...set("pay_days", 11) },
      ...period,
      today,
      rota: [day("11", "bo")],
      findings: [duty("anna", "11", 10), duty("bo", "11", 10), paid("bo", "11", 193)],
    },
    {
      name: "another percent on a working day",
      tables: { ...published(day("02", "anna")), ...set("moved_percent", 10_000) },
      ...period,
      today,
      rota: ["2026-12-02 valbo evening 16:00-18:00 anna"],
      findings: [duty("anna", "02", 1), paid("anna", "02", 120)],
    },
    {
      name: "another percent on a free day",
      tables: { ...published(day("02", "anna")), ...set("free_day_percent", 0) },
      ...period,
      today,
      rota: [day("02", "bo")],
      findings: [duty("anna", "02", 1), duty("bo", "02", 1)],
    },
  ],
});

describe("the price of short notice", () => {
  it("outweighs nine changes in time", () => {
    const theCase = caseOf(published(day("02", "anna")));
    const instance = new Instance(theCase, period, new Map(), today);
    const [change] = judge(instance, activate([publicationNotice], []), rota());
    expect(change).toMatchObject({ rule: ID, severity: "soft", cost: 4800 });
  });
});
