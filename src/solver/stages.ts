import type { Program } from "../program/program.js";
import type { Random } from "./search/random.js";

/** Stages that a part begins with. */
export interface Group {
  /** How much each of them matters; one that is missing or 0 does not belong to it. */
  readonly weights: ReadonlyMap<number, number>;
  /** The part of the size that they may take. */
  readonly most: number;
}

/** Whole stages of a program as parts. */
export class Stages {
  private readonly choices: readonly (readonly number[])[];
  private readonly sizes: readonly number[];
  /** The stages that have variables, in their order. */
  private readonly occupied: readonly number[];
  private readonly visits: Int32Array;
  /** Where the next part of stages that follow each other begins. */
  private position = 0;

  private constructor(
    private readonly program: Program,
    stages: Int32Array,
    private readonly random: Random,
  ) {
    const count = stages.reduce((most, stage) => Math.max(most, stage + 1), 0);
    const choices = Array.from({ length: count }, (): number[] => []);
    for (const [choice, stage] of stages.entries()) choices[stage]!.push(choice);
    this.choices = choices;
    this.sizes = choices.map((list) =>
      list.reduce((sum, choice) => sum + program.choices[choice]!.length, 0),
    );
    this.occupied = [...choices.keys()].filter((stage) => this.sizes[stage]! > 0);
    this.visits = new Int32Array(count);
  }

  /** The stages of a program; null when it has none, or just one. */
  static of(program: Program, random: Random): Stages | null {
    const { stages } = program;
    if (stages === undefined || !stages.some((stage) => stage !== stages[0])) return null;
    return new Stages(program, stages, random);
  }

  /**
   * Marks the choices of a few stages with about `size` variables, at least one stage, 1 inside and 0 outside: those that
   * have been inside least often. It takes no stage that has a choice in `without`.
   */
  take(size: number, without: Uint8Array): Uint8Array {
    const free = (stage: number) => !this.choices[stage]!.some((c) => without[c] === 1);
    return this.inside(this.seldom(this.occupied.filter(free)), size);
  }

  /** Marks about `size` variables of stages that follow each other, half of them beyond the last such part; over and over. */
  slide(size: number): Uint8Array {
    const order = this.occupied;
    let first = this.position < order.length ? this.position : 0;
    const last = first + this.fitting(order.slice(first), size);
    if (last === order.length) first = last - this.fitting([...order].reverse(), size);
    this.position = last === order.length ? 0 : first + Math.ceil((last - first) / 2);
    return this.inside(order.slice(first, last), size);
  }

  /**
   * Marks about `size` variables: of the stages of each group at most so great a part of them as it says, the groups in their
   * order, then of those that have been inside least often. In a group they go by the weights, the greatest first.
   */
  around(groups: readonly Group[], size: number): Uint8Array {
    const seldom = this.seldom(this.occupied);
    const taken = new Set<number>();
    for (const { weights, most } of groups) {
      const weightOf = (stage: number) => weights.get(stage) ?? 0;
      const group = seldom.filter((stage) => weightOf(stage) > 0 && !taken.has(stage));
      group.sort((a, b) => weightOf(b) - weightOf(a));
      for (const stage of group.slice(0, this.fitting(group, most * size))) taken.add(stage);
    }
    return this.inside([...taken, ...seldom.filter((stage) => !taken.has(stage))], size);
  }

  /** Those first that have been inside least often, in random order among equals. */
  private seldom(stages: readonly number[]): number[] {
    return stages
      .map((stage) => ({ stage, rank: this.visits[stage]! + this.random.unit() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ stage }) => stage);
  }

  /** How many of the stages, from the front, have about `size` variables: at least one, if there is one. */
  private fitting(stages: readonly number[], size: number): number {
    let variables = 0;
    const end = stages.findIndex((stage) => {
      if (variables > 0 && variables + this.sizes[stage]! / 2 > size) return true;
      variables += this.sizes[stage]!;
      return false;
    });
    return end < 0 ? stages.length : end;
  }

  private inside(stages: readonly number[], size: number): Uint8Array {
    const inside = new Uint8Array(this.program.choices.length);
    for (const stage of stages.slice(0, this.fitting(stages, size))) {
      for (const choice of this.choices[stage]!) inside[choice] = 1;
      this.visits[stage]!++;
    }
    return inside;
  }
}
