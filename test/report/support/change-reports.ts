import { Instance } from "../../../src/domain/instance.js";
import { diffReport } from "../../../src/figures/diff.js";
import type { StressReport, StressStrain } from "../../../src/outputs/stress.js";
import { available, caseOf, member, office, rota } from "../../support/build-case.js";

const theCase = caseOf({
  offices: [office("valbo", { name: "Valbo <b>" })],
  staff: [member("anna", { name: "Anna" }), member("bo", { name: "Bo", hourlyCost: 30_000 })],
  availability: [
    available("anna"),
    available("anna", { date: "2026-12-01" }, "00:00-24:00", { status: "unavailable" }),
    available("bo"),
  ],
});
const instance = new Instance(theCase, { first: "2026-12-01", last: "2026-12-31" }, new Map());
/** A rota and what became of it, with an absence, an evening moved, and changes at short notice. */
export const before = rota(
  "2026-12-01 valbo day 09:00-16:00 anna",
  "2026-12-02 valbo evening 16:00-18:00 anna",
).assignments;
export const after = rota(
  "2026-12-01 valbo day 09:00-16:00 bo",
  "2026-12-16 valbo evening 16:00-18:00 anna",
).assignments;
export const facts = {
  today: "2026-11-28",
  noticeDays: 14,
  instance,
  extraMinutes: (staff: string) => (staff === "bo" ? 60 : 0),
};
export const report = diffReport(before, after, facts);

const strain = (more: Partial<StressStrain>): StressStrain => ({
  kind: "day",
  staff: ["anna"],
  names: ["Anna"],
  when: "2026-12-01",
  duties: 1,
  outcome: "mended",
  changes: 1,
  fewest: true,
  standIns: ["bo"],
  stays: [],
  ...more,
});
/** A rota under stress, with every outcome that an absence can have. */
export const stress: StressReport = {
  schemaVersion: 1,
  period: "2026-12",
  dates: instance.dates,
  strains: [
    strain({}),
    strain({ when: "2026-12-02", changes: 2, fewest: false }),
    strain({ when: "2026-12-03", outcome: "broken" }),
    strain({ when: "2026-12-04", outcome: "open" }),
  ],
  people: [
    {
      staff: "anna",
      name: "Anna",
      department: "service",
      days: 4,
      lostDays: 2,
      hardDays: 1,
      week: "broken",
      month: "open",
    },
  ],
  skills: [
    { kind: "skill", id: "finska", holders: ["anna"], margin: 0, thinDates: ["2026-12-01"] },
  ],
  vacancy: { filled: "bygg", lostBefore: 2, lostAfter: 0, changesBefore: 3, changesAfter: 4 },
  complete: true,
};
