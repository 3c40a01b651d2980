import type { Program } from "../program/program.js";
import { variableGroups } from "../program/row-shape.js";
import type { Random } from "./search/random.js";

/** Cells that a part begins with. */
export interface Group {
  /** How much each of them matters; one that is missing or 0 does not belong to it. */
  readonly weights: ReadonlyMap<number, number>;
  /** The part of the size that they may take. */
  readonly most: number;
}

/** The choices of a program in cells, such as its stages or its lines: whole cells make parts of it. */
export class Partition {
  /** The cell of each variable that stands in a choice; −1 for switches. */
  readonly cellOf: Int32Array;
  private readonly choices: readonly (readonly number[])[];
  private readonly sizes: readonly number[];
  /** The cells that have variables, in their order. */
  private readonly occupied: readonly number[];
  private readonly visits: Int32Array;
  /** Where the next part of cells that follow each other begins. */
  private position = 0;

  private constructor(
    private readonly program: Program,
    cells: Int32Array,
    private readonly random: Random,
  ) {
    const count = cells.reduce((most, cell) => Math.max(most, cell + 1), 0);
    const choices = Array.from({ length: count }, (): number[] => []);
    for (const [choice, cell] of cells.entries()) choices[cell]!.push(choice);
    this.choices = choices;
    this.sizes = choices.map((list) =>
      list.reduce((sum, choice) => sum + program.choices[choice]!.length, 0),
    );
    this.occupied = [...choices.keys()].filter((cell) => this.sizes[cell]! > 0);
    this.visits = new Int32Array(count);
    this.cellOf = variableGroups(program).map((choice) => cells[choice] ?? -1);
  }

  /** A program by the cell of each choice; null when there are no cells, or just one. */
  static of(program: Program, cells: Int32Array | undefined, random: Random): Partition | null {
    if (cells === undefined || !cells.some((cell) => cell !== cells[0])) return null;
    return new Partition(program, cells, random);
  }

  /**
   * Marks the choices of a few cells with about `size` variables, at least one cell, 1 inside and 0 outside: those that
   * have been inside least often. It takes no cell that has a choice in `without`.
   */
  take(size: number, without: Uint8Array): Uint8Array {
    const free = (cell: number) => !this.choices[cell]!.some((c) => without[c] === 1);
    return this.inside(this.seldom(this.occupied.filter(free)), size);
  }

  /** Marks about `size` variables of cells that follow each other, half of them beyond the last such part; over and over. */
  slide(size: number): Uint8Array {
    const order = this.occupied;
    let first = this.position < order.length ? this.position : 0;
    const last = first + this.fitting(order.slice(first), size);
    if (last === order.length) first = last - this.fitting([...order].reverse(), size);
    this.position = last === order.length ? 0 : first + Math.ceil((last - first) / 2);
    return this.inside(order.slice(first, last), size);
  }

  /**
   * Marks about `size` variables: of the cells of each group at most so great a part of them as it says, the groups in their
   * order, then of those that have been inside least often. In a group they go by the weights, the greatest first.
   */
  around(groups: readonly Group[], size: number): Uint8Array {
    const seldom = this.seldom(this.occupied);
    const taken = new Set<number>();
    for (const { weights, most } of groups) {
      const weightOf = (cell: number) => weights.get(cell) ?? 0;
      const group = seldom.filter((cell) => weightOf(cell) > 0 && !taken.has(cell));
      group.sort((a, b) => weightOf(b) - weightOf(a));
      for (const cell of group.slice(0, this.fitting(group, most * size))) taken.add(cell);
    }
    return this.inside([...taken, ...seldom.filter((cell) => !taken.has(cell))], size);
  }

  /** Those first that have been inside least often, in random order among equals. */
  private seldom(cells: readonly number[]): number[] {
    return cells
      .map((cell) => ({ cell, rank: this.visits[cell]! + this.random.unit() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ cell }) => cell);
  }

  /** How many of the cells, from the front, have about `size` variables: at least one, if there is one. */
  private fitting(cells: readonly number[], size: number): number {
    let variables = 0;
    const end = cells.findIndex((cell) => {
      if (variables > 0 && variables + this.sizes[cell]! / 2 > size) return true;
      variables += this.sizes[cell]!;
      return false;
    });
    return end < 0 ? cells.length : end;
  }

  private inside(cells: readonly number[], size: number): Uint8Array {
    const inside = new Uint8Array(this.program.choices.length);
    for (const cell of cells.slice(0, this.fitting(cells, size))) {
      for (const choice of this.choices[cell]!) inside[choice] = 1;
      this.visits[cell]!++;
    }
    return inside;
  }
}
