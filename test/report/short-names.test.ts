import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/report/layout.js";
import { cutAtEnd, shortNames } from "../../src/report/short-names.js";

const shortened = (names: readonly string[], width: number) => names.map(shortNames(names, width));

describe("shortNames", () => {
  it("leaves what fits", () => {
    expect(shortened(["Åsa", "Bo Ek"], 5)).toEqual(["Åsa", "Bo Ek"]);
  });

  it("takes letters of the last name until people are told apart", () => {
    expect(shortened(["Anna Andersson", "Bo Bergström", "Anna Axelsson"], 9)).toEqual([
      "Anna An.",
      "Bo B.",
      "Anna Ax.",
    ]);
  });

  it("keeps the number of an id", () => {
    expect(shortened(["kundservice-01", "kundservice-02"], 8)).toEqual(["kunds…01", "kunds…02"]);
  });

  it("is never wider than it may be", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(fc.array(name), fc.integer({ min: 3, max: 20 }), (names, width) => {
        const short = shortNames(names, width);
        return names.every((one) => widthOf(short(one)) <= Math.max(width, 0));
      }),
    );
  });
});

describe("cutAtEnd", () => {
  it("says that something is left out", () => {
    expect(cutAtEnd("Medborgarkontor Sätra", 12)).toBe("Medborgarko…");
    expect(cutAtEnd("Sätra", 5)).toBe("Sätra");
  });
});
