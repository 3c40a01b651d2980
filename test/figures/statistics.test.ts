import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/case.js";
import { Instance } from "../../src/domain/instance.js";
import { RotaView } from "../../src/domain/rota-view.js";
import { contributionOf } from "../../src/figures/costs.js";
import { closedDaysOf } from "../../src/figures/openings.js";
import { statisticsOf } from "../../src/figures/statistics.js";
import { readCase } from "../../src/input/case/read-case.js";
import { monthlyBudget } from "../../src/rules/monthly-budget.js";

const dir = fileURLToPath(new URL("../../fixtures/gavle/", import.meta.url));
const files = readdirSync(dir).filter((name) => name.endsWith(".csv") && name !== "rules.csv");
const gavle = readCase(new Map(files.map((name) => [name, readFileSync(dir + name)])), {
  rules: [],
}).case!;
const PERIOD = { first: "2026-12-01", last: "2026-12-31" };
const HOLIDAYS = new Map([["2026-12-24", "julafton"]]);
const BREAKS = { stretchMinutes: 300, breakMinutes: 30 };
const CONTRIBUTION = 4453;

/** Gävle with changes, and a rota of a few days: everybody named, 9–16 and with odd costs. */
function viewOf(changes: Partial<Case> = {}): RotaView {
  const instance = new Instance({ ...gavle, ...changes }, PERIOD, HOLIDAYS);
  const assignments = gavle.staff.slice(0, 12).flatMap(({ id, department }, i) =>
    ["2026-12-01", "2026-12-02"].map((date) => ({
      date,
      office: "valbo",
      kind: i % 3 === 0 ? ("evening" as const) : ("day" as const),
      time: { from: 540 + i, to: 960 },
      staff: id,
      department,
      status: "planned" as const,
    })),
  );
  return new RotaView(instance, { assignments }, BREAKS);
}

describe("statisticsOf", () => {
  it("costs what the rule on the budget says, and the departments add up to it", () => {
    const budget = [{ month: "2026-12", year: null, item: "staff", amount: 100 }];
    const view = viewOf({ budget });
    const [finding] = monthlyBudget.check(view, { employer_contribution: CONTRIBUTION });
    const { cost, departments } = statisticsOf(view, [], CONTRIBUTION);
    expect(cost).toMatchObject({ staff: finding!.actual, budget: 1, peopleWithoutCost: 0 });
    expect(departments.reduce((sum, own) => sum + (own.cost ?? 0), 0)).toBe(cost.staff);
  });

  it("has each department's longest time away from each office, beside the rhythm agreed", () => {
    // Hedesunda is open on New Year's Eve here, which ends its week; the other offices' last week goes on in January.
    const { gaps } = statisticsOf(viewOf(), [], CONTRIBUTION);
    const of = (department: string) =>
      gaps
        .filter((gap) => gap.department === department && gap.agreedWeeks !== null)
        .map(({ office, agreedWeeks, longestGapWeeks }) => [office, agreedWeeks, longestGapWeeks]);
    expect(of("bygglov")).toEqual([
      ["bergby", 3, 4],
      ["bomhus", 3, 4],
      ["forsbacka", 2, 4],
      ["hedesunda", 2, 5],
    ]);
    const small = [
      ["bergby", 2, 4],
      ["forsbacka", 2, 4],
      ["hedesunda", 2, 5],
    ];
    expect(of("socialtjanst")).toEqual(small);
    expect(of("arbetsmarknad")).toEqual(small);
    const atValbo = gaps.find(
      ({ office, department }) => `${office} ${department}` === "valbo bygglov",
    );
    expect(atValbo).toMatchObject({ agreedWeeks: null, longestGapWeeks: 3 });
  });

  it("takes a twelfth of the year's budget where the month has none", () => {
    const yearly = { month: null, year: 2026, item: "staff", amount: 200_000_000 };
    const rent = { month: "2026-12", year: null, item: "premises", amount: 100 };
    const { cost } = statisticsOf(viewOf({ budget: [yearly, rent] }), [], 0);
    expect(cost.budget).toBe(166_666);
    expect(statisticsOf(viewOf({ budget: [rent] }), [], 0).cost.budget).toBeNull();
  });

  it("says that a cost is not known rather than that it is nothing", () => {
    const departments = gavle.departments.map((own) => ({ ...own, hourlyCost: null }));
    const staff = gavle.staff.map((member) => ({ ...member, hourlyCost: null }));
    const { cost, departments: figures } = statisticsOf(viewOf({ departments, staff }), [], 0);
    expect(cost).toMatchObject({ staff: null, peopleWithoutCost: 12 });
    expect(figures.every((own) => own.cost === null)).toBe(true);
  });

  it("has fair shares and history beside what each person serves", () => {
    const view = viewOf();
    const { people } = statisticsOf(view, [], 0);
    expect(people.find(({ staff }) => staff === "kund06")).toMatchObject({
      eveningsBefore: 2,
      fte: 1,
      fairEvenings: expect.any(Number),
      fairMinutes: expect.any(Number),
    });
    const before = people.reduce((sum, own) => sum + own.paidMinutesBefore, 0);
    expect(before).toBeGreaterThan(0);
  });
});

describe("contributionOf", () => {
  it("is the parameter of the budget's rule, or nothing when that is off", () => {
    const rule = {
      id: "monthly-budget",
      title: { en: "", sv: "" },
      severity: "hard",
      weights: {},
    } as const;
    expect(contributionOf([{ ...rule, parameters: { employer_contribution: 4000 } }])).toBe(4000);
    expect(contributionOf([])).toBe(0);
  });
});

describe("closedDaysOf", () => {
  it("lists holidays and closures of each office, with the reason if there is one", () => {
    const closures = [{ date: "2026-12-21", office: "valbo", reason: null }];
    const days = closedDaysOf(viewOf({ closures }).instance);
    expect(days[0]).toEqual({ date: "2026-12-21", office: "valbo", reason: null });
    expect(days.slice(1)).toEqual(
      gavle.offices.map(({ id }) => ({ date: "2026-12-24", office: id, reason: "julafton" })),
    );
  });
});
