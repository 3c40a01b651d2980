import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { linearise } from "../../src/program/linear.js";
import { reducedCosts } from "../../src/solver/bounds.js";
import { solveNear } from "../../src/solver/highs/near.js";
import { relax } from "../../src/solver/highs/relax.js";
import { bruteForce, pointsOf, tinyProgram } from "../program/support/tiny-program.js";
import { HOOKS, LIMITS } from "./support/highs.js";

describe("the integer program over what points near the relaxation use", () => {
  it("finds the best point within its reach, and bounds the whole program", async () => {
    const seeds = fc.integer({ min: 0, max: 100_000 });
    const reaches = fc.integer({ min: -2, max: 40 });
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(seeds, reaches, async (seed, more) => {
        const program = tinyProgram(seed);
        const start = new Uint8Array(program.variableCount);
        if (!admissible(program, start)) return;
        const best = bruteForce(program)!;
        const form = linearise(program, 1, new Map());
        const relaxation = await relax(form, null);
        const reach = (relaxation.result.bound ?? 0) + more;
        const task = { program, form, relaxation, start, reach, most: 1000 };
        const { status, bound, point } = await solveNear(task, LIMITS, HOOKS);
        const least = best.values[0]!;
        if (bound !== null) expect(bound).toBeLessThanOrEqual(least);
        if (status === "solved" && least <= reach) {
          reached++;
          expect(tierValues(program, point!)[0]).toBe(least);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(reached).toBeGreaterThan(20);
  }, 120_000);

  it("has reduced costs that no point gets round, however rough the multipliers", () => {
    const seeds = fc.integer({ min: 0, max: 100_000 });
    const multipliers = fc.array(fc.double({ min: -5, max: 0, noNaN: true }), {
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(seeds, multipliers, (seed, values) => {
        const program = tinyProgram(seed);
        const form = linearise(program, 1, new Map());
        const y = Float64Array.from({ length: form.rowCount }, (_, i) => values[i % 40]!);
        const { bound, reduced } = reducedCosts(form, y);
        for (const point of pointsOf(program)) {
          if (!admissible(program, point)) continue;
          const used = point.reduce((sum, x, v) => sum + x * Math.max(0, reduced[v]!), 0);
          expect(tierValues(program, point)[0]!).toBeGreaterThanOrEqual(bound + used - 1e-6);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  }, 60_000);
});
