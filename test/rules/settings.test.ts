import { describe, expect, it } from "vitest";
import type { RuleSetting } from "../../src/domain/case.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate, breakTerms, parameterValue } from "../../src/rules/settings.js";

const row = (rule: string, more: Partial<RuleSetting>): RuleSetting => ({
  rule,
  severity: null,
  weight: null,
  parameter: null,
  value: null,
  ...more,
});
const active = (id: string, ...settings: RuleSetting[]) =>
  activate(CATALOG, settings).find(({ rule }) => rule.meta.id === id)!;

describe("rules under the settings of a case", () => {
  it("are as the catalogue says when nothing is set", () => {
    for (const { rule, severity, values, weightOf } of activate(CATALOG, [])) {
      expect(severity).toBe(rule.meta.severity);
      expect(values).toEqual(
        Object.fromEntries(Object.entries(rule.parameters).map(([k, spec]) => [k, spec.default])),
      );
      for (const [unit, weight] of Object.entries(rule.meta.weights)) {
        expect(weightOf(unit as never)).toBe(weight);
      }
    }
  });

  it("take the last row for severity, weight and each parameter, wherever it stands", () => {
    const own = active(
      "daily-rest",
      row("daily-rest", { severity: "off", weight: 9, parameter: "rest_minutes", value: "600" }),
      row("weekly-hours", { severity: "hard", weight: 1 }),
      row("daily-rest", { severity: "soft" }),
      row("daily-rest", { weight: 7 }),
      row("daily-rest", { parameter: "rest_minutes", value: "540" }),
      row("daily-rest", { parameter: "night_to", value: "06:30" }),
    );
    expect(own.severity).toBe("soft");
    expect(own.weightOf("minutes")).toBe(7);
    expect(own.values).toEqual({ rest_minutes: 540, night_from: 0, night_to: 390 });
  });

  it("never weaken what is always hard", () => {
    for (const { rule } of activate(CATALOG, []).filter((a) => a.rule.meta.alwaysHard)) {
      for (const severity of ["soft", "off"] as const) {
        expect(active(rule.meta.id, row(rule.meta.id, { severity })).severity).toBe("hard");
      }
    }
  });

  it("scale the other units with the main one, and never to nothing", () => {
    const heavy = active("demand-cover", row("demand-cover", { weight: 3 }));
    expect([heavy.weightOf("person-minutes"), heavy.weightOf("duties")]).toEqual([3, 720]);
    const main = CATALOG.find(({ meta }) => meta.id === "demand-cover")!;
    const turned = {
      ...main,
      meta: { ...main.meta, weights: { duties: 240, "person-minutes": 1 } },
    };
    const [light] = activate([turned], [row("demand-cover", { weight: 60 })]);
    expect([light!.weightOf("duties"), light!.weightOf("person-minutes")]).toEqual([60, 1]);
  });

  it("make all units free at the weight 0, and none at any other", () => {
    const weights = (weight: number) => {
      const own = active("publication-notice", row("publication-notice", { weight }));
      return [own.weightOf("duties"), own.weightOf("person-minutes")];
    };
    expect(weights(0)).toEqual([0, 0]);
    expect(weights(1)).toEqual([1, 1]);
  });

  it("throw for a unit that the rule does not use", () => {
    expect(() => active("daily-rest").weightOf("pins")).toThrow(/no weight for pins/);
  });

  it("read numbers and times, and nothing else", () => {
    const { rest_minutes, night_to } = active("daily-rest").rule.parameters;
    expect(parameterValue(rest_minutes!, "-5")).toBe(-5);
    expect(parameterValue(rest_minutes!, "1.5")).toBeNull();
    expect(parameterValue(rest_minutes!, "10:00")).toBeNull();
    expect(parameterValue(night_to!, "24:00")).toBe(1440);
    expect(parameterValue(night_to!, "300")).toBeNull();
  });

  it("take the break from work-break, and none when it is off", () => {
    const terms = (...settings: RuleSetting[]) => breakTerms(activate(CATALOG, settings));
    expect(terms()).toEqual({ stretchMinutes: 300, breakMinutes: 30 });
    expect(
      terms(row("work-break", { severity: "soft", parameter: "break_minutes", value: "45" })),
    ).toEqual({ stretchMinutes: 300, breakMinutes: 45 });
    expect(terms(row("work-break", { severity: "off" }))).toEqual({
      stretchMinutes: Number.POSITIVE_INFINITY,
      breakMinutes: 0,
    });
  });
});
