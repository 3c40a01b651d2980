import { deskCapacity } from "../../src/rules/desk-capacity.js";
import { evening, office, people } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const desks = (number: number | null) => ({
  offices: [office("valbo", { desks: number })],
  evenings: [evening("valbo")],
  ...people("anna", "bo", "cai"),
});
const first = "2026-12-01";
const day = (staff: string) => `2026-12-01 valbo day 09:00-16:00 ${staff}`;
const morning = (staff: string) => `2026-12-01 valbo day 09:00-12:30 ${staff}`;
const afternoon = (staff: string) => `2026-12-01 valbo day 12:30-16:00 ${staff}`;
const late = (staff: string) => `2026-12-01 valbo evening 16:00-18:00 ${staff}`;
const broken = { date: first, office: "valbo", unit: "person-minutes" } as const;

testRule(deskCapacity, {
  keeps: [
    { name: "as many people as desks", tables: desks(2), first, rota: [day("anna"), day("bo")] },
    {
      name: "one desk, handed over at noon",
      tables: desks(1),
      first,
      rota: [morning("anna"), afternoon("bo"), late("cai")],
    },
    {
      name: "no number of desks: no limit",
      tables: desks(null),
      first,
      rota: [day("anna"), day("bo"), day("cai")],
    },
    {
      name: "one person's day and evening take one desk",
      tables: desks(1),
      first,
      rota: [day("anna"), late("anna")],
    },
    {
      name: "one person's rows that overlap take one desk",
      tables: desks(1),
      first,
      rota: [day("anna"), "2026-12-01 valbo day 10:00-11:00 anna"],
      expressible: false,
    },
  ],
  breaks: [
    {
      name: "one person too many all day",
      tables: desks(1),
      first,
      rota: [day("anna"), day("bo")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 2, limit: 1, amount: 420 }],
    },
    {
      name: "one too many in the morning, two in the afternoon",
      tables: desks(1),
      first,
      rota: [day("anna"), day("bo"), afternoon("cai")],
      findings: [
        { ...broken, time: "09:00-12:30", actual: 2, limit: 1, amount: 210 },
        { ...broken, time: "12:30-16:00", actual: 3, limit: 1, amount: 420 },
      ],
    },
    {
      name: "in the evening, and on two dates",
      tables: desks(1),
      rota: [
        late("anna"),
        late("bo"),
        "2026-12-02 valbo day 09:00-12:30 anna",
        "2026-12-02 valbo day 09:00-12:30 bo",
      ],
      findings: [
        { ...broken, time: "16:00-18:00", actual: 2, limit: 1, amount: 120 },
        { ...broken, date: "2026-12-02", time: "09:00-12:30", actual: 2, limit: 1, amount: 210 },
      ],
    },
    {
      name: "rows outside the opening take desks too",
      tables: desks(1),
      first,
      rota: ["2026-12-01 valbo day 07:00-07:30 anna", "2026-12-01 valbo day 07:00-07:30 bo"],
      expressible: false,
      findings: [{ ...broken, time: "07:00-07:30", actual: 2, limit: 1, amount: 30 }],
    },
  ],
});
