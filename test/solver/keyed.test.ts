import { describe, expect, it } from "vitest";
import { admissible } from "../../src/program/evaluate.js";
import type { Program } from "../../src/program/program.js";
import { highsSolver } from "../../src/solver/backends/highs.js";
import { hasKeys } from "../../src/solver/keyed.js";
import { autoSolver } from "../../src/solver/portfolio.js";
import { testContext, testRequest } from "./support/context.js";
import { type RotaSize, rotaProgram } from "./support/rota-program.js";

/** A program of so many people who may all come to one thing, a switch. */
function oneSwitch(people: number): Program {
  return {
    variableCount: people + 1,
    variableNames: Array.from({ length: people + 1 }, (_, v) => `${v}`),
    choices: Array.from({ length: people }, (_, v) => Int32Array.of(v)),
    switches: [{ variable: people, members: Int32Array.from({ length: people }, (_, v) => v) }],
    rows: [],
    tierCount: 2,
  };
}

describe("a solve that begins with the keys", () => {
  const kept: RotaSize = { offices: 2, people: 9, days: 5, seed: 5, need: 1 };
  const broken: RotaSize = { offices: 2, people: 5, days: 5, seed: 3, need: 3 };

  it.each([
    ["keeps what can be kept", kept, (hard: number) => hard === 0],
    ["breaks as little as can be where not all can be kept", broken, (hard: number) => hard > 0],
  ] as const)(
    "%s, to the optimum that HiGHS proves",
    { timeout: 120_000 },
    async (_, size, asked) => {
      const program = rotaProgram(size);
      expect(hasKeys(program)).toBe(true);
      const request = testRequest(program);
      const ours = await autoSolver.solve(request, testContext());
      const theirs = await highsSolver.solve(request, testContext());
      expect(ours.termination).toBe("optimal");
      expect(theirs.termination).toBe("optimal");
      expect(ours.tiers).toEqual(theirs.tiers);
      expect(asked(ours.tiers[0]!.incumbent)).toBe(true);
      expect(admissible(program, ours.point!)).toBe(true);
    },
  );

  it("has the same point again, with one thread as with two", { timeout: 120_000 }, async () => {
    const request = testRequest(rotaProgram(kept), { seed: 7 });
    const two = await autoSolver.solve(request, testContext());
    const one = await autoSolver.solve(request, testContext({ threads: 1 }));
    expect(one.point).toEqual(two.point);
    expect(one.tiers).toEqual(two.tiers);
  });

  it("is not tried without switches, nor with very many keys", () => {
    expect(hasKeys({ ...oneSwitch(3), variableCount: 3, switches: [] })).toBe(false);
    expect(hasKeys(oneSwitch(100))).toBe(true);
    expect(hasKeys(oneSwitch(13_000))).toBe(false);
  });
});
