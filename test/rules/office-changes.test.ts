import { officeChanges } from "../../src/rules/office-changes.js";
import { evening, office, people } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("bomhus"), office("satra", { name: "Sätra" }), office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const first = "2026-12-01";
const two = ["2026-12-01 bomhus day 09:00-12:30 anna", "2026-12-01 satra day 12:30-16:00 anna"];
const three = [...two, "2026-12-01 valbo evening 16:00-18:00 anna"];
const changes = (most: number) => ({
  ...tables,
  ruleSettings: [setting("office-changes", "max_changes", most)],
});
const broken = { date: first, staff: "anna", unit: "changes" } as const;

testRule(officeChanges, {
  keeps: [
    {
      name: "day and evening at one office",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", "2026-12-01 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "another office on another date, and another person",
      tables,
      rota: [
        "2026-12-01 valbo day 09:00-16:00 anna",
        "2026-12-01 satra day 09:00-16:00 bo",
        "2026-12-02 satra day 09:00-16:00 anna",
      ],
    },
    {
      name: "as many changes as accepted",
      tables: changes(1),
      first,
      rota: two,
      expressible: false,
    },
  ],
  breaks: [
    {
      name: "two offices",
      tables,
      first,
      rota: two,
      expressible: false,
      findings: [{ ...broken, office: "satra", actual: 1, limit: 0, amount: 1 }],
    },
    {
      name: "three offices",
      tables,
      first,
      rota: three,
      expressible: false,
      findings: [{ ...broken, office: "valbo", actual: 2, limit: 0, amount: 2 }],
    },
    {
      name: "one change more than accepted",
      tables: changes(1),
      first,
      rota: three,
      expressible: false,
      findings: [{ ...broken, office: "valbo", actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "there and back again, and a second person",
      tables,
      first,
      rota: [
        ...two,
        "2026-12-01 bomhus day 16:00-17:00 anna",
        "2026-12-01 bomhus day 09:00-12:30 bo",
        "2026-12-01 valbo day 12:30-16:00 bo",
      ],
      expressible: false,
      findings: [
        { ...broken, office: "satra", actual: 1, limit: 0, amount: 1 },
        { ...broken, staff: "bo", office: "valbo", actual: 1, limit: 0, amount: 1 },
      ],
    },
  ],
});
