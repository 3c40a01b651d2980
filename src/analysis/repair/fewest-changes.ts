import { compareTiers } from "../../program/evaluate.js";
import type { Point, Program } from "../../program/program.js";
import { MendState } from "./mend-state.js";
import { type Bounds, type Move, reducingMoves, switchIndex } from "./reducing-moves.js";

/** The tiers of a repair: what is never allowed, what is asked for, changes, wishes. */
export const CHANGE_TIER = 3;

/** What is to be mended. */
export interface MendTask extends Bounds {
  /** The rota as it was announced, as far as it still can be: no choice alone may come nearer to it. */
  readonly start: Point;
  /** Moves that may be tried in all, and after which only better repairs are looked for, not equal ones. */
  readonly work: number;
  readonly tieWork: number;
}

/** The best repair found, and what is proven of it. */
export interface Mended {
  readonly picks: Int32Array;
  /** Value of each tier; index 0 is tier 1. */
  readonly values: readonly number[];
  /** Choices that differ from the start. */
  readonly changed: number;
  /** True: no point is better in the tiers 1 to 3. */
  readonly fewest: boolean;
}

/**
 * Finds the point that breaks the least, and of those the one with the fewest changes, by an exhaustive search that only
 * follows reasons. While a row is broken, every better point makes one of the moves that lower it; so the search
 * tries each of them, or leaves the row broken for good. Moves that were tried are closed to their later siblings, so no set of
 * moves is seen twice. The number of moves is raised step by step; a branch ends where it cannot become better: rows
 * that must be mended and have no choice in common each need a change of their own.
 *
 * It is exact when it ends by itself, however large the program, since it looks only at what a broken row can reach.
 */
export class Mender {
  private readonly state: MendState;
  private readonly switchAt: Int32Array;

  /** @param program all of its rows are elastic, in the tiers of a repair */
  constructor(program: Program) {
    this.state = new MendState(program);
    this.switchAt = switchIndex(this.state);
  }

  /** Mends one point; tasks of the same mender are independent of each other. */
  mend(task: MendTask): Mended {
    this.state.load(task.start);
    return new Search(task, this.state, this.switchAt).run();
  }
}

class Search {
  private readonly program: Program;
  private readonly start: Int32Array;
  private readonly decided: Uint8Array;
  /** 1 for a variable, and for none of a choice, that may not be taken here: banned, or tried by an earlier sibling. */
  private readonly closed: Uint8Array;
  private readonly closedNone: Uint8Array;
  private readonly left = new Set<number>();
  private readonly leastOf = new Map<number, number>();
  private best: { picks: Int32Array; values: number[] };
  private work = 0;
  private depth = 0;
  private limit = 0;
  /** A branch was cut by the limit on moves. */
  private cut = false;
  /** The limit on work is reached. */
  private spent = false;

  constructor(
    private readonly task: MendTask,
    private readonly state: MendState,
    private readonly switchAt: Int32Array,
  ) {
    this.program = state.program;
    this.start = this.state.pick.slice();
    this.decided = task.frozen.slice();
    this.closed = task.banned.slice();
    this.closedNone = new Uint8Array(this.start.length);
    this.best = { picks: this.start, values: [...this.state.values] };
  }

  run(): Mended {
    this.dive();
    for (this.limit = 0; !this.spent; this.limit++) {
      this.cut = false;
      this.visit();
      if (!this.cut) break;
    }
    const fewest = !this.spent && !this.cut;
    const { picks, values } = this.best;
    const changed = picks.reduce((n, v, c) => (v === this.start[c] ? n : n + 1), 0);
    return { picks, values, changed, fewest };
  }

  /** A first repair, straight ahead: always the best looking move of the row that has the fewest. */
  private dive(): void {
    const done: (readonly [choice: number, before: number])[] = [];
    for (;;) {
      this.note();
      const [narrowest] = [...this.openRows()]
        .filter(([, moves]) => moves.length > 0)
        .sort(([, a], [, b]) => a.length - b.length);
      if (narrowest === undefined || this.spent) break;
      const [row, moves] = narrowest;
      const slack = this.state.slack(row);
      const [move] = this.ranked(moves);
      const { choice, variable } = move!;
      done.push([choice, this.state.pick[choice]!]);
      this.state.set(choice, variable);
      this.decided[choice] = 1;
      if (this.state.slack(row) >= slack) break;
    }
    for (const [choice, before] of done.reverse()) {
      this.state.set(choice, before);
      this.decided[choice] = this.task.frozen[choice]!;
    }
  }

  private note(): void {
    const { state } = this;
    if (compareTiers([...state.values], this.best.values) < 0) {
      this.best = { picks: state.pick.slice(), values: [...state.values] };
    }
  }

  /** The broken rows that are not left, each with the moves that lower it. */
  private openRows(): ReadonlyMap<number, readonly Move[]> {
    const rows = [...this.state.broken].filter((row) => !this.left.has(row)).sort((a, b) => a - b);
    return new Map(rows.map((row) => [row, this.movesOf(row)]));
  }

  private visit(): void {
    this.note();
    const rows = this.openRows();
    const stuck = [...rows].filter(([, moves]) => moves.length === 0).map(([row]) => row);
    const open = [...rows].filter(([, moves]) => moves.length > 0);
    for (const row of stuck) this.left.add(row);
    if (open.length > 0 && !this.hopeless(new Map(open))) {
      const [row, moves] = open.reduce((a, b) => (b[1].length < a[1].length ? b : a));
      if (this.depth < this.limit) this.follow(row, moves);
      else this.cut = true;
    }
    for (const row of stuck) this.left.delete(row);
  }

  private movesOf(row: number): Move[] {
    const open = (choice: number) => this.decided[choice] === 0;
    return reducingMoves(this.state, row, this.switchAt, open).filter(({ choice, variable }) =>
      variable < 0 ? this.closedNone[choice] === 0 : this.closed[variable] === 0,
    );
  }

  /** Tries each move of a row, the best looking first, then the row left as it is. */
  private follow(row: number, moves: readonly Move[]): void {
    const ranked = this.ranked(moves);
    const tried: Move[] = [];
    for (const move of ranked) {
      if (this.spent) break;
      const before = this.state.pick[move.choice]!;
      this.state.set(move.choice, move.variable);
      this.decided[move.choice] = 1;
      this.depth++;
      this.visit();
      this.depth--;
      this.decided[move.choice] = 0;
      this.state.set(move.choice, before);
      this.close(move, 1);
      tried.push(move);
    }
    if (!this.spent) {
      this.left.add(row);
      this.visit();
      this.left.delete(row);
    }
    for (const move of tried) this.close(move, 0);
  }

  private close({ choice, variable }: Move, bit: 0 | 1): void {
    if (variable < 0) this.closedNone[choice] = bit;
    else this.closed[variable] = bit;
  }

  private ranked(moves: readonly Move[]): Move[] {
    const { state } = this;
    this.work += moves.length;
    if (this.work > this.task.work) this.spent = true;
    return moves
      .map((move) => {
        const before = state.pick[move.choice]!;
        state.set(move.choice, move.variable);
        const values = [...state.values];
        state.set(move.choice, before);
        return { move, values };
      })
      .sort(
        (a, b) =>
          compareTiers(a.values, b.values) ||
          a.move.choice - b.move.choice ||
          a.move.variable - b.move.variable,
      )
      .map(({ move }) => move);
  }

  /** True when nothing below this node can be better than the best that is known. */
  private hopeless(open: ReadonlyMap<number, readonly Move[]>): boolean {
    const least = this.costOf(this.left);
    const must = [...open].filter(([row]) => {
      const [first, second] = this.costOf([row]);
      return compareTiers([least[0] + first, least[1] + second], this.best.values.slice(0, 2)) > 0;
    });
    const { changes, moves } = this.leastChanges(must.map(([, own]) => own));
    const bound = [...least, this.state.values[CHANGE_TIER - 1]! + changes];
    const order = compareTiers(bound, this.best.values.slice(0, CHANGE_TIER));
    if (order > 0) return true;
    if (order === 0 && this.work > this.task.tieWork) return true;
    if (this.depth + moves <= this.limit) return false;
    this.cut = true;
    return true;
  }

  /** What rows cost in the tiers 1 and 2 as they are. */
  private costOf(rows: Iterable<number>): [number, number] {
    const cost: [number, number] = [0, 0];
    for (const index of rows) {
      const { tier, weight } = this.program.rows[index]!;
      cost[tier - 1]! += weight * this.state.slack(index);
    }
    return cost;
  }

  /** What mending all of these rows costs at least in changes: of rows that share no choice each has one of its own. */
  private leastChanges(rows: readonly (readonly Move[])[]): { changes: number; moves: number } {
    const taken = new Set<number>();
    let changes = 0;
    let moves = 0;
    for (const row of rows) {
      const own = [...new Set(row.map(({ choice }) => choice))];
      if (own.some((choice) => taken.has(choice))) continue;
      for (const choice of own) taken.add(choice);
      changes += Math.min(...own.map((choice) => this.leastChange(choice)));
      moves++;
    }
    return { changes, moves };
  }

  /** What another value of a choice costs at least in the tier of changes; only rows of that choice alone are in it. */
  private leastChange(choice: number): number {
    const known = this.leastOf.get(choice);
    if (known !== undefined) return known;
    const { state, task, program } = this;
    const before = state.pick[choice]!;
    const from = state.values[CHANGE_TIER - 1]!;
    let least = Number.POSITIVE_INFINITY;
    for (const variable of [-1, ...program.choices[choice]!]) {
      if (variable === before || (variable >= 0 && task.banned[variable] === 1)) continue;
      state.set(choice, variable);
      least = Math.min(least, state.values[CHANGE_TIER - 1]! - from);
    }
    state.set(choice, before);
    this.leastOf.set(choice, least);
    return least;
  }
}
