import type { SolveContext } from "../../solver/solver.js";
import type { FromThread, Job, ToThread } from "../../solver/thread/messages.js";
import type { Thread } from "../../solver/thread/thread.js";

/**
 * A context whose threads go on from one solve to the next. An explanation asks a solver some dozens of small questions,
 * and starting a thread with HiGHS costs many times what a question does.
 */
export class WarmThreads {
  readonly context: SolveContext;
  private readonly idle: Thread[] = [];
  private programs = 0;

  constructor(outer: SolveContext) {
    this.context = { ...outer, startThread: () => this.lend(outer) };
  }

  /** Ends all threads that aren't at work. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((thread) => thread.terminate()));
  }

  /** A thread for one solve. It comes back when it is ended without a job at hand, and ends for good otherwise. */
  private lend(outer: SolveContext): Thread {
    const thread = this.idle.pop() ?? outer.startThread();
    let program = 0;
    let working = false;
    let dead = false;
    return {
      post: (message) => {
        if (message.kind === "program") program = ++this.programs;
        else working = true;
        thread.post(ofProgram(message, program));
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

/**
 * A thread keeps the linear form of a step and knows it again by its tier and limits. A limit on a tier that no program has
 * changes nothing of the step but makes it another program's.
 */
function ofProgram(message: ToThread, program: number): ToThread {
  if (message.kind === "program" || message.job.task === "search") return message;
  const limits = [...message.job.limits, [NO_TIER + program, 0] as const];
  return { kind: "job", job: { ...message.job, limits } satisfies Job };
}

/** Above every tier of a program. */
const NO_TIER = 1000;
