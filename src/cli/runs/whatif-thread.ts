import {
  type Adopted,
  adopt,
  type ScenarioOutcome,
  type ScenarioTask,
  solveScenario,
} from "./whatif-task.js";

/** Entry of a thread that works on scenarios, one at a time. It is ended from outside, solver threads and all. */
export default function run(task: ScenarioTask): Promise<ScenarioOutcome | Adopted | null> {
  return task.task === "solve" ? solveScenario(task, new AbortController().signal) : adopt(task);
}
