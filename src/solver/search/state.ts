import type { Point } from "../../program/program.js";
import { rowWords, type SearchModel } from "./model.js";

// Words of a row in the row table, kept side by side so that a row costs one cache line.
const excessWord = 0;
const stampWord = 1;
const deltaWord = 2;
const weightWord = 3;
const tierWord = 4;
const placeWord = 5;

/**
 * A point with its row activities, and one tentative change of it (a *trial*). A trial is built by `begin` and any
 * number of `assign`; it costs only the rows of the variables it touches, and is dropped unless `commit` is called.
 */
export class State {
  readonly model: SearchModel;
  /** The variable at 1 in each choice, or −1. */
  readonly pick: Int32Array;
  /** Broken rows: rigid and tier 1 first list, other tiers second. Filled up to `brokenCount`. */
  readonly broken: readonly [Int32Array, Int32Array];
  readonly brokenCount: Int32Array = new Int32Array(2);
  /** Members at 1 of each switch. */
  readonly memberCount: Int32Array;
  /** Exact value of each tier; index 0 is the scaled amount by which rigid rows are broken. */
  readonly values: Float64Array;
  /** What the trial would add to `values`. */
  readonly change: Float64Array;
  /** Rows that the trial touches, as offsets in the row table. */
  readonly touched: Int32Array;
  touchedCount = 0;
  /** Choices that the trial changes, and their new variables. */
  readonly changed: Int32Array;
  readonly changedTo: Int32Array;
  changedCount = 0;

  private readonly table: Int32Array;
  private readonly choiceStamp: Int32Array;
  private readonly switchStamp: Int32Array;
  private readonly switchDelta: Int32Array;
  private readonly touchedSwitch: Int32Array;
  private touchedSwitchCount = 0;
  private stamp = 0;

  constructor(model: SearchModel) {
    this.model = model;
    this.pick = new Int32Array(model.choiceCount).fill(-1);
    this.broken = [new Int32Array(model.rowCount), new Int32Array(model.rowCount)];
    this.memberCount = new Int32Array(model.program.switches.length);
    this.values = model.constant.slice();
    this.change = new Float64Array(model.tierCount + 1);
    this.touched = new Int32Array(model.rowCount);
    this.changed = new Int32Array(model.choiceCount);
    this.changedTo = new Int32Array(model.choiceCount);
    this.table = new Int32Array(model.rowCount * rowWords);
    this.choiceStamp = new Int32Array(model.choiceCount);
    this.switchStamp = new Int32Array(this.memberCount.length);
    this.switchDelta = new Int32Array(this.memberCount.length);
    this.touchedSwitch = new Int32Array(this.memberCount.length);
    for (let r = 0; r < model.rowCount; r++) {
      const at = r * rowWords;
      const excess = -model.rowLimit[r]!;
      this.table[at + excessWord] = excess;
      this.table[at + weightWord] = model.rowWeight[r]!;
      this.table[at + tierWord] = model.rowTier[r]!;
      this.table[at + placeWord] = -1;
      if (excess > 0) {
        this.values[model.rowTier[r]!]! += excess * model.rowWeight[r]!;
        this.addBroken(at);
      }
    }
  }

  /** Sets the whole point; what it says of switches is ignored, and of two variables of a choice the later wins. */
  load(point: Point): void {
    for (let c = 0; c < this.pick.length; c++) this.move(c, -1);
    for (const v of this.model.free) {
      if (point[v] === 1) this.move(this.model.choiceOf[v]!, v);
    }
  }

  /** Sets all picks, as saved from `pick`. */
  loadPicks(picks: Int32Array): void {
    for (let c = 0; c < picks.length; c++) {
      if (this.pick[c] !== picks[c]) this.move(c, picks[c]!);
    }
  }

  private move(choice: number, variable: number): void {
    if (this.pick[choice] === variable) return;
    this.begin();
    this.assign(choice, variable);
    this.commit();
  }

  /** Starts a new trial and forgets the last one. */
  begin(): void {
    // Wraps like the 32-bit words it is compared with.
    this.stamp = (this.stamp + 1) | 0;
    this.touchedCount = 0;
    this.changedCount = 0;
    this.touchedSwitchCount = 0;
    this.change.fill(0);
  }

  /** True when the trial already gives this choice something else. */
  isChanged(choice: number): boolean {
    return this.choiceStamp[choice] === this.stamp;
  }

  /** Gives a choice a variable, or −1 for none. A choice changes once a trial: false when it has already, or needn't. */
  assign(choice: number, variable: number): boolean {
    const old = this.pick[choice]!;
    if (old === variable || this.choiceStamp[choice] === this.stamp) return false;
    this.choiceStamp[choice] = this.stamp;
    this.changed[this.changedCount] = choice;
    this.changedTo[this.changedCount++] = variable;
    if (old >= 0) this.flip(old, -1);
    if (variable >= 0) this.flip(variable, 1);
    return true;
  }

  /** Takes back the trial's last `assign`. */
  undo(): void {
    const choice = this.changed[--this.changedCount]!;
    const variable = this.changedTo[this.changedCount]!;
    const old = this.pick[choice]!;
    this.choiceStamp[choice] = this.stamp ^ 1;
    if (variable >= 0) this.flip(variable, -1);
    if (old >= 0) this.flip(old, 1);
  }

  private flip(variable: number, sign: number): void {
    this.shift(variable, sign);
    const { memberStart, memberSwitch, program } = this.model;
    const end = memberStart[variable + 1]!;
    for (let k = memberStart[variable]!; k < end; k++) {
      const s = memberSwitch[k]!;
      if (this.switchStamp[s] !== this.stamp) {
        this.switchStamp[s] = this.stamp;
        this.switchDelta[s] = 0;
        this.touchedSwitch[this.touchedSwitchCount++] = s;
      }
      const before = this.memberCount[s]! + this.switchDelta[s]!;
      this.switchDelta[s]! += sign;
      if (before === (sign > 0 ? 0 : 1)) this.shift(program.switches[s]!.variable, sign);
    }
  }

  private shift(variable: number, sign: number): void {
    const { variableStart, variableEntry, linearCost, variableCount, tierCount } = this.model;
    const table = this.table;
    const change = this.change;
    const stamp = this.stamp;
    for (let t = 1; t <= tierCount; t++) {
      change[t]! += sign * linearCost[t * variableCount + variable]!;
    }
    const end = 2 * variableStart[variable + 1]!;
    for (let k = 2 * variableStart[variable]!; k < end; k += 2) {
      const at = variableEntry[k]!;
      const step = sign * variableEntry[k + 1]!;
      if (table[at + stampWord] !== stamp) {
        table[at + stampWord] = stamp;
        table[at + deltaWord] = 0;
        this.touched[this.touchedCount++] = at;
      }
      const before = table[at + excessWord]! + table[at + deltaWord]!;
      const after = before + step;
      table[at + deltaWord]! += step;
      const more = Math.max(after, 0) - Math.max(before, 0);
      if (more !== 0) change[table[at + tierWord]!]! += more * table[at + weightWord]!;
    }
  }

  /** Makes the trial the state. */
  commit(): void {
    const table = this.table;
    for (let k = 0; k < this.touchedCount; k++) {
      const at = this.touched[k]!;
      const excess = table[at + excessWord]! + table[at + deltaWord]!;
      table[at + excessWord] = excess;
      if (excess > 0 !== table[at + placeWord]! >= 0) {
        if (excess > 0) this.addBroken(at);
        else this.dropBroken(at);
      }
    }
    for (let k = 0; k < this.changedCount; k++) this.pick[this.changed[k]!] = this.changedTo[k]!;
    for (let k = 0; k < this.touchedSwitchCount; k++) {
      const s = this.touchedSwitch[k]!;
      this.memberCount[s]! += this.switchDelta[s]!;
    }
    for (let t = 0; t < this.values.length; t++) this.values[t]! += this.change[t]!;
    this.begin();
  }

  private addBroken(at: number): void {
    const kind = this.table[at + tierWord]! <= 1 ? 0 : 1;
    const place = this.brokenCount[kind]!++;
    this.broken[kind][place] = at / rowWords;
    this.table[at + placeWord] = place;
  }

  private dropBroken(at: number): void {
    const kind = this.table[at + tierWord]! <= 1 ? 0 : 1;
    const place = this.table[at + placeWord]!;
    const last = this.broken[kind][--this.brokenCount[kind]!]!;
    this.broken[kind][place] = last;
    this.table[last * rowWords + placeWord] = place;
    this.table[at + placeWord] = -1;
  }

  /** The variable that a choice would have under the trial, or −1. */
  picked(choice: number): number {
    if (this.choiceStamp[choice] !== this.stamp) return this.pick[choice]!;
    for (let k = 0; k < this.changedCount; k++) {
      if (this.changed[k] === choice) return this.changedTo[k]!;
    }
    return -1;
  }

  /** Members at 1 of a switch under the trial. */
  membersOn(s: number): number {
    const delta = this.switchStamp[s] === this.stamp ? this.switchDelta[s]! : 0;
    return this.memberCount[s]! + delta;
  }

  /** Amount by which the trial breaks a row, given as its offset in the row table; negative: room left. */
  excess(at: number): number {
    const delta = this.table[at + stampWord] === this.stamp ? this.table[at + deltaWord]! : 0;
    return this.table[at + excessWord]! + delta;
  }

  /** How much more than before the trial breaks a row that it touches. */
  worsening(at: number): number {
    const before = this.table[at + excessWord]!;
    const after = before + this.table[at + deltaWord]!;
    return Math.max(after, 0) - Math.max(before, 0);
  }

  /** The state as a point, switches included. */
  point(): Point {
    return picksToPoint(this.model, this.pick);
  }
}

/** The point of a list of picks, its switches set as their members demand. */
export function picksToPoint(model: SearchModel, picks: Int32Array): Point {
  const point = new Uint8Array(model.variableCount);
  for (const variable of picks) {
    if (variable >= 0) point[variable] = 1;
  }
  for (const { variable, members } of model.program.switches) {
    if (members.some((member) => point[member] === 1)) point[variable] = 1;
  }
  return point;
}
