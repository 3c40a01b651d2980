import { availability } from "../../src/rules/availability.js";
import { available, evening, member, office } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const offices = [office("valbo")];
const staff = [member("anna"), member("bo")];
const first = "2026-12-01";
const tuesday = { weekdays: [2] as const };
const dayRow = "2026-12-01 valbo day 09:00-16:00 anna";
const broken = {
  date: first,
  office: "valbo",
  staff: "anna",
  time: "09:00-16:00",
  limit: 0,
  unit: "minutes",
} as const;

testRule(availability, {
  keeps: [
    {
      name: "lent for exactly that time",
      tables: { offices, staff, availability: [available("anna", tuesday, "09:00-16:00")] },
      first,
      rota: [dayRow],
    },
    {
      name: "half a day, to the minute",
      tables: { offices, staff, availability: [available("anna", tuesday, "09:00-11:15")] },
      first,
      rota: ["2026-12-01 valbo day 09:00-11:15 anna"],
    },
    {
      name: "lent by two departments, one after the other",
      tables: {
        offices,
        staff,
        availability: [
          available("anna", tuesday, "09:00-12:00"),
          available("anna", tuesday, "12:00-16:00", { department: "social" }),
        ],
      },
      first,
      rota: [dayRow],
    },
    {
      name: "a dated row in the place of the weekday's",
      tables: {
        offices,
        staff,
        availability: [
          available("anna", tuesday, "09:00-10:00"),
          available("anna", { date: first }, "09:00-16:00"),
        ],
      },
      first,
      rota: [dayRow],
    },
    {
      name: "times that are avoided are available all the same",
      tables: {
        offices,
        staff,
        availability: [available("anna", tuesday, "09:00-16:00", { status: "avoid" })],
      },
      first,
      rota: [dayRow],
    },
    {
      name: "the first and last date of a loan",
      tables: {
        offices,
        staff: [member("anna", { first, last: first })],
        availability: [available("anna")],
      },
      rota: [dayRow],
    },
  ],
  breaks: [
    {
      name: "a minute before the available time",
      tables: { offices, staff, availability: [available("anna", tuesday, "09:01-16:00")] },
      first,
      rota: [dayRow],
      findings: [{ ...broken, actual: 1, amount: 1 }],
    },
    {
      name: "a minute after it",
      tables: { offices, staff, availability: [available("anna", tuesday, "09:00-15:59")] },
      first,
      rota: [dayRow],
      findings: [{ ...broken, actual: 1, amount: 1 }],
    },
    {
      name: "unavailable in the middle",
      tables: {
        offices,
        staff,
        availability: [
          available("anna"),
          available("anna", tuesday, "12:00-13:00", { status: "unavailable" }),
        ],
      },
      first,
      rota: [dayRow],
      findings: [{ ...broken, actual: 60, amount: 60 }],
    },
    {
      name: "no row for the weekday",
      tables: { offices, staff, availability: [available("anna", { weekdays: [1, 3] })] },
      first,
      rota: [dayRow],
      findings: [{ ...broken, actual: 420, amount: 420 }],
    },
    {
      name: "a dated absence in the place of the weekday's row",
      tables: {
        offices,
        staff,
        availability: [
          available("anna"),
          available("anna", { date: first }, "00:00-24:00", { status: "unavailable" }),
        ],
      },
      first,
      rota: [dayRow],
      findings: [{ ...broken, actual: 420, amount: 420 }],
    },
    {
      name: "before the loan begins and after it has ended",
      tables: {
        offices,
        staff: [member("anna", { first: "2026-12-02" }), member("bo", { last: "2026-12-02" })],
        availability: [available("anna"), available("bo")],
      },
      rota: [
        dayRow,
        "2026-12-02 valbo day 09:00-16:00 anna",
        "2026-12-02 valbo day 09:00-16:00 bo",
        "2026-12-03 valbo day 09:00-12:30 bo",
      ],
      findings: [
        { ...broken, actual: 420, amount: 420 },
        {
          ...broken,
          date: "2026-12-03",
          staff: "bo",
          time: "09:00-12:30",
          actual: 210,
          amount: 210,
        },
      ],
    },
    {
      name: "lent for the day but not for the evening",
      tables: {
        offices,
        staff,
        evenings: [evening("valbo")],
        availability: [available("anna", tuesday, "09:00-17:00")],
      },
      first,
      rota: [dayRow, "2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, time: "16:00-18:00", actual: 60, amount: 60 }],
    },
    {
      name: "minutes that two rows share count once",
      tables: { offices, staff, availability: [available("anna", tuesday, "09:00-15:00")] },
      first,
      rota: [dayRow, "2026-12-01 valbo day 14:00-16:00 anna"],
      expressible: false,
      findings: [{ ...broken, actual: 60, amount: 60 }],
    },
  ],
});
