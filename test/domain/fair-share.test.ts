import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sharer } from "../../src/domain/fair-share.js";
import { fairShares } from "../../src/domain/fair-share.js";

const PLACES = 3;
const sharer = fc.record({
  weight: fc.constantFrom(0.5, 1, 2),
  done: fc.integer({ min: 0, max: 4 }),
  capacity: fc.integer({ min: 0, max: 5 }),
  places: fc.subarray([0, 1, 2]),
});
const loads = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: PLACES, maxLength: PLACES });
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** The most pieces of the loads that can be carried so that nobody carries more than `most` says; by augmenting paths. */
function carriable(
  sharers: readonly Sharer[],
  load: readonly number[],
  most: readonly number[],
): number {
  const at = sharers.map(() => load.map(() => 0));
  const give = (place: number, seen: Set<number>): boolean => {
    for (const [index, { places }] of sharers.entries()) {
      if (!places.includes(place) || seen.has(index)) continue;
      seen.add(index);
      if (total(at[index]!) < most[index]!) {
        at[index]![place]!++;
        return true;
      }
      for (const other of load.keys()) {
        if (at[index]![other]! > 0 && other !== place && give(other, seen)) {
          at[index]![other]!--;
          at[index]![place]!++;
          return true;
        }
      }
    }
    return false;
  };
  let carried = 0;
  for (const [place, pieces] of load.entries()) {
    for (let i = 0; i < pieces; i++) if (give(place, new Set())) carried++;
  }
  return carried;
}

/** Every way to deal out whole pieces so that as much as possible is carried, as totals of the sharers. */
function allShares(sharers: readonly Sharer[], load: readonly number[]): number[][] {
  const capacities = sharers.map(({ capacity }) => capacity);
  const possible = carriable(sharers, load, capacities);
  const ways = (index: number, left: number): number[][] =>
    index === sharers.length
      ? left === 0
        ? [[]]
        : []
      : Array.from({ length: Math.min(capacities[index]!, left) + 1 }, (_, own) =>
          ways(index + 1, left - own).map((rest) => [own, ...rest]),
        ).flat();
  return ways(0, possible).filter((way) => carriable(sharers, load, way) === possible);
}

/** Levels from the highest down: the fairest way is the one whose list is least. */
const levels = (sharers: readonly Sharer[], shares: readonly number[]) =>
  sharers.map(({ done, weight }, index) => (done + shares[index]!) / weight).sort((a, b) => b - a);

/** A convex measure of unevenness: each piece costs the level that it lifts its sharer to. */
const unevenness = (sharers: readonly Sharer[], shares: readonly number[]) =>
  total(
    sharers.flatMap(({ done, weight }, index) =>
      Array.from({ length: Math.round(shares[index]!) }, (_, k) => (done + k + 1) / weight),
    ),
  );

describe("fair shares", () => {
  it("carry all that can be carried, and nobody over the capacity", () => {
    fc.assert(
      fc.property(fc.array(sharer, { minLength: 1, maxLength: 4 }), loads, (sharers, load) => {
        const shares = fairShares(sharers, load, 1);
        const most = sharers.map(({ capacity }) => capacity);
        expect(total(shares)).toBe(carriable(sharers, load, most));
        expect(carriable(sharers, load, shares)).toBe(total(shares));
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(most[index]!);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are as even as any way to deal out the pieces", () => {
    fc.assert(
      fc.property(fc.array(sharer, { minLength: 1, maxLength: 3 }), loads, (sharers, load) => {
        const shares = fairShares(sharers, load, 1);
        const own = unevenness(sharers, shares);
        const ways = allShares(sharers, load);
        expect(ways.length).toBeGreaterThan(0);
        for (const way of ways) expect(own).toBeLessThanOrEqual(unevenness(sharers, way) + 1e-9);
        const highest = Math.min(...ways.map((way) => levels(sharers, way)[0]!));
        expect(levels(sharers, shares)[0]!).toBeCloseTo(highest, 9);
      }),
      { numRuns: 300 },
    );
  });

  const free = (more: Partial<Sharer> = {}): Sharer => ({
    weight: 1,
    done: 0,
    capacity: 100,
    places: [0, 1],
    ...more,
  });

  it("are by weight, and make up for what was done", () => {
    expect(fairShares([free(), free({ weight: 0.5 })], [6, 0], 1)).toEqual([4, 2]);
    expect(fairShares([free({ done: 3 }), free()], [5, 0], 1)).toEqual([1, 4]);
    expect(fairShares([free({ done: 9 }), free()], [5, 0], 1)).toEqual([0, 5]);
  });

  it("hand a place over when another has nobody else", () => {
    const sharers = [free(), free({ places: [0] })];
    expect(fairShares(sharers, [4, 4], 1)).toEqual([4, 4]);
    expect(fairShares(sharers, [0, 8], 1)).toEqual([8, 0]);
    expect(
      fairShares([free({ capacity: 2 }), free({ places: [0], capacity: 4 })], [4, 4], 1),
    ).toEqual([2, 4]);
  });

  it("are of pieces as small as asked for, and leave out what nobody can carry", () => {
    const thirds = fairShares([free(), free(), free()], [2, 0], 1 / 12);
    for (const share of thirds) expect(share).toBeCloseTo(2 / 3, 9);
    expect(fairShares([], [3], 1)).toEqual([]);
    expect(fairShares([free({ places: [] })], [3], 1)).toEqual([0]);
    expect(
      total(fairShares([free({ capacity: 1e9 }), free({ capacity: 1e9 })], [1e6, 0], 1)),
    ).toBeCloseTo(1e6, 3);
  });
});
