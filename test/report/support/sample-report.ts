import { DEFAULT_SLOTS } from "../../../src/figures/slot-settings.js";
import type { Report, ReportAssignment, ReportViolation } from "../../../src/outputs/report.js";

/** An evening duty that tests change as they need. */
export const evening: ReportAssignment = {
  date: "2026-12-08",
  office: "sätra",
  kind: "evening",
  from: "16:00",
  to: "18:00",
  staff: "anna",
  department: "socialtjänst",
  status: "planned",
  breakFrom: null,
  breakTo: null,
};

/** A missing evening, hard and with advice. */
export const missingEvening: ReportViolation = {
  rule: "evening-count",
  title: { en: "Evenings a month", sv: "Kvällar per månad" },
  severity: "hard",
  date: "2026-12",
  office: "sätra",
  department: null,
  staff: null,
  from: "16:00",
  to: "18:00",
  actual: 1,
  limit: 2,
  amount: 1,
  unit: "evenings",
  cost: 960,
  message: { en: "Sätra has 1 evening; it must have 2.", sv: "Sätra har 1 kväll; det ska vara 2." },
  advice: { en: "Ask for one person more.", sv: "Be om en person till." },
};

/** A small report; `changes` replaces whole fields. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    month: "2026-12",
    period: { first: "2026-12-01", last: "2026-12-31" },
    seed: 1,
    solver: "auto",
    termination: "within-gap",
    detail: null,
    seconds: 2.5,
    tiers: [
      { tier: 1, incumbent: 0, bound: 0, gap: 0 },
      { tier: 2, incumbent: 1000, bound: 996, gap: 0.004 },
    ],
    assignments: [evening, { ...evening, staff: "bo", department: "bygglov" }],
    openings: [
      {
        date: "2026-12-08",
        office: "sätra",
        kind: "evening",
        from: "16:00",
        to: "18:00",
        staff: 2,
        departments: ["bygglov", "socialtjänst"],
      },
    ],
    slots: [],
    closedDays: [],
    violations: [],
    statistics: {
      offices: [
        {
          office: "sätra",
          name: "Sätra",
          area: null,
          eveningsRequired: 1,
          eveningsHeld: 1,
          eveningDates: ["2026-12-08"],
          openMinutes: 120,
          shortMinutes: 0,
        },
      ],
      people: ["anna", "bo"].map((staff) => ({
        staff,
        name: staff,
        department: staff === "bo" ? "bygglov" : "socialtjänst",
        duties: 1,
        paidMinutes: 120,
        evenings: 1,
        eveningsBefore: 0,
        paidMinutesBefore: 0,
        fte: 1,
        fairEvenings: 1,
        fairMinutes: 120,
      })),
      departments: ["bygglov", "socialtjänst"].map((department) => ({
        department,
        name: department,
        people: 1,
        duties: 1,
        paidMinutes: 120,
        evenings: 1,
        minMinutes: null,
        maxMinutes: null,
        agreedShare: null,
        cost: null,
      })),
      gaps: [],
      cost: { staff: null, peopleWithoutCost: 2, employerContribution: 0, budget: null },
    },
    ledger: [],
    provenance: { version: "0.1.0", case: "c0", tables: { offices: "c1" }, rota: "c2" },
    settings: {
      solver: "auto",
      effort: 1,
      gap: 0.005,
      timeLimitSeconds: null,
      slots: DEFAULT_SLOTS,
      rules: [],
    },
    ...changes,
  };
}
