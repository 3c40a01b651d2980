import { startNodeThread } from "../solver/thread/node-thread.js";
import type { Thread } from "../solver/thread/thread.js";

/** How solver threads are started on Node. */
export function startThread(): Thread {
  return startNodeThread();
}
