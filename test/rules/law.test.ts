import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import { expectLawAtPoints, pointOf } from "../support/law.js";
import { randomInstance } from "../support/random-instance.js";

/** Cases tried: LAW_RUNS=10000 for a nightly run. */
const RUNS = Number(process.env.LAW_RUNS ?? 150);

/** A repeatable stream of numbers in [0, 1) (mulberry32), so that a counterexample can be run again. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe("the law that binds a rule's two halves", () => {
  it("holds for every rule at random rotas of random cases", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(randomInstance, fc.integer(), (instance, seed) => {
        expectLawAtPoints(instance, 5, stream(seed));
      }),
      { numRuns: RUNS },
    );
  });

  it("makes the tiers of the program the totals of the report, under the ordinary severities", {
    timeout: 600_000,
  }, () => {
    let admitted = 0;
    fc.assert(
      fc.property(randomInstance, fc.integer(), (instance, seed) => {
        const rules = activate(CATALOG, []);
        const formulation = formulate(instance, rules);
        const draw = stream(seed);
        for (const idle of [1, 0.95, 0.9, 0.7]) {
          const point = pointOf(formulation.program, draw, Math.min(idle, 0.999));
          if (!admissible(formulation.program, point)) continue;
          admitted++;
          const violations = judge(instance, rules, decode(formulation, point));
          expect(tierTotals(violations)).toEqual(tierValues(formulation.program, point));
        }
      }),
      { numRuns: RUNS },
    );
    expect(admitted).toBeGreaterThan(RUNS);
  });
});
