import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point, Program, Row } from "../../src/program/program.js";
import { Random } from "../../src/solver/search/random.js";
import { type Place, Windows } from "../../src/solver/windows.js";

const PLACES: readonly Place[] = ["broken-rows", "everywhere"];
/** Variables of a choice: a window has about five stages of one choice each. */
const wide = 400;

function row(variables: readonly number[], limit: number): Row {
  const coefficients = Int32Array.from(variables, () => 1);
  return {
    name: "row",
    variables: Int32Array.from(variables),
    coefficients,
    limit,
    tier: 1,
    weight: 1,
  };
}

/** A choice on each of so many stages, two to a line, and a switch over the first variables of the first two. */
function program(stages: number, rows: readonly Row[]): Program {
  const variable = stages * wide;
  return {
    variableCount: variable + 1,
    variableNames: Array.from({ length: variable + 1 }, (_, v) => `${v}`),
    choices: Array.from({ length: stages }, (_, c) =>
      Int32Array.from({ length: wide }, (_, k) => c * wide + k),
    ),
    switches: [{ variable, members: Int32Array.of(0, wide) }],
    rows,
    tierCount: 1,
    stages: Int32Array.from({ length: stages }, (_, c) => c),
    lines: Int32Array.from({ length: stages }, (_, c) => c >> 1),
  };
}

function pointOf({ variableCount }: Program, used: readonly number[]): Point {
  const point = new Uint8Array(variableCount);
  for (const variable of used) point[variable] = 1;
  return point;
}

function inside(window: Uint8Array | null): number[] {
  return [...(window ?? [])].flatMap((one, c) => (one === 1 ? [c] : []));
}

describe("windows", () => {
  it("has none of a program without stages, nor of a small one", () => {
    const { stages: _, ...without } = program(9, []);
    expect(Windows.of(without, 1, new Random(1))).toBeNull();
    expect(Windows.of(program(7, []), 1, new Random(1))).toBeNull();
  });

  it("begins with dates on which a broken row uses something, itself or by its switches", () => {
    const own = program(20, [row([5 * wide, 17 * wide], 1)]);
    const windows = Windows.of(own, 1, new Random(1))!;
    const used = pointOf(own, [5 * wide, 17 * wide]);
    expect(inside(windows.next(used, "broken-rows", null))).toEqual(
      expect.arrayContaining([5, 17]),
    );

    const bySwitch = program(20, [row([20 * wide], 0)]);
    const others = Windows.of(bySwitch, 1, new Random(1))!;
    const switched = pointOf(bySwitch, [wide, 20 * wide]);
    expect(inside(others.next(switched, "broken-rows", null))).toEqual(
      expect.arrayContaining([0, 1]),
    );
  });

  it("looks at every broken row before it looks at one again", () => {
    const rows = [2, 9, 16].map((stage) => row([stage * wide], 0));
    const own = program(20, [...rows, row([12 * wide], 1)]);
    const windows = Windows.of(own, 1, new Random(5))!;
    const point = pointOf(
      own,
      [2, 9, 12, 16].map((stage) => stage * wide),
    );
    // The first two and the fourth begin at a row, the third where no window has been.
    const four = [1, 2, 3, 4].map(() => inside(windows.next(point, "broken-rows", null)));
    const first = [four[0]!, four[1]!, four[3]!];
    for (const stage of [2, 9, 16]) expect(first.some((w) => w.includes(stage))).toBe(true);
  });

  it("begins with the dates on which the point pays the most in reduced costs", () => {
    const own = program(20, [row([0], 0)]);
    const windows = Windows.of(own, 1, new Random(4))!;
    const point = pointOf(own, [3 * wide, 6 * wide, 8 * wide]);
    const reduced = new Float64Array(own.variableCount);
    // What it uses and should, and what it doesn't use and should not, costs it nothing.
    for (const stage of [6, 8]) reduced[stage * wide] = -400;
    for (const stage of [14, 16]) reduced[stage * wide] = 400;
    reduced[3 * wide] = 40;
    reduced[11 * wide] = -50;
    for (let n = 0; n < 3; n++) {
      const dates = inside(windows.next(point, "broken-rows", reduced));
      expect(dates).toEqual(expect.arrayContaining([3, 11]));
    }
  });

  it("takes whole lines and whole stages by turns over everything, and stages alone where there are no lines", () => {
    const own = program(20, [row([4 * wide], 0)]);
    const point = pointOf(own, [4 * wide]);
    const inLines = (window: readonly number[]) => window.every((c) => window.includes(c ^ 1));
    const six = (windows: Windows) =>
      Array.from({ length: 6 }, () => inside(windows.next(point, "everywhere", null)));
    const both = six(Windows.of(own, 1, new Random(1))!);
    expect([1, 2, 4, 5].map((n) => inLines(both[n]!))).toEqual([true, true, true, true]);
    // The one broken row's own line is in the windows that begin at it.
    for (const n of [1, 4]) expect(both[n]).toEqual(expect.arrayContaining([4, 5]));
    expect(both[0]).toHaveLength(5);

    const { lines: _, ...without } = own;
    const alone = six(Windows.of(without, 1, new Random(1))!);
    expect(alone.map((window) => window.length)).toEqual(new Array(6).fill(5));
  });

  it("has all of a program within a few windows, whatever the place", () => {
    for (const place of PLACES) {
      const own = program(20, [row([0], 0)]);
      const windows = Windows.of(own, 1, new Random(2))!;
      const point = pointOf(own, [0]);
      const seen = new Set(
        Array.from({ length: 20 }, () => inside(windows.next(point, place, null))).flat(),
      );
      expect([place, seen.size]).toEqual([place, 20]);
    }
  });

  it("never looks twice in the same window for the same point, and begins anew for another", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 8, max: 20 }), (seed, stages) => {
        for (const place of PLACES) {
          const own = program(stages, [row([0], 0)]);
          const windows = Windows.of(own, 1, new Random(seed))!;
          const point = pointOf(own, [0]);
          const seen = new Set<string>();
          for (let n = 0; n < 100; n++) {
            const window = windows.next(point, place, null);
            if (window === null) break;
            expect(seen.has(window.join(""))).toBe(false);
            seen.add(window.join(""));
          }
          expect(seen.size).toBeGreaterThan(3);
          const again = windows.next(pointOf(own, [0]), place, null);
          expect(inside(again).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});
