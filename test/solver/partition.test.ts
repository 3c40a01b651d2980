import { describe, expect, it } from "vitest";
import type { Program } from "../../src/program/program.js";
import { Partition } from "../../src/solver/partition.js";
import { Random } from "../../src/solver/search/random.js";

/** Choices of two variables each. */
function program(choices: number): Program {
  return {
    variableCount: 2 * choices,
    variableNames: Array.from({ length: 2 * choices }, (_, v) => `${v}`),
    choices: Array.from({ length: choices }, (_, c) => Int32Array.of(2 * c, 2 * c + 1)),
    switches: [],
    rows: [],
    tierCount: 1,
  };
}

/** The choices in these cells. */
function partition(cells: readonly number[] | undefined, seed: number): Partition | null {
  const own = program(cells?.length ?? 3);
  return Partition.of(own, cells && Int32Array.from(cells), new Random(seed));
}

describe("cells as parts", () => {
  it("has none of a program whose choices have no cell, or all the same", () => {
    expect(partition(undefined, 1)).toBeNull();
    expect(partition([0, 0, 0], 1)).toBeNull();
  });

  it("takes whole cells of about the size asked for, and at least one", () => {
    const cells = partition([0, 1, 0, 1, 2, 2], 1)!;
    const without = new Uint8Array(6);
    const one = cells.take(1, without);
    expect(one.filter((inside) => inside === 1)).toHaveLength(2);
    expect([one[0], one[1], one[4]]).toEqual([one[2], one[3], one[5]]);
    expect(cells.take(8, without).filter((inside) => inside === 1)).toHaveLength(4);
  });

  it("takes those first that have been inside least often", () => {
    const cells = partition([0, 1, 2, 3], 7)!;
    const parts = Array.from({ length: 8 }, () => [...cells.take(2, new Uint8Array(4))]);
    const visits = (some: number[][]) =>
      [0, 1, 2, 3].map((c) => some.filter((part) => part[c] === 1).length);
    expect(visits(parts.slice(0, 4))).toEqual([1, 1, 1, 1]);
    expect(visits(parts)).toEqual([2, 2, 2, 2]);
  });

  it("takes nothing of a stage that has a choice taken already", () => {
    const cells = partition([0, 0, 1], 1)!;
    expect([...cells.take(100, Uint8Array.of(1, 0, 0))]).toEqual([0, 0, 1]);
    expect([...cells.take(100, Uint8Array.of(1, 0, 1))]).toEqual([0, 0, 0]);
  });

  it("takes of a group the cells of the greatest weight", () => {
    const cells = partition([0, 1, 2, 3, 4, 5], 3)!;
    const weights = new Map([2, 9, 5, 0, 7, 1].map((weight, cell) => [cell, weight]));
    const part = cells.around([{ weights, most: 1 }], 6);
    expect([...part]).toEqual([0, 1, 1, 0, 1, 0]);
  });

  it("slides over cells that follow each other, and begins anew after the last", () => {
    const cells = partition([0, 1, 2, 3, 4, 5, 6], 1)!;
    const taken = () => [...cells.slide(6).entries()].flatMap(([c, one]) => (one === 1 ? [c] : []));
    expect([taken(), taken(), taken()]).toEqual([
      [0, 1, 2],
      [2, 3, 4],
      [4, 5, 6],
    ]);
    expect(taken()).toEqual([0, 1, 2]);
  });

  it("slides a full part to the end when the rest is smaller, and over all when there is less than a part", () => {
    const count = (part: Uint8Array) => part.filter((inside) => inside === 1).length;
    const six = partition([0, 1, 2, 3, 4, 5], 1)!;
    expect(Array.from({ length: 8 }, () => count(six.slide(8)))).toEqual(new Array(8).fill(4));
    const two = partition([0, 1], 1)!;
    expect([count(two.slide(100)), count(two.slide(100))]).toEqual([2, 2]);
  });

  it("lays a part around groups of cells, of each so much at most, and fills it with others", () => {
    const cells = partition([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)!;
    const group = (list: readonly number[], most: number) => ({
      weights: new Map(list.map((cell) => [cell, 1])),
      most,
    });
    const many = cells.around([group([0, 1, 2, 3, 4, 5], 2 / 3), group([1, 7, 8], 1)], 12);
    expect(many.slice(0, 6).filter((inside) => inside === 1)).toHaveLength(4);
    expect([...many.slice(6)]).toEqual([0, 1, 1]);
    const few = cells.around([group([4], 1)], 6);
    expect([few[4], few.filter((inside) => inside === 1).length]).toEqual([1, 3]);
  });
});
