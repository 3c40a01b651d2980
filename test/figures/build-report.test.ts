import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Instance } from "../../src/domain/instance.js";
import type { Assignment } from "../../src/domain/rota.js";
import { reportOf } from "../../src/figures/build-report.js";
import { DEFAULT_SLOTS } from "../../src/figures/slot-settings.js";
import { readCase } from "../../src/input/case/read-case.js";
import { reportJson } from "../../src/report/json.js";

const dir = fileURLToPath(new URL("../../fixtures/three-files/", import.meta.url));
const files = readdirSync(dir).filter((name) => name.endsWith(".csv"));
const theCase = readCase(new Map(files.map((name) => [name, readFileSync(dir + name)])), {
  rules: [],
}).case!;
const period = { first: "2026-12-01", last: "2026-12-31" };
const instance = new Instance(theCase, period, new Map([["2026-12-24", "julafton"]]));

const row = (staff: string, from: number, to: number, kind: Assignment["kind"]): Assignment => ({
  date: "2026-12-07",
  office: "hemlingby",
  kind,
  time: { from: from * 60, to: to * 60 },
  staff,
  department: "kundservice",
  status: "planned",
});

function report(assignments: readonly Assignment[]) {
  const plan = { rota: { assignments }, violations: [], tiers: [], detail: null };
  return reportOf({ ...plan, termination: "optimal", solver: "auto" }, instance, {
    seed: 1,
    seconds: 1.26,
    settings: {
      solver: "auto",
      effort: 1,
      gap: 0,
      timeLimitSeconds: null,
      slots: DEFAULT_SLOTS,
      rules: [],
    },
    breaks: { stretchMinutes: 300, breakMinutes: 30 },
  });
}

describe("reportOf", () => {
  const made = report([
    row("alva", 11, 16, "day"),
    row("alva", 16, 18, "evening"),
    row("björn", 16, 18, "evening"),
  ]);

  it("counts a day and its evening as one duty, and takes the break out of the paid time", () => {
    const alva = made.statistics.people.find(({ staff }) => staff === "alva");
    expect(alva).toMatchObject({ duties: 1, evenings: 1, eveningsBefore: 0, paidMinutes: 390 });
  });

  it("counts evenings held against those required", () => {
    expect(made.statistics.offices).toMatchObject([
      { office: "hemlingby", eveningsHeld: 1, eveningsRequired: 2, eveningDates: ["2026-12-07"] },
      { office: "strömsbro", eveningsHeld: 0, eveningsRequired: 2 },
    ]);
  });

  it("lists every opening, also those that nobody serves, and no evening that is not held", () => {
    const first = made.openings.filter(({ date }) => date === "2026-12-07");
    expect(first).toEqual([
      { ...opening("hemlingby", "day", "11:00", "16:00"), staff: 1, departments: ["kundservice"] },
      {
        ...opening("hemlingby", "evening", "16:00", "18:00"),
        staff: 2,
        departments: ["kundservice"],
      },
      { ...opening("strömsbro", "day", "10:00", "14:30"), staff: 0, departments: [] },
    ]);
    expect(made.openings.filter(({ date }) => date === "2026-12-24")).toEqual([]);
  });

  it("adds up what the openings lack", () => {
    const [hemlingby] = report([row("alva", 11, 14, "day")]).statistics.offices;
    const [nobody] = report([]).statistics.offices;
    expect(nobody!.shortMinutes - hemlingby!.shortMinutes).toBe(180);
    expect(nobody!.shortMinutes).toBe(nobody!.openMinutes);
  });

  it("is the same JSON for the same plan, and reads back as it was", () => {
    const again = report([
      row("alva", 11, 16, "day"),
      row("alva", 16, 18, "evening"),
      row("björn", 16, 18, "evening"),
    ]);
    expect(reportJson(again)).toBe(reportJson(made));
    expect(JSON.parse(reportJson(made))).toEqual(made);
  });
});

function opening(office: string, kind: "day" | "evening", from: string, to: string) {
  return { date: "2026-12-07", office, kind, from, to };
}
