import { breaches, compareTiers, tierValues } from "../../../src/program/evaluate.js";
import type { Point, Program, Row, Switch } from "../../../src/program/program.js";
import { Random } from "../../../src/solver/search/random.js";

/**
 * A random program of a few variables, small enough to try every point. `clash` adds a rigid row that can't hold, `hanging`
 * rows that hang on the switches.
 */
export function tinyProgram(
  seed: number,
  options: { clash?: boolean; hanging?: boolean } = {},
): Program {
  const random = new Random(seed);
  const choices: Int32Array[] = [];
  let count = 0;
  for (let c = 2 + random.below(3); c > 0; c--) {
    const size = 1 + random.below(3);
    choices.push(Int32Array.from({ length: size }, () => count++));
  }
  const members = count;
  const switches: Switch[] = [];
  for (let s = random.below(3); s > 0; s--) {
    const some = subset(random, members, 0.5);
    if (some.length > 0) switches.push({ variable: count++, members: some });
  }
  const rows: Row[] = [];
  for (let r = 4 + random.below(6); r > 0; r--) {
    rows.push(randomRow(random, count, rows.length, random.below(3)));
  }
  for (const { variable, members } of options.hanging === true ? switches : []) {
    for (const tier of [0, 1, 2])
      rows.push(hangingRow(random, variable, members, rows.length, tier));
  }
  if (options.clash === true) {
    rows.push({
      ...randomRow(random, count, rows.length, 0),
      coefficients: new Int32Array(0),
      variables: new Int32Array(0),
      limit: -1,
    });
  }
  return {
    variableCount: count,
    variableNames: Array.from({ length: count }, (_, v) => `variable ${v}`),
    choices,
    switches,
    rows,
    tierCount: 2,
  };
}

function randomRow(random: Random, count: number, index: number, tier: number): Row {
  const variables = subset(random, count, 0.6);
  const coefficients = variables.map(() => {
    const size = 1 + random.below(4);
    return random.unit() < 0.5 ? -size : size;
  });
  // Rigid rows mostly allow the empty point, as the planner's do, but not always.
  const limit = random.below(6) - (tier === 0 && random.unit() < 0.8 ? 0 : 3);
  return {
    name: `row ${index}`,
    variables,
    coefficients,
    limit,
    tier,
    weight: tier === 0 ? 0 : 1 + random.below(5),
  };
}

/** A row over some members of a switch, and at times the switch itself, mostly with a positive limit. */
function hangingRow(
  random: Random,
  variable: number,
  members: Int32Array,
  index: number,
  tier: number,
): Row {
  const some = members.filter(() => random.unit() < 0.8);
  const variables = random.unit() < 0.3 ? Int32Array.of(...some, variable) : some;
  return {
    name: `row ${index}`,
    variables,
    coefficients: variables.map(() => 1 + random.below(4)),
    limit: random.below(4),
    tier,
    weight: tier === 0 ? 0 : 1 + random.below(5),
  };
}

function subset(random: Random, count: number, share: number): Int32Array {
  const all: number[] = [];
  for (let v = 0; v < count; v++) if (random.unit() < share) all.push(v);
  return Int32Array.from(all);
}

/** Every point of a tiny program. */
export function* pointsOf({ variableCount }: Program): Generator<Point> {
  for (let code = 0; code < 2 ** variableCount; code++) {
    yield Uint8Array.from({ length: variableCount }, (_, v) => (code >> v) & 1);
  }
}

/** The lexicographic optimum found by trying every point; null when no point is admissible. */
export function bruteForce(program: Program): { point: Point; values: number[] } | null {
  let best: { point: Point; values: number[] } | null = null;
  for (const point of pointsOf(program)) {
    if (breaches(program, point, 1).length > 0) continue;
    const values = tierValues(program, point);
    if (best === null || compareTiers(values, best.values) < 0) best = { point, values };
  }
  return best;
}
