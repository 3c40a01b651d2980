import type { Visit } from "../../src/domain/case.js";
import { visitHosting } from "../../src/rules/visit-hosting.js";
import { available, evening, member, office, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const first = "2026-12-01";
/** A visit each Tuesday afternoon, received by one of the social services. */
const visited = (more: Partial<Visit> = {}) => ({
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  staff: [member("anna"), member("bo")],
  availability: [available("anna"), available("bo", {}, "00:00-24:00", { department: "social" })],
  visits: [
    {
      id: "jurist",
      office: "valbo",
      partner: null,
      department: "social",
      weekdays: [2] as const,
      time: time("13:00-15:00"),
      weeks: "all" as const,
      hosts: 1,
      rooms: 0,
      ...more,
    },
  ],
});
const day = (staff: string, hours = "09:00-16:00") => `2026-12-01 valbo day ${hours} ${staff}`;
const late = (staff: string) => `2026-12-01 valbo evening 16:00-18:00 ${staff}`;
const broken = {
  date: first,
  office: "valbo",
  department: "social",
  unit: "person-minutes",
} as const;

testRule(visitHosting, {
  keeps: [
    { name: "the department is there", tables: visited(), first, rota: [day("bo", "13:00-15:00")] },
    { name: "anybody will do", tables: visited({ department: null }), first, rota: [day("anna")] },
    { name: "no hosts asked for", tables: visited({ hosts: 0 }), first, rota: [] },
    { name: "even weeks only", tables: visited({ weeks: "even" }), first, rota: [] },
    { name: "another Tuesday of the month", tables: visited({ weeks: "2" }), first, rota: [] },
    { name: "the last Tuesday of the month", tables: visited({ weeks: "last" }), first, rota: [] },
    { name: "another weekday", tables: visited(), first: "2026-12-02", rota: [] },
    { name: "closed", tables: visited(), first, holidays: { [first]: "helgdag" }, rota: [] },
    {
      name: "an evening that is not held",
      tables: visited({ time: time("16:00-18:00") }),
      first,
      rota: [],
    },
    {
      name: "an evening that is held by the host",
      tables: visited({ time: time("15:00-17:00") }),
      first,
      rota: [day("bo"), late("bo")],
    },
  ],
  breaks: [
    {
      name: "another department, in an odd week and on the first Tuesday",
      tables: {
        ...visited(),
        visits: [
          ...visited({ weeks: "odd" }).visits,
          ...visited({ id: "skuld", weeks: "1" }).visits,
        ],
      },
      first,
      rota: [day("anna")],
      findings: [
        { ...broken, time: "13:00-15:00", actual: 0, limit: 1, amount: 120 },
        { ...broken, time: "13:00-15:00", actual: 0, limit: 1, amount: 120 },
      ],
    },
    {
      name: "one host of two, who comes late",
      tables: {
        ...visited({ hosts: 2, department: null }),
        availability: [available("anna", {}, "14:00-24:00")],
      },
      first,
      rota: [day("anna", "14:00-16:00")],
      findings: [
        {
          date: first,
          office: "valbo",
          unit: "person-minutes",
          time: "13:00-14:00",
          actual: 0,
          limit: 2,
          amount: 120,
        },
        {
          date: first,
          office: "valbo",
          unit: "person-minutes",
          time: "14:00-15:00",
          actual: 1,
          limit: 2,
          amount: 60,
        },
      ],
    },
    {
      name: "the last Tuesday of the month, as far as the office is open",
      tables: visited({ weeks: "last", time: time("15:30-16:30") }),
      first: "2026-12-29",
      rota: [],
      findings: [
        { ...broken, date: "2026-12-29", time: "15:30-16:00", actual: 0, limit: 1, amount: 30 },
      ],
    },
    {
      name: "an evening that is held without the host",
      tables: visited({ time: time("15:00-17:00") }),
      first,
      rota: [day("bo"), late("anna")],
      findings: [{ ...broken, time: "16:00-17:00", actual: 0, limit: 1, amount: 60 }],
    },
  ],
});
