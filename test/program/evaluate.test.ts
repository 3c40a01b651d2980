import { describe, expect, it } from "vitest";
import { completeSwitches } from "../../src/program/complete-switches.js";
import {
  admissible,
  breaches,
  compareTiers,
  rowActivity,
  rowSlack,
  tierValues,
} from "../../src/program/evaluate.js";
import type { Program } from "../../src/program/program.js";
import { validateProgram } from "../../src/program/validate-program.js";
import { tinyProgram } from "./support/tiny-program.js";

/** Choice {a, b}, choice {c}, switch s on b and c. */
const program: Program = {
  variableCount: 4,
  variableNames: ["a", "b", "c", "s"],
  choices: [Int32Array.of(0, 1), Int32Array.of(2)],
  switches: [{ variable: 3, members: Int32Array.of(1, 2) }],
  rows: [
    row("law", [1, 2], [1, 1], 1, 0, 0),
    row("demand", [0, 3], [-1, -2], -2, 1, 10),
    row("wish", [2], [3], 1, 2, 5),
  ],
  tierCount: 2,
};

function row(
  name: string,
  variables: number[],
  coefficients: number[],
  limit: number,
  tier: number,
  weight: number,
) {
  return {
    name,
    variables: Int32Array.from(variables),
    coefficients: Int32Array.from(coefficients),
    limit,
    tier,
    weight,
  };
}

const point = (...values: number[]) => Uint8Array.from(values);

describe("a point's value", () => {
  it("is weight times slack, summed by tier", () => {
    expect(rowActivity(program.rows[1]!, point(1, 0, 0, 0))).toBe(-1);
    expect(rowSlack(program.rows[1]!, point(1, 0, 0, 0))).toBe(1);
    expect(tierValues(program, point(1, 0, 0, 0))).toEqual([10, 0]);
    expect(tierValues(program, point(0, 0, 1, 1))).toEqual([0, 10]);
  });

  it("compares by the first tier that differs", () => {
    expect(compareTiers([1, 9], [2, 0])).toBeLessThan(0);
    expect(compareTiers([1, 9], [1, 8])).toBeGreaterThan(0);
    expect(compareTiers([1, 9], [1, 9])).toBe(0);
  });
});

describe("breaches", () => {
  it("is empty for an admissible point", () => {
    expect(breaches(program, point(1, 0, 1, 1))).toEqual([]);
    expect(admissible(program, point(1, 0, 1, 1))).toBe(true);
  });

  it("names what is broken", () => {
    const found = breaches(program, point(1, 1, 1, 0));
    expect(found).toEqual([
      { kind: "choice", index: 0, name: "a, b" },
      { kind: "switch", index: 0, name: "s" },
      { kind: "row", index: 0, name: "law" },
    ]);
    expect(breaches(program, point(0, 0, 2, 1))[0]).toMatchObject({ kind: "value", name: "c" });
    expect(breaches(program, point(0))[0]).toMatchObject({ kind: "length" });
  });

  it("is mended for switches by completeSwitches", () => {
    expect([...completeSwitches(program, point(0, 1, 0, 0))]).toEqual([0, 1, 0, 1]);
    expect([...completeSwitches(program, point(1, 0, 0, 1))]).toEqual([1, 0, 0, 0]);
  });
});

describe("validateProgram", () => {
  it("accepts sound programs", () => {
    validateProgram(program);
    for (let seed = 1; seed < 50; seed++) validateProgram(tinyProgram(seed));
  });

  it.each<[string, Partial<Program>]>([
    ["one choice only", { choices: [Int32Array.of(0, 1), Int32Array.of(1, 2)] }],
    ["stands in a choice", { choices: [Int32Array.of(0, 1)] }],
    ["holds no switch", { choices: [Int32Array.of(0, 1), Int32Array.of(2, 3)] }],
    ["is no switch", { switches: [{ variable: 3, members: Int32Array.of(3) }] }],
    ["lists a member once", { switches: [{ variable: 3, members: Int32Array.of(1, 1) }] }],
    ["stands once", { rows: [row("twice", [0, 0], [1, 1], 1, 0, 0)] }],
    ["weight fits", { rows: [row("free", [0], [1], 0, 1, 0)] }],
    ["weight fits", { rows: [row("heavy", [0], [1], 0, 0, 3)] }],
    ["whole limit", { rows: [row("half", [0], [1], 0.5, 0, 0)] }],
    ["within tierCount", { rows: [row("far", [0], [1], 0, 3, 1)] }],
    ["exists", { rows: [row("gone", [9], [1], 0, 0, 0)] }],
    ["one name", { variableNames: ["a"] }],
  ])("refuses what breaks the law '%s'", (law, change) => {
    expect(() => validateProgram({ ...program, ...change })).toThrow(law);
  });
});
