import type { Mender } from "./mender.js";
import { rowWords, type SearchModel } from "./model.js";
import type { Random } from "./random.js";
import type { State } from "./state.js";

/** What a guide must give a variable at least. */
const leastLikely = 0.05;

/**
 * The moves of the search, each of which adds changes to the state's trial. All come from the structure of the program:
 * its choices, rows and switches.
 */
export class Moves {
  private readonly model: SearchModel;
  private readonly state: State;
  private readonly random: Random;
  private readonly mender: Mender;
  /** Variables that the guide holds likely, the likelier the more often; empty without a guide. */
  private readonly likely: Int32Array;
  private trust = 0;

  constructor(state: State, random: Random, mender: Mender, guide: Float64Array | null) {
    this.likely = guide === null ? new Int32Array(0) : likelyVariables(state.model, guide);
    this.mender = mender;
    this.model = state.model;
    this.state = state;
    this.random = random;
  }

  /**
   * Starts a trial with one step: a random variable, the mending of a broken row, a hand-over, or a switch. `trust` is
   * the share of the draws that follow the guide.
   */
  first(trust: number): void {
    this.trust = trust;
    this.state.begin();
    const kind = this.random.unit();
    if (kind < 0.35) this.anyVariable();
    else if (kind < 0.65) this.mendBroken();
    else if (kind < 0.95) this.exchange();
    else this.turnSwitch();
  }

  /** Sets a variable drawn from all, or clears it if it is at 1. */
  private anyVariable(): void {
    const { choiceOf } = this.model;
    const variable = this.draw();
    const choice = choiceOf[variable]!;
    this.state.assign(choice, this.state.pick[choice] === variable ? -1 : variable);
  }

  /** A variable of any choice; with a guide, mostly one that the guide holds likely. */
  private draw(): number {
    const { free } = this.model;
    const list = this.likely.length > 0 && this.random.unit() < this.trust ? this.likely : free;
    return list[this.random.below(list.length)]!;
  }

  /** Mends a row that is broken now, with luck a rigid or tier-1 one. */
  private mendBroken(): void {
    const { brokenCount, broken } = this.state;
    const hard = brokenCount[0]!;
    const soft = brokenCount[1]!;
    if (hard + soft === 0) {
      this.anyVariable();
      return;
    }
    const kind = soft === 0 || (hard > 0 && this.random.unit() < 0.5) ? 0 : 1;
    this.mender.mend(broken[kind][this.random.below(kind === 0 ? hard : soft)]! * rowWords);
  }

  /** A random choice takes over what another has picked; that one gets what the first had, a random thing, or nothing. */
  private exchange(): void {
    const { choiceOf } = this.model;
    const state = this.state;
    const taken = this.draw();
    const taker = choiceOf[taken]!;
    if (state.pick[taker] === taken) return;
    const row = this.shortRow(taken);
    if (row < 0) return;
    const giver = this.pickedIn(row, taker);
    if (giver < 0) return;
    state.assign(taker, taken);
    this.mender.refit(giver, -1);
  }

  /** The shorter of two random rows of a variable, or −1. */
  private shortRow(variable: number): number {
    const { variableStart, variableEntry, rowStart } = this.model;
    const start = variableStart[variable]!;
    const count = variableStart[variable + 1]! - start;
    if (count === 0) return -1;
    const one = variableEntry[2 * (start + this.random.below(count))]! / rowWords;
    const two = variableEntry[2 * (start + this.random.below(count))]! / rowWords;
    return rowStart[one + 1]! - rowStart[one]! < rowStart[two + 1]! - rowStart[two]! ? one : two;
  }

  /** A choice other than `but` whose variable at 1 stands in a row, or −1. */
  private pickedIn(row: number, but: number): number {
    const { rowStart, rowVariable, choiceOf } = this.model;
    const start = rowStart[row]!;
    const length = rowStart[row + 1]! - start;
    let k = this.random.below(length);
    for (let tries = length; tries > 0; tries--) {
      const variable = rowVariable[start + k]!;
      const choice = choiceOf[variable]!;
      if (choice >= 0 && choice !== but && this.state.pick[choice] === variable) return choice;
      if (++k === length) k = 0;
    }
    return -1;
  }

  /** Opens or closes a random switch; half of the closings open another switch of the same row instead. */
  private turnSwitch(): void {
    const { switches } = this.model.program;
    if (switches.length === 0) {
      this.exchange();
      return;
    }
    const s = this.random.below(switches.length);
    const { variable } = switches[s]!;
    if (this.state.memberCount[s] === 0) {
      this.mender.setSwitch(variable, true);
      if (this.random.unit() < 0.5) this.turnSibling(variable, false);
    } else {
      this.mender.setSwitch(variable, false);
      if (this.random.unit() < 0.5) this.turnSibling(variable, true);
    }
  }

  /** Turns on or off another switch that shares a row with this one. */
  private turnSibling(variable: number, on: boolean): void {
    const { rowStart, rowVariable, switchOf } = this.model;
    const row = this.shortRow(variable);
    if (row < 0) return;
    const start = rowStart[row]!;
    const length = rowStart[row + 1]! - start;
    let k = this.random.below(length);
    for (let tries = length; tries > 0; tries--) {
      const other = rowVariable[start + k]!;
      const s = switchOf[other]!;
      if (s >= 0 && other !== variable && this.state.membersOn(s) > 0 !== on) {
        this.mender.setSwitch(other, on);
        return;
      }
      if (++k === length) k = 0;
    }
  }
}

function likelyVariables(model: SearchModel, guide: Float64Array): Int32Array {
  const likely: number[] = [];
  for (const variable of model.free) {
    if (guide[variable]! < leastLikely) continue;
    for (let copies = Math.ceil(4 * guide[variable]!); copies > 0; copies--) likely.push(variable);
  }
  return Int32Array.from(likely);
}
