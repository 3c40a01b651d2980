import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { DEFAULT_COSTS } from "../../../src/analysis/explain/changes.js";
import type { Collision, Search } from "../../../src/analysis/explain/conflict.js";
import { findCollision } from "../../../src/analysis/explain/conflict.js";
import type { Baseline, Item } from "../../../src/analysis/explain/items.js";
import type { Target } from "../../../src/analysis/explain/targets.js";
import { targetsOf } from "../../../src/analysis/explain/targets.js";
import { waysOut } from "../../../src/analysis/explain/ways-out.js";
import type { Case } from "../../../src/domain/case.js";
import { judge } from "../../../src/planning/judge.js";
import { WarmThreads } from "../../../src/solver/thread/warm-threads.js";
import { testContext } from "../../solver/support/context.js";
import { available } from "../../support/build-case.js";
import { cheaperChanges } from "./support/cheaper.js";
import { bestOf, tinyCases, tinyInstance } from "./support/tiny.js";

const RUNS = Number(process.env.LAW_RUNS) || 12;

const threads = new WarmThreads(testContext());
afterAll(() => threads.close());

/** A tiny case that lacks something, its best rota, and what it lacks. */
interface Lacking {
  readonly baseline: Baseline & { readonly cost: number };
  readonly target: Target;
  readonly search: Search;
}

function lackingOf(tables: Partial<Case>): Lacking | null {
  const baseline = bestOf(tinyInstance(tables));
  const violations = judge(baseline.instance, baseline.rules, baseline.rota);
  const [target] = targetsOf(baseline, violations);
  if (!target) return null;
  const search = {
    baseline,
    context: threads.context,
    seed: 1,
    costs: DEFAULT_COSTS,
    secondsLeft: () => null,
  };
  return { baseline, target, search };
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The case in which only some rules and facts hold, written as tables: everybody else is free, every other number gives way,
 * and nothing is asked but the target and the requirements that are kept, as far as the best rota meets them.
 */
function caseWith(kept: readonly Item[], { baseline, target }: Lacking): Partial<Case> {
  const { theCase } = baseline.instance;
  const keeps = (rule: string, subject: string, kind?: Item["kind"]) =>
    kept.some(
      (item) =>
        item.rule === rule &&
        (item.staff ?? item.office) === subject &&
        (kind === undefined || item.kind === kind),
    );
  const asked = (office: string, least: number) => {
    if (target.requirement.office === office) return least;
    return keeps("evening-count", office, "requirement")
      ? Math.min(least, heldAt(office, baseline))
      : 0;
  };
  return {
    ...theCase,
    staff: theCase.staff.map((one) => ({
      ...one,
      offices: keeps("allowed-office", one.id) ? one.offices : null,
      maxMinutesWeek: keeps("weekly-hours", one.id) ? one.maxMinutesWeek : 100_000,
      maxEveningsMonth: keeps("shift-count", one.id) ? one.maxEveningsMonth : null,
    })),
    availability: theCase.staff.flatMap(({ id, department }) =>
      keeps("availability", id)
        ? theCase.availability.filter((row) => row.staff === id)
        : [available(id, { weekdays: WEEK }, "00:00-24:00", { department })],
    ),
    evenings: theCase.evenings.map((row) => ({
      ...row,
      minEvenings: asked(row.office, row.minEvenings),
      weekdays: keeps("evening-weekday", row.office) ? row.weekdays : WEEK,
      minStaff: keeps("evening-cover", row.office) ? row.minStaff : 0,
      minGapDays: keeps("evening-spacing", row.office) ? row.minGapDays : 0,
    })),
    separations: kept.some(({ rule }) => rule === "department-separation")
      ? theCase.separations
      : [],
  };
}

/** The case without what else the best rota lacks. */
function withoutOtherGaps({ baseline, target }: Lacking): Partial<Case> {
  const { theCase } = baseline.instance;
  return {
    ...theCase,
    evenings: theCase.evenings.map((row) =>
      row.office === target.requirement.office
        ? row
        : { ...row, minEvenings: Math.min(row.minEvenings, heldAt(row.office, baseline)) },
    ),
  };
}

/** Dates on which the best rota holds an evening. */
function heldAt(office: string, { rota }: Baseline): number {
  const rows = rota.assignments.filter((row) => row.office === office);
  return new Set(rows.map(({ date }) => date)).size;
}

const canHold = (kept: readonly Item[], lacking: Lacking) =>
  bestOf(tinyInstance(caseWith(kept, lacking))).cost === 0;

function expectLaw({ items, needed }: Collision, lacking: Lacking): void {
  expect(canHold(items, lacking)).toBe(false);
  for (const [index, item] of items.entries()) {
    expect(needed[index]).toBe(true);
    const rest = items.filter((other) => other !== item);
    expect([item.key, canHold(rest, lacking)]).toEqual([item.key, true]);
  }
}

describe("what is named as colliding", () => {
  it("collides in the case as tables, and without any one item no more", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(tinyCases, async (tables) => {
        const lacking = lackingOf(tables);
        fc.pre(lacking !== null);
        const { kind, collision } = await findCollision(lacking.target, lacking.search);
        expect(kind).toBe("collision");
        expectLaw(collision!, lacking);
        seen++;
      }),
      { numRuns: RUNS, seed: 6, endOnFailure: true },
    );
    expect(seen).toBe(RUNS);
  }, 900_000);
});

describe("ways out", () => {
  it("work, and no cheaper set of changes does, by trying all", async () => {
    await fc.assert(
      fc.asyncProperty(tinyCases, async (tables) => {
        const lacking = lackingOf(tables);
        fc.pre(lacking !== null);
        const { baseline, target, search } = lacking;
        const { collision } = await findCollision(target, search);
        const before = judge(baseline.instance, baseline.rules, baseline.rota);
        const { found, cheapestProven } = await waysOut(target, collision!, search, before);
        const costs = found.map(({ cost }) => cost);
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
        fc.pre(cheapestProven);
        const instance = tinyInstance(withoutOtherGaps(lacking));
        expect(cheaperChanges(instance, found[0]!.cost)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 4), seed: 7, endOnFailure: true },
    );
  }, 900_000);
});
