import { eveningCover } from "../../src/rules/evening-cover.js";
import { evening, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo", "cai"),
};
const until = (hours: string) => ({ ...tables, offices: [office("valbo", { open: time(hours) })] });
const first = "2026-12-01";
const late = (staff: string, hours = "16:00-18:00") => `2026-12-01 valbo evening ${hours} ${staff}`;
const day = (staff: string, hours: string) => `2026-12-01 valbo day ${hours} ${staff}`;
const broken = { date: first, office: "valbo", unit: "person-minutes" } as const;

testRule(eveningCover, {
  keeps: [
    { name: "exactly two people", tables, first, rota: [late("anna"), late("bo")] },
    {
      name: "an evening that is not held needs nobody",
      tables,
      first,
      rota: [day("anna", "09:00-16:00")],
    },
    {
      name: "nobody asked for",
      tables: { ...tables, evenings: [evening("valbo", { minStaff: 1 })] },
      first,
      rota: [late("anna")],
    },
    {
      name: "the hour that the day opening covers is staffed by the day",
      tables: until("09:00-17:00"),
      first,
      rota: [
        day("anna", "16:00-17:00"),
        late("anna", "17:00-18:00"),
        day("bo", "16:00-17:00"),
        late("cai", "17:00-18:00"),
        day("cai", "16:00-17:00"),
        late("bo", "17:00-18:00"),
      ],
    },
    {
      name: "covered by the day opening on a weekday that is not allowed",
      tables: until("09:00-18:00"),
      first: "2026-12-04",
      rota: [],
    },
    {
      name: "covered by the day opening on an allowed weekday, with two people",
      tables: until("09:00-18:00"),
      first,
      rota: [day("anna", "16:00-18:00"), day("bo", "09:00-18:00")],
    },
    {
      name: "a partly covered evening that is not held",
      tables: until("09:00-17:00"),
      first,
      rota: [day("anna", "09:00-17:00")],
    },
  ],
  breaks: [
    {
      name: "alone",
      tables,
      first,
      rota: [late("anna")],
      findings: [{ ...broken, time: "16:00-18:00", actual: 1, limit: 2, amount: 120 }],
    },
    {
      name: "two where three are needed, on two evenings",
      tables: { ...tables, evenings: [evening("valbo", { minStaff: 3 })] },
      first,
      last: "2026-12-02",
      rota: [late("anna"), late("bo"), "2026-12-02 valbo evening 16:00-18:00 cai"],
      findings: [
        { ...broken, time: "16:00-18:00", actual: 2, limit: 3, amount: 120 },
        { ...broken, date: "2026-12-02", time: "16:00-18:00", actual: 1, limit: 3, amount: 240 },
      ],
    },
    {
      name: "one goes home when the day ends",
      tables: until("09:00-17:00"),
      first,
      rota: [day("anna", "16:00-17:00"), late("anna", "17:00-18:00"), day("bo", "16:00-17:00")],
      findings: [{ ...broken, time: "17:00-18:00", actual: 1, limit: 2, amount: 60 }],
    },
    {
      name: "the covered hour is a part of the evening",
      tables: until("09:00-17:00"),
      first,
      rota: [late("anna", "17:00-18:00"), late("bo", "17:00-18:00")],
      findings: [{ ...broken, time: "16:00-17:00", actual: 0, limit: 2, amount: 120 }],
    },
    {
      name: "covered by the day opening: alone at first, then nobody",
      tables: until("09:00-18:00"),
      first,
      rota: [day("anna", "09:00-16:00")],
      findings: [{ ...broken, time: "16:00-18:00", actual: 0, limit: 2, amount: 240 }],
    },
    {
      name: "alone on a Friday that is held all the same",
      tables,
      first: "2026-12-04",
      rota: ["2026-12-04 valbo evening 16:00-18:00 anna"],
      findings: [
        { ...broken, date: "2026-12-04", time: "16:00-18:00", actual: 1, limit: 2, amount: 120 },
      ],
    },
    {
      name: "somebody comes an hour late",
      tables,
      first,
      rota: [late("anna"), late("bo", "17:00-18:00")],
      expressible: false,
      findings: [{ ...broken, time: "16:00-17:00", actual: 1, limit: 2, amount: 60 }],
    },
  ],
});
