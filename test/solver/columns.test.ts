import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { linearise } from "../../src/program/linear.js";
import type { Point, Program, Row } from "../../src/program/program.js";
import { decompose } from "../../src/solver/columns/blocks.js";
import { buildDiagram } from "../../src/solver/columns/diagram.js";
import { arcCount, within } from "../../src/solver/columns/filter.js";
import { layOut } from "../../src/solver/columns/layout.js";
import { complete, type PricedBlock } from "../../src/solver/columns/pricing.js";
import { solveColumns } from "../../src/solver/columns/solve.js";
import { stepRows } from "../../src/solver/columns/step-rows.js";
import { relax } from "../../src/solver/highs/relax.js";
import { autoSolver } from "../../src/solver/portfolio.js";
import type { ColumnsJob, JobResult, Report, Step } from "../../src/solver/thread/messages.js";
import { bruteForce, pointsOf, tinyProgram } from "../program/support/tiny-program.js";
import { testContext, testRequest } from "./support/context.js";
import { rotaProgram } from "./support/rota-program.js";

const never = { stopped: () => false, report: () => {} };

function room(nodes: number) {
  return { nodes, arcs: 1_000_000, stopped: () => false };
}

function columnsJob(step: Step, start: Point | null): ColumnsJob {
  return {
    task: "columns",
    ...step,
    start,
    seed: 1,
    gap: 0,
    iterations: 100_000,
    milliseconds: null,
  };
}

/** An admissible point of a tiny program, the one with the worst tier 2 among those that keep the limits. */
function worstPoint(program: Program, step: Step): Point | null {
  let worst: Point | null = null;
  for (const point of pointsOf(program)) {
    if (!admissible(program, point)) continue;
    const values = tierValues(program, point);
    if (step.limits.some(([tier, limit]) => values[tier - 1]! > limit)) continue;
    const value = values[step.tier - 1]!;
    if (worst === null || value > tierValues(program, worst)[step.tier - 1]!) worst = point;
  }
  return worst;
}

describe("column generation on tiny programs", () => {
  const seeds = Array.from({ length: 60 }, (_, k) => 1 + k);

  it.each(seeds)("agrees with trying every point in both tiers (%i)", async (seed) => {
    const program = tinyProgram(seed);
    const optimum = bruteForce(program);
    if (optimum === null) return;
    for (const tier of [1, 2]) {
      const limits = tier === 1 ? [] : [[1, optimum.values[0]!] as const];
      const start = worstPoint(program, { tier, limits });
      const reports: Report[] = [];
      const hooks = { stopped: () => false, report: (report: Report) => void reports.push(report) };
      const result = await solveColumns(program, columnsJob({ tier, limits }, start), hooks);
      expect(result.status).toBe("solved");
      expect(admissible(program, result.point!)).toBe(true);
      expect(tierValues(program, result.point!)[tier - 1]).toBe(optimum.values[tier - 1]);
      expect(result.bound).toBe(optimum.values[tier - 1]);
      for (const report of reports) {
        if (report.kind === "bound") {
          expect(report.bound).toBeLessThanOrEqual(optimum.values[tier - 1]!);
        }
      }
    }
  });

  it("has enough programs with a point", () => {
    const solvable = seeds.filter((seed) => bruteForce(tinyProgram(seed)) !== null);
    expect(solvable.length).toBeGreaterThan(30);
  });
});

describe("a diagram", () => {
  it.each([
    3, 4, 5, 6, 7, 8,
  ])("holds exactly the points of its block, at their cost (%i)", (seed) => {
    const program = tinyProgram(seed);
    const step = stepRows(program, { tier: 2, limits: [] });
    const { blocks } = decompose(program, step);
    for (const block of blocks) {
      const layout = layOut(program, block);
      const diagram = buildDiagram(layout, room(10_000));
      const expected = pointsOfBlock(program, block);
      if (typeof diagram === "string") {
        expect(diagram).toBe("no way");
        expect(expected).toEqual([]);
        continue;
      }
      const priced = { diagram, variables: layout.variables };
      const completion = complete(priced, new Float64Array(program.variableCount));
      expect(pathsOf(priced)).toEqual(expected.map(({ key }) => key).sort());
      const least = Math.min(...expected.map(({ cost }) => cost));
      expect(completion.nodeCost[0]).toBe(least);
    }
  });

  it.each([3, 4, 5, 6, 7, 8])("filtered by cost holds the ways within it (%i)", (seed) => {
    const program = tinyProgram(seed);
    const { blocks } = decompose(program, stepRows(program, { tier: 2, limits: [] }));
    for (const block of blocks) {
      const layout = layOut(program, block);
      const diagram = buildDiagram(layout, room(10_000));
      if (typeof diagram === "string") continue;
      const priced = { diagram, variables: layout.variables };
      const completion = complete(priced, new Float64Array(program.variableCount));
      const costs = pointsOfBlock(program, block);
      const least = Math.min(...costs.map(({ cost }) => cost));
      for (const over of [0, 1, 3, 10]) {
        const [kept] = within([priced], [completion], over)!;
        const expected = costs.filter(({ cost }) => cost <= least + over).map(({ key }) => key);
        // An arc stays for its cheapest way, so that dearer ones over such arcs may stay too.
        expect(pathsOf(kept!)).toEqual(expect.arrayContaining(expected));
        expect(arcCount([kept!])).toBeLessThanOrEqual(arcCount([priced]));
      }
      expect(within([priced], [completion], -1)).toBeNull();
    }
  });

  it("gives up beyond the nodes allowed", () => {
    const program = rotaProgram({ offices: 3, people: 3, days: 10, seed: 1 });
    const { blocks } = decompose(program, stepRows(program, { tier: 2, limits: [] }));
    const layouts = blocks.map((block) => layOut(program, block));
    expect(layouts.some((layout) => buildDiagram(layout, room(3)) === "limit")).toBe(true);
  });
});

/** All paths of a diagram, each as its variables in order. */
function pathsOf({ diagram, variables }: PricedBlock): string[] {
  const { nodeCount, arcStart, arcTo, arcLabel, labels } = diagram;
  const from = (node: number): number[][] => {
    if (node === nodeCount - 1) return [[]];
    const paths: number[][] = [];
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const own = labels[arcLabel[arc]!]!.locals.map((local) => variables[local]!);
      for (const rest of from(arcTo[arc]!)) paths.push([...own, ...rest]);
    }
    return paths;
  };
  return from(0)
    .map((path) => path.sort((a, b) => a - b).join(" "))
    .sort();
}

/** All ways to settle a block that keep its rigid rows, with what its priced rows cost. */
function pointsOfBlock(
  program: Program,
  block: ReturnType<typeof decompose>["blocks"][number],
): { key: string; cost: number }[] {
  let ways: number[][] = [[]];
  for (const c of block.choices) {
    const options = [...program.choices[c]!];
    ways = ways.flatMap((way) => [way, ...options.map((variable) => [...way, variable])]);
  }
  return ways.flatMap((way) => {
    const on = new Set(way);
    for (const { variable, members } of block.switches) {
      if (members.some((member) => on.has(member))) on.add(variable);
    }
    let cost = 0;
    for (const row of block.rows) {
      let over = -row.limit;
      for (const [k, v] of row.variables.entries()) if (on.has(v)) over += row.coefficients[k]!;
      if (over > 0 && row.weight === 0) return [];
      cost += row.weight * Math.max(0, over);
    }
    return [{ key: [...on].sort((a, b) => a - b).join(" "), cost }];
  });
}

describe("column generation from nothing", () => {
  it("begins with the blocks' own ways where no rigid row links them", async () => {
    const program = twoTriangles(4);
    const result = await solveColumns(program, columnsJob({ tier: 1, limits: [] }, null), never);
    expect(result.status).toBe("solved");
    expect(tierValues(program, result.point!)).toEqual([4]);
    expect(result.bound).toBe(4);
  });

  it("is what the default solver does first, and needs no search then", async () => {
    const phases: string[] = [];
    const context = testContext({ onProgress: ({ phase }) => void phases.push(phase) });
    const outcome = await autoSolver.solve(testRequest(twoTriangles(4)), context);
    expect(outcome).toMatchObject({ termination: "optimal", detail: null });
    expect(new Set(phases)).toEqual(new Set(["bound"]));
  });

  it("says nothing of size where a block can't be settled at all", async () => {
    const program = twoTriangles(4);
    const [first, ...rest] = program.rows;
    const clash = { ...program, rows: [{ ...first!, limit: -1 }, ...rest] };
    const result = await solveColumns(clash, columnsJob({ tier: 1, limits: [] }, null), never);
    expect(result).toMatchObject({ status: "refused", point: null });
    expect(result.detail).toContain("can't be settled");
  });
});

describe("column generation on a rota program", () => {
  const program = rotaProgram({ offices: 2, people: 10, days: 5, seed: 3 });
  const start = new Uint8Array(program.variableCount);
  const step: Step = { tier: 1, limits: [] };

  it("takes it apart into small blocks", () => {
    const parts = decompose(program, stepRows(program, step));
    expect(parts.blocks.length).toBeGreaterThanOrEqual(5);
    const choices = parts.blocks.flatMap((block) => block.choices).sort((a, b) => a - b);
    expect(choices).toEqual(program.choices.map((_, c) => c));
  });

  it("bounds at least as well as the rows' relaxation, and never above a point", async () => {
    const { result: rows } = await relax(linearise(program, 1, new Map()), null);
    const result = await solveColumns(program, columnsJob(step, start), never);
    expect(result.bound!).toBeGreaterThanOrEqual(rows.bound!);
    expect(result.bound!).toBeLessThanOrEqual(tierValues(program, result.point!)[0]!);
  });

  it("gives the same answer twice", async () => {
    const once = await solveColumns(program, columnsJob(step, start), never);
    const again = await solveColumns(program, columnsJob(step, start), never);
    expect(again).toEqual(once);
  });

  it("stops when asked, with the point that it has", async () => {
    let looks = 0;
    const hooks = { stopped: () => ++looks > 12, report: () => {} };
    const result: JobResult = await solveColumns(program, columnsJob(step, start), hooks);
    expect(result.status).toBe("stopped");
    if (result.point !== null) expect(admissible(program, result.point)).toBe(true);
  });
});

describe("what column generation refuses", () => {
  const program = rotaProgram({ offices: 2, people: 6, days: 5, seed: 3 });

  it("a step without a point where rigid rows link blocks", async () => {
    const step = { tier: 2, limits: [[1, 0]] as const };
    const result = await solveColumns(program, columnsJob(step, null), never);
    expect(result).toMatchObject({ status: "refused", point: null, bound: null });
    expect(result.detail).toContain("needs a point");
  });

  it("a point that breaks the limits", async () => {
    const start = new Uint8Array(program.variableCount);
    const step: Step = { tier: 2, limits: [[1, 0]] };
    const result = await solveColumns(program, columnsJob(step, start), never);
    expect(result.status).toBe("refused");
  });

  it("a block whose diagram is too large", async () => {
    const knapsack = subsetSums(8, 14);
    const start = new Uint8Array(knapsack.variableCount);
    const step = { tier: 1, limits: [] };
    const few = { nodes: 10_000, arcs: 1_000_000 };
    const refused = await solveColumns(knapsack, columnsJob(step, start), never, few);
    expect(refused).toMatchObject({ status: "refused", point: null, bound: null });
    expect(refused.detail).toContain("too large");
    // Without a point of its own the job would have given one: that it doesn't is a limit, and is told.
    const limit = await solveColumns(knapsack, columnsJob(step, null), never, few);
    expect(limit).toMatchObject({ status: "limit", point: null, bound: null });
    expect(limit.detail).toContain("too large");
  });
});

describe("a gap that stays at the root", () => {
  it("ends when the best is one unit above the bound and a great many ways cost the same", async () => {
    const program = twoTriangles(16);
    const start = new Uint8Array(program.variableCount);
    for (const key of [0, 1, 3, 4]) start[key] = 1;
    let looks = 0;
    const hooks = { stopped: () => ++looks > 100_000, report: () => {} };
    const result = await solveColumns(program, columnsJob({ tier: 1, limits: [] }, start), hooks);
    expect(["solved", "limit"]).toContain(result.status);
    expect(tierValues(program, result.point!)).toEqual([4]);
    expect(result.bound!).toBeGreaterThanOrEqual(3);
  }, 60_000);
});

/**
 * Two triangles whose corners cost 1 and whose edges want one of their corners: half of each corner costs 3, whole ones
 * 4. Each corner stands in a block with choices that change no cost, so that each block has a great many equal ways.
 */
function twoTriangles(idle: number): Program {
  const own = idle + 1;
  const keys = [0, 1, 2, 3, 4, 5];
  const row = (name: string, variables: number[], coefficient: number, limit: number) => ({
    name,
    variables: Int32Array.from(variables),
    coefficients: Int32Array.from(variables, () => coefficient),
    limit,
  });
  const blockOf = (key: number) => [
    key,
    ...Array.from({ length: idle }, (_, k) => keys.length + key * idle + k),
  ];
  const count = keys.length * own;
  return {
    variableCount: count,
    variableNames: Array.from({ length: count }, (_, v) => `variable ${v}`),
    choices: Array.from({ length: count }, (_, v) => Int32Array.of(v)),
    switches: [],
    rows: [
      ...keys.map((key) => ({ ...row(`block ${key}`, blockOf(key), 1, idle), tier: 0, weight: 0 })),
      ...keys.map((key) => ({ ...row(`corner ${key}`, [key], 1, 0), tier: 1, weight: 1 })),
      ...[0, 3].flatMap((k) =>
        [
          [k, k + 1],
          [k + 1, k + 2],
          [k, k + 2],
        ].map((edge) => ({ ...row(`edge ${edge}`, edge, -1, -1), tier: 1, weight: 10 })),
      ),
    ],
    tierCount: 1,
  };
}

/** One rigid row whose sums nearly all differ, so that no two ways to begin leave the same room. */
function subsetSums(choices: number, options: number): Program {
  const count = choices * options;
  const variables = Int32Array.from({ length: count }, (_, v) => v);
  const coefficients = variables.map((v) => 1_000_000 + ((v * v * 1_037_389) % 999_983));
  const sum = coefficients.reduce((total, c) => total + c, 0);
  const rigid: Row = {
    name: "knapsack",
    variables,
    coefficients,
    limit: Math.floor((choices * sum) / count / 2),
    tier: 0,
    weight: 0,
  };
  const wanted = [...variables].map((v) => ({
    ...rigid,
    name: `wanted ${v}`,
    variables: Int32Array.of(v),
    coefficients: Int32Array.of(-1),
    limit: -1,
    tier: 1,
    weight: coefficients[v]!,
  }));
  return {
    variableCount: count,
    variableNames: [...variables].map((v) => `variable ${v}`),
    choices: Array.from({ length: choices }, (_, c) =>
      variables.slice(c * options, (c + 1) * options),
    ),
    switches: [],
    rows: [rigid, ...wanted],
    tierCount: 1,
  };
}
