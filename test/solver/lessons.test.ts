import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { linearise } from "../../src/program/linear.js";
import type { Program } from "../../src/program/program.js";
import { relax } from "../../src/solver/highs/relax.js";
import { lessonsOf, provedBy } from "../../src/solver/lessons.js";
import { bruteForce, pointsOf, tinyProgram } from "../program/support/tiny-program.js";

const SEEDS = fc.integer({ min: 0, max: 100_000 });

/** What the optimum of a tiny program teaches; null where it has none. */
async function taughtBy(program: Program) {
  const best = bruteForce(program);
  if (best === null) return null;
  const tiers = best.values.map((value, t) => ({
    tier: t + 1,
    incumbent: value,
    bound: value,
    gap: 0,
  }));
  return lessonsOf(program, tiers, null);
}

/** The least that a tier costs at points that keep limits on better tiers; infinite where no point does. */
function leastOf(program: Program, tier: number, limits: readonly (readonly [number, number])[]) {
  let least = Number.POSITIVE_INFINITY;
  for (const point of pointsOf(program)) {
    if (!admissible(program, point)) continue;
    const values = tierValues(program, point);
    if (limits.some(([better, limit]) => values[better - 1]! > limit)) continue;
    least = Math.min(least, values[tier - 1]!);
  }
  return least;
}

describe("what one program teaches of another", () => {
  it("never bounds a program by more than its best point costs, whatever the other is", async () => {
    let useful = 0;
    await fc.assert(
      fc.asyncProperty(SEEDS, SEEDS, async (one, other) => {
        const lessons = await taughtBy(tinyProgram(one));
        const program = tinyProgram(other);
        for (const { tier, limits, bound } of provedBy(program, lessons ?? [])) {
          expect(bound).toBeLessThanOrEqual(leastOf(program, tier, limits));
          if (bound > 0) useful++;
        }
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(useful).toBeGreaterThan(20);
  }, 60_000);

  it("bounds the program that it comes from as well as its relaxation does", async () => {
    let bounds = 0;
    await fc.assert(
      fc.asyncProperty(SEEDS, async (seed) => {
        const program = tinyProgram(seed);
        for (const { tier, limits, bound } of provedBy(program, (await taughtBy(program)) ?? [])) {
          const { result } = await relax(linearise(program, tier, new Map(limits)), null);
          expect(bound).toBeGreaterThanOrEqual(result.bound!);
          bounds++;
        }
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(bounds).toBeGreaterThan(50);
  }, 60_000);

  it("tells nothing of a tier that costs nothing", async () => {
    const program = tinyProgram(1);
    const tiers = [1, 2].map((tier) => ({ tier, incumbent: 0, bound: 0, gap: 0 }));
    expect(await lessonsOf(program, tiers, null)).toEqual([]);
  });
});
