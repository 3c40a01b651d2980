import { completeSwitches } from "../../program/complete-switches.js";
import { admissible, compareTiers, tierValues } from "../../program/evaluate.js";
import type { Point, Program } from "../../program/program.js";
import type { HighsHooks } from "../highs/mip.js";

/** The best point so far, judged by the program itself. */
export class Incumbent {
  values: readonly number[];

  constructor(
    private readonly program: Program,
    public point: Point,
    private readonly hooks: HighsHooks,
  ) {
    this.values = tierValues(program, point);
  }

  /** Offers what variables that are 1 make up, switches completed; true when it is better. */
  offer(variables: Iterable<number>): boolean {
    const given = new Uint8Array(this.program.variableCount);
    for (const variable of variables) given[variable] = 1;
    const point = completeSwitches(this.program, given);
    if (!admissible(this.program, point)) return false;
    const values = tierValues(this.program, point);
    if (compareTiers(values, this.values) >= 0) return false;
    this.point = point;
    this.values = values;
    this.hooks.report({ kind: "incumbent", point, values });
    return true;
  }
}
