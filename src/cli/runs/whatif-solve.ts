import { exchange, neighboursOf } from "../../analysis/whatif/exchange.js";
import type { IsoMonth } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import type { Scenario } from "../../input/scenarios/read-scenarios.js";
import type { ScenarioRunner } from "./whatif-runner.js";
import { foldersOf, type OutcomeStore, taskKey } from "./whatif-store.js";
import type { StudyEntry } from "./whatif-study.js";
import {
  received,
  type ScenarioOutcome,
  type Solution,
  type SolveTask,
  type StudyLimits,
} from "./whatif-task.js";

/** What a run has to solve. */
export interface Work {
  readonly month: IsoMonth;
  readonly limits: StudyLimits;
  /** The case as it is. */
  readonly baseline: Case;
  readonly scenarios: readonly Scenario[];
  /** The version of this program: another one may make other rotas. */
  readonly version: string;
}

/** A scenario with its outcome. */
export type Solved = StudyEntry;

/** What came of one task. */
interface Attempt {
  readonly outcome: ScenarioOutcome | null;
  readonly failure: string | null;
}

/** What came of one scenario; `from` is the place of the scenario whose rota it has. */
interface Settled extends Attempt {
  readonly from: number;
}

/** The name of the case as it is, among the scenarios. */
const BASELINE = "baseline";

/**
 * Solves the baseline, then every scenario from the baseline's rota, then lets neighbours in a sweep exchange rotas. Every
 * outcome depends on its own task alone, so it does not matter which thread or machine worked on it, nor in what order.
 */
export async function solveAll(
  work: Work,
  runner: ScenarioRunner,
  store: OutcomeStore,
  signal: AbortSignal,
  onDone: () => void,
): Promise<Solved[]> {
  const { month, limits, baseline, scenarios, version } = work;
  const folders = foldersOf([BASELINE, ...scenarios.map(({ name }) => name)]);
  const running = new Map<string, Promise<Attempt>>();
  const settle = (task: SolveTask, place: number): Promise<Settled> => {
    const key = taskKey(task, version);
    const folder = folders[place]!;
    const stored = store.read(folder, key);
    const same = running.get(key) ?? takenUp(stored, runner, task, key);
    running.set(key, same);
    return same.then(({ outcome, failure }) => {
      if (outcome !== null && !signal.aborted) store.write(folder, key, outcome);
      onDone();
      return { outcome, failure, from: place };
    });
  };
  const task = { task: "solve", month, limits } as const;
  const base = await settle({ ...task, case: baseline, base: null }, 0);
  const solution = base.outcome && solutionOf(base.outcome);
  const cases = [baseline, ...scenarios.map((scenario) => scenario.case)];
  const others = scenarios.map((scenario, i) =>
    settle({ ...task, case: scenario.case, base: solution }, i + 1),
  );
  const first = [base, ...(await Promise.all(others))];
  const last = signal.aborted ? first : await exchanged(first, scenarios, cases, month, runner);
  return last.map(({ outcome, failure, from }, i) => {
    const { name, group, axes } = i === 0 ? NO_SCENARIO : scenarios[i - 1]!;
    const rotaFrom = from === i ? null : from === 0 ? BASELINE : scenarios[from - 1]!.name;
    return { name, group, axes, folder: folders[i]!, outcome, failure, rotaFrom };
  });
}

const NO_SCENARIO = { name: BASELINE, group: BASELINE, axes: [] } as const;

/** What of the baseline's outcome the scenarios begin from. */
function solutionOf({ violations: _, figures: __, ...solution }: ScenarioOutcome): Solution {
  return solution;
}

/** What an earlier run left, when it is what it says; else what the runner makes. */
async function takenUp(
  stored: ScenarioOutcome | null,
  runner: ScenarioRunner,
  task: SolveTask,
  key: string,
): Promise<Attempt> {
  const outcome = stored && (await received(task, stored));
  return outcome ? { outcome, failure: null } : attempt(runner, task, key);
}

/** One scenario that fails never takes the others with it. */
async function attempt(runner: ScenarioRunner, task: SolveTask, key: string): Promise<Attempt> {
  try {
    return { outcome: await runner.solve(task, key), failure: null };
  } catch (error) {
    return { outcome: null, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Neighbours of a sweep take over each other's rotas where these are better; what is proved the best stays. */
async function exchanged(
  settled: readonly Settled[],
  scenarios: readonly Scenario[],
  cases: readonly Case[],
  month: IsoMonth,
  runner: ScenarioRunner,
): Promise<Settled[]> {
  const places = [NO_SCENARIO, ...scenarios].map(({ group, axes }) => ({
    group,
    position: axes.map(({ index }) => index),
  }));
  return exchange(settled, neighboursOf(places), async ({ outcome: own }, offers, index) => {
    if (own === null || isProved(own)) return null;
    const rotas = offers.flatMap(({ outcome, from }) =>
      outcome?.rota ? [{ rota: outcome.rota, from }] : [],
    );
    const adopted = await runner.adopt({
      task: "adopt",
      case: cases[index]!,
      month,
      own,
      offers: rotas.map(({ rota }) => rota),
    });
    if (adopted === null) return null;
    return { outcome: adopted.outcome, failure: null, from: rotas[adopted.offer]!.from };
  });
}

function isProved({ tiers, rota }: ScenarioOutcome): boolean {
  return rota !== null && tiers.every(({ gap }) => gap === 0);
}
