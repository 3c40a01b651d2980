import { describe, expect, it } from "vitest";
import { diffReport } from "../../../src/figures/diff.js";
import { diffCsv } from "../../../src/report/diff/csv.js";
import { diffPage } from "../../../src/report/diff/page.js";
import { diffText } from "../../../src/report/diff/text.js";
import { PLAIN } from "../../../src/report/layout.js";
import { stressPage } from "../../../src/report/stress/page.js";
import { stressText } from "../../../src/report/stress/text.js";
import { after, before, facts, report, stress } from "../support/change-reports.js";

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
