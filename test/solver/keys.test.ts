import { describe, expect, it } from "vitest";
import { linearise } from "../../src/program/linear.js";
import { solveKeys } from "../../src/solver/highs/key-program.js";
import { relax } from "../../src/solver/highs/relax.js";
import { Keys } from "../../src/solver/keys.js";
import { Random } from "../../src/solver/search/random.js";
import { bruteForce, tinyProgram } from "../program/support/tiny-program.js";
import { HOOKS } from "./support/highs.js";
import { rotaProgram } from "./support/rota-program.js";

const seeds = Array.from({ length: 40 }, (_, k) => k);
const limits = { seed: 1, iterations: 10_000 };

describe("the keys of a program", () => {
  const program = rotaProgram({ offices: 2, people: 6, days: 5, seed: 3 });
  const keys = new Keys(program);
  const members = new Set(program.switches.flatMap((one) => [...one.members]));

  it("are its switches and their members", () => {
    const switches = program.switches.map(({ variable }) => variable);
    const marked = [...keys.isKey.keys()].filter((v) => keys.isKey[v] === 1);
    expect(marked).toEqual([...members, ...switches].sort((a, b) => a - b));
    for (const [v, one] of keys.classOf.entries()) expect(one >= 0).toBe(members.has(v));
  });

  it("are alike when they turn the same switches in the same choice", () => {
    expect(keys.classCount).toBeLessThan(members.size);
    for (const choice of program.choices) {
      for (const a of choice) {
        for (const b of choice) {
          if (keys.classOf[a]! < 0 || keys.classOf[a] !== keys.classOf[b]) continue;
          for (const { members: list } of program.switches) {
            expect(list.includes(a)).toBe(list.includes(b));
          }
        }
      }
    }
  });

  it("leave open what can't be told from them, and all that is no member where there is none", () => {
    const member = program.switches[0]!.members[0]!;
    const point = new Uint8Array(program.variableCount);
    point[member] = 1;
    const allowed = keys.allowed(point);
    for (const choice of program.choices) {
      const wanted = choice.includes(member) ? keys.classOf[member]! : -1;
      for (const v of choice) expect(allowed[v]).toBe(keys.classOf[v] === wanted ? 1 : 0);
    }
    const certain = keys.certain(point, allowed);
    for (const [v, one] of certain.entries()) if (one === 1) expect(v).toBe(member);
  });
});

describe("the program over the keys", () => {
  it.each(seeds)("bounds the whole from below, whatever the multipliers (%i)", async (seed) => {
    const program = tinyProgram(seed, { hanging: true });
    const best = bruteForce(program);
    if (best === null || program.switches.length === 0) return;
    const form = linearise(program, 2, new Map([[1, best.values[0]!]]));
    const keys = new Keys(program);
    const random = new Random(seed);
    for (let tries = 0; tries < 3; tries++) {
      const multipliers = Float64Array.from({ length: form.rowCount }, () =>
        random.unit() < 0.5 ? 0 : -4 * random.unit(),
      );
      const found = await solveKeys({ program, form, keys, multipliers }, limits, HOOKS);
      expect(found.bound ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(best.values[1]!);
    }
  });

  it("is no looser than the relaxation whose multipliers it has", async () => {
    for (const seed of [1, 2, 3]) {
      const program = rotaProgram({ offices: 2, people: 8, days: 10, seed });
      const form = linearise(program, 2, new Map([[1, 0]]));
      const { multipliers, result } = await relax(form, null);
      if (multipliers === null || result.status !== "solved") continue;
      const keys = new Keys(program);
      const found = await solveKeys({ program, form, keys, multipliers }, limits, HOOKS);
      // Costs are rounded down to a grain, which the raised bound may feel by one step at most.
      expect(found.bound).toBeGreaterThanOrEqual(result.bound! - 1);
      expect(found.point?.includes(1)).toBe(true);
    }
  });

  it("keeps the choices and the rows over keys alone", async () => {
    for (const seed of seeds) {
      const program = tinyProgram(seed, { hanging: true });
      const form = linearise(program, 2, new Map());
      const keys = new Keys(program);
      const multipliers = new Float64Array(form.rowCount);
      const { point } = await solveKeys({ program, form, keys, multipliers }, limits, HOOKS);
      for (const choice of program.choices) {
        expect(choice.filter((v) => point?.[v] === 1).length).toBeLessThanOrEqual(1);
      }
    }
  });
});
