import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissible, compareTiers, tierValues } from "../../src/program/evaluate.js";
import { Ledger } from "../../src/solver/ledger.js";
import { pointsOf, tinyProgram } from "../program/support/tiny-program.js";

/** The tier values of every admissible point. */
function allValues(seed: number): number[][] {
  const program = tinyProgram(seed);
  const points = [...pointsOf(program)].filter((point) => admissible(program, point));
  return points.map((point) => tierValues(program, point));
}

describe("the least that tiers are proved to cost", () => {
  it("is 0 without a proof", () => {
    expect(new Ledger(tinyProgram(1)).least()).toEqual([0, 0]);
  });

  it("leaves out a proof whose limit is under what the better tier costs at the least", () => {
    const ledger = new Ledger(tinyProgram(1));
    ledger.prove({ tier: 1, limits: [] }, 20);
    ledger.prove({ tier: 2, limits: [[1, 10]] }, 50);
    ledger.prove({ tier: 2, limits: [[1, 30]] }, 40);
    expect(ledger.least()).toEqual([20, 40]);
  });

  it("is bettered by no point, whatever was proved, and reached where the proofs are the best there are", () => {
    let programs = 0;
    const limits = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), limits, (seed, allowed) => {
        const values = allValues(seed);
        if (values.length === 0) return;
        programs++;
        const [best] = values.sort(compareTiers);
        const ledger = new Ledger(tinyProgram(seed));
        for (const limit of allowed) {
          const within = values.filter(([first]) => first! <= limit);
          if (within.length === 0) continue;
          const least = Math.min(...within.map(([, second]) => second!));
          ledger.prove({ tier: 2, limits: [[1, limit]] }, least);
        }
        expect(compareTiers(ledger.least(), best!)).toBeLessThanOrEqual(0);
        ledger.prove({ tier: 1, limits: [] }, best![0]!);
        expect(compareTiers(ledger.least(), best!)).toBeLessThanOrEqual(0);
        ledger.prove({ tier: 2, limits: [[1, best![0]!]] }, best![1]!);
        expect(ledger.least()).toEqual(best);
      }),
      { numRuns: 200, seed: 11 },
    );
    expect(programs).toBeGreaterThan(100);
  });
});
