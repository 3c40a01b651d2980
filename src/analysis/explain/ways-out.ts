import type { WayOut } from "../../domain/explanation.js";
import { Instance } from "../../domain/instance.js";
import type { Violation } from "../../domain/violation.js";
import { decode, encode } from "../../planning/encoding.js";
import { formulate } from "../../planning/formulate.js";
import { judge, tierTotals } from "../../planning/judge.js";
import { type PlannedProgram, requirementKey } from "../../planning/origin.js";
import { rowSlack } from "../../program/evaluate.js";
import type { Program } from "../../program/program.js";
import { solverNamed } from "../../solver/solvers.js";
import type { ChangeProgram, Excluded } from "./change-program.js";
import { changeProgram } from "./change-program.js";
import type { Change } from "./changes.js";
import type { Collision, Search } from "./conflict.js";
import type { Baseline } from "./items.js";
import type { Target } from "./targets.js";

/** The ways out of a collision that were found. */
export interface WaysOut {
  readonly found: readonly WayOut[];
  /** True: no set of the changes that are considered does it for less than the first. */
  readonly cheapestProven: boolean;
  /** True: the time limit or the user ended the search. */
  readonly cutShort: boolean;
}

/** How many ways out to list, and how many sets of changes to try for them. */
const WANTED = 4;
const TRIES = 10;
/** Work and time for a try: whether a requirement is met shows soon. */
const TRY_EFFORT = 0.3;
const TRY_SECONDS = 10;
/** Programs up to this size are solved by HiGHS alone in less time than it takes to start two threads. */
const FEW_VARIABLES = 1500;

/**
 * The cheapest sets of changes, each of other kinds than those before, in order of cost. A set comes from a program of the
 * part in which the collision lies, in which every change has its cost; it is listed only when the changed case, made
 * anew, has a rota that meets the requirement and breaks nothing that the best rota kept.
 */
export async function waysOut(
  target: Target,
  collision: Collision,
  search: Search,
  before: readonly Violation[],
): Promise<WaysOut> {
  const { anatomy, inside, level } = collision;
  const changes = changeProgram(anatomy, inside, target, search.baseline, search.costs);
  const excluded: Excluded[] = [];
  const found: WayOut[] = [];
  let cheapestProven = false;
  for (let tries = 0; tries < TRIES && found.length < WANTED; tries++) {
    const next = await cheapest(changes, excluded, search);
    if (next === null) break;
    const works = await isWayOut(next.changes, target, search, before);
    if (works) {
      found.push(wayOf(next.changes));
      if (tries === 0) cheapestProven = next.proven && !level.othersAsTheyAre;
    }
    excluded.push({ changes: next.changes, as: works ? "group" : "exact" });
  }
  found.sort((a, b) => a.cost - b.cost);
  const cutShort = search.secondsLeft() === 0 || search.context.signal.aborted;
  return { found, cheapestProven, cutShort };
}

function wayOf(changes: readonly Change[]): WayOut {
  return {
    cost: changes.reduce((total, { cost }) => total + cost, 0),
    changes: changes.map(({ kind, file, cost, text }) => ({ kind, file, cost, text })),
  };
}

/** The cheapest set of changes that isn't excluded; null when there is none, or when it isn't found in time. */
async function cheapest(
  changes: ChangeProgram,
  excluded: readonly Excluded[],
  { context, seed, secondsLeft }: Search,
): Promise<{ readonly changes: readonly Change[]; readonly proven: boolean } | null> {
  const limit = secondsLeft();
  if (limit === 0 || context.signal.aborted) return null;
  const request = {
    program: changes.without(excluded),
    start: null,
    seed,
    effort: 1,
    gap: 0,
    timeLimitSeconds: limit,
  };
  const quiet = { ...context, onProgress: () => {} };
  const { point, tiers } = await solverNamed("highs").solve(request, quiet);
  const [missing, cost] = tiers;
  if (point === null || !missing || !cost || missing.incumbent > 0) return null;
  const made = changes.changesAt(point);
  return made.length === 0 ? null : { changes: made, proven: cost.gap === 0 };
}

/** Makes the changed case and a rota of it: does it meet the requirement, and all that was met before? */
async function isWayOut(
  changes: readonly Change[],
  target: Target,
  { baseline, context, seed, secondsLeft }: Search,
  before: readonly Violation[],
): Promise<boolean> {
  const { instance, rules, rota } = baseline;
  const left = secondsLeft();
  if (left === 0) return false;
  const changed = changes.reduce((theCase, change) => change.apply(theCase), instance.theCase);
  const month = new Instance(changed, instance.period, instance.holidays);
  const formulation = formulate(month, rules);
  const program = withoutOtherGaps(formulation.program, target, baseline);
  const solver = program.variableCount <= FEW_VARIABLES ? "highs" : "auto";
  const outcome = await solverNamed(solver).solve(
    {
      program,
      start: encode(formulation, rota).point,
      seed,
      effort: TRY_EFFORT,
      gap: 0,
      timeLimitSeconds: Math.min(TRY_SECONDS, left ?? TRY_SECONDS),
    },
    { ...context, onProgress: () => {} },
  );
  if (outcome.point === null || outcome.tiers[0]?.incumbent !== 0) return false;
  const after = judge(month, rules, decode(formulation, outcome.point));
  return tierTotals(after)[0] <= tierTotals(before)[0] - target.cost;
}

/** The program in which what else the best rota lacks may stay missing: tier 1 is 0 when all the rest is met. */
function withoutOtherGaps(
  program: PlannedProgram,
  target: Target,
  { formulation, rota }: Baseline,
): Program {
  const { point } = encode(formulation, rota);
  const gaps = new Map<string, number>();
  for (const row of formulation.program.rows) {
    const key = requirementKey(row);
    const slack = row.tier === 1 && key !== target.key ? rowSlack(row, point) : 0;
    if (slack === 0) continue;
    gaps.set(row.name, slack);
    // A changed case may cut a day into other pieces.
    gaps.set(key, Math.max(slack, gaps.get(key) ?? 0));
  }
  const rows = program.rows.map((row) => {
    const gap = row.tier === 1 ? (gaps.get(row.name) ?? gaps.get(requirementKey(row))) : undefined;
    return gap === undefined ? row : { ...row, limit: row.limit + gap };
  });
  return { ...program, rows };
}
