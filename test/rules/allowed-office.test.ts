import { allowedOffice } from "../../src/rules/allowed-office.js";
import { available, evening, member, office } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("bomhus"), office("satra", { name: "Sätra" }), office("valbo")],
  evenings: [evening("valbo")],
  staff: [
    member("anna", { offices: ["satra"] }),
    member("bo"),
    member("cai", { offices: ["bomhus", "satra"] }),
  ],
  availability: [available("anna"), available("bo"), available("cai")],
};
const first = "2026-12-01";
const broken = { date: first, actual: 1, limit: 0, amount: 1, unit: "duties" } as const;

testRule(allowedOffice, {
  keeps: [
    {
      name: "the only office of a list",
      tables,
      first,
      rota: ["2026-12-01 satra day 09:00-16:00 anna"],
    },
    { name: "no list: anywhere", tables, first, rota: ["2026-12-01 valbo day 09:00-16:00 bo"] },
    {
      name: "each office of a list",
      tables,
      rota: ["2026-12-01 satra day 09:00-16:00 cai", "2026-12-02 bomhus day 09:00-16:00 cai"],
    },
  ],
  breaks: [
    {
      name: "an office that is not in the list",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna"],
      findings: [{ ...broken, office: "valbo", staff: "anna" }],
    },
    {
      name: "day and evening at one wrong office are one duty",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", "2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, office: "valbo", staff: "anna" }],
    },
    {
      name: "two wrong offices on one day",
      tables,
      first,
      rota: ["2026-12-01 valbo day 12:30-16:00 anna", "2026-12-01 bomhus day 09:00-12:30 anna"],
      expressible: false,
      findings: [
        { ...broken, office: "bomhus", staff: "anna" },
        { ...broken, office: "valbo", staff: "anna" },
      ],
    },
    {
      name: "two people on two dates",
      tables,
      rota: [
        "2026-12-01 valbo day 09:00-12:30 cai",
        "2026-12-02 bomhus day 09:00-16:00 anna",
        "2026-12-03 satra day 09:00-16:00 anna",
      ],
      findings: [
        { ...broken, office: "valbo", staff: "cai" },
        { ...broken, date: "2026-12-02", office: "bomhus", staff: "anna" },
      ],
    },
  ],
});
