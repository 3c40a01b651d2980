import type { Program } from "../../../src/program/program.js";
import type { SolveContext, SolveRequest } from "../../../src/solver/solver.js";
import { startNodeThread } from "../../../src/solver/thread/node-thread.js";
import type { Thread } from "../../../src/solver/thread/thread.js";

/** The compiled worker: threads can't load TypeScript. `npm run build` makes it. */
export const workerUrl = new URL("../../../dist/solver/thread/worker.js", import.meta.url);

/** A context with real threads and a real clock, and nothing else of the world. */
export function testContext(options: Partial<SolveContext> = {}): SolveContext {
  return {
    now: () => performance.now(),
    signal: new AbortController().signal,
    onProgress: () => {},
    startThread: () => startNodeThread(workerUrl),
    ...options,
  };
}

/** A request with exact optima wanted and no clock. */
export function testRequest(program: Program, options: Partial<SolveRequest> = {}): SolveRequest {
  return { program, start: null, seed: 1, effort: 1, gap: 0, timeLimitSeconds: null, ...options };
}

/** A thread that never answers, or fails as told. */
export function brokenThread(failure: string | null): Thread {
  let fail: (detail: string) => void = () => {};
  return {
    post: (message) => {
      if (message.kind === "job" && failure !== null) setTimeout(() => fail(failure), 1);
    },
    listen: (_message, failed) => {
      fail = failed;
    },
    terminate: async () => {},
  };
}
