import type { HoursRow } from "../../src/domain/case.js";
import { closures } from "../../src/rules/closures.js";
import { available, evening, member, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const tables = {
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const first = "2026-12-01";
const dayRow = "2026-12-01 valbo day 09:00-16:00 anna";
const hours = (date: string, open: string | null): HoursRow => ({
  office: "valbo",
  date,
  weekdays: [],
  open: open === null ? null : time(open),
});
const broken = {
  date: first,
  office: "valbo",
  staff: "anna",
  time: "09:00-16:00",
  limit: 0,
  unit: "minutes",
} as const;

testRule(closures, {
  keeps: [
    {
      name: "exactly the opening and the evening",
      tables,
      first,
      rota: [dayRow, "2026-12-01 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "a holiday that hours.csv opens",
      tables: { ...tables, hours: [hours(first, "10:00-14:00")] },
      first,
      holidays: { [first]: "helgdag" },
      rota: ["2026-12-01 valbo day 10:00-14:00 anna"],
    },
    {
      name: "a closure of another office",
      tables: {
        ...tables,
        offices: [office("satra"), office("valbo")],
        closures: [{ date: first, office: "satra", reason: null }],
      },
      first,
      rota: [dayRow],
    },
    {
      name: "both sides of a lunch closure",
      tables: { ...tables, hours: [hours(first, "09:00-12:00"), hours(first, "13:00-16:00")] },
      first,
      rota: ["2026-12-01 valbo day 09:00-12:00 anna", "2026-12-01 valbo day 13:00-16:00 anna"],
    },
    {
      name: "an evening on a weekday that is not allowed is another rule's business",
      tables,
      first: "2026-12-04",
      rota: ["2026-12-04 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "an office without day opening has its evening",
      tables: { ...tables, offices: [office("valbo", { open: null })] },
      first,
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
    },
  ],
  breaks: [
    {
      name: "a minute before the doors open",
      tables,
      first,
      rota: ["2026-12-01 valbo day 08:59-16:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "08:59-16:00", actual: 1, amount: 1 }],
    },
    {
      name: "a person and an office by their names",
      tables: {
        ...tables,
        offices: [office("valbo", { name: "Valbo bibliotek" })],
        staff: [member("anna", { name: "Anna Ek" })],
      },
      first,
      rota: ["2026-12-01 valbo day 08:59-16:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "08:59-16:00", actual: 1, amount: 1 }],
    },
    {
      name: "a minute after they close, and a whole minute of an evening too long",
      tables,
      first,
      rota: ["2026-12-01 valbo day 09:00-16:01 anna", "2026-12-01 valbo evening 16:00-18:01 bo"],
      expressible: false,
      findings: [
        { ...broken, time: "09:00-16:01", actual: 1, amount: 1 },
        { ...broken, staff: "bo", time: "16:00-18:01", actual: 1, amount: 1 },
      ],
    },
    {
      name: "a weekday without opening",
      tables: { ...tables, evenings: [] },
      first: "2026-12-05",
      rota: ["2026-12-05 valbo day 09:00-16:00 anna"],
      expressible: false,
      findings: [{ ...broken, date: "2026-12-05", actual: 420, amount: 420 }],
    },
    {
      name: "a public holiday, day and evening",
      tables,
      first,
      holidays: { [first]: "helgdag" },
      rota: [dayRow, "2026-12-01 valbo evening 16:00-18:00 bo"],
      expressible: false,
      findings: [
        { ...broken, actual: 420, amount: 420 },
        { ...broken, staff: "bo", time: "16:00-18:00", actual: 120, amount: 120 },
      ],
    },
    {
      name: "a closure of the office",
      tables: { ...tables, closures: [{ date: first, office: "valbo", reason: "vattenskada" }] },
      first,
      rota: [dayRow],
      expressible: false,
      findings: [{ ...broken, actual: 420, amount: 420 }],
    },
    {
      name: "a closure of every office",
      tables: { ...tables, closures: [{ date: first, office: null, reason: null }] },
      first,
      rota: [dayRow],
      expressible: false,
      findings: [{ ...broken, actual: 420, amount: 420 }],
    },
    {
      name: "a dated row without hours",
      tables: { ...tables, hours: [hours(first, null)] },
      first,
      rota: [dayRow],
      expressible: false,
      findings: [{ ...broken, actual: 420, amount: 420 }],
    },
    {
      name: "through the lunch closure",
      tables: { ...tables, hours: [hours(first, "09:00-12:00"), hours(first, "13:00-16:00")] },
      first,
      rota: [dayRow],
      expressible: false,
      findings: [{ ...broken, actual: 60, amount: 60 }],
    },
    {
      name: "a day row in the evening and an evening row in the day",
      tables,
      first,
      rota: ["2026-12-01 valbo day 15:00-18:00 anna", "2026-12-01 valbo evening 15:00-18:00 bo"],
      expressible: false,
      findings: [
        { ...broken, time: "15:00-18:00", actual: 120, amount: 120 },
        { ...broken, staff: "bo", time: "15:00-18:00", actual: 60, amount: 60 },
      ],
    },
    {
      name: "an evening at an office that has none",
      tables: { ...tables, evenings: [] },
      first,
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "16:00-18:00", actual: 120, amount: 120 }],
    },
    {
      name: "the evening that the day opening covers holds no evening row",
      tables: {
        offices: [office("valbo", { open: time("09:00-18:00") })],
        evenings: [evening("valbo")],
        staff: [member("anna")],
        availability: [available("anna")],
      },
      first,
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "16:00-18:00", actual: 120, amount: 120 }],
    },
  ],
});
