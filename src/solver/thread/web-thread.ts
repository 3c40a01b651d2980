import type { CompiledHighs, FromThread, ToThread } from "./messages.js";
import type { Thread } from "./thread.js";

/** As much of a browser's `Worker` as a thread needs. */
export interface WebWorker {
  postMessage(message: ToThread): void;
  terminate(): void;
  addEventListener(type: "message", hear: (event: { readonly data: FromThread }) => void): void;
  addEventListener(type: "error", hear: (event: { readonly message: string }) => void): void;
  addEventListener(type: "messageerror", hear: () => void): void;
}

/**
 * Makes a solver thread of a worker whose script is `rota/worker`, bundled.
 *
 * @param highs HiGHS as the page has compiled it (`highs/runtime`), so that the threads share one compilation; without it
 *   each thread fetches `highs.wasm` from beside its script
 */
export function webThread(worker: WebWorker, highs: CompiledHighs | null = null): Thread {
  if (highs !== null) worker.postMessage({ kind: "highs", module: highs });
  return {
    post: (message) => worker.postMessage(message),
    listen: (message, failed) => {
      let dead = false;
      const fail = (detail: string) => {
        if (!dead) failed(detail);
        dead = true;
      };
      worker.addEventListener("message", ({ data }) => message(data));
      worker.addEventListener("messageerror", () => fail("unreadable message"));
      worker.addEventListener("error", (event) => fail(event.message));
    },
    terminate: async () => worker.terminate(),
  };
}
