import type { FromThread, ToThread } from "./messages.js";

/** A thread that runs worker.js. How it is started is the caller's business: see node-thread.ts. */
export interface Thread {
  post(message: ToThread): void;
  /** Sets who hears the thread. `failed` is called at most once, when the thread has died. */
  listen(message: (message: FromThread) => void, failed: (detail: string) => void): void;
  /** Ends the thread at once. */
  terminate(): Promise<void>;
}
