import { describe, expect, it } from "vitest";
import { linearise, type TierLimits } from "../../src/program/linear.js";
import { toLp } from "../../src/program/lp.js";
import { toMps } from "../../src/program/mps.js";
import { namesTable } from "../../src/program/names.js";
import { cbc, glpk, installed, type Verdict } from "./support/external.js";
import { bruteForce, tinyProgram } from "./support/tiny-program.js";

const solvers: readonly [string, (text: string, format: "mps" | "lp") => Verdict][] = [
  ["cbc", cbc],
  ["glpsol", glpk],
];
const seeds = Array.from({ length: 12 }, (_, k) => 1 + k);

for (const [command, solve] of solvers) {
  const missing = !installed(command);
  // In CI a missing solver is a failure, not a reason to look away.
  const skip = missing && process.env.CI !== "true";
  const title = skip ? `${command} is not installed: skipped` : `${command} reads the texts`;
  describe.skipIf(skip)(title, () => {
    for (const format of ["mps", "lp"] as const) {
      it.each(seeds)(`finds our optimum in both steps (${format}, program %i)`, (seed) => {
        const program = tinyProgram(seed);
        const optimum = bruteForce(program);
        const text = (tier: number, limits: TierLimits) => {
          const form = linearise(program, tier, limits);
          return format === "mps" ? toMps(form) : toLp(form);
        };
        expect(solve(text(1, new Map()), format)).toBe(optimum?.values[0] ?? null);
        if (optimum === null) return;
        const limits = new Map([[1, optimum.values[0]!]]);
        expect(solve(text(2, limits), format)).toBe(optimum.values[1]);
      });
    }
  });
}

describe("namesTable", () => {
  it("says what each opaque name means", () => {
    const program = tinyProgram(3);
    const form = linearise(program, 1, new Map());
    const table = namesTable(program, form);
    expect(table).toHaveLength(form.columnCount);
    expect(table[0]).toEqual(["x0", "variable 0"]);
    expect(new Set(table.map(([name]) => name)).size).toBe(table.length);
    for (const [name] of table) expect(name).toMatch(/^[xs]\d+$/);
  });
});
