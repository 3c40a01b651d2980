import { eveningHolidayEve } from "../../src/rules/evening-holiday-eve.js";
import { evening, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const late = (date: string, staff = "anna") => `${date} valbo evening 16:00-18:00 ${staff}`;
const broken = {
  office: "valbo",
  time: "16:00-18:00",
  actual: 1,
  limit: 0,
  amount: 1,
  unit: "evenings",
} as const;

/** The weekdays before trettondag jul, första maj, Kristi himmelsfärd, nationaldagen and alla helgons dag. */
const eves = ["2027-01-05", "2026-04-30", "2026-05-13", "2026-06-05", "2026-10-30"];

testRule(eveningHolidayEve, {
  keeps: [
    { name: "two days before", tables, first: "2027-01-04", rota: [late("2027-01-04")] },
    { name: "before Christmas Eve", tables, first: "2026-12-23", rota: [late("2026-12-23")] },
    { name: "an eve without an evening", tables, first: "2027-01-05", rota: [] },
    {
      name: "an eve that the day opening covers",
      tables: { ...tables, offices: [office("valbo", { open: time("09:00-18:00") })] },
      first: "2027-01-05",
      rota: ["2027-01-05 valbo day 16:00-18:00 anna"],
    },
  ],
  breaks: [
    ...eves.map((date) => ({
      name: `on ${date}`,
      tables,
      first: date,
      rota: [late(date), late(date, "bo")],
      findings: [{ ...broken, date }],
    })),
    {
      name: "two offices",
      tables: {
        ...tables,
        offices: [office("satra"), office("valbo")],
        evenings: [evening("satra"), evening("valbo")],
      },
      first: "2027-01-05",
      rota: [late("2027-01-05"), "2027-01-05 satra evening 16:00-18:00 bo"],
      findings: [
        { ...broken, date: "2027-01-05", office: "satra" },
        { ...broken, date: "2027-01-05" },
      ],
    },
  ],
});
