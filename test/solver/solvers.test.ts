import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { highsSolver } from "../../src/solver/backends/highs.js";
import { javascriptLpSolver } from "../../src/solver/backends/javascript-lp-solver.js";
import { searchSolver } from "../../src/solver/backends/search.js";
import { autoSolver } from "../../src/solver/portfolio.js";
import type { Outcome, Solver } from "../../src/solver/solver.js";
import { startNodeThread } from "../../src/solver/thread/node-thread.js";
import { bruteForce, tinyProgram } from "../program/support/tiny-program.js";
import { brokenThread, testContext, testRequest, workerUrl } from "./support/context.js";
import { rotaProgram } from "./support/rota-program.js";

const seeds = Array.from({ length: 8 }, (_, k) => 1 + k);
const exact: readonly Solver[] = [autoSolver, highsSolver, javascriptLpSolver];
const all: readonly Solver[] = [...exact, searchSolver];

function incumbents(outcome: Outcome): number[] {
  return outcome.tiers.map((tier) => tier.incumbent);
}

describe.each(all)("$name on tiny programs", (solver) => {
  it.each(seeds)("finds the optimum that trying every point finds (%i)", async (seed) => {
    const program = tinyProgram(seed);
    const optimum = bruteForce(program);
    const outcome = await solver.solve(testRequest(program, { effort: 0.2 }), testContext());
    if (optimum === null) {
      expect(outcome.point).toBeNull();
      return;
    }
    expect(incumbents(outcome)).toEqual(optimum.values);
    expect(admissible(program, outcome.point!)).toBe(true);
    expect(tierValues(program, outcome.point!)).toEqual(optimum.values);
    if (solver !== searchSolver) expect(outcome.termination).toBe("optimal");
    for (const [t, tier] of outcome.tiers.entries()) {
      expect(tier.bound).toBeLessThanOrEqual(optimum.values[t]!);
      if (outcome.termination === "optimal") expect(tier.gap).toBe(0);
    }
  });
});

describe("a program without admissible points", () => {
  const program = tinyProgram(2, { clash: true });

  it.each([autoSolver, highsSolver])("$name says infeasible", async (solver) => {
    const outcome = await solver.solve(testRequest(program), testContext());
    expect(outcome).toMatchObject({ termination: "infeasible", point: null, tiers: [] });
  });

  it.each([searchSolver, javascriptLpSolver])("$name finds nothing", async (solver) => {
    const request = testRequest(program, { effort: 0.1 });
    const outcome = await solver.solve(request, testContext());
    expect(outcome).toMatchObject({ termination: "no-solution-at-limit", point: null });
  });
});

describe("determinism", () => {
  const program = rotaProgram({ offices: 2, people: 10, days: 5, seed: 3 });

  it.each([
    autoSolver,
    highsSolver,
    searchSolver,
  ])("$name: same seed, same point", async (solver) => {
    const request = testRequest(program, { effort: 0.2, gap: 0.005 });
    const once = await solver.solve(request, testContext());
    const again = await solver.solve(request, testContext());
    expect(again.point).toEqual(once.point);
    expect(again.tiers).toEqual(once.tiers);
    expect(again.termination).toBe(once.termination);
  });

  it("auto and highs agree on the optimum", async () => {
    const request = testRequest(program, { effort: 0.5 });
    const auto = await autoSolver.solve(request, testContext());
    const highs = await highsSolver.solve(request, testContext());
    expect(highs.termination).toBe("optimal");
    expect(auto.termination).toBe("optimal");
    expect(incumbents(auto)).toEqual(incumbents(highs));
  });
});

describe("runs that end early", () => {
  const program = rotaProgram({ offices: 5, people: 25, days: 15, seed: 1 });

  it.each([
    autoSolver,
    highsSolver,
    searchSolver,
  ])("$name keeps its best point when interrupted", async (solver) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1500);
    const request = testRequest(program, { effort: 50 });
    const begun = performance.now();
    const outcome = await solver.solve(request, testContext({ signal: controller.signal }));
    expect(outcome.termination).toBe("interrupted");
    expect(admissible(program, outcome.point!)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(6000);
  });

  it.each([
    autoSolver,
    highsSolver,
    searchSolver,
  ])("$name stops at the time limit", async (solver) => {
    const request = testRequest(program, { effort: 50, timeLimitSeconds: 1 });
    const begun = performance.now();
    const outcome = await solver.solve(request, testContext());
    expect(outcome.termination).toBe("feasible-at-limit");
    expect(admissible(program, outcome.point!)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(6000);
  });
});

describe("threads that break", () => {
  const program = rotaProgram({ offices: 2, people: 8, days: 5, seed: 1 });

  it.each(all)("$name answers error when its threads die", async (solver) => {
    const context = testContext({ startThread: () => brokenThread("out of memory") });
    const outcome = await solver.solve(testRequest(program), context);
    expect(outcome.termination).toBe("error");
    expect(outcome.detail).toContain("out of memory");
  });

  it("keeps the start when its threads die", async () => {
    const start = new Uint8Array(program.variableCount);
    const context = testContext({ startThread: () => brokenThread("boom") });
    const outcome = await autoSolver.solve(testRequest(program, { start }), context);
    expect(outcome.point).toEqual(start);
    expect(incumbents(outcome)).toEqual(tierValues(program, start));
  });

  it("keeps what the other thread finds when one throws", async () => {
    const urls = [workerUrl, new URL("./support/throwing-worker.mjs", import.meta.url)];
    const context = testContext({ startThread: () => startNodeThread(urls.shift()!) });
    const outcome = await autoSolver.solve(testRequest(program, { effort: 0.5 }), context);
    expect(outcome.detail).toContain("the worker threw");
    expect(admissible(program, outcome.point!)).toBe(true);
    const empty = tierValues(program, new Uint8Array(program.variableCount));
    expect(incumbents(outcome)[0]).toBeLessThan(empty[0]!);
  });

  it("cuts off a thread that never answers", async () => {
    const context = testContext({ startThread: () => brokenThread(null) });
    const request = testRequest(program, { timeLimitSeconds: 0.1 });
    const outcome = await autoSolver.solve(request, context);
    expect(outcome.termination).toBe("feasible-at-limit");
  });
});

describe("javascript-lp-solver's size limit", () => {
  it("refuses what it can't finish, and says so", async () => {
    const program = rotaProgram({ offices: 3, people: 12, days: 10, seed: 1 });
    const outcome = await javascriptLpSolver.solve(testRequest(program), testContext());
    expect(outcome).toMatchObject({ termination: "no-solution-at-limit", point: null });
    expect(outcome.detail).toContain("columns");
  });
});
