import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchange, neighboursOf } from "../../../src/analysis/whatif/exchange.js";

const alone = { group: "a", position: [] };
const at = (...position: number[]) => ({ group: "g", position });

describe("neighboursOf", () => {
  it("are one step along one sweep, in the same group only", () => {
    const grid = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
    expect(neighboursOf([alone, ...grid, { group: "h", position: [0, 0] }])).toEqual([
      [],
      [3, 2],
      [4, 1],
      [1, 4],
      [2, 3],
      [],
    ]);
  });
});

describe("exchange", () => {
  /** A rota is a number; in a scenario it costs that number, if the scenario allows it. */
  const chain = (length: number) => neighboursOf(Array.from({ length }, (_, k) => at(k)));
  const settle = (own: readonly number[], allows: (index: number, rota: number) => boolean) =>
    exchange(own, chain(own.length), async (mine, offers, index) => {
      const best = Math.min(...offers.filter((rota) => allows(index, rota)));
      return best < mine ? best : null;
    });

  it("carries a good rota along a whole chain of looser and looser scenarios", async () => {
    expect(await settle([3, 9, 7, 8], () => true)).toEqual([3, 3, 3, 3]);
  });

  it("never makes a scenario worse, and never looser ones worse than stricter ones", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 12 }),
        async (scenarios) => {
          // Scenario k allows rotas from its least cost on; what the solver came to lies above it.
          const floors = scenarios.map(([floor]) => floor).sort((a, b) => b - a);
          const own = scenarios.map(([, more], k) => floors[k]! + more);
          const settled = await settle(own, (index, rota) => rota >= floors[index]!);
          for (const [k, cost] of settled.entries()) {
            expect(cost).toBeLessThanOrEqual(own[k]!);
            if (k > 0) expect(cost).toBeLessThanOrEqual(settled[k - 1]!);
          }
        },
      ),
    ));
});
