import { isoWeekOf } from "../../domain/calendar.js";
import type { Duty } from "../../domain/duty.js";
import type { Row } from "../../program/program.js";
import type { SolveContext } from "../../solver/solver.js";
import type { ChangeCosts } from "./changes.js";
import { Checker } from "./checker.js";
import type { ConflictProgram } from "./conflict-program.js";
import { conflictProgram, dependsOn } from "./conflict-program.js";
import type { Core } from "./filter.js";
import { smallestCore } from "./filter.js";
import type { Anatomy, Baseline, Item } from "./items.js";
import { anatomyOf } from "./items.js";
import type { Scope } from "./relaxed.js";
import { dutyKey, relaxedFormulation } from "./relaxed.js";
import type { Target } from "./targets.js";

/** A part of the month in which a target can't be met. */
export interface Collision {
  readonly level: Level;
  readonly anatomy: Anatomy;
  /** 1 for each variable of the anatomy's program that counts. */
  readonly inside: Uint8Array;
  readonly items: readonly Item[];
  readonly needed: readonly boolean[];
  /** Solver runs that proved the result, one that all items collide and one for each that is left out. */
  readonly proofs: number;
}

/** What the search for a collision ended with. */
export interface Found {
  /**
   * `collision`: it is given. `possible`: the target can be met, and whoever made the rota missed it. `open`: the limits
   * struck.
   */
  readonly kind: "collision" | "possible" | "open";
  readonly collision: Collision | null;
  /** What touches the target, whatever the end. */
  readonly nearby: Anatomy;
}

/** A part of the month: from what touches the requirement alone to everything. */
export interface Level {
  readonly scope: Scope;
  /** True: only what the target depends on counts. */
  readonly narrow: boolean;
  /** True: duties elsewhere are those that the case as it is allows. */
  readonly othersAsTheyAre: boolean;
}

/** How a collision is looked for. */
export interface Search {
  readonly baseline: Baseline;
  readonly context: SolveContext;
  readonly seed: number;
  readonly costs: ChangeCosts;
  /** Seconds that are left, null: no limit. */
  secondsLeft(): number | null;
}

/** Person-dates at an office up to which a month is small enough to be let loose as a whole. */
const SMALL = 1500;

/**
 * The parts of a month in which a collision is looked for, each inside the next. What collides in a part collides in the
 * month: outside it nobody works, which keeps every limit, and requirements that reach outside are left out.
 */
export function levelsOf(target: Target, { instance, formulation }: Baseline): [Level, ...Level[]] {
  const own = target.range;
  const none = new Set<string>();
  const narrow: Level = { scope: { own, others: none }, narrow: true, othersAsTheyAre: false };
  const { staff, offices } = instance.theCase;
  if (staff.length * offices.length * instance.dates.length <= SMALL) {
    const all = { offices: null, dates: null };
    const whole = { own: all, others: none };
    return [narrow, { scope: whole, narrow: false, othersAsTheyAre: false }];
  }
  const { duties } = formulation.candidates;
  const isEvening = target.requirement.rule.startsWith("evening-");
  const weeks = new Set([...(own.dates ?? instance.dates)].map(isoWeekOf));
  const steps: ((duty: Duty) => boolean)[] = [
    own.dates !== null
      ? ({ date }) => own.dates!.has(date)
      : ({ parts }) => !isEvening || parts.some(({ kind }) => kind === "evening"),
    ({ date }) => weeks.has(isoWeekOf(date)),
    () => true,
  ];
  const sizes = new Set<number>();
  const wider = steps.flatMap((fits): Level[] => {
    const others = new Set(duties.filter(fits).map(dutyKey));
    if (sizes.has(others.size)) return [];
    sizes.add(others.size);
    return [{ scope: { own, others }, narrow: false, othersAsTheyAre: true }];
  });
  return [narrow, ...wider];
}

/** Looks for the smallest part of the month in which the target can't be met, and in it for the smallest collision. */
export async function findCollision(target: Target, search: Search): Promise<Found> {
  const { baseline } = search;
  const [narrow, ...wider] = levelsOf(target, baseline);
  const nearby = anatomyAt(narrow, target, baseline);
  const first = await collisionIn(narrow, nearby, search);
  if (first !== "possible") return foundOf(first, nearby);
  for (const level of wider) {
    const found = await collisionIn(level, anatomyAt(level, target, baseline), search);
    if (found !== "possible") return foundOf(found, nearby);
  }
  return { kind: "possible", collision: null, nearby };
}

function foundOf(collision: Collision | null, nearby: Anatomy): Found {
  return { kind: collision === null ? "open" : "collision", collision, nearby };
}

function anatomyAt({ scope }: Level, { key }: Target, baseline: Baseline): Anatomy {
  const formulation = relaxedFormulation(baseline.instance, baseline.rules, scope);
  return anatomyOf(formulation, baseline, key);
}

/** The smallest collision of a part; null when the limits struck. */
async function collisionIn(
  level: Level,
  anatomy: Anatomy,
  search: Search,
): Promise<Collision | "possible" | null> {
  const inside = level.narrow
    ? dependsOn(anatomy)
    : new Uint8Array(anatomy.formulation.program.variableCount).fill(1);
  const part = within(anatomy, inside);
  const conflict = conflictProgram(part, inside);
  const core = await coreOf(conflict, search);
  if (core === null || core === "possible") return core;
  const items = core.items.map((index) => conflict.items[index]!);
  const needed = core.items.map((index) => core.needed.has(index));
  return { level, anatomy: part, inside, items, needed, proofs: 1 + core.needed.size };
}

/** Without the requirements that somebody outside could serve. */
function within(anatomy: Anatomy, inside: Uint8Array): Anatomy {
  const served = ({ variables, coefficients }: Row) =>
    variables.every((variable, k) => coefficients[k]! > 0 || inside[variable] === 1);
  const items = anatomy.items.filter(
    ({ kind, rows }) => kind !== "requirement" || rows.every(served),
  );
  return { ...anatomy, items };
}

async function coreOf(
  conflict: ConflictProgram,
  search: Search,
): Promise<Core | "possible" | null> {
  const { context, seed } = search;
  const checker = new Checker(conflict, context, search.secondsLeft(), seed);
  try {
    const canHold = (kept: ReadonlySet<number>) => checker.canHold(kept);
    const all = await canHold(new Set(conflict.items.keys()));
    if (all === null) return null;
    return all ? "possible" : await smallestCore(conflict.items.length, canHold);
  } finally {
    await checker.close();
  }
}
