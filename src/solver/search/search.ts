import type { Point, Program } from "../../program/program.js";
import { compileSearch, type SearchModel } from "./model.js";
import { Moves } from "./moves.js";
import { Random } from "./random.js";
import { picksToPoint, State } from "./state.js";

/** What a search needs besides the program. */
export interface SearchRequest {
  readonly program: Program;
  /** Where to begin; null: from the empty point. Switches are set anew. */
  readonly start: Point | null;
  readonly seed: number;
  /** Number of moves to try, the deterministic limit. */
  readonly moves: number;
  /** How likely each variable is to be 1, such as the values of a linear relaxation; null when unknown. */
  readonly guide: Float64Array | null;
  /** Looked at every few thousand moves; true ends the search with what it has. */
  stopped(): boolean;
  /** Called now and then with the tier values of the incumbent, null while there is none. */
  onProgress(values: readonly number[] | null, movesDone: number): void;
}

/** What a search found. */
export interface SearchResult {
  /** The best admissible point seen; null when none was. */
  readonly point: Point | null;
  /** Tier values of `point`; index 0 is tier 1. Empty when there is none. */
  readonly values: readonly number[];
  readonly moves: number;
  readonly stopped: boolean;
}

const checkEvery = 4096;

/** Simulated annealing over the choices of a program. Deterministic for a seed unless `stopped` says so. */
export function search(request: SearchRequest): SearchResult {
  const model = compileSearch(request.program);
  const annealing = new Annealing(model, request);
  return annealing.run();
}

class Annealing {
  private readonly model: SearchModel;
  private readonly request: SearchRequest;
  private readonly state: State;
  private readonly random: Random;
  private readonly moves: Moves;
  /** Guidance weight of each tier; index 0 for rigid rows. Exact comparison is by tier, these only guide. */
  private readonly weight: Float64Array;
  private readonly best: Int32Array;
  private bestValues: number[] | null = null;
  /** True while the state is better than `best` and isn't saved there yet. */
  private pending = false;

  constructor(model: SearchModel, request: SearchRequest) {
    this.model = model;
    this.request = request;
    this.state = new State(model);
    this.random = new Random(request.seed);
    this.weight = new Float64Array(model.tierCount + 1);
    this.moves = new Moves(this.state, this.random, this.weight, request.guide);
    this.best = new Int32Array(model.choiceCount);
    this.setWeights(20);
    if (request.start !== null) this.state.load(request.start);
    this.note();
  }

  private setWeights(factor: number): void {
    let weight = 1;
    for (let t = this.model.tierCount; t >= 1; t--) {
      this.weight[t] = weight;
      weight *= factor;
    }
    this.weight[0] = Math.max(1, weight);
  }

  run(): SearchResult {
    const { moves } = this.request;
    let done = 0;
    let stopped = this.model.free.length === 0;
    const quench = Math.floor(moves * 0.05);
    const range = { start: 0, end: 0 };
    while (done < moves && !stopped) {
      const batch = Math.min(checkEvery, moves - done);
      if (done >= quench && range.start === 0) Object.assign(range, this.temperatures());
      const share = (done - quench) / (moves - quench);
      const temperature = done < quench ? 0 : range.start * (range.end / range.start) ** share;
      for (let k = 0; k < batch; k++) this.tryMove(temperature);
      done += batch;
      stopped = this.request.stopped();
      if (done % (checkEvery * 16) === 0) this.request.onProgress(this.bestValues, done);
    }
    this.save();
    const point = this.bestValues === null ? null : picksToPoint(this.model, this.best);
    return { point, values: this.bestValues ?? [], moves: done, stopped: done < moves };
  }

  /** One move: a first step, then up to three more that mend what the steps before broke. */
  private tryMove(temperature: number): void {
    const threshold = temperature === 0 ? 0 : -temperature * Math.log(1 - this.random.unit());
    this.moves.first();
    const state = this.state;
    for (let depth = 0; state.changedCount > 0; depth++) {
      if (this.moves.cost() <= threshold) {
        this.save();
        state.commit();
        this.note();
        return;
      }
      if (depth === 3) return;
      const at = this.moves.worst(-1);
      if (at < 0 || !this.moves.mend(at)) return;
    }
  }

  /** Looks whether the state is a new incumbent. It is copied only when the search is about to leave it. */
  private note(): void {
    const { values } = this.state;
    if (values[0] !== 0) return;
    const best = this.bestValues;
    for (let t = 1; t < values.length; t++) {
      const difference = best === null ? -1 : values[t]! - best[t - 1]!;
      if (difference > 0) return;
      if (difference < 0) break;
      if (t === values.length - 1) return;
    }
    this.bestValues = Array.from(values.subarray(1));
    this.pending = true;
  }

  private save(): void {
    if (!this.pending) return;
    this.best.set(this.state.pick);
    this.pending = false;
  }

  /** Start and end temperature, from what random moves would cost here. */
  private temperatures(): { start: number; end: number } {
    const costs: number[] = [];
    for (let k = 0; k < 4000; k++) {
      this.moves.first();
      const cost = this.moves.cost();
      if (cost > 0 && this.state.change[0] === 0) costs.push(cost);
    }
    this.state.begin();
    costs.sort((a, b) => a - b);
    const at = (share: number) => costs[Math.floor(share * (costs.length - 1))] ?? 1;
    const end = Math.max(0.05, at(0.02) / 10);
    return { start: Math.max(end * 2, at(0.5) / 4), end };
  }
}
