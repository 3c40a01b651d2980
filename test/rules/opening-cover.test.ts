import { openingCover } from "../../src/rules/opening-cover.js";
import { available, evening, member, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const staffed = (minStaff: number) => ({
  offices: [office("valbo", { minStaff, minStaffBreak: null })],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
});
const first = "2026-12-01";
const day = (staff: string, hours = "09:00-16:00") => `2026-12-01 valbo day ${hours} ${staff}`;
const broken = { date: first, office: "valbo", unit: "person-minutes" } as const;
const lunch = ["09:00-12:00", "13:00-16:00"].map((open) => ({
  office: "valbo",
  date: first,
  weekdays: [],
  open: time(open),
}));

testRule(openingCover, {
  keeps: [
    {
      name: "one alone eats on the spot",
      tables: {
        ...staffed(1),
        offices: [office("valbo", { breaks: "meal", minStaffBreak: null })],
      },
      first,
      rota: [day("anna")],
    },
    {
      name: "one alone may leave for lunch",
      tables: { ...staffed(1), offices: [office("valbo", { minStaffBreak: 0 })] },
      first,
      rota: [day("anna")],
    },
    { name: "exactly the least", tables: staffed(2), first, rota: [day("anna"), day("bo")] },
    { name: "more than the least", tables: staffed(1), first, rota: [day("anna"), day("bo")] },
    {
      name: "handed over at noon",
      tables: staffed(1),
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "12:30-16:00")],
    },
    { name: "nobody asked for", tables: staffed(0), first, rota: [] },
    { name: "a date without opening", tables: staffed(1), first: "2026-12-05", rota: [] },
    { name: "a holiday", tables: staffed(1), first, holidays: { [first]: "helgdag" }, rota: [] },
    {
      name: "closed for lunch: nobody is needed then",
      tables: { ...staffed(1), hours: lunch },
      first,
      rota: [day("anna", "09:00-12:00"), day("bo", "13:00-16:00")],
    },
  ],
  breaks: [
    {
      name: "nobody, though the evening is held",
      tables: staffed(1),
      first,
      rota: ["2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, time: "09:00-16:00", actual: 0, limit: 1, amount: 420 }],
    },
    {
      name: "one of two, and the others come later or may not serve there",
      tables: {
        ...staffed(2),
        offices: [office("valbo", { minStaff: 2 }), office("satra", { open: null })],
        staff: [member("anna"), member("bo"), member("cai", { offices: ["satra"] })],
        availability: [available("anna"), available("bo", {}, "12:30-24:00"), available("cai")],
      },
      first,
      rota: [day("anna")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 1, limit: 2, amount: 420 }],
    },
    {
      name: "one of two",
      tables: staffed(2),
      first,
      rota: [day("anna")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 1, limit: 2, amount: 420 }],
    },
    {
      name: "one in the morning, none in the afternoon, of two",
      tables: staffed(2),
      first,
      rota: [day("anna", "09:00-12:30")],
      findings: [
        { ...broken, time: "09:00-12:30", actual: 1, limit: 2, amount: 210 },
        { ...broken, time: "12:30-16:00", actual: 0, limit: 2, amount: 420 },
      ],
    },
    {
      name: "each side of a lunch closure",
      tables: { ...staffed(1), hours: lunch },
      first,
      rota: [],
      findings: [
        { ...broken, time: "09:00-12:00", actual: 0, limit: 1, amount: 180 },
        { ...broken, time: "13:00-16:00", actual: 0, limit: 1, amount: 180 },
      ],
    },
    {
      name: "two rows of one person are one person",
      tables: staffed(2),
      first,
      rota: [day("anna"), day("anna", "10:00-15:00")],
      expressible: false,
      findings: [{ ...broken, time: "09:00-16:00", actual: 1, limit: 2, amount: 420 }],
    },
    {
      name: "one minute, and another date",
      tables: staffed(1),
      first,
      last: "2026-12-02",
      rota: [day("anna", "09:01-16:00")],
      expressible: false,
      findings: [
        { ...broken, time: "09:00-09:01", actual: 0, limit: 1, amount: 1 },
        { ...broken, time: "12:00-12:30", actual: 0, limit: 1, amount: 30 },
        { ...broken, date: "2026-12-02", time: "09:00-16:00", actual: 0, limit: 1, amount: 420 },
      ],
    },
    {
      name: "one alone goes for lunch",
      tables: staffed(1),
      first,
      rota: [day("anna")],
      findings: [{ ...broken, time: "12:00-12:30", actual: 0, limit: 1, amount: 30 }],
    },
    {
      name: "two of whom two must stay go for lunch in turn",
      tables: {
        ...staffed(2),
        offices: [office("valbo", { minStaff: 2, minStaffBreak: 2 })],
      },
      first,
      rota: [day("anna"), day("bo")],
      findings: [{ ...broken, time: "11:30-12:30", actual: 1, limit: 2, amount: 60 }],
    },
  ],
});
