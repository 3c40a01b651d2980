import type { Point, Program, Row } from "../program/program.js";
import { rowShape, variableGroups } from "../program/row-shape.js";

/**
 * The key variables of a program: its switches and their members; of a rota the evenings, and who serves them. What happens on
 * them costs most and hangs together, while all else is easy once they are given.
 */
export class Keys {
  /** 1 for each switch and each member of one. */
  readonly isKey: Uint8Array;
  /** For each member a number that it shares with the members of its choice that no row over keys alone can tell from it; −1 for others. */
  readonly classOf: Int32Array;

  constructor(private readonly program: Program) {
    this.isKey = new Uint8Array(program.variableCount);
    for (const { variable, members } of program.switches) {
      this.isKey[variable] = 1;
      for (const member of members) this.isKey[member] = 1;
    }
    this.classOf = classes(program, this.isKey);
  }

  /** How many classes there are: the size of the program over the keys. */
  get classCount(): number {
    return this.classOf.reduce((most, one) => Math.max(most, one + 1), 0);
  }

  /**
   * What may change when the members that a point has are given: in a choice in which it has a member the variables like it,
   * in the others those that are no members. 1 for each variable that may be 1.
   */
  allowed(point: Point): Uint8Array {
    const allowed = new Uint8Array(this.program.variableCount);
    for (const choice of this.program.choices) {
      const member = choice.find((v) => point[v] === 1 && this.classOf[v]! >= 0);
      const wanted = member === undefined ? -1 : this.classOf[member]!;
      for (const v of choice) if (this.classOf[v] === wanted) allowed[v] = 1;
    }
    return allowed;
  }

  /** Of {@link allowed}, those that are alone in a choice in which the point has a member: 1 for each variable that is 1 for sure. */
  certain(point: Point, allowed: Uint8Array): Uint8Array {
    const certain = new Uint8Array(allowed.length);
    for (const choice of this.program.choices) {
      const left = choice.filter((v) => allowed[v] === 1);
      if (left.length === 1 && this.classOf[left[0]!]! >= 0) certain[left[0]!] = point[left[0]!]!;
    }
    return certain;
  }
}

function classes(program: Program, isKey: Uint8Array): Int32Array {
  const group = variableGroups(program);
  const marks = new Map<number, string>();
  const mark = (variable: number, word: string) =>
    marks.set(variable, `${marks.get(variable) ?? group[variable]!} ${word}`);
  for (const [s, { members }] of program.switches.entries()) {
    for (const member of members) mark(member, `s${s}`);
  }
  const overKeys = (row: Row) => row.variables.every((v) => isKey[v] === 1);
  for (const [r, row] of program.rows.entries()) {
    if (!overKeys(row) || rowShape(row, group).kind !== "bent") continue;
    for (const [k, v] of row.variables.entries()) {
      if (marks.has(v)) mark(v, `${r}:${row.coefficients[k]!}`);
    }
  }
  const numbers = new Map<string, number>();
  const classOf = new Int32Array(program.variableCount).fill(-1);
  for (const [variable, text] of marks) {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    classOf[variable] = numbers.get(text)!;
  }
  return classOf;
}
