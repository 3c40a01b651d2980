import { Worker } from "node:worker_threads";
import type { FromThread } from "./messages.js";
import type { Thread } from "./thread.js";

/**
 * Starts a thread on Node.
 *
 * @param entry the compiled worker; default: the one that is compiled beside this file
 */
export function startNodeThread(entry: URL = new URL("./worker.js", import.meta.url)): Thread {
  const worker = new Worker(entry, { execArgv: [] });
  let onMessage: (message: FromThread) => void = () => {};
  let onFailure: (detail: string) => void = () => {};
  let ended = false;
  const fail = (detail: string) => {
    if (!ended) onFailure(detail);
    ended = true;
  };
  worker.on("message", (message: FromThread) => onMessage(message));
  worker.on("messageerror", (error) => fail(`unreadable message: ${error.message}`));
  worker.on("error", (error) => fail(error instanceof Error ? error.message : String(error)));
  worker.on("exit", (code) => fail(`the thread ended with code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    listen: (message, failed) => {
      onMessage = message;
      onFailure = failed;
    },
    terminate: async () => {
      ended = true;
      await worker.terminate();
    },
  };
}
