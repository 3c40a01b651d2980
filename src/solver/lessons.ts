import { lineariseNamed } from "../program/linear.js";
import type { Program } from "../program/program.js";
import { raiseBound, reducedCosts } from "./bounds.js";
import { relax } from "./highs/relax.js";
import type { TierResult } from "./solver.js";
import type { Proof, Step } from "./thread/messages.js";

/** What the relaxation of a step of one program says of the rows of like programs. */
export interface Lesson extends Step {
  /** The multipliers of the rows, by name, as far as they aren't 0; those of choices are left out. */
  readonly multipliers: readonly (readonly [row: string, multiplier: number])[];
}

/** Multipliers closer to 0 are the noise of the interior-point method. */
const noise = 1e-9;

/**
 * What a solved program teaches of like ones: a lesson for each tier that costs anything, with the better tiers at their
 * incumbents.
 *
 * @param seconds for each relaxation, null: as long as it takes
 */
export async function lessonsOf(
  program: Program,
  tiers: readonly TierResult[],
  seconds: number | null,
): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  for (const [index, { tier, incumbent }] of tiers.entries()) {
    if (incumbent === 0) continue;
    const limits = tiers.slice(0, index).map((better) => [better.tier, better.incumbent] as const);
    const { form, rowNames } = lineariseNamed(program, tier, new Map(limits));
    const { multipliers } = await relax(form, seconds);
    const choices = choiceRows(program);
    const told = [...(multipliers ?? [])].flatMap((multiplier, row) =>
      row >= choices && multiplier < -noise ? [[rowNames[row]!, multiplier] as const] : [],
    );
    lessons.push({ tier, limits, multipliers: told });
  }
  return lessons;
}

/**
 * Bounds of a program from what a like one teaches, without a relaxation of its own: by weak duality any multipliers of
 * its rows prove a bound (see `reducedCosts`), and where the two programs differ in little that matters to the cost, the
 * other's prove as much here. A row that the other doesn't have gets 0, and each choice the best that there is for it.
 */
export function provedBy(program: Program, lessons: readonly Lesson[]): Proof[] {
  return lessons.map(({ tier, limits, multipliers }) => {
    const { form, rowNames } = lineariseNamed(program, tier, new Map(limits));
    const known = new Map(multipliers);
    const ours = Float64Array.from(rowNames, (name) => known.get(name) ?? 0);
    const { reduced } = reducedCosts(form, ours);
    let row = 0;
    for (const choice of program.choices) {
      if (choice.length < 2) continue;
      ours[row++] = choice.reduce((least, variable) => Math.min(least, reduced[variable]!), 0);
    }
    return { tier, limits, bound: raiseBound(form, reducedCosts(form, ours).bound) };
  });
}

/** Rows of a form that say that at most one of a choice is 1: they come first. */
function choiceRows({ choices }: Program): number {
  return choices.filter((choice) => choice.length > 1).length;
}
