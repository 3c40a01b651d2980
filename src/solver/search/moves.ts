import { rowWords, type SearchModel } from "./model.js";
import type { Random } from "./random.js";
import type { State } from "./state.js";

/** Entries of a row looked at when a variable that mends it is wanted. */
const scanned = 48;
/** Candidates compared when a variable is to come in. */
const sampled = 6;

/**
 * The moves of the search, each of which adds changes to the state's trial. All come from the structure of the program:
 * its choices, rows and switches.
 */
export class Moves {
  private readonly model: SearchModel;
  private readonly state: State;
  private readonly random: Random;
  /** Guidance weight of each tier; index 0 for rigid rows. */
  private readonly weight: Float64Array;
  /** Variables that the guide holds likely, the likelier the more often; empty without a guide. */
  private readonly likely: Int32Array;
  private trust = 0;

  constructor(state: State, random: Random, weight: Float64Array, guide: Float64Array | null) {
    this.likely = guide === null ? new Int32Array(0) : likelyVariables(state.model, guide);
    this.weight = weight;
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
    this.mend(broken[kind][this.random.below(kind === 0 ? hard : soft)]! * rowWords);
  }

  /**
   * Changes one variable so that a row (given as its offset in the row table) has a smaller activity: a variable at 1
   * with a positive coefficient gives way, or one at 0 with a negative coefficient comes in, the best of a few.
   */
  mend(at: number): boolean {
    const { rowStart, rowVariable, rowCoefficient, choiceOf } = this.model;
    const state = this.state;
    const row = at / rowWords;
    const start = rowStart[row]!;
    const length = rowStart[row + 1]! - start;
    if (length === 0) return false;
    let k = this.random.below(length);
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    let left = sampled;
    for (let tries = Math.min(length, scanned); tries > 0 && left > 0; tries--) {
      const variable = rowVariable[start + k]!;
      const wanted = rowCoefficient[start + k]! < 0;
      const choice = choiceOf[variable]!;
      if (++k === length) k = 0;
      if (choice < 0) {
        const open = state.membersOn(this.model.switchOf[variable]!) > 0;
        if (open !== wanted && this.random.unit() < 0.3) return this.setSwitch(variable, wanted);
      } else if (!state.isChanged(choice) && (state.pick[choice] === variable) !== wanted) {
        if (!wanted) return this.refit(choice, at);
        state.assign(choice, variable);
        const cost = this.cost();
        state.undo();
        left--;
        if (cost < bestCost) {
          bestCost = cost;
          best = variable;
        }
      }
    }
    return best >= 0 && state.assign(choiceOf[best]!, best);
  }

  /** Gives a choice that must leave a row something else: what best mends a row that the trial worsened, or anything. */
  private refit(choice: number, but: number): boolean {
    if (this.random.unit() < 0.7) {
      const at = this.worst(but);
      if (at >= 0 && this.fill(choice, at / rowWords)) return true;
    }
    return this.state.assign(choice, this.another(choice));
  }

  /** Gives a choice the best of its variables in a row. */
  private fill(choice: number, row: number): boolean {
    const { rowStart, rowVariable, choiceOf } = this.model;
    const state = this.state;
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    const end = rowStart[row + 1]!;
    for (let k = rowStart[row]!; k < end; k++) {
      const variable = rowVariable[k]!;
      if (choiceOf[variable] !== choice || !state.assign(choice, variable)) continue;
      const cost = this.cost();
      state.undo();
      if (cost < bestCost) {
        bestCost = cost;
        best = variable;
      }
    }
    return best >= 0 && state.assign(choice, best);
  }

  /** What the trial would cost, by the guidance weights. */
  cost(): number {
    const { change } = this.state;
    let cost = 0;
    for (let t = 0; t < change.length; t++) cost += this.weight[t]! * change[t]!;
    return cost;
  }

  /** The row that the trial worsens most, with some chance, as its offset in the row table, or −1. */
  worst(but: number): number {
    const { state, model, weight } = this;
    let most = 0;
    let worst = -1;
    for (let k = 0; k < state.touchedCount; k++) {
      const at = state.touched[k]!;
      const more = state.worsening(at);
      if (more <= 0 || at === but) continue;
      const row = at / rowWords;
      const unit = model.rowWeight[row]! * weight[model.rowTier[row]!]!;
      const cost = more * unit * (0.2 + this.random.unit());
      if (cost > most) {
        most = cost;
        worst = at;
      }
    }
    return worst;
  }

  /** Nothing half of the time, else any variable of the choice. */
  private another(choice: number): number {
    if (this.random.unit() < 0.5) return -1;
    const variables = this.model.program.choices[choice]!;
    const variable = variables[this.random.below(variables.length)]!;
    return variable === this.state.pick[choice] ? -1 : variable;
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
    this.refit(giver, -1);
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
      this.setSwitch(variable, true);
      if (this.random.unit() < 0.5) this.turnSibling(variable, false);
    } else {
      this.setSwitch(variable, false);
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
        this.setSwitch(other, on);
        return;
      }
      if (++k === length) k = 0;
    }
  }

  /** Opens a switch with as many members as its rows ask for, or closes it with all its members. */
  private setSwitch(variable: number, on: boolean): boolean {
    return on ? this.open(variable) : this.close(this.model.switchOf[variable]!);
  }

  private open(variable: number): boolean {
    const s = this.model.switchOf[variable]!;
    const { members } = this.model.program.switches[s]!;
    if (!this.addMember(members)) return false;
    const { variableStart, variableEntry } = this.model;
    const end = variableStart[variable + 1]!;
    for (let k = variableStart[variable]!; k < end; k++) {
      const at = variableEntry[2 * k]!;
      if (variableEntry[2 * k + 1]! <= 0) continue;
      for (let more = 0; more < 6 && this.state.excess(at) > 0; more++) {
        if (!this.addMember(members)) break;
      }
    }
    return true;
  }

  private addMember(members: Int32Array): boolean {
    for (let tries = 0; tries < 8; tries++) {
      const member = members[this.random.below(members.length)]!;
      if (this.state.assign(this.model.choiceOf[member]!, member)) return true;
    }
    return false;
  }

  private close(s: number): boolean {
    const { choiceOf } = this.model;
    let closed = false;
    for (const member of this.model.program.switches[s]!.members) {
      const choice = choiceOf[member]!;
      if (this.state.pick[choice] !== member || this.state.isChanged(choice)) continue;
      this.state.assign(choice, this.another(choice));
      closed = true;
    }
    return closed;
  }
}

function likelyVariables(model: SearchModel, guide: Float64Array): Int32Array {
  const likely: number[] = [];
  for (const variable of model.free) {
    for (let copies = Math.ceil(4 * guide[variable]! - 0.004); copies > 0; copies--) {
      likely.push(variable);
    }
  }
  return Int32Array.from(likely);
}
