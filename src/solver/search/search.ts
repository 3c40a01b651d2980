import { compareTiers } from "../../program/evaluate.js";
import type { Point, Program } from "../../program/program.js";
import { Mender } from "./mender.js";
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
  /** 1 anneals from scratch and forgets the start; less (over 0) begins cooler and stays near it. */
  readonly heat: number;
  /** How likely each variable is to be 1, such as the values of a linear relaxation; null when unknown. */
  readonly guide: Float64Array | null;
  /** Tier values that nothing can better: a point that has them ends the search. */
  readonly target: readonly number[];
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
/** Share of the moves that only go downhill, before temperatures are measured. */
const descentShare = 0.05;
/** Share of the annealing during which tiers weigh the same, and what a tier outweighs the next by at the end. */
const evenShare = 0.6;
const lateFactor = 50;
/** Share of the draws that follow a guide, if there is one. */
const trust = 0.9;
/** Moves looked at to measure weights and temperatures. */
const samples = 4000;

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
  private readonly mender: Mender;
  private readonly moves: Moves;
  /** Guidance weight of each tier; index 0 for rigid rows. Exact comparison is by tier, these only guide. */
  private readonly weight: Float64Array;
  /** Weights that make typical steps of all tiers equal. */
  private readonly base: Float64Array;
  private readonly best: Int32Array;
  private bestValues: number[] | null = null;
  /** True while the state is better than `best` and isn't saved there yet. */
  private pending = false;
  /** True when there is nothing left to gain. */
  private arrived = false;

  constructor(model: SearchModel, request: SearchRequest) {
    this.model = model;
    this.request = request;
    this.state = new State(model);
    this.random = new Random(request.seed);
    this.weight = new Float64Array(model.tierCount + 1);
    this.mender = new Mender(this.state, this.random, this.weight);
    this.moves = new Moves(this.state, this.random, this.mender, request.guide);
    this.best = new Int32Array(model.choiceCount);
    this.base = new Float64Array(model.tierCount + 1);
    if (request.start !== null) this.state.load(request.start);
    this.note();
  }

  run(): SearchResult {
    const { moves } = this.request;
    let done = 0;
    let stopped = this.model.free.length === 0;
    if (!stopped) this.calibrate();
    const descent = Math.floor(moves * descentShare);
    let range: Temperatures | null = null;
    while (done < moves && !stopped && !this.arrived) {
      if (done >= descent) range ??= this.temperatures();
      const share = (done - descent) / (moves - descent);
      const temperature = range === null ? 0 : range.start * (range.end / range.start) ** share;
      this.stress(range === null ? 1 : share);
      const batch = Math.min(checkEvery, moves - done);
      const end = done + batch;
      for (; done < end && !this.arrived; done++) this.tryMove(temperature);
      stopped = this.request.stopped();
      if (done % (checkEvery * 16) === 0) this.request.onProgress(this.bestValues, done);
    }
    this.save();
    const point = this.bestValues === null ? null : picksToPoint(this.model, this.best);
    return { point, values: this.bestValues ?? [], moves: done, stopped: stopped && done < moves };
  }

  /** Weighs the tiers so that a typical step costs about the same in each. */
  private calibrate(): void {
    const changes: number[][] = Array.from(this.base, () => []);
    for (let k = 0; k < samples; k++) {
      this.moves.first(0);
      for (const [t, change] of this.state.change.entries()) {
        if (change !== 0) changes[t]!.push(Math.abs(change));
      }
    }
    this.state.begin();
    const last = this.base.length - 1;
    const typical = changes.map((list) => quantile(list, 0.5));
    for (let t = last; t >= 0; t--) this.base[t] = typical[last]! / typical[t]!;
  }

  /**
   * Sets the guidance weights for a share of the way. Late in the search better tiers weigh far more than worse ones, as
   * in the exact comparison; early on equal weights let it cross between good regions.
   */
  private stress(share: number): void {
    const factor = lateFactor ** Math.max(0, (share - evenShare) / (1 - evenShare));
    const last = this.base.length - 1;
    for (let t = 0; t <= last; t++) this.weight[t] = this.base[t]! * factor ** (last - t);
  }

  /** One move: a first step, then up to three more that mend what the steps before broke. */
  private tryMove(temperature: number): void {
    const threshold = temperature === 0 ? 0 : -temperature * Math.log(1 - this.random.unit());
    this.moves.first(trust);
    const state = this.state;
    for (let depth = 0; state.changedCount > 0; depth++) {
      if (this.mender.cost() <= threshold) {
        this.save();
        state.commit();
        this.note();
        return;
      }
      if (depth === 3) return;
      const at = this.mender.worst(-1);
      if (at < 0 || !this.mender.mend(at)) return;
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
    this.arrived = compareTiers(this.bestValues, this.request.target) <= 0;
  }

  private save(): void {
    if (!this.pending) return;
    this.best.set(this.state.pick);
    this.pending = false;
  }

  /** Start and end temperature, from what the cheaper random moves would cost here. */
  private temperatures(): Temperatures {
    this.stress(0);
    const costs: number[] = [];
    for (let k = 0; k < samples; k++) {
      this.moves.first(0);
      const cost = this.mender.cost();
      if (cost > 0) costs.push(cost);
    }
    this.state.begin();
    const small = quantile(costs, 0.02);
    return { start: (this.request.heat * small) / 4, end: small / 50 };
  }
}

interface Temperatures {
  readonly start: number;
  readonly end: number;
}

/** The value below which a share of a list lies; 1 for an empty list. */
function quantile(list: number[], share: number): number {
  list.sort((a, b) => a - b);
  return list[Math.floor(share * (list.length - 1))] ?? 1;
}
