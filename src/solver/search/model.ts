import type { Program, Row } from "../../program/program.js";
import { rowShape, variableGroups } from "../../program/row-shape.js";

/** Words that a row takes in the state's row table; see state.ts. */
export const rowWords = 8;

/** A program laid out in typed arrays for the search. Offsets: entries of item i stand at start[i] to start[i + 1]. */
export interface SearchModel {
  readonly program: Program;
  readonly variableCount: number;
  readonly choiceCount: number;
  readonly tierCount: number;
  /** The variables that stand in a choice. */
  readonly free: Int32Array;
  /** −1 for a switch. */
  readonly choiceOf: Int32Array;
  /** The switch whose variable this is, or −1. */
  readonly switchOf: Int32Array;
  /** Cost in each tier of a variable at 1: place tier·variableCount + variable. */
  readonly linearCost: Float64Array;
  /** What each tier costs whatever the point; index 0 unused. */
  readonly constant: Float64Array;
  readonly rowCount: number;
  readonly rowTier: Uint8Array;
  /** Cost of a unit of slack; for a rigid row, a scale that makes rows of unlike units comparable. */
  readonly rowWeight: Int32Array;
  readonly rowLimit: Int32Array;
  readonly rowStart: Int32Array;
  readonly rowVariable: Int32Array;
  readonly rowCoefficient: Int32Array;
  readonly variableStart: Int32Array;
  /** Pairs: row · rowWords, coefficient. */
  readonly variableEntry: Int32Array;
  readonly memberStart: Int32Array;
  /** Switches that a variable is a member of. */
  readonly memberSwitch: Int32Array;
}

/** What a rigid row's penalty amounts to for a break by one typical coefficient. */
const rigidScale = 1000;

/** Lays a program out for the search: rows that never bend become costs of variables, rows that never break vanish. */
export function compileSearch(program: Program): SearchModel {
  const n = program.variableCount;
  const group = variableGroups(program);
  const linearCost = new Float64Array((program.tierCount + 1) * n);
  const constant = new Float64Array(program.tierCount + 1);
  const kept: Row[] = [];
  for (const row of program.rows) {
    const shape = rowShape(row, group);
    if (shape.kind === "bent") kept.push(row);
    if (shape.kind !== "linear") continue;
    constant[row.tier]! += row.weight * shape.constant;
    for (let k = 0; k < row.variables.length; k++) {
      linearCost[row.tier * n + row.variables[k]!]! += row.weight * shape.coefficients[k]!;
    }
  }
  const choiceOf = group.map((g) => (g < program.choices.length ? g : -1));
  const switchOf = group.map((g) => (g < program.choices.length ? -1 : g - program.choices.length));
  return {
    program,
    variableCount: n,
    choiceCount: program.choices.length,
    tierCount: program.tierCount,
    free: Int32Array.from(choiceOf.keys()).filter((v) => choiceOf[v] !== -1),
    choiceOf,
    switchOf,
    linearCost,
    constant,
    rowCount: kept.length,
    rowTier: Uint8Array.from(kept, (row) => row.tier),
    rowWeight: Int32Array.from(kept, (row) => (row.tier === 0 ? rigidWeight(row) : row.weight)),
    rowLimit: Int32Array.from(kept, (row) => row.limit),
    ...rowArrays(kept),
    ...variableArrays(kept, n),
    ...memberArrays(program),
  };
}

function rigidWeight(row: Row): number {
  let sum = 0;
  for (const coefficient of row.coefficients) sum += Math.abs(coefficient);
  return Math.max(1, Math.round((rigidScale * row.coefficients.length) / Math.max(1, sum)));
}

function rowArrays(rows: readonly Row[]) {
  const rowStart = new Int32Array(rows.length + 1);
  for (const [r, row] of rows.entries()) rowStart[r + 1] = rowStart[r]! + row.variables.length;
  const rowVariable = new Int32Array(rowStart[rows.length]!);
  const rowCoefficient = new Int32Array(rowVariable.length);
  for (const [r, row] of rows.entries()) {
    rowVariable.set(row.variables, rowStart[r]!);
    rowCoefficient.set(row.coefficients, rowStart[r]!);
  }
  return { rowStart, rowVariable, rowCoefficient };
}

function variableArrays(rows: readonly Row[], variableCount: number) {
  const variableStart = starts(variableCount, rows, (row) => row.variables);
  const next = variableStart.slice();
  const variableEntry = new Int32Array(2 * variableStart[variableCount]!);
  for (const [r, row] of rows.entries()) {
    for (let k = 0; k < row.variables.length; k++) {
      const place = next[row.variables[k]!]!++;
      variableEntry[2 * place] = r * rowWords;
      variableEntry[2 * place + 1] = row.coefficients[k]!;
    }
  }
  return { variableStart, variableEntry };
}

function memberArrays(program: Program) {
  const memberStart = starts(program.variableCount, program.switches, (s) => s.members);
  const next = memberStart.slice();
  const memberSwitch = new Int32Array(memberStart[program.variableCount]!);
  for (const [s, { members }] of program.switches.entries()) {
    for (const member of members) memberSwitch[next[member]!++] = s;
  }
  return { memberStart, memberSwitch };
}

function starts<T>(count: number, items: readonly T[], of: (item: T) => Int32Array): Int32Array {
  const start = new Int32Array(count + 1);
  for (const item of items) {
    for (const variable of of(item)) start[variable + 1]!++;
  }
  for (let v = 0; v < count; v++) start[v + 1]! += start[v]!;
  return start;
}
