import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import {
  columnValues,
  type LinearForm,
  linearise,
  lineariseNamed,
} from "../../src/program/linear.js";
import { restrict } from "../../src/program/restrict.js";
import { pointsOf, tinyProgram } from "./support/tiny-program.js";

function keeps(form: LinearForm, columns: Float64Array): boolean {
  for (let j = 0; j < form.columnCount; j++) {
    if (columns[j]! < form.lower[j]! || columns[j]! > form.upper[j]!) return false;
  }
  for (let i = 0; i < form.rowCount; i++) {
    let sum = 0;
    for (let k = form.rowStart[i]!; k < form.rowStart[i + 1]!; k++) {
      sum += form.rowValue[k]! * columns[form.rowColumn[k]!]!;
    }
    if (sum > form.rowUpper[i]! || sum < form.rowLower[i]!) return false;
  }
  return true;
}

function cost(form: LinearForm, columns: Float64Array): number {
  return columns.reduce((sum, value, j) => sum + value * form.cost[j]!, form.offset);
}

const seeds = Array.from({ length: 30 }, (_, k) => 100 + k);

describe("linearise", () => {
  it.each(
    seeds.flatMap((seed) => [
      [seed, false],
      [seed, true],
    ]) as [number, boolean][],
  )("keeps exactly the admissible points within the limits, at their cost (%i, hanging rows: %s)", (seed, hanging) => {
    const program = tinyProgram(seed, { hanging });
    for (const [tier, limits] of [
      [1, new Map<number, number>()],
      [2, new Map([[1, 4]])],
    ] as const) {
      const form = linearise(program, tier, limits);
      for (const point of pointsOf(program)) {
        const values = tierValues(program, point);
        const wanted =
          admissible(program, point) && [...limits].every(([t, limit]) => values[t - 1]! <= limit);
        const columns = columnValues(program, form, point);
        expect(keeps(form, columns)).toBe(wanted);
        if (wanted) expect(cost(form, columns)).toBe(values[tier - 1]);
      }
    }
  });
});

describe("lineariseNamed", () => {
  it.each(seeds)("is the same form, with a name of its own for each row (%i)", (seed) => {
    const program = tinyProgram(seed);
    const limits = new Map([[1, 4]]);
    const { form, rowNames } = lineariseNamed(program, 2, limits);
    expect(form).toEqual(linearise(program, 2, limits));
    expect(rowNames).toHaveLength(form.rowCount);
    expect(new Set(rowNames).size).toBe(form.rowCount);
  });
});

describe("restrict", () => {
  it.each(seeds)("keeps the points that differ in free variables only (%i)", (seed) => {
    const program = tinyProgram(seed);
    const base = [...pointsOf(program)].find((point) => admissible(program, point));
    if (base === undefined) return;
    const limit = tierValues(program, base)[0]! + 2;
    const form = linearise(program, 2, new Map([[1, limit]]));
    const free = Uint8Array.from(base, (_, v) => (v * seed) % 2);
    const part = restrict(form, columnValues(program, form, base), free);
    for (const point of pointsOf(program)) {
      if (point.some((value, v) => free[v] === 0 && value !== base[v])) continue;
      const whole = columnValues(program, form, point);
      const columns = Float64Array.from(part.columns, (j) => whole[j]!);
      expect(keeps(part.form, columns)).toBe(keeps(form, whole));
      if (keeps(form, whole)) expect(cost(part.form, columns)).toBe(cost(form, whole));
    }
  });
});
