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
   * Marks the choices of a part with about `size` variables, 1 inside and 0 outside. It starts from a choice that has
   * been inside least often, and takes nothing of `without`.
   */
  grow(size: number, without: Uint8Array | null): Uint8Array {
    const count = this.program.choices.length;
    const inside = new Uint8Array(count);
    const seen = new Uint8Array(this.choicesOf.length);
    const score = new Float64Array(count);
    const near: number[] = [];
    let variables = 0;
    let next = this.least(without);
    while (next >= 0 && variables < size) {
      inside[next] = 1;
      this.visits[next]!++;
      variables += this.program.choices[next]!.length;
      for (const r of this.rowsOf[next]!) {
        if (seen[r] === 1) continue;
        seen[r] = 1;
        const choices = this.choicesOf[r]!;
        for (const c of choices) {
          if (score[c] === 0) near.push(c);
          score[c]! += 1 / choices.length;
        }
      }
      next = best(near, score, inside, without);
    }
    return inside;
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

function best(
  near: readonly number[],
  score: Float64Array,
  inside: Uint8Array,
  without: Uint8Array | null,
): number {
  let found = -1;
  for (const c of near) {
    if (inside[c] === 1 || without?.[c] === 1) continue;
    if (found < 0 || score[c]! > score[found]!) found = c;
  }
  return found;
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
