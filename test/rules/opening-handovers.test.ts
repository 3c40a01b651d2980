import { openingHandovers } from "../../src/rules/opening-handovers.js";
import { demand, evening, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("satra"), office("valbo", { minStaff: 1 })],
  evenings: [evening("valbo")],
  ...people("anna", "bo", "cai"),
};
const first = "2026-12-01";
const day = (staff: string, hours = "09:00-16:00", at = "valbo") =>
  `2026-12-01 ${at} day ${hours} ${staff}`;
const broken = { date: first, unit: "duties" } as const;

testRule(openingHandovers, {
  keeps: [
    {
      name: "one person all day at each office",
      tables,
      first,
      rota: [day("anna", undefined, "satra"), day("bo")],
    },
    {
      name: "as many people in turn as the evening needs at once",
      tables,
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "12:30-16:00")],
    },
    {
      name: "who comes for the evening only is not counted",
      tables,
      first,
      rota: [
        day("anna", "09:00-12:30"),
        day("bo", "12:30-16:00"),
        "2026-12-01 valbo evening 16:00-18:00 cai",
      ],
    },
    {
      name: "as many as a demand asks for at once",
      tables: {
        ...tables,
        demand: [demand("satra", { min: 2, time: time("10:00-12:00") })],
      },
      first,
      rota: [day("anna", "09:00-10:00", "satra"), day("bo", "12:00-16:00", "satra")],
    },
    {
      name: "two rows of one person are one person",
      tables,
      first,
      rota: [day("anna", "09:00-12:30", "satra"), day("anna", "13:00-16:00", "satra")],
      expressible: false,
    },
  ],
  breaks: [
    {
      name: "two in turn where one is needed",
      tables,
      first,
      rota: [day("anna", "09:00-12:30", "satra"), day("bo", "12:30-16:00", "satra")],
      findings: [{ ...broken, office: "satra", actual: 2, limit: 1, amount: 1 }],
    },
    {
      name: "three where two are needed, the third stays for the evening",
      tables,
      first,
      rota: [
        day("anna", "09:00-12:30"),
        day("bo", "12:30-16:00"),
        day("cai", "12:30-16:00"),
        "2026-12-01 valbo evening 16:00-18:00 cai",
      ],
      findings: [{ ...broken, office: "valbo", actual: 3, limit: 2, amount: 1 }],
    },
    {
      name: "nobody is needed, and two offices",
      tables: {
        ...tables,
        offices: [office("satra", { minStaff: 0 }), office("valbo")],
        evenings: [],
      },
      first,
      rota: [day("anna", "09:00-12:30", "satra"), day("bo"), day("cai")],
      findings: [
        { ...broken, office: "satra", actual: 1, limit: 0, amount: 1 },
        { ...broken, office: "valbo", actual: 2, limit: 1, amount: 1 },
      ],
    },
  ],
});
