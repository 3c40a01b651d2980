import { rotaStability } from "../../src/rules/rota-stability.js";
import { available, evening, office, people, row } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const day = (date: string, staff: string, at = "valbo", hours = "09:00-16:00") =>
  `2026-12-${date} ${at} day ${hours} ${staff}`;
const late = (date: string, staff: string) => `2026-12-${date} valbo evening 16:00-18:00 ${staff}`;
const tables = {
  offices: [office("satra"), office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const published = (...rows: readonly string[]) => ({
  ...tables,
  published: rows.map((text) => row(text)),
});
const changed = { actual: 1, limit: 0, amount: 1, unit: "duties" } as const;
const gone = (staff: string, date: string) =>
  available(staff, { date }, "00:00-24:00", { status: "unavailable" });

testRule(rotaStability, {
  keeps: [
    { name: "no rota was announced", tables, rota: [day("01", "anna")] },
    {
      name: "the announced rota, day and evening",
      tables: published(day("01", "anna"), late("01", "anna"), day("02", "bo")),
      rota: [day("01", "anna"), late("01", "anna"), day("02", "bo")],
    },
    {
      name: "the same work cut into other rows",
      tables: published(
        day("01", "anna", "valbo", "09:00-12:00"),
        day("01", "anna", "valbo", "12:00-16:00"),
      ),
      rota: [day("01", "anna")],
    },
    {
      name: "another month was announced",
      tables: published("2026-11-30 valbo day 09:00-16:00 anna"),
      rota: [day("01", "anna")],
    },
    {
      name: "a duty stays though its person is not available",
      tables: {
        ...published(day("01", "anna"), day("02", "bo")),
        availability: [...tables.availability, gone("anna", "2026-12-01")],
      },
      rota: [day("01", "anna"), day("02", "bo")],
    },
    {
      name: "a duty goes because its person is not available",
      tables: {
        ...published(day("01", "anna"), day("02", "bo")),
        availability: [...tables.availability, gone("anna", "2026-12-01")],
      },
      rota: [day("02", "bo")],
    },
    {
      name: "a duty of somebody who has left the case",
      tables: published(day("01", "eva"), day("02", "bo")),
      rota: [day("02", "bo")],
    },
  ],
  breaks: [
    {
      name: "a duty is taken away, another is added",
      tables: published(day("01", "anna")),
      rota: [day("01", "bo")],
      findings: [
        { date: "2026-12-01", staff: "anna", ...changed },
        { date: "2026-12-01", staff: "bo", ...changed },
      ],
    },
    {
      name: "one date, another office and one minute less are one change each",
      tables: published(day("01", "anna"), day("02", "anna"), day("03", "anna")),
      rota: [
        day("01", "anna", "satra"),
        day("02", "anna", "valbo", "09:00-16:00"),
        late("03", "anna"),
      ],
      findings: [
        { date: "2026-12-01", staff: "anna", ...changed },
        { date: "2026-12-03", staff: "anna", ...changed },
      ],
    },
    {
      name: "who falls ill for half a day and works the rest of it",
      tables: {
        ...published(day("01", "anna")),
        availability: [available("anna", { date: "2026-12-01" }, "12:30-24:00")],
      },
      rota: [day("01", "anna", "valbo", "12:30-16:00")],
      findings: [{ date: "2026-12-01", staff: "anna", ...changed }],
    },
    {
      name: "an announced duty that no opening has room for any more",
      tables: {
        ...published(day("01", "anna")),
        closures: [{ date: "2026-12-01", office: "valbo", reason: null }],
      },
      rota: [],
      findings: [{ date: "2026-12-01", staff: "anna", ...changed }],
    },
  ],
});
