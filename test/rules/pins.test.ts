import { pins } from "../../src/rules/pins.js";
import { available, evening, member, office, people, pin, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const base = {
  offices: [office("satra", { name: "Sätra" }), office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
};
const first = "2026-12-01";
const dayRow = "2026-12-01 valbo day 09:00-16:00 anna";
const must = { date: first, staff: "anna", actual: 0, limit: 1, amount: 1, unit: "pins" } as const;
const forbid = { ...must, actual: 1, limit: 0 };

testRule(pins, {
  keeps: [
    {
      name: "must, any work that date",
      tables: { ...base, pins: [pin("anna", first)] },
      first,
      rota: ["2026-12-01 satra day 09:00-12:30 anna"],
    },
    {
      name: "must at an office",
      tables: { ...base, pins: [pin("anna", first, { office: "valbo" })] },
      first,
      rota: [dayRow],
    },
    {
      name: "must with times, covered exactly",
      tables: { ...base, pins: [pin("anna", first, { time: time("10:00-12:00") })] },
      first,
      rota: ["2026-12-01 valbo day 10:00-12:00 anna"],
    },
    {
      name: "must with times that day and evening cover together",
      tables: {
        ...base,
        pins: [pin("anna", first, { office: "valbo", time: time("15:00-17:00") })],
      },
      first,
      rota: [dayRow, "2026-12-01 valbo evening 16:00-18:00 anna"],
    },
    {
      name: "forbid, and a free day",
      tables: { ...base, pins: [pin("anna", first, { pin: "forbid" })] },
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 bo"],
    },
    {
      name: "forbid at another office",
      tables: { ...base, pins: [pin("anna", first, { pin: "forbid", office: "satra" })] },
      first,
      rota: [dayRow],
    },
    {
      name: "forbid from the minute when the duty ends",
      tables: { ...base, pins: [pin("anna", first, { pin: "forbid", time: time("12:30-16:00") })] },
      first,
      rota: ["2026-12-01 valbo day 09:00-12:30 anna"],
    },
    {
      name: "pins of dates before and after the period",
      tables: { ...base, pins: [pin("anna", "2026-11-30"), pin("anna", "2026-12-02")] },
      first,
      rota: [],
    },
    {
      name: "pins of another date of the period",
      tables: { ...base, pins: [pin("anna", "2026-12-02", { pin: "forbid" }), pin("bo", first)] },
      rota: [dayRow, "2026-12-01 valbo day 09:00-16:00 bo"],
    },
  ],
  breaks: [
    {
      name: "must, on a day on which every office is closed",
      tables: { ...base, pins: [pin("anna", first)] },
      first,
      holidays: { [first]: "julafton" },
      rota: [],
      findings: [must],
    },
    {
      name: "must, at an office that is closed that day",
      tables: {
        ...base,
        pins: [pin("anna", first, { office: "valbo" })],
        closures: [{ date: first, office: "valbo", reason: "ombyggnad" }],
      },
      first,
      rota: [],
      findings: [{ ...must, office: "valbo" }],
    },
    {
      name: "must, and no work",
      tables: { ...base, pins: [pin("anna", first)] },
      first,
      rota: ["2026-12-01 valbo day 09:00-16:00 bo"],
      findings: [must],
    },
    {
      name: "must, and the person is not available at all",
      tables: { ...base, availability: [], pins: [pin("anna", first)] },
      first,
      rota: [],
      findings: [must],
    },
    {
      name: "must at another office",
      tables: { ...base, pins: [pin("anna", first, { office: "satra" })] },
      first,
      rota: [dayRow],
      findings: [{ ...must, office: "satra" }],
    },
    {
      name: "must with times, one minute short",
      tables: {
        offices: base.offices,
        staff: [member("anna")],
        availability: [available("anna", { weekdays: [2] }, "09:00-11:59")],
        pins: [pin("anna", first, { time: time("09:00-12:00") })],
      },
      first,
      rota: ["2026-12-01 valbo day 09:00-11:59 anna"],
      findings: [{ ...must, time: "09:00-12:00" }],
    },
    {
      name: "must through a lunch closure",
      tables: {
        ...base,
        hours: ["09:00-12:00", "13:00-16:00"].map((open) => ({
          office: "valbo",
          date: first,
          weekdays: [],
          open: time(open),
        })),
        pins: [pin("anna", first, { office: "valbo", time: time("09:00-16:00") })],
      },
      first,
      rota: ["2026-12-01 valbo day 09:00-12:00 anna", "2026-12-01 valbo day 13:00-16:00 anna"],
      findings: [{ ...must, office: "valbo", time: "09:00-16:00" }],
    },
    {
      name: "must with times: minutes of overlapping rows do not add up",
      tables: { ...base, pins: [pin("anna", first, { time: time("09:00-15:00") })] },
      first,
      rota: ["2026-12-01 valbo day 09:00-12:00 anna", "2026-12-01 valbo day 09:00-12:00 anna"],
      expressible: false,
      findings: [{ ...must, time: "09:00-15:00" }],
    },
    {
      name: "forbid the whole day",
      tables: { ...base, pins: [pin("anna", first, { pin: "forbid" })] },
      first,
      rota: ["2026-12-01 valbo day 09:00-12:30 anna"],
      findings: [forbid],
    },
    {
      name: "forbid at that office, day and evening are one duty",
      tables: { ...base, pins: [pin("anna", first, { pin: "forbid", office: "valbo" })] },
      first,
      rota: [dayRow, "2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...forbid, office: "valbo" }],
    },
    {
      name: "forbid, broken by one minute",
      tables: {
        offices: base.offices,
        staff: [member("anna")],
        availability: [available("anna", { weekdays: [2] }, "00:00-12:30")],
        pins: [pin("anna", first, { pin: "forbid", time: time("12:29-16:00") })],
      },
      first,
      rota: ["2026-12-01 valbo day 09:00-12:30 anna"],
      findings: [{ ...forbid, time: "12:29-16:00" }],
    },
    {
      name: "one duty against two pins, and a must that it does not keep",
      tables: {
        ...base,
        pins: [
          pin("anna", first, { pin: "forbid" }),
          pin("anna", first, { pin: "forbid", office: "valbo" }),
          pin("anna", first, { office: "satra" }),
        ],
      },
      first,
      rota: [dayRow],
      findings: [forbid, { ...must, office: "satra" }, { ...forbid, office: "valbo" }],
    },
  ],
});
