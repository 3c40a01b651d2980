import type { Job, JobResult, Report } from "./messages.js";
import type { PackedProgram } from "./pack.js";
import type { Thread } from "./thread.js";
import { words } from "./words.js";

/** Time that a thread gets to stop by itself after it was asked to, in milliseconds. */
const grace = 2000;

/** How a job ended: with a result, with a failure, or cut off when the thread didn't stop in time. */
export type JobEnd =
  | { readonly kind: "done"; readonly result: JobResult }
  | { readonly kind: "failed"; readonly detail: string }
  | { readonly kind: "cut" };

/** A thread at work on one program, one job at a time. It ends every job within the grace, whatever the thread does. */
export class Hand {
  private readonly cancel = words(2);
  private finish: ((end: JobEnd) => void) | null = null;
  private report: (report: Report) => void = () => {};
  private dead: string | null = null;
  private graceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly thread: Thread,
    program: PackedProgram,
    private readonly signal: AbortSignal,
  ) {
    thread.listen(
      (message) => {
        if (message.kind === "done") this.end(message);
        else if (message.kind === "failed") this.end(message);
        else this.report(message);
      },
      (detail) => {
        this.dead = detail;
        this.end({ kind: "failed", detail });
      },
    );
    thread.post({ kind: "program", program, cancel: this.cancel });
    signal.addEventListener("abort", this.stop);
  }

  /** Does a job. Reports come while it runs, never after its end. */
  run(job: Job, report: (report: Report) => void): Promise<JobEnd> {
    if (this.dead !== null) return Promise.resolve({ kind: "failed", detail: this.dead });
    if (this.signal.aborted) return Promise.resolve({ kind: "cut" });
    return new Promise((resolve) => {
      this.report = report;
      const { milliseconds } = job;
      const timer = milliseconds === null ? undefined : setTimeout(this.stop, milliseconds);
      this.finish = (end) => {
        clearTimeout(timer);
        resolve(end);
      };
      this.thread.post({ kind: "job", job });
    });
  }

  /** Asks the running job to stop, and cuts it off after the grace. Nothing happens when no job runs. */
  readonly stop = (): void => {
    if (this.finish === null) return;
    Atomics.store(this.cancel, 0, 1);
    this.graceTimer ??= setTimeout(() => {
      this.dead = "the thread was cut off";
      void this.thread.terminate();
      this.end({ kind: "cut" });
    }, grace);
  };

  /** Asks the running job, or the next when none runs, to stop after so many iterations in all, 1 or more. */
  limitWork(iterations: number): void {
    Atomics.store(this.cancel, 1, Math.min(iterations, 0x7fffffff));
  }

  private end(end: JobEnd): void {
    clearTimeout(this.graceTimer);
    this.graceTimer = undefined;
    const { finish } = this;
    this.finish = null;
    this.report = () => {};
    Atomics.store(this.cancel, 1, 0);
    if (this.dead === null && !this.signal.aborted) Atomics.store(this.cancel, 0, 0);
    finish?.(end);
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    this.signal.removeEventListener("abort", this.stop);
    await this.thread.terminate();
  }
}
