import { describe, expect, it } from "vitest";
import { gapWords } from "../../../src/report/html/gaps.js";
import { reportHtml } from "../../../src/report/html/report-html.js";
import { LOAN } from "../support/loan.js";
import { sampleReport } from "../support/sample-report.js";
import { textsOf } from "./support/markup.js";

const textOf = (language: "en" | "sv", changes = LOAN) =>
  textsOf(reportHtml(sampleReport(changes), language))
    .join(" ")
    .replace(/\s+/g, " ");

describe("the page's ledger", () => {
  it("has what each department has carried before and after, with the balance", () => {
    expect(textOf("en")).toContain("bygglov paid hours 0 2 2 1.5 0 +0.5");
    expect(textOf("sv")).toContain("bygglov betalda timmar 0 2 2 1,5 0 +0,5");
  });

  it("is left out when there is none", () => {
    expect(textOf("en", { ...LOAN, ledger: [] })).not.toContain("ledger of the loan");
  });
});

describe("the page's trade calendar", () => {
  it("has the dates of each department at each office, and the longest gap against what is asked", () => {
    expect(textOf("en")).toContain("Tue 1, Tue 29 at most 3 weeks without; at least every 2 weeks");
    expect(textOf("sv")).toContain("tis 1, tis 29 som mest 3 veckor utan; minst var 2:e vecka");
    expect(reportHtml(sampleReport(LOAN), "en")).toContain('<small class="alarm">');
  });

  it("raises no alarm where nothing is asked or the gap is short", () => {
    const [gap] = LOAN.statistics.gaps;
    for (const change of [{ agreedWeeks: null }, { longestGapWeeks: 1 }]) {
      const statistics = { ...LOAN.statistics, gaps: [{ ...gap!, ...change }] };
      expect(reportHtml(sampleReport({ statistics }), "en")).not.toContain('<small class="alarm">');
    }
  });

  it("says it in both languages", () => {
    expect([0, 1, 2].map((weeks) => gapWords(weeks).en)).toEqual([
      "every week",
      "at most 1 week without",
      "at most 2 weeks without",
    ]);
    expect(gapWords(2).sv).toBe("som mest 2 veckor utan");
  });
});
