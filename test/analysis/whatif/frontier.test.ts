import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marginalCost, nonDominated } from "../../../src/analysis/whatif/frontier.js";

const point = (cost: number, service: number) => ({ cost, service });

describe("nonDominated", () => {
  it("keeps what no other beats, by cost", () => {
    const points = [point(5, 8), point(3, 4), point(4, 4), point(3, 2), point(9, 9), point(9, 8)];
    expect(nonDominated(points)).toEqual([point(3, 4), point(5, 8), point(9, 9)]);
  });

  it("is exactly the points that none beats", () => {
    const points = fc.array(fc.record({ cost: fc.nat(9), service: fc.nat(9) }), { maxLength: 20 });
    fc.assert(
      fc.property(points, (all) => {
        const kept = nonDominated(all);
        const beaten = ({ cost, service }: (typeof all)[number]) =>
          all.some(
            (other) =>
              other.cost <= cost &&
              other.service >= service &&
              (other.cost < cost || other.service > service),
          );
        const keys = new Set(all.filter((one) => !beaten(one)).map((one) => JSON.stringify(one)));
        expect(new Set(kept.map((one) => JSON.stringify(one)))).toEqual(keys);
        expect(kept).toHaveLength(keys.size);
        for (const [i, one] of kept.entries()) {
          if (i > 0) expect(marginalCost(kept[i - 1]!, one)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("marginalCost", () => {
  it("is the cost of one more or the saving of one less, and nothing where money and service part", () => {
    expect(marginalCost(point(160, 13), point(100, 10))).toBe(20);
    expect(marginalCost(point(100, 10), point(160, 9))).toBeNull();
    expect(marginalCost(point(100, 10), point(160, 13))).toBe(20);
    expect(marginalCost(point(100, 10), point(160, 10))).toBeNull();
  });
});
