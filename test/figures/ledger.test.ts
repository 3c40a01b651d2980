import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/case.js";
import { RotaView } from "../../src/domain/rota-view.js";
import { ledgerOf, ledgerRows } from "../../src/figures/ledger.js";
import { canonical } from "../../src/input/case/order.js";
import type { ReportLedgerLine } from "../../src/outputs/report.js";
import { ledgerCsv } from "../../src/report/ledger/csv.js";
import { sampleReport } from "../report/support/sample-report.js";
import { evening, instanceOf, member, office, people, rota, row } from "../support/build-case.js";
import { caseOf as readCaseOf } from "../support/files.js";

const BREAKS = { stretchMinutes: 300, breakMinutes: 30 };
const base = {
  offices: [office("valbo"), office("satra", { open: null })],
  evenings: [evening("valbo", { minEvenings: 2, minStaff: 1 })],
  ...people("anna", "bo"),
  departments: [department("service", null), department("soc", 0.25)],
};
const late = (day: string, staff: string) => `2026-12-0${day} valbo evening 16:00-18:00 ${staff}`;

function department(id: string, share: number | null) {
  return {
    id,
    name: id,
    minMinutesMonth: null,
    maxMinutesMonth: null,
    share,
    hourlyCost: null,
  };
}

function linesOf(tables: Partial<Case>, ...rows: readonly string[]): ReportLedgerLine[] {
  const instance = instanceOf({ ...base, ...tables }, "2026-12-01", "2026-12-04");
  return ledgerOf(new RotaView(instance, rota(...rows), BREAKS));
}

function find(
  lines: readonly ReportLedgerLine[],
  measure: string,
  staff: string | null,
  of = "service",
) {
  return lines.find(
    (line) => line.measure === measure && line.staff === staff && line.department === of,
  );
}

describe("the ledger of the loan", () => {
  it("has what was carried before and in the month, against the share of what was carried", () => {
    const lines = linesOf({}, late("1", "anna"), late("2", "anna"), late("3", "anna"));
    expect(find(lines, "evenings", "anna")).toEqual({
      staff: "anna",
      department: "service",
      measure: "evenings",
      before: 0,
      actual: 3,
      after: 3,
      share: 1.5,
      balanceBefore: 0,
      balance: 1.5,
    });
    expect(find(lines, "evenings", "bo")).toMatchObject({ actual: 0, share: 1.5, balance: -1.5 });
    expect(find(lines, "evenings", null)).toMatchObject({ actual: 3, share: 3, balance: 0 });
  });

  it("counts a day and its evening as one duty, hours without the break, journeys both ways", () => {
    const travel = [{ from: "home", to: "valbo", minutes: 20 }];
    const staff = [member("anna", { home: "home" }), member("bo")];
    const rows = ["2026-12-01 valbo day 09:00-16:00 anna", late("1", "anna")];
    const lines = linesOf({ travel, staff }, ...rows, late("2", "bo"));
    expect(find(lines, "duties", "anna")).toMatchObject({ actual: 1, share: 1, balance: 0 });
    expect(find(lines, "hours", "anna")).toMatchObject({ actual: 510, share: 315, balance: 195 });
    expect(find(lines, "travel", "anna")).toMatchObject({ actual: 40, share: 20, balance: 20 });
    expect(find(lines, "travel", "bo")).toMatchObject({ actual: 0, share: 20, balance: -20 });
  });

  it("holds a department to its agreed share of the hours, whoever is employed there", () => {
    const rows = ["2026-12-01 valbo day 09:00-13:00 anna", "2026-12-02 valbo day 09:00-13:00 bo"];
    const instance = instanceOf(base, "2026-12-01", "2026-12-04");
    const [first, second] = rows.map((text) => row(text));
    const assignments = [first!, { ...second!, department: "soc" }];
    const lines = ledgerOf(new RotaView(instance, { assignments }, BREAKS));
    expect(find(lines, "hours", null, "soc")).toMatchObject({ actual: 240, share: 120 });
    expect(find(lines, "evenings", null, "soc")).toMatchObject({ actual: 0, share: 0 });
    expect(find(lines, "duties", null, "service")).toMatchObject({ actual: 1, share: 2 });
  });

  it("begins with the history, and shares that by degree of employment", () => {
    const history = [row("2026-11-24 valbo evening 16:00-18:00 anna")];
    const lines = linesOf({ history }, late("1", "bo"));
    expect(find(lines, "evenings", "anna")).toMatchObject({
      before: 1,
      actual: 0,
      balanceBefore: 0.5,
      balance: 0,
    });
    expect(find(lines, "hours", "anna")).toMatchObject({ before: 120, balanceBefore: 0 });
  });

  it("runs on from the ledger of the month before, and keeps the lines of those who have left", () => {
    const before = linesOf({}, late("1", "anna"), late("2", "anna"));
    const ledger = ledgerRows("2026-11", [
      ...before,
      { ...before[0]!, staff: "gone", department: "soc", after: 7, balance: 2.25 },
    ]);
    const history = [row("2026-11-24 valbo evening 16:00-18:00 bo")];
    const lines = linesOf({ ledger, history }, late("1", "bo"));
    expect(find(lines, "evenings", "anna")).toMatchObject({
      before: 2,
      balanceBefore: 1,
      share: 0.5,
      balance: 0.5,
    });
    expect(find(lines, "evenings", "bo")).toMatchObject({ before: 0, balance: -0.5 });
    expect(find(lines, "evenings", "gone", "soc")).toMatchObject({
      before: 7,
      after: 7,
      share: 0,
      balance: 2.25,
    });
  });

  it("says the same when its file is read by the next month", () => {
    const lines = linesOf({}, late("1", "anna"), "2026-12-02 valbo day 09:00-16:50 bo");
    for (const language of ["en", "sv"] as const) {
      const text = ledgerCsv(sampleReport({ ledger: lines }), language);
      const read = readCaseOf({ "ledger.csv": text }).ledger;
      expect(read).toEqual(canonical("ledger", ledgerRows("2026-12", lines)));
    }
  });

  it("is written in hours, with the columns of the format", () => {
    const lines = linesOf({}, "2026-12-02 valbo day 09:00-16:50 bo");
    const text = ledgerCsv(sampleReport({ ledger: lines }), "en");
    expect(text.split("\n")[0]).toBe(
      "month,staff,department,measure,before,actual,after,share,balance_before,balance",
    );
    expect(text).toContain("\n2026-12,bo,service,hours,0,7.33,7.33,3.67,0,3.67\n");
    expect(text).toContain("\n2026-12,,soc,hours,0,0,0,1.83,0,-1.83\n");
  });
});
