import type { Program } from "../program/program.js";
import type { Random } from "./search/random.js";

/** Whole stages of a program as parts: those first that have been inside least often, in random order among equals. */
export class Stages {
  private readonly choices: readonly (readonly number[])[];
  private readonly sizes: readonly number[];
  private readonly visits: Int32Array;

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
    this.visits = new Int32Array(count);
  }

  /** The stages of a program; null when it has none, or just one. */
  static of(program: Program, random: Random): Stages | null {
    const { stages } = program;
    if (stages === undefined || !stages.some((stage) => stage !== stages[0])) return null;
    return new Stages(program, stages, random);
  }

  /**
   * Marks the choices of a few stages with about `size` variables, at least one stage, 1 inside and 0 outside. It takes no
   * stage that has a choice in `without`.
   */
  take(size: number, without: Uint8Array): Uint8Array {
    const inside = new Uint8Array(this.program.choices.length);
    const free = (stage: number) => !this.choices[stage]!.some((c) => without[c] === 1);
    const order = [...this.choices.keys()]
      .filter((stage) => this.sizes[stage]! > 0 && free(stage))
      .map((stage) => ({ stage, rank: this.visits[stage]! + this.random.unit() }))
      .sort((a, b) => a.rank - b.rank);
    let variables = 0;
    for (const { stage } of order) {
      if (variables > 0 && variables + this.sizes[stage]! / 2 > size) break;
      for (const choice of this.choices[stage]!) inside[choice] = 1;
      variables += this.sizes[stage]!;
      this.visits[stage]!++;
    }
    return inside;
  }
}
