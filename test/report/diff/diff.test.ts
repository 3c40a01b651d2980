import { describe, expect, it } from "vitest";
import { Instance } from "../../../src/domain/instance.js";
import { diffCsv } from "../../../src/report/diff/csv.js";
import { diffReport } from "../../../src/report/diff/diff-report.js";
import { diffPage } from "../../../src/report/diff/page.js";
import { diffText } from "../../../src/report/diff/text.js";
import { PLAIN } from "../../../src/report/layout.js";
import { stressPage } from "../../../src/report/stress/page.js";
import type { StressReport, StressStrain } from "../../../src/report/stress/stress-report.js";
import { stressText } from "../../../src/report/stress/text.js";
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
const before = rota(
  "2026-12-01 valbo day 09:00-16:00 anna",
  "2026-12-02 valbo evening 16:00-18:00 anna",
).assignments;
const after = rota(
  "2026-12-01 valbo day 09:00-16:00 bo",
  "2026-12-16 valbo evening 16:00-18:00 anna",
).assignments;
const facts = {
  today: "2026-11-28",
  noticeDays: 14,
  instance,
  extraMinutes: (staff: string) => (staff === "bo" ? 60 : 0),
};
const report = diffReport(before, after, facts);

describe("the difference of two rotas", () => {
  it("tells who has to be told, how soon, and what it costs", () => {
    expect(report.people).toEqual([
      { staff: "bo", name: "Bo", changes: 1, notice: 3, short: 1 },
      { staff: "anna", name: "Anna", changes: 2, notice: 4, short: 1 },
    ]);
    expect(report.extraKronor).toBe(300);
    expect(report.changes[0]).toMatchObject({ staff: "anna", away: true, short: false });
    expect(report.evenings.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      "2026-12-02 removed",
      "2026-12-16 added",
    ]);
  });

  it("reads well in both languages", () => {
    expect(diffText(report, "en", PLAIN)).toContain(
      "4 changed days; 2 people have to be told. 2 changes are told less than 14 days ahead.",
    );
    expect(diffText(report, "sv", PLAIN)).toContain(
      "4 ändrade dagar; 2 personer ska få besked. 2 ändringar meddelas mindre än 14 dagar i förväg.",
    );
    expect(diffPage(report, "sv")).toContain("Valbo &lt;b>");
  });

  it("is a table too", () => {
    expect(diffCsv(report, "en").split("\n").slice(0, 2)).toEqual([
      "date,staff,change,office_before,time_before,office_after,time_after,notice_days,short_notice,extra_minutes",
      "2026-12-01,anna,removed,valbo,09:00-16:00,,,3,no,0",
    ]);
  });

  it("says that nothing differs, and works without a case", () => {
    const bare = { ...facts, today: null, instance: null, extraMinutes: () => 0 };
    expect(diffText(diffReport(before, before, bare), "sv", PLAIN)).toBe("Schemana är lika.\n");
    expect(diffReport(before, after, bare).changes[0]).toMatchObject({
      name: "anna",
      notice: null,
    });
  });
});

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
const stress: StressReport = {
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
};

describe("what absences do to a rota", () => {
  it("reads well in both languages", () => {
    expect(stressText(stress, "en", PLAIN)).toContain(
      "2 of 4 absences of a day can be mended, 1 with at most one change.",
    );
    expect(stressText(stress, "sv", PLAIN)).toContain(
      "2 av 4 frånvarodagar går att laga, 1 med högst en ändring.",
    );
    expect(stressPage(stress, "sv")).toContain("✕");
  });
});
