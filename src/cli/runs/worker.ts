import type { Language, Text } from "../../domain/text.js";
import { VERSION } from "../../domain/version.js";
import { EXIT, Failure } from "../failure.js";
import { listenForInterrupts } from "../interrupts.js";
import {
  loadQueueLibrary,
  probeQueue,
  type QueueAddress,
  queueAddress,
  queueName,
} from "../queue/connection.js";
import { say } from "../terminal.js";
import { localRunner } from "./whatif-runner.js";
import type { ScenarioOutcome, SolveTask } from "./whatif-task.js";

/** What `rota worker` was asked. */
export interface WorkerRequest {
  readonly queue: string | undefined;
  readonly threads: number;
  /** Seconds after which the work of a worker that died goes to another. */
  readonly lease: number;
  readonly quiet?: true;
}

/** How often a scenario may be taken over from dead workers before it counts as one that kills them. */
const MOST_DEATHS = 10;

/** Takes scenarios from a queue, several at a time, until it is told to stop; then finishes those that it has. */
export async function runWorker(request: WorkerRequest, language: Language): Promise<number> {
  if (request.queue === undefined) throw new Failure(EXIT.usage, NO_QUEUE);
  const address = queueAddress(request.queue);
  const { Worker } = await loadQueueLibrary();
  await probeQueue(address);
  const runner = await localRunner(request.threads);
  const lease = request.lease * 1000;
  const worker = new Worker<SolveTask, ScenarioOutcome>(
    queueName(VERSION),
    (job) => runner.solve(job.data, job.id ?? ""),
    {
      connection: address.connection,
      concurrency: request.threads,
      lockDuration: lease,
      stalledInterval: lease,
      maxStalledCount: MOST_DEATHS,
    },
  );
  const tell = request.quiet ? () => {} : (text: Text) => say(text[language]);
  tellTrouble(worker, address, tell);
  const stopped = new Promise<void>((resolve) => {
    const interrupts = listenForInterrupts(
      () => {
        tell(STOPPING);
        interrupts.stop();
        resolve();
      },
      () => {},
    );
  });
  try {
    await worker.waitUntilReady();
    tell(waitingWords(address, request.threads));
    await stopped;
    await worker.close();
    return EXIT.ok;
  } finally {
    await worker.disconnect().catch(() => {});
    await runner.close();
  }
}

/** Tells of trouble with the connection, each kind once in a row. */
function tellTrouble(
  worker: { on(event: "error", listener: (error: Error) => void): unknown },
  address: QueueAddress,
  tell: (text: Text) => void,
): void {
  let last: string | null = null;
  worker.on("error", (error) => {
    const message = address.masked(error.message);
    if (message === last) return;
    last = message;
    tell({
      en: `trouble with the queue at ${address.shown}: ${message}`,
      sv: `problem med kön på ${address.shown}: ${message}`,
    });
  });
}

function waitingWords(address: QueueAddress, threads: number): Text {
  return {
    en: `Taking scenarios from ${address.shown}, at most ${threads} at once. Ctrl-C stops after those that are begun.`,
    sv: `Hämtar scenarier från ${address.shown}, högst ${threads} åt gången. Ctrl-C stoppar efter de påbörjade.`,
  };
}

const NO_QUEUE: Text = {
  en: "which queue? Give one with --queue redis://HOST:PORT or by ROTA_QUEUE.",
  sv: "vilken kö? Ange en med --queue redis://VÄRD:PORT eller genom ROTA_QUEUE.",
};
const STOPPING: Text = {
  en: "Stopping after the scenarios that are begun.",
  sv: "Stoppar efter de påbörjade scenarierna.",
};
