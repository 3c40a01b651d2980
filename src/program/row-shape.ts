import type { Program, Row } from "./program.js";

/**
 * How the slack of a row behaves over all points that keep the choices:
 * `void`: the row can't be broken; `linear`: its slack is exactly `constant` + Σ coefficients·variables;
 * `bent`: neither, and the slack is at most `most`.
 */
export type RowShape =
  | { readonly kind: "void" }
  | { readonly kind: "linear"; readonly constant: number; readonly coefficients: Int32Array }
  | { readonly kind: "bent"; readonly most: number };

/** The choice that each variable stands in; a switch gets a number of its own beyond the choices. */
export function variableGroups(program: Program): Int32Array {
  const group = new Int32Array(program.variableCount);
  for (const [index, choice] of program.choices.entries()) {
    for (const variable of choice) group[variable] = index;
  }
  for (const [index, { variable }] of program.switches.entries()) {
    group[variable] = program.choices.length + index;
  }
  return group;
}

/** The shape of an elastic or rigid row; a rigid row is `void` or `bent`. `group` comes from `variableGroups`. */
export function rowShape(row: Row, group: Int32Array): RowShape {
  const least = new Map<number, number>();
  const most = new Map<number, number>();
  for (let k = 0; k < row.variables.length; k++) {
    const of = group[row.variables[k]!]!;
    const coefficient = row.coefficients[k]!;
    least.set(of, Math.min(least.get(of) ?? 0, coefficient));
    most.set(of, Math.max(most.get(of) ?? 0, coefficient));
  }
  const highest = sum(most.values());
  if (highest <= row.limit) return { kind: "void" };
  const bent: RowShape = { kind: "bent", most: highest - row.limit };
  if (row.tier === 0) return bent;
  // Every activity is at or over the limit, so max(0, ·) never bends.
  if (sum(least.values()) >= row.limit) {
    return { kind: "linear", constant: -row.limit, coefficients: row.coefficients };
  }
  // At most one of its variables is 1, so the slack is a table, one entry a variable.
  if (most.size === 1) {
    const constant = Math.max(0, -row.limit);
    const coefficients = row.coefficients.map((c) => Math.max(0, c - row.limit) - constant);
    return { kind: "linear", constant, coefficients };
  }
  return bent;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
