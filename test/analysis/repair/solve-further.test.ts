import { describe, expect, it } from "vitest";
import { repairTotals } from "../../../src/analysis/repair/change-tiers.js";
import {
  finishRepair,
  mendPrepared,
  prepareRepair,
  type RepairRequest,
  repairRota,
} from "../../../src/analysis/repair/repair-rota.js";
import { solveFurther } from "../../../src/analysis/repair/solve-further.js";
import { awayOn } from "../../../src/domain/disruptions.js";
import { compareTiers } from "../../../src/program/evaluate.js";
import { testContext } from "../../solver/support/context.js";
import { available, caseOf, member, office, rota } from "../../support/build-case.js";

const PERIOD = { first: "2026-12-01", last: "2026-12-31" };
const DATES = ["01", "02", "08", "09", "15", "16"];
const day = (date: string, staff: string) => `2026-12-${date} valbo day 09:00-16:00 ${staff}`;
const STAFF = ["anna", "bo", "cilla"];
const theCase = caseOf({
  offices: [office("valbo", { openDays: [2, 3] })],
  staff: STAFF.map((id) => member(id)),
  availability: STAFF.map((id) => available(id)),
});
const request: RepairRequest = {
  theCase,
  period: { ...PERIOD, last: "2026-12-16" },
  holidays: new Map(),
  published: rota(...DATES.map((date) => day(date, "anna"))).assignments,
  today: "2026-12-02",
  news: [awayOn("anna", { first: "2026-12-08", last: "2026-12-16" })],
  kept: [{ staff: "bo", office: null, first: "2026-12-08", last: "2026-12-08" }],
  effort: 1,
};

describe("solveFurther", { timeout: 120_000 }, () => {
  it("gets from a search that gave up to the fewest changes, and proves it", async () => {
    const prepared = prepareRepair({ ...request, effort: 0.000_01 });
    const early = mendPrepared(prepared);
    expect(early.fewest).toBe(false);
    const asked = { ...prepared, request };
    const found = await solveFurther(asked, early, testContext());
    expect(found.fewest).toBe(true);
    expect(compareTiers(found.values, early.values)).toBeLessThan(0);
    const exact = repairRota(request);
    expect(exact.fewest).toBe(true);
    const totalsOf = ({ violations }: typeof exact) => repairTotals(violations).slice(0, 2);
    expect(totalsOf(finishRepair(prepared, found))).toEqual(totalsOf(exact));
  });

  it("leaves alone what is past or kept", async () => {
    const prepared = prepareRepair({ ...request, effort: 0.000_01 });
    const found = await solveFurther(
      { ...prepared, request },
      mendPrepared(prepared),
      testContext(),
    );
    const { rota: after } = finishRepair(prepared, found);
    const on = (date: string) => after.assignments.filter((row) => row.date === `2026-12-${date}`);
    expect(on("01").map(({ staff }) => staff)).toEqual(["anna"]);
    expect(on("08").map(({ staff }) => staff)).toEqual(["cilla"]);
  });

  it("keeps the repair that was found when the solvers are stopped", async () => {
    const prepared = prepareRepair(request);
    const mended = mendPrepared(prepared);
    const aborted = new AbortController();
    aborted.abort();
    const found = await solveFurther(prepared, mended, testContext({ signal: aborted.signal }));
    expect(found.values).toEqual(mended.values);
    expect([...found.picks]).toEqual([...mended.picks]);
  });
});
