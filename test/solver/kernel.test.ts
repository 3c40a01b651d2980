import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { linearise } from "../../src/program/linear.js";
import type { Program } from "../../src/program/program.js";
import { solveKernel } from "../../src/solver/highs/kernel.js";
import { relax } from "../../src/solver/highs/relax.js";
import { Session } from "../../src/solver/session.js";
import type { KernelChoice, Presolve } from "../../src/solver/thread/messages.js";
import { bruteForce, tinyProgram } from "../program/support/tiny-program.js";
import { testContext, testRequest } from "./support/context.js";
import { HOOKS, LIMITS } from "./support/highs.js";

const NOTHING_LIKELY: KernelChoice = { by: "value", over: 2 };

/** The kernel of a tiny program, from nothing at all; null where that is not admissible. */
async function kernelOf(seed: number, choice: KernelChoice, limits = LIMITS) {
  const program = tinyProgram(seed);
  const start = new Uint8Array(program.variableCount);
  if (!admissible(program, start)) return null;
  const form = linearise(program, 1, new Map());
  const relaxation = await relax(form, null);
  const kept = start.slice();
  const task = { program, form, relaxation, start, kept, choice };
  const result = await solveKernel(task, limits, HOOKS);
  return { program, start, relaxation, result };
}

/** So many duties, each wished for in the first tier. */
function wishes(count: number): Program {
  const variables = Array.from({ length: count }, (_, v) => v);
  return {
    variableCount: count,
    variableNames: variables.map((v) => `duty ${v}`),
    tierCount: 1,
    choices: variables.map((v) => Int32Array.of(v)),
    switches: [],
    rows: variables.map((v) => ({
      name: `wish ${v}`,
      variables: Int32Array.of(v),
      coefficients: Int32Array.of(-1),
      limit: -1,
      tier: 1,
      weight: 10,
    })),
  };
}

const SEEDS = fc.integer({ min: 0, max: 100_000 });

describe("the integer program over a kernel", () => {
  it("finds the best point there is when the kernel holds every variable, however it is presolved", async () => {
    let solved = 0;
    const ways = fc.record({
      presolve: fc.constantFrom<Presolve>("full", "quick", "off"),
      jump: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(SEEDS, ways, async (seed, way) => {
        const limits = { ...LIMITS, ...way };
        const found = await kernelOf(seed, { by: "reduced-cost", count: 1000 }, limits);
        if (found?.result.status !== "solved") return;
        solved++;
        const best = bruteForce(found.program)!;
        expect(tierValues(found.program, found.result.point!)[0]).toBe(best.values[0]);
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(solved).toBeGreaterThan(20);
  }, 60_000);

  it("gives admissible points that are no worse than the start, of likely variables only", async () => {
    const overs = fc.constantFrom(0.05, 0.3, 0.9);
    let better = 0;
    await fc.assert(
      fc.asyncProperty(SEEDS, overs, async (seed, over) => {
        const found = await kernelOf(seed, { by: "value", over });
        if (found === null || found.result.point === null) return;
        const { program, start, relaxation, result } = found;
        const point = result.point!;
        expect(admissible(program, point)).toBe(true);
        const [was, is] = [start, point].map((one) => tierValues(program, one)[0]!);
        expect(is).toBeLessThanOrEqual(was!);
        if (is! < was!) better++;
        const likely = relaxation.result.relaxed!;
        for (const choice of program.choices) {
          for (const v of choice) if (point[v] === 1) expect(likely[v]).toBeGreaterThan(over);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(better).toBeGreaterThan(20);
  }, 60_000);

  it("takes those of the greatest value where more have no reduced cost than it may have", async () => {
    const program = wishes(3);
    const start = new Uint8Array(3);
    const form = linearise(program, 1, new Map());
    const solved = await relax(form, null);
    const result = { ...solved.result, relaxed: Float64Array.of(0.2, 0.9, 0.5) };
    // What the interior-point method leaves of a reduced cost of 0.
    const reduced = Float64Array.of(-2e-9, 3e-9, -1e-9);
    const relaxation = { ...solved, result, reduced };
    const choice = { by: "reduced-cost", count: 1 } as const;
    const task = { program, form, relaxation, start, kept: start, choice };
    const { point } = await solveKernel(task, LIMITS, HOOKS);
    expect(point).toEqual(Uint8Array.of(0, 1, 0));
  });

  it("proves nothing of the whole program", async () => {
    const program = wishes(1);
    const start = Uint8Array.of(0);
    const session = new Session(testRequest(program, { start }), testContext({}), "test");
    const job = {
      task: "kernel",
      ...session.ledger.step(1),
      start,
      kept: start,
      choice: NOTHING_LIKELY,
      root: "simplex",
      target: 0,
      seed: 1,
      gap: 0,
      iterations: 1000,
      milliseconds: null,
    } as const;
    const result = await session.run(session.hand(), job, "polish");
    await session.close();
    expect(result?.point ?? null).not.toEqual(Uint8Array.of(1));
    expect(session.ledger.values).toEqual([10]);
    expect(session.ledger.bound(1)).toBe(0);
  });
});
