import type { Adopted, AdoptTask, ScenarioOutcome, SolveTask } from "./whatif-task.js";

/** Works on scenarios, several at a time. */
export interface ScenarioRunner {
  /** @param key what the task is known by; the same key means the same task */
  solve(task: SolveTask, key: string): Promise<ScenarioOutcome>;
  adopt(task: AdoptTask): Promise<Adopted | null>;
  /** Ends everything that is still going on; what waits for it is rejected. */
  close(): Promise<void>;
}

/** The threads of this machine. */
export async function localRunner(threads: number): Promise<ScenarioRunner> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: new URL("./whatif-thread.js", import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 5000,
    execArgv: [],
  });
  return {
    solve: (task) => pool.run(task) as Promise<ScenarioOutcome>,
    adopt: (task) => pool.run(task) as Promise<Adopted | null>,
    close: () => pool.destroy(),
  };
}
