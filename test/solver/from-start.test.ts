import { describe, expect, it } from "vitest";
import type { Point, Program } from "../../src/program/program.js";
import { autoSolver } from "../../src/solver/portfolio.js";
import type { Progress } from "../../src/solver/solver.js";
import type { Proof } from "../../src/solver/thread/messages.js";
import { testContext, testRequest } from "./support/context.js";
import { row } from "./support/row.js";

/** Of two duties only one can be had, and each is wished for in the second tier: 10 is the best there is. */
const oneOfTwo: Program = {
  variableCount: 2,
  variableNames: ["first", "second"],
  tierCount: 2,
  choices: [Int32Array.of(0), Int32Array.of(1)],
  switches: [],
  rows: [row([0, 1], 1, 1, 0), row([0], -1, -1, 2), row([1], -1, -1, 2)],
};

/** A thousand ways to work on each of four dates, one of which is wished for in the second tier. */
const four = [0, 1, 2, 3];
const oneWishPerDate: Program = {
  variableCount: 4000,
  variableNames: Array.from({ length: 4000 }, (_, variable) => `${variable}`),
  tierCount: 2,
  choices: four.map((date) => Int32Array.from({ length: 1000 }, (_, k) => 1000 * date + k)),
  switches: [],
  rows: four.map((date) => row([1000 * date], -1, -1, 2)),
  stages: Int32Array.from(four),
};

/** The kinds of work that a solve from the point does, and the value that it ends with. */
async function workFrom(start: Point, proved: readonly Proof[] = [], program = oneOfTwo) {
  const phases = new Set<Progress["phase"]>();
  const context = testContext({ onProgress: ({ phase }) => phases.add(phase) });
  const { tiers, termination } = await autoSolver.solve(
    testRequest(program, { start, proved }),
    context,
  );
  return { phases: [...phases], value: tiers[1]?.incumbent, termination };
}

describe("the portfolio from a given point", () => {
  it("searches for nothing better when the relaxation proves that there is nothing", async () => {
    const found = await workFrom(Uint8Array.of(0, 1));
    expect(found).toEqual({ phases: ["bound"], value: 10, termination: "optimal" });
  });

  it("does nothing at all when it is proved beforehand that there is nothing better", async () => {
    const found = await workFrom(Uint8Array.of(0, 1), [{ tier: 2, limits: [[1, 0]], bound: 10 }]);
    expect(found).toEqual({ phases: [], value: 10, termination: "optimal" });
  });

  it("closes a tier by windows alone when few steps are missing to what is proved beforehand", async () => {
    const bound = { tier: 2, limits: [[1, 0]], bound: 0 } as const;
    const found = await workFrom(new Uint8Array(4000), [bound], oneWishPerDate);
    expect(found).toEqual({ phases: ["polish"], value: 0, termination: "optimal" });
  });

  it("looks for better points when something is left open", async () => {
    const { phases, value, termination } = await workFrom(Uint8Array.of(0, 0));
    expect([phases.includes("search"), value, termination]).toEqual([true, 10, "optimal"]);
  });

  it("takes a point that isn't admissible for a hint only", async () => {
    const { value, termination } = await workFrom(Uint8Array.of(1, 1));
    expect([value, termination]).toEqual([10, "optimal"]);
  });
});
