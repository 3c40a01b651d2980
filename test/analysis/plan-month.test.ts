import { describe, expect, it } from "vitest";
import { planFormulated, planMonth } from "../../src/analysis/plan-month.js";
import { formulate } from "../../src/planning/formulate.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import { brokenThread, testContext } from "../solver/support/context.js";
import { evening, instanceOf, office, people } from "../support/build-case.js";

const instance = instanceOf({
  offices: [office("valbo")],
  evenings: [evening("valbo")],
  ...people("anna", "bo"),
});
const rules = activate(CATALOG, []);
const asked = { seed: 1, effort: 0.05, gap: 0, timeLimitSeconds: null } as const;

describe("a run that is cut short before it has any work", () => {
  const broken = { ...testContext(), startThread: () => brokenThread("it broke") };

  it("has no rota when it broke down, and says why", async () => {
    const plan = await planMonth({ instance, rules, solver: "auto", ...asked }, broken);
    expect(plan).toMatchObject({ rota: null, violations: [], termination: "error" });
    expect(plan.detail).toContain("it broke");
  });

  it("has none when the program was written before, either", async () => {
    const how = { solver: "auto", ...asked } as const;
    const plan = await planFormulated(formulate(instance, rules), rules, how, broken);
    expect(plan).toMatchObject({ rota: null, violations: [] });
  });

  it("has none when it was stopped", async () => {
    const stopped = { ...testContext(), signal: AbortSignal.abort() };
    const plan = await planMonth({ instance, rules, solver: "auto", ...asked }, stopped);
    expect(plan).toMatchObject({ rota: null, violations: [], termination: "interrupted" });
  });

  it("keeps what it has when it begins with a rota", async () => {
    const whole = await planMonth({ instance, rules, solver: "auto", ...asked }, testContext());
    const { rota } = whole;
    expect(rota?.assignments.length).toBeGreaterThan(0);
    const plan = await planMonth(
      { instance, rules, solver: "auto", ...asked, start: rota },
      broken,
    );
    expect(plan.rota).toEqual(rota);
  });
});
