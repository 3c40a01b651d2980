import { completeSwitches } from "./complete-switches.js";
import type { Point, Program, Row, Switch } from "./program.js";

/** A program in which some variables are left, renumbered, and all others keep a value. */
export interface Subprogram {
  readonly program: Program;
  /** The variable of the whole program behind each of its variables. */
  readonly variables: Int32Array;
  /** What the whole program's variables are while all that is left is 0. */
  readonly base: Point;
}

/**
 * The part of a program in which only the variables of `left` may change and those of `ones` are 1; all others are 0. Both
 * speak of variables that stand in choices; switches follow. The values of its points are those of the whole program's.
 */
export function subprogram(program: Program, left: Uint8Array, ones: Uint8Array): Subprogram {
  const base = completeSwitches(program, ones);
  const open = program.switches.filter(
    ({ variable, members }) => base[variable] === 0 && members.some((member) => left[member] === 1),
  );
  const stays = left.slice();
  for (const { variable } of open) stays[variable] = 1;
  const newIndex = new Int32Array(program.variableCount).fill(-1);
  const variables = Int32Array.from(newIndex.keys()).filter((v) => stays[v] === 1);
  for (const [index, variable] of variables.entries()) newIndex[variable] = index;
  const renumbered = (list: Int32Array) =>
    list.filter((v) => stays[v] === 1).map((v) => newIndex[v]!);
  const switches = open.map(
    ({ variable, members }): Switch => ({
      variable: newIndex[variable]!,
      members: renumbered(members),
    }),
  );
  return {
    variables,
    base,
    program: {
      variableCount: variables.length,
      variableNames: Array.from(variables, (v) => program.variableNames[v] ?? ""),
      choices: program.choices.map(renumbered).filter((choice) => choice.length > 0),
      switches,
      rows: program.rows.map((row) => rowOf(row, base, stays, newIndex)),
      tierCount: program.tierCount,
    },
  };
}

/** The whole program's point of a point of its part. */
export function wholePoint({ base, variables }: Subprogram, point: Point): Point {
  const whole = base.slice();
  for (const [index, variable] of variables.entries()) {
    if (point[index] === 1) whole[variable] = 1;
  }
  return whole;
}

function rowOf(row: Row, base: Point, stays: Uint8Array, newIndex: Int32Array): Row {
  let limit = row.limit;
  const places: number[] = [];
  for (let k = 0; k < row.variables.length; k++) {
    const variable = row.variables[k]!;
    if (stays[variable] === 1) places.push(k);
    else if (base[variable] === 1) limit -= row.coefficients[k]!;
  }
  return {
    ...row,
    limit,
    variables: Int32Array.from(places, (k) => newIndex[row.variables[k]!]!),
    coefficients: Int32Array.from(places, (k) => row.coefficients[k]!),
  };
}
