import type { Queue, QueueEvents } from "bullmq";
import { localRunner, type ScenarioRunner } from "../runs/whatif-runner.js";
import { received, type ScenarioOutcome, type SolveTask } from "../runs/whatif-task.js";
import {
  loadQueueLibrary,
  probeQueue,
  type QueueAddress,
  queueAddress,
  queueName,
} from "./connection.js";

/** How often jobs are looked at whose end nobody has told of, in milliseconds. */
const LOOK_EVERY = 5000;
/** Seconds that a finished job stays for others who ask the same. */
const KEPT = 3600;
/** How often a scenario is tried that fails. */
const ATTEMPTS = 2;

/**
 * Puts scenarios on a queue for the workers of any number of machines. A job is known by its task's key: who asks the same
 * at the same time, or again, gets the same answer. What little there is to do besides solving is done on this machine.
 */
export async function queueRunner(
  url: string,
  threads: number,
  version: string,
): Promise<ScenarioRunner> {
  const address = queueAddress(url);
  const { Queue, QueueEvents } = await loadQueueLibrary();
  await probeQueue(address);
  const name = queueName(version);
  const queue = new Queue<SolveTask, ScenarioOutcome>(name, { connection: address.connection });
  const events = new QueueEvents(name, { connection: address.connection });
  const ends = new JobEnds(queue, events, address);
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  let local: Promise<ScenarioRunner> | null = null;
  return {
    solve: async (task, key) => {
      if ((await queue.getJobState(key)) === "failed") await queue.remove(key);
      const kept = { removeOnComplete: { age: KEPT }, removeOnFail: { age: KEPT } };
      await queue.add("scenario", task, { jobId: key, attempts: ATTEMPTS, ...kept });
      const outcome = await received(task, await ends.of(key));
      if (outcome === null) throw new Error("the answer from the queue is no rota of this case");
      return outcome;
    },
    adopt: async (task) => {
      local ??= localRunner(threads);
      return (await local).adopt(task);
    },
    close: async () => {
      await ends.close();
      await (await local)?.close();
    },
  };
}

/** Waits for the ends of jobs: told by events, and looked for now and then in case one was missed. */
class JobEnds {
  private readonly waiting = new Map<
    string,
    { resolve(outcome: ScenarioOutcome): void; reject(error: Error): void }
  >();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly queue: Queue<SolveTask, ScenarioOutcome>,
    private readonly events: QueueEvents,
    private readonly address: QueueAddress,
  ) {
    // A connection that is lost comes back by itself, and nothing that was asked is lost with it.
    queue.on("error", () => {});
    events.on("error", () => {});
    events.on("completed", ({ jobId }) => void this.look(jobId));
    events.on("failed", ({ jobId }) => void this.look(jobId));
    this.timer = setInterval(() => {
      for (const key of this.waiting.keys()) void this.look(key);
    }, LOOK_EVERY);
  }

  of(key: string): Promise<ScenarioOutcome> {
    const end = new Promise<ScenarioOutcome>((resolve, reject) => {
      this.waiting.set(key, { resolve, reject });
    });
    void this.look(key);
    return end;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    for (const { reject } of this.waiting.values()) reject(new Error("the queue was closed"));
    this.waiting.clear();
    await Promise.allSettled([this.events.close(), this.queue.close()]);
  }

  /** Answers who waits for a job if it has ended. */
  private async look(key: string): Promise<void> {
    const waiter = this.waiting.get(key);
    if (waiter === undefined) return;
    try {
      const state = await this.queue.getJobState(key);
      if (state !== "completed" && state !== "failed" && state !== "unknown") return;
      const job = await this.queue.getJob(key);
      this.waiting.delete(key);
      if (job && state === "completed") waiter.resolve(job.returnvalue);
      else waiter.reject(new Error(this.address.masked(job?.failedReason ?? "the job is gone")));
    } catch {
      // The connection is down; it comes back by itself, and the next look asks again.
    }
  }
}
