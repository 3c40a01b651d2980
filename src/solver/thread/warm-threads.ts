import type { SolveContext } from "../solver.js";
import type { FromThread } from "./messages.js";
import type { Thread } from "./thread.js";

/**
 * A context whose threads go on from one solve to the next, for those who solve many programs: starting a thread with
 * HiGHS costs many times what a small program does.
 */
export class WarmThreads {
  readonly context: SolveContext;
  private readonly idle: Thread[] = [];

  constructor(outer: SolveContext) {
    this.context = { ...outer, startThread: () => this.lend(outer) };
  }

  /** Ends all threads that aren't at work. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((thread) => thread.terminate()));
  }

  /** A thread for one solve. It comes back when it is ended without a job at hand, and ends for good otherwise. */
  private lend(outer: SolveContext): Thread {
    // In the order in which they came back, so that a thread keeps its place from solve to solve, and the code it has compiled.
    const thread = this.idle.shift() ?? outer.startThread();
    let working = false;
    let dead = false;
    return {
      post: (message) => {
        if (message.kind === "job") working = true;
        thread.post(message);
      },
      listen: (onMessage, onFailure) =>
        thread.listen(
          (message: FromThread) => {
            if (message.kind === "done" || message.kind === "failed") working = false;
            onMessage(message);
          },
          (detail) => {
            dead = true;
            const at = this.idle.indexOf(thread);
            if (at >= 0) this.idle.splice(at, 1);
            onFailure(detail);
          },
        ),
      terminate: async () => {
        if (working || dead) await thread.terminate();
        else this.idle.push(thread);
      },
    };
  }
}
