import { performance } from "node:perf_hooks";
import { startNodeThread } from "../../solver/thread/node-thread.js";
import { WarmThreads } from "../../solver/thread/warm-threads.js";
import {
  type Adopted,
  adopt,
  type ScenarioOutcome,
  type ScenarioTask,
  solveScenario,
} from "./whatif-task.js";

/** The solver threads of this thread go on from one scenario to the next, with HiGHS loaded. */
const { context } = new WarmThreads({
  now: () => performance.now(),
  signal: new AbortController().signal,
  onProgress: () => {},
  startThread: () => startNodeThread(),
});

/**
 * Entry of a thread that works on scenarios, one at a time. It is ended from outside, solver threads and all. Scenarios run
 * side by side, so each has one solver thread at work; the case that they begin from is solved before them, and has two.
 */
export default function run(task: ScenarioTask): Promise<ScenarioOutcome | Adopted | null> {
  if (task.task === "adopt") return adopt(task);
  return solveScenario(task, { ...context, threads: task.base === null ? 2 : 1 });
}
