import type { Point, Program } from "./program.js";

/** A copy of a point with each switch set as its members demand. What the point said of switches is ignored. */
export function completeSwitches(program: Program, point: Point): Point {
  const complete = point.slice();
  for (const { variable, members } of program.switches) {
    complete[variable] = members.some((member) => complete[member] === 1) ? 1 : 0;
  }
  return complete;
}
