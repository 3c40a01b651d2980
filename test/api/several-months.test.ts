import { describe, expect, it } from "vitest";
import { afterMonth } from "../../src/api/next-month.js";
import type { Report } from "../../src/outputs/report.js";
import { available, caseOf, evening, member, office, row } from "../support/build-case.js";
import { planned } from "../support/months.js";

const EXACT = { solver: "highs", gap: 0 } as const;
const LATE = { from: 960, to: 1080 };

/** Evenings only: two offices, five people of whom one works half-time and one is away all of March and April. */
const small = caseOf({
  offices: [office("satra", { open: null }), office("valbo", { open: null })],
  evenings: [
    evening("satra", { minEvenings: 2, minStaff: 1 }),
    evening("valbo", { minEvenings: 3, maxEvenings: 3, minStaff: 1 }),
  ],
  staff: [
    member("anna"),
    member("bo"),
    member("cai", { fte: 0.5 }),
    member("dan", { offices: ["valbo"] }),
    member("eva", { first: "2027-05-01" }),
  ],
  availability: [
    ...["anna", "bo", "cai", "dan", "eva"].map((id) => available(id, { weekdays: [2, 4] })),
    ...Array.from({ length: 61 }, (_, i) => new Date(Date.UTC(2027, 2, 1 + i)))
      .map((day) => day.toISOString().slice(0, 10))
      .map((date) => ({
        ...available("bo", { date }),
        time: { from: 0, to: 1440 },
        status: "unavailable" as const,
      })),
  ],
  history: [row("2026-12-08 valbo evening 16:00-18:00 anna")],
});

const eveningsOf = ({ ledger }: Report) =>
  ledger.filter(({ measure, staff }) => measure === "evenings" && staff !== null);

describe("twelve months in a row", () => {
  it("keep everybody within an evening and a half of the fair share, all the way", {
    timeout: 300_000,
  }, async () => {
    const reports = await planned(small, "2027-01..2027-12", EXACT);
    for (const report of reports) {
      expect(report.violations.filter(({ severity }) => severity === "hard")).toEqual([]);
      for (const { staff, balance } of eveningsOf(report)) {
        expect(Math.abs(balance), `${staff} ${report.month}`).toBeLessThanOrEqual(1.5);
      }
    }
    const served = new Map(eveningsOf(reports.at(-1)!).map((line) => [line.staff, line.after]));
    expect(Math.abs(served.get("anna")! - 2 * served.get("cai")!)).toBeLessThanOrEqual(3);
    expect(served.get("bo")! + 2).toBeLessThanOrEqual(served.get("anna")!);
    expect(served.get("eva")! + 3).toBeLessThanOrEqual(served.get("anna")!);
    const away = reports.filter(({ month }) => month === "2027-03" || month === "2027-04");
    for (const report of away) {
      expect(eveningsOf(report).find(({ staff }) => staff === "bo")).toMatchObject({
        actual: 0,
        share: 0,
      });
    }
  });
});

describe("a month planned again", () => {
  it("beside its own ledger is the same as the first time", { timeout: 200_000 }, async () => {
    const [first, second] = await planned(small, "2027-01..2027-02", EXACT);
    const january = caseOf({
      ...small,
      history: [...small.history, ...first!.assignments.map((own) => ({ ...own, time: LATE }))],
    });
    const own = { ...january, ledger: afterMonth(january, second!).ledger };
    const [again] = await planned(own, "2027-02..2027-02", EXACT);
    expect(again!.assignments).toEqual(second!.assignments);
    expect(again!.ledger).toEqual(second!.ledger);
  });
});
