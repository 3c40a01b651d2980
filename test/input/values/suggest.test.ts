import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  didYouMean,
  editDistance,
  fold,
  foldWord,
  nearest,
} from "../../../src/input/values/suggest.js";

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["abc", "", 3],
    ["satra", "satraa", 1],
    ["satra", "sarta", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("%s to %s takes %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test("it is symmetric, zero for equal words only, and never more than the longer word", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("nearest", () => {
  const offices = ["Sätra", "Bomhus", "Andersberg"];

  test.each([
    ["Satraa", "Sätra"],
    ["SÄTRA", "Sätra"],
    ["bomuhs", "Bomhus"],
    ["Andersborg", "Andersberg"],
    ["Valbo", null],
    ["", null],
    ["x", null],
    ["x".repeat(1000), null],
  ])("%s: %s", (word, found) => {
    expect(nearest(word, offices)).toBe(found);
  });

  test("a word of which every letter differs is not near", () => {
    expect(nearest("a", ["b"])).toBeNull();
  });

  test("the suggestion is a sentence in both languages", () => {
    expect(didYouMean("Satra", offices)).toEqual({
      en: 'Did you mean "Sätra"?',
      sv: 'Menade du "Sätra"?',
    });
    expect(didYouMean("Valbo", offices)).toBeNull();
  });
});

test("folding", () => {
  expect(fold("SÄTRA é")).toBe("satra e");
  expect(foldWord("Min_staff - x")).toBe("minstaffx");
});
