import type { Program } from "../program/program.js";
import { searchJob, searchMoves } from "./backends/search.js";
import { Keys } from "./keys.js";
import type { Relaxations } from "./relaxations.js";
import type { Hands, Session } from "./session.js";
import type { KeysJob } from "./thread/messages.js";

/** Classes of keys up to which the program over them is solved: with 147 offices and 1 200 people there are some 10 000. */
const mostClasses = 12_000;
/** Simplex iterations for the program over the keys at effort 1. */
const keyIterations = 50_000;
/** Moves of a first search over everything, as a share of what the search alone would get: it finds a first rota, no more. */
const firstShare = 0.02;
/** Moves of a search over what the keys leave open: there is little to find, and it is found soon. */
const keyedShare = 0.08;

/** Whether a program has keys, and few enough of them. */
export function hasKeys(program: Program): boolean {
  return program.switches.length > 0 && new Keys(program).classCount <= mostClasses;
}

/**
 * The way to a first good point by its keys (see keys.ts), which of a rota are the evenings and who serves them:
 * 1. the relaxations of all tiers, beside a short search for a point to have in hand;
 * 2. the best keys, from the program over them, in which the relaxation prices all else (see highs/key-program.ts);
 * 3. a search over all else on each thread, while the keys stay. It mostly ends at the bound, or a few steps above it.
 *
 * Splitting off what is decided first is an old way to plan staff (Benders 1962); here the two parts meet in the multipliers.
 */
export async function searchByKeys(
  session: Session,
  hands: Hands,
  relaxations: Relaxations,
): Promise<void> {
  const { program, effort, seed } = session.request;
  const [first, second] = hands;
  const moves = (share: number) => searchMoves(program.choices.length, share * effort);
  const early = searchJob(session, seed, moves(firstShare), null);
  await Promise.all([session.run(first, early, "search"), relaxations.ofAllTiers()]);
  if (session.over() || session.done()) return;
  const tier = Math.max(1, program.tierCount);
  const limits = session.ledger.least().slice(0, tier - 1);
  const job: KeysJob = {
    task: "keys",
    tier,
    limits: limits.map((value, t) => [t + 1, value]),
    seed,
    iterations: Math.ceil(effort * keyIterations),
    milliseconds: session.remaining(),
  };
  const keys = (await session.run(second, job, "bound"))?.point;
  if (!keys || session.over()) return;
  const searches = hands.map(
    (hand, k) =>
      [hand, { ...searchJob(session, seed + k, moves(keyedShare), null), keys }] as const,
  );
  await session.runAll(searches, "search");
}
