import type { Formulation } from "../../planning/formulate.js";
import { compareTiers } from "../../program/evaluate.js";
import type { Program, Row } from "../../program/program.js";
import type { SolveContext } from "../../solver/solver.js";
import { solverNamed } from "../../solver/solvers.js";
import { CHANGE_TIER } from "./fewest-changes.js";
import { type FoundRepair, type PreparedRepair, pointOf } from "./repair-rota.js";

/**
 * Goes on where the search that follows reasons reached its limit: the solvers for whole months begin from the repair that
 * was found, with what is past or kept fixed. The answer is never worse than that repair.
 */
export async function solveFurther(
  prepared: PreparedRepair,
  found: FoundRepair,
  context: SolveContext,
): Promise<FoundRepair> {
  const { formulation, frozen, request } = prepared;
  const { found: better } = await solveFrom({ formulation, frozen }, found, request, context);
  return better;
}

/**
 * As {@link solveFurther}, for any program of a repair. `keptIsProved`: no repair breaks less of the hard rules than this one.
 *
 * @param effort of the solvers, 1 is normal
 */
export async function solveFrom(
  { formulation, frozen }: { readonly formulation: Formulation; readonly frozen: Uint8Array },
  found: FoundRepair,
  { effort }: { readonly effort: number },
  context: SolveContext,
): Promise<{ found: FoundRepair; keptIsProved: boolean }> {
  const outcome = await solverNamed("auto").solve(
    {
      program: withFrozen(formulation.program, frozen, found.picks),
      start: pointOf(formulation, found.picks),
      seed: 1,
      effort,
      gap: 0,
      timeLimitSeconds: null,
    },
    context,
  );
  if (outcome.point === null) return { found, keptIsProved: false };
  const { point, tiers } = outcome;
  const values = tiers.map(({ incumbent }) => incumbent);
  const order = compareTiers(values, found.values);
  if (order > 0) return { found, keptIsProved: false };
  const keptIsProved = tiers.slice(0, CHANGE_TIER - 1).every(({ gap }) => gap === 0);
  const fewest = tiers.slice(0, CHANGE_TIER).every(({ gap }) => gap === 0);
  const { choices } = formulation.program;
  const picks = Int32Array.from(choices, (choice) => choice.find((v) => point[v] === 1) ?? -1);
  const better = order < 0 ? { picks, values, fewest } : { ...found, fewest };
  return { found: better, keptIsProved };
}

/** The program with rigid rows that keep each frozen choice as it is. */
function withFrozen(program: Program, frozen: Uint8Array, picks: Int32Array): Program {
  const kept = program.choices.flatMap((choice, c): Row[] => {
    if (frozen[c] === 0) return [];
    const picked = picks[c]!;
    const variables = picked < 0 ? choice : Int32Array.of(picked);
    const coefficients = new Int32Array(variables.length).fill(picked < 0 ? 1 : -1);
    const limit = picked < 0 ? 0 : -1;
    return [{ name: `kept: ${c}`, variables, coefficients, limit, tier: 0, weight: 0 }];
  });
  return { ...program, rows: [...program.rows, ...kept] };
}
