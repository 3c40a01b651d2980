import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { tierUnit } from "../../src/solver/bounds.js";
import { pointsOf, tinyProgram } from "../program/support/tiny-program.js";

describe("tierUnit", () => {
  it("divides whatever a tier costs at any point", () => {
    let whole = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const plain = tinyProgram(seed);
        const rows = plain.rows.map((row) => ({ ...row, weight: 6 * row.weight }));
        const program = { ...plain, rows };
        const units = [1, 2].map((tier) => tierUnit(program, tier));
        for (const point of pointsOf(program)) {
          if (!admissible(program, point)) continue;
          for (const [t, value] of tierValues(program, point).entries()) {
            if (value === 0) continue;
            expect(value % units[t]!).toBe(0);
            if (units[t] === value) whole++;
          }
        }
      }),
      { numRuns: 50, seed: 7 },
    );
    expect(whole).toBeGreaterThan(20);
  });

  it("is 0 where a tier costs nothing", () => {
    expect(tierUnit({ ...tinyProgram(1), rows: [] }, 1)).toBe(0);
  });
});
