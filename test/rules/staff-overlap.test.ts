import { staffOverlap } from "../../src/rules/staff-overlap.js";
import { evening, office, people } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("gavle"), office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const first = "2026-12-01";
const shared = { date: first, staff: "anna", limit: 0, unit: "minutes" } as const;

testRule(staffOverlap, {
  keeps: [
    { name: "an empty rota", tables, first, rota: [] },
    {
      name: "the evening begins when the day ends",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", "2026-12-01 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "two people at the same time",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", "2026-12-01 valbo day 09:00-16:00 bo"],
    },
    {
      name: "two offices, one right after the other",
      tables,
      first,
      rota: ["2026-12-01 gavle day 12:30-16:00 anna", "2026-12-01 valbo day 09:00-12:30 anna"],
      expressible: false,
    },
    {
      name: "the same time on two dates",
      tables,
      rota: ["2026-12-01 gavle day 09:00-16:00 anna", "2026-12-02 valbo day 09:00-16:00 anna"],
    },
  ],
  breaks: [
    {
      name: "one minute at two offices",
      tables,
      first,
      rota: ["2026-12-01 gavle day 12:30-16:00 anna", "2026-12-01 valbo day 09:00-12:31 anna"],
      expressible: false,
      findings: [{ ...shared, office: "gavle", time: "12:30-16:00", actual: 1, amount: 1 }],
    },
    {
      name: "the same row twice",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", "2026-12-01 valbo day 09:00-16:00 anna"],
      expressible: false,
      findings: [{ ...shared, office: "valbo", time: "09:00-16:00", actual: 420, amount: 420 }],
    },
    {
      name: "three rows in a chain are one finding",
      tables,
      first,
      rota: [
        "2026-12-01 valbo day 09:00-12:00 anna",
        "2026-12-01 valbo day 11:00-13:00 anna",
        "2026-12-01 valbo day 12:00-14:00 anna",
      ],
      expressible: false,
      findings: [{ ...shared, office: "valbo", time: "12:00-14:00", actual: 120, amount: 120 }],
    },
    {
      name: "many equal rows: the first few are told",
      tables,
      first,
      rota: Array.from({ length: 40 }, () => "2026-12-01 valbo day 10:00-11:00 anna"),
      expressible: false,
      findings: [{ ...shared, office: "valbo", time: "10:00-11:00", actual: 2340, amount: 2340 }],
    },
    {
      name: "the first and the last of three rows",
      tables,
      first,
      rota: [
        "2026-12-01 gavle day 09:00-12:00 anna",
        "2026-12-01 valbo day 11:30-13:00 anna",
        "2026-12-01 gavle day 13:00-14:00 anna",
      ],
      expressible: false,
      findings: [{ ...shared, office: "valbo", time: "11:30-13:00", actual: 30, amount: 30 }],
    },
    {
      name: "a row inside another, and another person too",
      tables,
      first,
      rota: [
        "2026-12-01 gavle day 09:00-16:00 anna",
        "2026-12-01 valbo day 10:00-11:00 anna",
        "2026-12-01 valbo day 09:00-16:00 bo",
        "2026-12-01 valbo day 15:30-16:00 bo",
      ],
      expressible: false,
      findings: [
        { ...shared, office: "valbo", time: "10:00-11:00", actual: 60, amount: 60 },
        { ...shared, staff: "bo", office: "valbo", time: "15:30-16:00", actual: 30, amount: 30 },
      ],
    },
  ],
});
