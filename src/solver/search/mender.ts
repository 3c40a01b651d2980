import { rowWords, type SearchModel } from "./model.js";
import type { Random } from "./random.js";
import type { State } from "./state.js";

/** Entries of a row looked at when a variable that mends it is wanted. */
const scanned = 48;
/** Candidates compared when a variable is to come in. */
const sampled = 6;

/** Changes of a trial that aim at a row or a switch; moves.ts makes moves of them. */
export class Mender {
  private readonly model: SearchModel;

  constructor(
    private readonly state: State,
    private readonly random: Random,
    /** Guidance weight of each tier; index 0 for rigid rows. */
    private readonly weight: Float64Array,
  ) {
    this.model = state.model;
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
  refit(choice: number, but: number): boolean {
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
  another(choice: number): number {
    if (this.random.unit() < 0.5) return -1;
    const variables = this.model.program.choices[choice]!;
    const variable = variables[this.random.below(variables.length)]!;
    return variable === this.state.pick[choice] ? -1 : variable;
  }

  /** Opens a switch with as many members as its rows ask for, or closes it with all its members. */
  setSwitch(variable: number, on: boolean): boolean {
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
