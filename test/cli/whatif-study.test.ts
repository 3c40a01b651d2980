import { describe, expect, it } from "vitest";
import { type StudyEntry, studyOf } from "../../src/cli/runs/whatif-study.js";
import type { ScenarioFigures } from "../../src/outputs/study.js";
import { STUDY } from "../report/whatif/support/sample-study.js";

const figures = STUDY.points[0]!.figures!;

function entry(name: string, more: Partial<ScenarioFigures>): StudyEntry {
  const outcome = {
    ...{ termination: "optimal", detail: null, tiers: [], rota: [], violations: [] },
    figures: { ...figures, peopleWithoutCost: 0, ...more },
  };
  return {
    ...{ name, folder: name, group: name, axes: [], failure: null, rotaFrom: null },
    outcome: outcome as unknown as StudyEntry["outcome"],
  };
}

const hours = (count: number) => count * 60;

describe("what a krona buys", () => {
  it("is told beside today, which stands among them also when another beats it", () => {
    const { frontier } = studyOf("2026-12", STUDY.settings as never, [
      entry("today", { cost: 1000, servedMinutes: hours(10) }),
      entry("closed", { cost: 400, servedMinutes: hours(7) }),
      entry("same", { cost: 900, servedMinutes: hours(10) }),
      entry("more", { cost: 1500, servedMinutes: hours(12) }),
      entry("worse", { cost: 1600, servedMinutes: hours(11) }),
    ]);
    const shown = frontier.map(({ name, changeCost, changeServedMinutes, costPerHour, best }) => [
      ...[name, changeCost, changeServedMinutes, costPerHour, best],
    ]);
    expect(shown).toEqual([
      ["closed", -600, hours(-3), 200, true],
      ["same", -100, 0, null, true],
      ["today", null, null, null, false],
      ["more", 500, hours(2), 250, true],
    ]);
  });
});
