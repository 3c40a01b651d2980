import { describe, expect, it } from "vitest";
import { admissible, tierValues } from "../../src/program/evaluate.js";
import { Neighbourhoods } from "../../src/solver/neighbourhood.js";
import { compileSearch } from "../../src/solver/search/model.js";
import { Random } from "../../src/solver/search/random.js";
import { search } from "../../src/solver/search/search.js";
import { State } from "../../src/solver/search/state.js";
import { packProgram, unpackProgram } from "../../src/solver/thread/pack.js";
import { tinyProgram } from "../program/support/tiny-program.js";
import { rotaProgram } from "./support/rota-program.js";

const quiet = { heat: 1, guide: null, target: [], stopped: () => false, onProgress: () => {} };

describe("State", () => {
  it.each([1, 2, 3, 4, 5])("keeps values and counts exact over random trials (%i)", (seed) => {
    const program = tinyProgram(seed);
    const state = new State(compileSearch(program));
    const random = new Random(seed);
    for (let step = 0; step < 300; step++) {
      state.begin();
      for (let k = 0; k < 3; k++) {
        const choice = random.below(program.choices.length);
        const variables = program.choices[choice]!;
        const to = random.below(variables.length + 1);
        const assigned = state.assign(choice, variables[to] ?? -1);
        if (assigned && random.unit() < 0.3) state.undo();
      }
      if (random.unit() < 0.5) state.commit();
      const point = state.point();
      expect([...state.values.subarray(1)]).toEqual(tierValues(program, point));
      expect(state.values[0] === 0).toBe(admissible(program, point));
    }
  });
});

describe("search", () => {
  const program = rotaProgram({ offices: 3, people: 15, days: 10, seed: 4 });

  it("finds a point of the value it claims, the same for the same seed", () => {
    const request = { program, start: null, seed: 7, moves: 60_000, ...quiet };
    const once = search(request);
    const again = search(request);
    expect(again.point).toEqual(once.point);
    expect(admissible(program, once.point!)).toBe(true);
    expect(tierValues(program, once.point!)).toEqual(once.values);
    expect(once.values[0]).toBeLessThan(
      tierValues(program, new Uint8Array(program.variableCount))[0]! / 5,
    );
  });

  it("is never worse than its start", () => {
    const { point: start } = search({ program, start: null, seed: 7, moves: 60_000, ...quiet });
    const next = search({ program, start, seed: 8, moves: 5000, ...quiet });
    const before = tierValues(program, start!);
    expect(next.values[0]! <= before[0]!).toBe(true);
  });

  it("stops when told to", () => {
    const request = { program, start: null, seed: 1, moves: 1e9, ...quiet, stopped: () => true };
    expect(search(request)).toMatchObject({ stopped: true });
  });

  it("ends as soon as it has what nothing can better, and not before", () => {
    const request = { program, start: null, seed: 7, moves: 20_000, ...quiet };
    const whole = search(request);
    const arrived = search({ ...request, target: whole.values });
    expect(arrived).toMatchObject({ point: whole.point, values: whole.values, stopped: false });
    expect(arrived.moves).toBeLessThan(whole.moves);
    const [first = 0, ...others] = whole.values;
    expect(search({ ...request, target: [first - 1, ...others] })).toEqual(whole);
  });
});

describe("Neighbourhoods", () => {
  it("grow connected parts of the wanted size and visit everything", () => {
    const program = rotaProgram({ offices: 3, people: 15, days: 10, seed: 4 });
    const parts = new Neighbourhoods(program, new Random(1));
    const visited = new Uint8Array(program.choices.length);
    for (let k = 0; k < 60; k++) {
      const inside = parts.grow(100, null);
      const size = program.choices.reduce((n, c, i) => n + (inside[i] === 1 ? c.length : 0), 0);
      expect(size).toBeGreaterThanOrEqual(100);
      expect(size).toBeLessThan(150);
      for (let c = 0; c < visited.length; c++) visited[c]! |= inside[c]!;
    }
    expect(visited.every((v) => v === 1)).toBe(true);
  });
});

describe("packProgram", () => {
  it("brings back all but the names", () => {
    const program = tinyProgram(5);
    const back = unpackProgram(packProgram(program));
    expect(back).toEqual({
      ...program,
      variableNames: [],
      rows: program.rows.map((row) => ({ ...row, name: "" })),
    });
  });
});
