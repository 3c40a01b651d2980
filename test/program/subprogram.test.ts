import { describe, expect, it } from "vitest";
import { completeSwitches } from "../../src/program/complete-switches.js";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { subprogram, wholePoint } from "../../src/program/subprogram.js";
import { validateProgram } from "../../src/program/validate-program.js";
import { Random } from "../../src/solver/search/random.js";
import { pointsOf, tinyProgram } from "./support/tiny-program.js";

describe("a part of a program with some variables left and some at 1", () => {
  it.each(
    Array.from({ length: 60 }, (_, k) => k),
  )("has the points, the values and the verdicts of the whole (%i)", (seed) => {
    const program = tinyProgram(seed, { hanging: true });
    const random = new Random(seed);
    const left = new Uint8Array(program.variableCount);
    const ones = new Uint8Array(program.variableCount);
    for (const choice of program.choices) {
      if (random.unit() < 0.3) ones[choice[random.below(choice.length)]!] = 1;
      else for (const v of choice) left[v] = random.unit() < 0.7 ? 1 : 0;
    }
    const part = subprogram(program, left, ones);
    validateProgram(part.program);
    for (const point of pointsOf(part.program)) {
      const complete = completeSwitches(part.program, point);
      const whole = completeSwitches(program, wholePoint(part, complete));
      expect(wholePoint(part, complete)).toEqual(whole);
      expect(admissible(part.program, complete)).toBe(admissible(program, whole));
      expect(tierValues(part.program, complete)).toEqual(tierValues(program, whole));
    }
  });
});
