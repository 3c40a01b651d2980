import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/domain/case.js";
import { tierOf } from "../../src/domain/violation.js";
import { decode, encode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import { evening, instanceOf, office, people, pin, rota, time } from "../support/build-case.js";

const severity = (rule: string, value: Severity, weight: number | null = null) => ({
  rule,
  severity: value,
  weight,
  parameter: null,
  value: null,
});
const tables = {
  offices: [office("satra", { desks: 1 }), office("valbo")],
  evenings: [evening("satra"), evening("valbo")],
  ...people("anna", "bo"),
};
const planned = rota(
  "2026-12-01 satra day 09:00-16:00 anna",
  "2026-12-01 satra day 09:00-16:00 bo",
  "2026-12-02 valbo evening 16:00-18:00 anna",
);
function judged(...settings: ReturnType<typeof severity>[]) {
  const instance = instanceOf({ ...tables, ruleSettings: settings }, "2026-12-01", "2026-12-02");
  return judge(instance, activate(CATALOG, settings), planned);
}

describe("the judgement of a rota", () => {
  it("comes hard first, then by the order of the catalogue, date, office, person and time", () => {
    const violations = judged();
    const order = CATALOG.map(({ meta }) => meta.id);
    const key = (v: (typeof violations)[number]) => [tierOf(v), order.indexOf(v.rule)] as const;
    for (const [index, violation] of violations.entries()) {
      const before = violations[index - 1];
      if (!before) continue;
      const [tier, rule] = key(violation);
      const [tierBefore, ruleBefore] = key(before);
      expect(tierBefore * 100 + ruleBefore).toBeLessThanOrEqual(tier * 100 + rule);
      if (rule !== ruleBefore) continue;
      const place = (v: typeof violation) =>
        [
          v.date ?? "",
          v.office ?? "",
          v.department ?? "",
          v.staff ?? "",
          String(v.time?.from ?? 0).padStart(4, "0"),
        ].join("|");
      expect(place(before) <= place(violation)).toBe(true);
    }
    expect(new Set(violations.map(tierOf))).toEqual(new Set([1, 2]));
  });

  it("adds up to the tiers, at weight times amount", () => {
    const violations = judged();
    const cost = (tier: number) =>
      violations.filter((v) => tierOf(v) === tier).reduce((total, v) => total + v.cost, 0);
    expect(tierTotals(violations)).toEqual([cost(1), cost(2)]);
    const desks = violations.find(({ rule }) => rule === "desk-capacity");
    expect(desks).toMatchObject({ severity: "hard", amount: 420, cost: 420 });
    expect(tierTotals([])).toEqual([0, 0]);
  });

  it("follows severity and weight", () => {
    const of = (rule: string, ...settings: ReturnType<typeof severity>[]) =>
      judged(...settings).filter((violation) => violation.rule === rule);
    expect(of("opening-cover").map((v) => [v.severity, v.cost])).toEqual(
      of("opening-cover").map((v) => ["hard", 2 * v.amount]),
    );
    expect(of("opening-cover", severity("opening-cover", "off"))).toEqual([]);
    const soft = of("opening-cover", severity("opening-cover", "soft", 5));
    expect(soft.length).toBeGreaterThan(0);
    expect(soft.every((v) => v.severity === "soft" && v.cost === 5 * v.amount)).toBe(true);
    expect(of("desk-capacity", severity("desk-capacity", "off"))).toHaveLength(1);
  });

  it("does not depend on the order of the rows", () => {
    const instance = instanceOf(tables, "2026-12-01", "2026-12-02");
    const rules = activate(CATALOG, []);
    const backwards = { assignments: planned.assignments.toReversed() };
    expect(judge(instance, rules, backwards)).toEqual(judge(instance, rules, planned));
  });
});

describe("the status of a row", () => {
  it.each([
    ["pinned by a pin of the whole date", pin("anna", "2026-12-01"), "pinned"],
    [
      "pinned where the pin touches it",
      pin("anna", "2026-12-01", { time: time("15:59-17:00") }),
      "pinned",
    ],
    [
      "planned when the pin only touches its end",
      pin("anna", "2026-12-01", { time: time("16:00-17:00") }),
      "planned",
    ],
    [
      "planned when the pin is for another office",
      pin("anna", "2026-12-01", { office: "valbo" }),
      "planned",
    ],
    [
      "planned when the pin forbids",
      pin("anna", "2026-12-01", { pin: "forbid", office: "valbo" }),
      "planned",
    ],
    ["planned when the pin is for another date", pin("anna", "2026-12-02"), "planned"],
    ["planned when the pin is for another person", pin("bo", "2026-12-01"), "planned"],
  ])("is %s", (_, own, status) => {
    const instance = instanceOf(
      { offices: tables.offices, ...people("anna", "bo"), pins: [own] },
      "2026-12-01",
      "2026-12-02",
    );
    const formulation = formulate(instance, activate(CATALOG, []));
    const { point, unplaced } = encode(formulation, rota("2026-12-01 satra day 09:00-16:00 anna"));
    expect(unplaced).toEqual([]);
    expect(decode(formulation, point).assignments.map((row) => row.status)).toEqual([status]);
  });
});
