import { describe, expect, test } from "vitest";
import { fitGrowth } from "../../bench/run/growth.js";
import { cbcNews, glpkNews } from "../../bench/run/logs.js";
import type { Measurement } from "../../bench/run/measurement.js";
import { csv, linesOf, markdown } from "../../bench/run/table.js";
import { firstRota, incumbentAt, timeToGap, timeToOwnGap, traceOf } from "../../bench/run/trace.js";

const trace = traceOf([
  { seconds: 1, bound: 90 },
  { seconds: 2, incumbent: 120 },
  { seconds: 5, incumbent: 101, bound: 80 },
  { seconds: 9, bound: 100 },
]);

describe("trace", () => {
  test("incumbents only fall and bounds only rise", () => {
    expect(trace.at(-1)).toEqual({ seconds: 9, incumbent: 101, bound: 100 });
    expect(trace[2]).toEqual({ seconds: 5, incumbent: 101, bound: 90 });
  });

  test("what was known when", () => {
    expect(firstRota(trace)).toBe(2);
    expect(incumbentAt(trace, 1.9)).toBeNull();
    expect(incumbentAt(trace, 4)).toBe(120);
    expect(timeToGap(trace, 100, 0.01)).toBe(5);
    expect(timeToGap(trace, 100, 0.005)).toBeNull();
    expect(timeToOwnGap(trace, 0.01)).toBe(9);
  });
});

describe("logs", () => {
  test.each([
    ["Continuous objective value is 754.286 - 0.05 seconds", { bound: 754.286 }],
    [
      "Cbc0012I Integer solution of 780 found by feasibility pump after 0 iterations and 0 nodes (0.68 seconds)",
      { incumbent: 780 },
    ],
    [
      "Cbc0010I After 0 nodes, 1 on tree, 1e+50 best solution, best possible 3360 (18.19 seconds)",
      { bound: 3360 },
    ],
    [
      "Cbc0005I Partial search - best objective 3480 (best possible 3360), took 119240 iterations and 282 nodes (57.70 seconds)",
      { incumbent: 3480, bound: 3360 },
    ],
    [
      "Cbc0001I Search completed - best objective 780, took 0 iterations and 0 nodes (0.70 seconds)",
      { incumbent: 780, bound: 780 },
    ],
    ["Cbc0038I Solution found of 2670", null],
  ])("CBC: %s", (line, news) => {
    expect(cbcNews(line, 3)).toEqual(news && { seconds: 3, ...news });
  });

  test.each([
    [
      "+  2088: mip =     not found yet >=              -inf        (1; 0)",
      { incumbent: undefined, bound: undefined },
    ],
    [
      "+  4975: >>>>>   8.700000000e+02 >=   7.800000000e+02  10.3% (108; 1)",
      { incumbent: 870, bound: 780 },
    ],
    [
      "+  7314: mip =   7.800000000e+02 >=     tree is empty   0.0% (0; 583)",
      { incumbent: 780, bound: 780 },
    ],
    ["*  2088: obj =   7.800000000e+02 inf =   1.403e-14 (0) 8", null],
  ])("GLPK: %s", (line, news) => {
    expect(glpkNews(line, 3)).toEqual(news && { seconds: 3, ...news });
  });
});

describe("table", () => {
  const base = { problem: "S", size: 10, seconds: 12, peakMegabytes: 100, note: "" };
  const own: Measurement = { ...base, solver: "rota", trace };
  const peer: Measurement = {
    ...base,
    solver: "peer",
    trace: traceOf([{ seconds: 1, incumbent: 95 }]),
  };

  test("gaps are against the best bound of the run", () => {
    const [line, other] = linesOf([own, peer], 30);
    expect(line).toMatchObject({ "1 %, s": "5.0", "0.5 %, s": "", "own 1 %, s": "9.0" });
    expect(line).toMatchObject({ "at 10 s": "101", "at 30 s": "101", "own bound": "100" });
    expect(line!["at 60 s"]).toBeUndefined();
    expect(other!.note).toBe("CONTRADICTS a bound of 100");
  });

  test("as text", () => {
    const lines = linesOf([own], 10);
    expect(markdown(lines).split("\n")).toHaveLength(4);
    expect(csv(lines).split("\n")[1]).toMatch(/^S,rota,2\.0,/);
  });
});

describe("fitGrowth", () => {
  test("finds the exponent", () => {
    const points = [10, 100, 1000].map((size) => [size, 3 * size ** 1.2] as const);
    expect(fitGrowth(points)!.exponent).toBeCloseTo(1.2);
    expect(fitGrowth(points)!.cases).toBe(3);
  });

  test("needs two sizes", () => {
    expect(fitGrowth([[10, 1]])).toBeNull();
    expect(fitGrowth([])).toBeNull();
  });
});
