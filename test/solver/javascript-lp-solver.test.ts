import { describe, expect, it } from "vitest";
import { linearise } from "../../src/program/linear.js";
import type { Program } from "../../src/program/program.js";
import { solveTableau } from "../../src/solver/javascript-lp-solver.js";

/** Two variables in two choices: at least one should be 1 (tier 1), both at once are forbidden. */
const program: Program = {
  variableCount: 2,
  variableNames: ["a", "b"],
  choices: [Int32Array.of(0), Int32Array.of(1)],
  switches: [],
  rows: [
    {
      name: "some",
      variables: Int32Array.of(0, 1),
      coefficients: Int32Array.of(-1, -1),
      limit: -1,
      tier: 1,
      weight: 5,
    },
    {
      name: "not both",
      variables: Int32Array.of(0, 1),
      coefficients: Int32Array.of(1, 1),
      limit: 1,
      tier: 0,
      weight: 0,
    },
    {
      name: "cost",
      variables: Int32Array.of(0),
      coefficients: Int32Array.of(1),
      limit: 0,
      tier: 2,
      weight: 3,
    },
  ],
  tierCount: 2,
};
const step = { tier: 1, limits: [] };

async function told(
  answer: unknown,
  asked: { tier: number; limits: [number, number][] } = step as never,
) {
  const form = linearise(program, asked.tier, new Map(asked.limits));
  return solveTableau(program, form, asked, async () => ({ Solve: () => answer }));
}

describe("solveTableau", () => {
  it("takes a right answer, its zeros missing", async () => {
    const result = await told({ feasible: true, result: 0, x0: 1 });
    expect(result).toMatchObject({ status: "solved", bound: 0 });
    expect([...result.point!]).toEqual([1, 0]);
  });

  it.each([
    ["fractions", { feasible: true, result: 0, x0: 0.5, x1: 0.5 }, "fraction"],
    ["numbers that are none", { feasible: true, result: 0, x0: Number.NaN }, "fraction"],
    ["values beyond 1", { feasible: true, result: 0, x0: 2 }, "other than 0 and 1"],
    ["broken rows", { feasible: true, result: 0, x0: 1, x1: 1 }, "breaks rigid rows"],
    ["a false value", { feasible: true, result: 0 }, "value"],
    ["no value", { feasible: true, x0: 1 }, "value"],
    ["nothing", undefined, "no answer"],
  ])("refuses %s", async (_name, answer, detail) => {
    const result = await told(answer);
    expect(result).toMatchObject({ status: "refused", point: null, bound: null });
    expect(result.detail).toContain(detail);
  });

  it("refuses a point that breaks the limit of a better tier", async () => {
    const asked = { tier: 2, limits: [[1, 0]] as [number, number][] };
    const result = await told({ feasible: true, result: 0 }, asked);
    expect(result.detail).toContain("better tier");
  });

  it("hands on that nothing was found", async () => {
    expect(await told({ feasible: false })).toMatchObject({ status: "infeasible", point: null });
  });
});
