import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alternatives } from "../../../src/input/scenarios/sweep.js";

const number = (cell: string) => /^\d+([.,]\d+)?$/.test(cell);
const values = (cell: string, accepts = number) => {
  const found = alternatives(cell, accepts);
  return "value" in found ? found.value : found.fault.message.en;
};

describe("alternatives", () => {
  test.each([
    ["3", ["3"]],
    ["", [""]],
    ["2..6", ["2", "3", "4", "5", "6"]],
    ["2 .. 4", ["2", "3", "4"]],
    ["0.5..1 step 0.1", ["0.5", "0.6", "0.7", "0.8", "0.9", "1"]],
    ["0,5..1 steg 0,25", ["0.5", "0.75", "1"]],
    ["0.8..1", ["0.8", "0.9", "1"]],
    ["1..8 step 3", ["1", "4", "7"]],
    ["2|4", ["2", "4"]],
    ["a|b||c", ["a|b", "c"]],
  ])("%s", (cell, expected) => {
    expect(values(cell)).toEqual(expected);
  });

  test("what the column accepts as it stands is one value", () => {
    expect(values("mon|wed", () => true)).toEqual(["mon|wed"]);
  });

  test.each([
    ["6..2", "has no values"],
    ["1..2 step 0", "has no values"],
    ["1..20000", "20000 values, more than 10000"],
    ["2|2", "twice"],
    ["2||", "empty value"],
  ])("%s is refused", (cell, words) => {
    expect(values(cell)).toContain(words);
  });

  test("a range holds exactly the multiples of its step from its least value on", () => {
    const whole = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 60 }), (low, more, step) => {
        const found = values(`${low / 10}..${(low + more) / 10} step ${step / 10}`);
        const wanted = [];
        for (let k = low; k <= low + more; k += step) wanted.push(String(k / 10));
        expect(found).toEqual(wanted);
      }),
    );
  });
});
