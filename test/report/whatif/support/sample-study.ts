import type { ScenarioFigures, Study, StudyPoint } from "../../../../src/outputs/study.js";

const FIGURES: ScenarioFigures = {
  eveningsPromised: 4,
  eveningsKept: 4,
  eveningsHeld: 4,
  openMinutes: 6000,
  servedMinutes: 5940,
  neededMinutes: 12_000,
  shortMinutes: 60,
  peopleAtWork: 6,
  duties: 38,
  paidMinutes: 12_030,
  cost: 70_000,
  budget: 75_000,
  peopleWithoutCost: 0,
  departments: [
    { department: "soc", name: "Socialtjänst", paidMinutes: 12_030, evenings: 8, cost: 70_000 },
  ],
  eveningsFromFair: 0.44,
  minutesFromFair: 230,
};

function point(name: string, more: Partial<StudyPoint>, figures: Partial<ScenarioFigures>) {
  const tiers = [
    { tier: 1, incumbent: 0, bound: 0, gap: 0 },
    { tier: 2, incumbent: 240, bound: 180, gap: 0.25 },
  ];
  const full: StudyPoint = {
    name,
    folder: `scenarios/${name}`,
    group: name,
    axes: [],
    state: "met",
    termination: "feasible-at-limit",
    detail: null,
    rotaFrom: null,
    tiers,
    hardViolations: 0,
    softViolations: 2,
    figures: { ...FIGURES, ...figures },
    change: null,
    ...more,
  };
  return full;
}

const CHANGE = {
  duties: 11,
  people: 5,
  servedMinutes: 1200,
  evenings: 2,
  paidMinutes: 1500,
  cost: 9000,
  costPerHour: 450,
};

/** A study with a scenario of each state, and names that a page and a spreadsheet must be careful with. */
export const STUDY: Study = {
  schemaVersion: 1,
  month: "2026-12",
  settings: { seed: 1, solver: "auto", effort: 1, gap: 0.005, timeLimitSeconds: null },
  baseline: "baseline",
  points: [
    point("baseline", {}, {}),
    point(
      "g fte=0.5",
      { group: "g", axes: [{ label: "fte", value: "0.5" }], change: CHANGE, rotaFrom: "g fte=1" },
      { cost: 79_000, servedMinutes: 7140 },
    ),
    point(
      '=<b>&"',
      { state: "broken", hardViolations: 3, change: { ...CHANGE, cost: -9000, costPerHour: null } },
      { cost: 61_000, servedMinutes: 5000, eveningsKept: 2 },
    ),
    {
      ...point("none", { state: "no-rota", termination: "infeasible", tiers: [] }, {}),
      figures: null,
    },
    {
      ...point(
        "lost",
        { state: "failed", termination: null, tiers: [], detail: "out of memory" },
        {},
      ),
      figures: null,
    },
  ],
  frontier: [
    {
      ...{ name: "less", cost: 60_000, servedMinutes: 4740, evenings: 2, costPerHour: 500 },
      ...{ changeCost: -10_000, changeServedMinutes: -1200, best: true },
    },
    {
      ...{ name: "baseline", cost: 70_000, servedMinutes: 5940, evenings: 4, costPerHour: null },
      ...{ changeCost: null, changeServedMinutes: null, best: false },
    },
    {
      ...{ name: "g fte=0.5", cost: 79_000, servedMinutes: 7140, evenings: 4, costPerHour: 450 },
      ...{ changeCost: 9000, changeServedMinutes: 1200, best: true },
    },
  ],
};
