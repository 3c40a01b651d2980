import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REPAIR_TIERS, repairRules } from "../../../src/analysis/repair/change-tiers.js";
import { CHANGE_TIER, Mender } from "../../../src/analysis/repair/fewest-changes.js";
import type { Instance } from "../../../src/domain/instance.js";
import { formulate } from "../../../src/planning/formulate.js";
import { completeSwitches } from "../../../src/program/complete-switches.js";
import { compareTiers, tierValues } from "../../../src/program/evaluate.js";
import type { Point, Program } from "../../../src/program/program.js";
import { pointOf } from "../../support/law.js";
import { randomInstance } from "../../support/random-instance.js";

/** Points that brute force may look at. */
const MOST_POINTS = 20_000;

/** A small program from a random instance: only some of its choices may move, the others stay as they are. */
function thawed(program: Program, order: readonly number[]): Uint8Array {
  const frozen = new Uint8Array(program.choices.length).fill(1);
  let points = 1;
  for (const index of order) {
    const choice = index % Math.max(1, program.choices.length);
    const values = (program.choices[choice]?.length ?? 0) + 1;
    if (frozen[choice] === 0 || points * values > MOST_POINTS) continue;
    points *= values;
    frozen[choice] = 0;
  }
  return frozen;
}

/** Every point that leaves the frozen choices and takes nothing banned. */
function* points(
  program: Program,
  start: Point,
  frozen: Uint8Array,
  banned: Uint8Array,
  from = 0,
): Iterable<Point> {
  const next = program.choices.findIndex((_, c) => c >= from && frozen[c] === 0);
  if (next < 0) {
    yield completeSwitches(program, start);
    return;
  }
  const choice = program.choices[next]!;
  const own = [...choice].find((v) => start[v] === 1) ?? -1;
  for (const variable of [-1, ...choice]) {
    if (variable >= 0 && variable !== own && banned[variable] === 1) continue;
    const point = start.slice();
    for (const v of choice) point[v] = v === variable ? 1 : 0;
    yield* points(program, point, frozen, banned, next + 1);
  }
}

/** The start as tasks promise it: no choice alone can come nearer to what was announced. */
function announced(program: Program, any: Point, frozen: Uint8Array, banned: Uint8Array): Point {
  let start = any;
  for (const [c] of program.choices.entries()) {
    const alone = frozen.map((_, other) => (other === c ? frozen[c]! : 1));
    for (const point of points(program, start, alone, banned)) {
      const [was, is] = [start, point].map((own) => tierValues(program, own)[CHANGE_TIER - 1]!);
      if (is! < was!) start = point;
    }
  }
  return start;
}

function bestOf(program: Program, all: Iterable<Point>): readonly number[] {
  let best: number[] | null = null;
  for (const point of all) {
    const values = tierValues(program, point);
    if (best === null || compareTiers(values, best) < 0) best = values;
  }
  return best!;
}

function programOf(instance: Instance): Program {
  return formulate(instance, repairRules(instance.theCase.ruleSettings), REPAIR_TIERS).program;
}

const draws = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
  minLength: 40,
  maxLength: 40,
});

describe("the search for the fewest changes", () => {
  it("finds what brute force finds, in every tier", { timeout: 300_000 }, () => {
    let mended = 0;
    fc.assert(
      fc.property(
        randomInstance,
        draws,
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.nat(),
        (instance, numbers, order, ban) => {
          const program = programOf(instance);
          let at = 0;
          const any = pointOf(program, () => numbers[at++ % numbers.length]!, 0.5);
          const frozen = thawed(program, order);
          const banned = Uint8Array.from(any, (_, v) => ((v * 7 + ban) % 5 === 0 ? 1 : 0));
          const start = announced(program, any, frozen, banned);
          const task = { start, frozen, banned, work: 1e7, tieWork: 1e7 };
          const found = new Mender(program).mend(task);
          const values = bestOf(program, points(program, start, frozen, banned));
          expect(found.fewest).toBe(true);
          expect(found.values.slice(0, 3)).toEqual(values.slice(0, 3));
          const chosen = completeSwitches(program, picked(program, found.picks));
          expect(tierValues(program, chosen)).toEqual(found.values);
          if (found.changed > 0) mended++;
        },
      ),
      { numRuns: Number(process.env.MEND_RUNS ?? 80) },
    );
    expect(mended).toBeGreaterThan(5);
  });

  it("gives tasks of the same mender the same answers in any order", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomInstance, draws, (instance, numbers) => {
        const program = programOf(instance);
        const mender = new Mender(program);
        const task = (half: number) => {
          let at = half;
          const start = pointOf(program, () => numbers[at++ % numbers.length]!, 0.5);
          const frozen = thawed(program, [half, half + 1, half + 2, half + 5]);
          const banned = new Uint8Array(program.variableCount);
          return { start, frozen, banned, work: 5000, tieWork: 500 };
        };
        const first = mender.mend(task(0));
        mender.mend(task(3));
        expect(mender.mend(task(0))).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  it("says so when its work is spent", () => {
    let tried = 0;
    for (const instance of fc.sample(randomInstance, { numRuns: 40, seed: 7 })) {
      const program = programOf(instance);
      const task = {
        start: new Uint8Array(program.variableCount),
        frozen: thawed(program, [0, 1, 2, 3]),
        banned: new Uint8Array(program.variableCount),
        tieWork: 0,
      };
      const mender = new Mender(program);
      if (mender.mend({ ...task, work: 1e6 }).changed === 0) continue;
      expect(mender.mend({ ...task, work: 0 }).fewest).toBe(false);
      tried++;
    }
    expect(tried).toBeGreaterThan(3);
  });
});

function picked(program: Program, picks: Int32Array): Point {
  const point = new Uint8Array(program.variableCount);
  for (const variable of picks) if (variable >= 0) point[variable] = 1;
  return point;
}
