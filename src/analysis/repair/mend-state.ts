import type { Point, Program } from "../../program/program.js";

/**
 * A point of a program whose rows are all elastic, kept with the activity of each row, so that one choice can be changed and
 * changed back at the price of the rows that it touches.
 */
export class MendState {
  /** The variable at 1 in each choice, or −1. */
  readonly pick: Int32Array;
  readonly on: Uint8Array;
  /** Value of each tier; index 0 is tier 1. */
  readonly values: Float64Array;
  /** Rows of tiers 1 and 2 that are broken. */
  readonly broken = new Set<number>();
  readonly choiceOf: Int32Array;
  private readonly activity: Float64Array;
  private readonly memberCount: Int32Array;
  private readonly entries: readonly (readonly number[])[];
  private readonly switchesOf: readonly (readonly number[])[];

  /** Starts with every choice at none. */
  constructor(readonly program: Program) {
    const { variableCount, choices, rows, switches, tierCount } = program;
    this.pick = new Int32Array(choices.length).fill(-1);
    this.on = new Uint8Array(variableCount);
    this.values = new Float64Array(tierCount);
    this.activity = new Float64Array(rows.length);
    this.memberCount = new Int32Array(switches.length);
    this.choiceOf = new Int32Array(variableCount).fill(-1);
    for (const [c, choice] of choices.entries()) {
      for (const variable of choice) this.choiceOf[variable] = c;
    }
    this.entries = entriesOf(program);
    this.switchesOf = membershipsOf(program);
    for (const r of rows.keys()) this.charge(r, 0);
  }

  /** Sets all choices as a point has them. */
  load(point: Point): void {
    for (const [c, choice] of this.program.choices.entries()) {
      this.set(c, choice.find((variable) => point[variable] === 1) ?? -1);
    }
  }

  /** Gives a choice another variable; −1: none. */
  set(choice: number, variable: number): void {
    const before = this.pick[choice]!;
    if (before === variable) return;
    if (before >= 0) this.flip(before, 0);
    if (variable >= 0) this.flip(variable, 1);
    this.pick[choice] = variable;
  }

  /** Whole units by which a row is broken. */
  slack(row: number): number {
    return Math.max(0, this.activity[row]! - this.program.rows[row]!.limit);
  }

  /** Members of a switch that are at 1. */
  members(index: number): number {
    return this.memberCount[index]!;
  }

  private flip(variable: number, bit: 0 | 1): void {
    this.on[variable] = bit;
    const sign = bit === 1 ? 1 : -1;
    const own = this.entries[variable]!;
    for (let k = 0; k < own.length; k += 2) this.charge(own[k]!, sign * own[k + 1]!);
    for (const index of this.switchesOf[variable]!) {
      const before = this.memberCount[index]!;
      this.memberCount[index] = before + sign;
      if (before === 0 || before + sign === 0) {
        this.flip(this.program.switches[index]!.variable, bit);
      }
    }
  }

  private charge(index: number, change: number): void {
    const row = this.program.rows[index]!;
    const before = change === 0 ? 0 : this.slack(index);
    this.activity[index]! += change;
    const after = this.slack(index);
    if (before === after) return;
    this.values[row.tier - 1]! += row.weight * (after - before);
    if (row.tier > 2) return;
    if (after > 0) this.broken.add(index);
    else this.broken.delete(index);
  }
}

/** For each variable: row, coefficient, row, coefficient … */
function entriesOf({ rows, variableCount }: Program): number[][] {
  const entries: number[][] = Array.from({ length: variableCount }, () => []);
  for (const [r, row] of rows.entries()) {
    for (let k = 0; k < row.variables.length; k++) {
      entries[row.variables[k]!]!.push(r, row.coefficients[k]!);
    }
  }
  return entries;
}

function membershipsOf({ switches, variableCount }: Program): number[][] {
  const memberships: number[][] = Array.from({ length: variableCount }, () => []);
  for (const [index, { members }] of switches.entries()) {
    for (const member of members) memberships[member]!.push(index);
  }
  return memberships;
}
