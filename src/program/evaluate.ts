import type { Point, Program, Row } from "./program.js";

/** One reason why a point is not admissible. `index` counts within the program's list of that kind. */
export interface Breach {
  readonly kind: "length" | "value" | "choice" | "switch" | "row";
  readonly index: number;
  /** The row's own name, or the names of the variables that a choice or switch has at fault. */
  readonly name: string;
}

/** Σ coefficients·variables of a row at a point, in the row's unit. */
export function rowActivity(row: Row, point: Point): number {
  let activity = 0;
  for (let k = 0; k < row.variables.length; k++) {
    if (point[row.variables[k]!] === 1) activity += row.coefficients[k]!;
  }
  return activity;
}

/** Whole units by which a point breaks a row: max(0, activity − limit). */
export function rowSlack(row: Row, point: Point): number {
  return Math.max(0, rowActivity(row, point) - row.limit);
}

/** The value of each tier at a point, exact; index 0 is tier 1. */
export function tierValues(program: Program, point: Point): number[] {
  const values = new Array<number>(program.tierCount).fill(0);
  for (const row of program.rows) {
    if (row.tier === 0) continue;
    const slack = rowSlack(row, point);
    if (slack > 0) values[row.tier - 1]! += row.weight * slack;
  }
  return values;
}

/** Negative when `a` is better (less in the first tier that differs), positive when worse, 0 when equal. */
export function compareTiers(a: readonly number[], b: readonly number[]): number {
  for (let t = 0; t < Math.max(a.length, b.length); t++) {
    const difference = (a[t] ?? 0) - (b[t] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when nothing rigid is broken: see `breaches` for what is. */
export function admissible(program: Program, point: Point): boolean {
  return breaches(program, point, 1).length === 0;
}

/** What makes a point inadmissible, up to `most` entries; empty for an admissible point. */
export function breaches(
  program: Program,
  point: Point,
  most = Number.POSITIVE_INFINITY,
): Breach[] {
  if (point.length !== program.variableCount) {
    return [{ kind: "length", index: point.length, name: `${point.length} values` }];
  }
  const found: Breach[] = [];
  for (const breach of allBreaches(program, point)) {
    if (found.length >= most) break;
    found.push(breach);
  }
  return found;
}

function* allBreaches(program: Program, point: Point): Generator<Breach> {
  const name = (variable: number) => program.variableNames[variable] ?? `variable ${variable}`;
  for (let v = 0; v < point.length; v++) {
    if (point[v] !== 0 && point[v] !== 1) yield { kind: "value", index: v, name: name(v) };
  }
  for (const [index, choice] of program.choices.entries()) {
    const taken = [...choice].filter((v) => point[v] === 1);
    if (taken.length > 1) yield { kind: "choice", index, name: taken.map(name).join(", ") };
  }
  for (const [index, { variable, members }] of program.switches.entries()) {
    const on = members.some((member) => point[member] === 1) ? 1 : 0;
    if (point[variable] !== on) yield { kind: "switch", index, name: name(variable) };
  }
  for (const [index, row] of program.rows.entries()) {
    if (row.tier === 0 && rowSlack(row, point) > 0) yield { kind: "row", index, name: row.name };
  }
}
