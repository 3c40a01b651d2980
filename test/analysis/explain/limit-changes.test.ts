import { describe, expect, it } from "vitest";
import { DEFAULT_COSTS } from "../../../src/analysis/explain/changes.js";
import { FAMILIES } from "../../../src/analysis/explain/families.js";
import type { Item } from "../../../src/analysis/explain/items.js";
import { familyChange } from "../../../src/analysis/explain/limit-changes.js";
import { SCALE_OF_RULE } from "../../../src/analysis/explain/subjects.js";
import { CATALOG } from "../../../src/rules/catalog.js";
import { demand, evening, instanceOf, member, office } from "../../support/build-case.js";

/** A case in which every number that can be moved is given. */
const INSTANCE = instanceOf({
  offices: [office("valbo", { desks: 2, minStaff: 2 })],
  evenings: [evening("valbo", { minEvenings: 3, maxEvenings: 3, minStaff: 2, minGapDays: 9 })],
  staff: [member("anna", { maxMinutesMonth: 600, maxEveningsMonth: 1 })],
  departments: [
    {
      id: "service",
      name: "Service",
      minMinutesMonth: 6000,
      maxMinutesMonth: 9000,
      share: null,
      hourlyCost: null,
    },
  ],
  demand: [demand("valbo", { min: 3 })],
});

/** The subject that a family takes from an item of this case. */
function subjectOf(family: (typeof FAMILIES)[number]): string | null {
  const item: Item = {
    key: "",
    rule: family.rule,
    kind: "rule",
    origin: { rule: family.rule, row: 0, office: "valbo" },
    rows: [],
    office: "valbo",
    staff: "anna",
    department: "service",
    date: null,
  };
  return family.subject(item) ?? family.subject({ ...item, kind: "requirement" });
}

describe("numbers that a way out may move", () => {
  it.each(FAMILIES)("$kind: each step changes the case more, costs more and is told", (family) => {
    const subject = subjectOf(family)!;
    const { theCase } = INSTANCE;
    const changes = family.steps.map((step) =>
      familyChange(family, subject, step, INSTANCE, DEFAULT_COSTS),
    );
    const cases = changes.map((change) => change.apply(theCase));
    expect(new Set([theCase, ...cases].map((one) => JSON.stringify(one))).size).toBe(
      cases.length + 1,
    );
    for (const [index, { cost, text, file }] of changes.entries()) {
      expect(cost).toBeGreaterThan(changes[index - 1]?.cost ?? 0);
      expect(file).toMatch(/^[a-z]+\.csv$/);
      expect(text.en).toMatch(/^[A-Z].*\.$/);
      expect(text.sv).toMatch(/^[A-ZÅÄÖ].*\.$/);
      expect(text.sv).not.toBe(text.en);
    }
    const everybody = family.apply(theCase, family.steps[0]!, null, INSTANCE);
    expect(everybody).toEqual(family.apply(theCase, family.steps[0]!, subject, INSTANCE));
    expect(family.apply(theCase, family.steps[0]!, "nobody", INSTANCE)).toEqual(theCase);
  });

  it("belong to rules of the catalogue, none of them secrecy or the law on working time", () => {
    const ids = CATALOG.map(({ meta }) => meta.id);
    const moved = FAMILIES.map(({ rule }) => rule);
    for (const rule of moved) expect(ids).toContain(rule);
    for (const rule of ["department-separation", "daily-rest", "weekly-rest", "average-hours"]) {
      expect(moved).not.toContain(rule);
    }
  });
});

describe("whom rules are about", () => {
  it("is known of every rule that is hard by default", () => {
    const hard = CATALOG.filter(({ meta }) => meta.severity === "hard").map(({ meta }) => meta.id);
    expect(hard.filter((id) => !(id in SCALE_OF_RULE))).toEqual([]);
  });
});
