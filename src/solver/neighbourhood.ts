import type { Program } from "../program/program.js";
import type { Random } from "./search/random.js";

/** Rows that tie together more choices than this say nothing of who is near whom. */
const widestRow = 400;

/**
 * Parts of a program whose choices belong together: grown from one choice by adding, again and again, the choice that
 * shares most rows with those inside, a short row counting more than a long one.
 */
export class Neighbourhoods {
  private readonly rowsOf: Int32Array[];
  private readonly choicesOf: Int32Array[];
  /** How often each choice has been inside. */
  private readonly visits: Int32Array;

  constructor(
    private readonly program: Program,
    private readonly random: Random,
  ) {
    const choiceOf = new Int32Array(program.variableCount).fill(-1);
    for (const [c, choice] of program.choices.entries()) {
      for (const variable of choice) choiceOf[variable] = c;
    }
    this.choicesOf = tiedChoices(program, choiceOf);
    const rows: number[][] = program.choices.map(() => []);
    for (const [r, choices] of this.choicesOf.entries()) {
      for (const c of choices) rows[c]!.push(r);
    }
    this.rowsOf = rows.map((list) => Int32Array.from(list));
    this.visits = new Int32Array(program.choices.length);
  }

  /**
   * Marks the choices of a part with about `size` variables, 1 inside and 0 outside. It begins with `seeds`, in their
   * order, or with a choice that has been inside least often, and takes nothing of `without`.
   */
  grow(size: number, without: Uint8Array | null, seeds: readonly number[] = []): Uint8Array {
    const part = new Part(this.program, this.choicesOf, this.rowsOf);
    const free = (c: number) => without?.[c] !== 1 && this.program.choices[c]!.length > 0;
    for (const seed of seeds) {
      if (part.variables >= size) break;
      if (free(seed)) this.take(part, seed);
    }
    if (part.variables === 0) {
      const start = this.least(without);
      if (start >= 0) this.take(part, start);
    }
    while (part.variables < size) {
      const next = part.nearest(free);
      if (next < 0) break;
      this.take(part, next);
    }
    return part.inside;
  }

  private take(part: Part, choice: number): void {
    this.visits[choice]!++;
    part.add(choice);
  }

  /** The choices that a row of the program ties together; empty when it is very wide. */
  tied(row: number): Int32Array {
    return this.choicesOf[row]!;
  }

  private least(without: Uint8Array | null): number {
    let fewest = Number.POSITIVE_INFINITY;
    let found = -1;
    let equal = 0;
    for (let c = 0; c < this.visits.length; c++) {
      if (without?.[c] === 1 || this.program.choices[c]!.length === 0) continue;
      if (this.visits[c]! > fewest) continue;
      equal = this.visits[c]! < fewest ? 1 : equal + 1;
      fewest = this.visits[c]!;
      if (this.random.below(equal) === 0) found = c;
    }
    return found;
  }
}

/** A part while it grows: what is inside, and how near the others are. */
class Part {
  readonly inside: Uint8Array;
  variables = 0;
  private readonly seen: Uint8Array;
  private readonly score: Float64Array;
  private readonly near: number[] = [];

  constructor(
    private readonly program: Program,
    private readonly choicesOf: readonly Int32Array[],
    private readonly rowsOf: readonly Int32Array[],
  ) {
    this.inside = new Uint8Array(program.choices.length);
    this.seen = new Uint8Array(choicesOf.length);
    this.score = new Float64Array(program.choices.length);
  }

  add(choice: number): void {
    if (this.inside[choice] === 1) return;
    this.inside[choice] = 1;
    this.variables += this.program.choices[choice]!.length;
    for (const r of this.rowsOf[choice]!) {
      if (this.seen[r] === 1) continue;
      this.seen[r] = 1;
      const choices = this.choicesOf[r]!;
      for (const c of choices) {
        if (this.score[c] === 0) this.near.push(c);
        this.score[c]! += 1 / choices.length;
      }
    }
  }

  /** The choice outside that shares most with those inside; -1 when there is none. */
  nearest(free: (choice: number) => boolean): number {
    let found = -1;
    for (const c of this.near) {
      if (this.inside[c] === 1 || !free(c)) continue;
      if (found < 0 || this.score[c]! > this.score[found]!) found = c;
    }
    return found;
  }
}

/** The choices that each row ties together, directly or through the members of a switch; empty for very wide rows. */
function tiedChoices(program: Program, choiceOf: Int32Array): Int32Array[] {
  const members = new Map(program.switches.map((s) => [s.variable, s.members]));
  const lists = program.rows.map((row) => {
    const choices = new Set<number>();
    for (const variable of row.variables) {
      for (const v of members.get(variable) ?? [variable]) {
        if (choiceOf[v]! >= 0) choices.add(choiceOf[v]!);
      }
      if (choices.size > widestRow) return new Int32Array(0);
    }
    return choices.size < 2 ? new Int32Array(0) : Int32Array.from(choices);
  });
  return lists;
}
