import { describe, expect, it } from "vitest";
import { type Journal, jobKey, programKey } from "../../src/solver/journal.js";
import { autoSolver } from "../../src/solver/portfolio.js";
import type { Job, JobResult } from "../../src/solver/thread/messages.js";
import { startNodeThread } from "../../src/solver/thread/node-thread.js";
import { packProgram } from "../../src/solver/thread/pack.js";
import { tinyProgram } from "../program/support/tiny-program.js";
import { testContext, testRequest, workerUrl } from "./support/context.js";
import { rotaProgram } from "./support/rota-program.js";

/** A journal in memory. */
function memory(): Journal & { readonly results: Map<string, JobResult> } {
  const results = new Map<string, JobResult>();
  return {
    results,
    recall: (key) => results.get(key) ?? null,
    record: (key, result) => results.set(key, result),
  };
}

/** A context that counts the jobs its threads are given. */
function counting(options: Parameters<typeof testContext>[0]) {
  const jobs: Job[] = [];
  const context = testContext({
    ...options,
    startThread: () => {
      const thread = startNodeThread(workerUrl);
      return {
        ...thread,
        post: (message) => {
          if (message.kind === "job") jobs.push(message.job);
          thread.post(message);
        },
      };
    },
  });
  return { jobs, context };
}

describe("a journal", () => {
  const request = testRequest(rotaProgram({ offices: 2, people: 8, days: 6, seed: 3 }), {
    effort: 0.2,
  });

  it("has all of a run that ended, so that the run again does next to nothing and answers the same", async () => {
    const journal = memory();
    const once = await autoSolver.solve(request, testContext({ journal }));
    const { jobs, context } = counting({ journal });
    const again = await autoSolver.solve(request, context);
    expect(journal.results.size).toBeGreaterThan(2);
    // Who loses a race is stopped on the way, so there is nothing of it to recall; it loses again at once.
    expect(jobs.length).toBeLessThan(journal.results.size / 2);
    expect(again).toEqual(once);
  });

  it("brings a run that was killed to the answer that it would have had", async () => {
    const whole = memory();
    const once = await autoSolver.solve(request, testContext({ journal: whole }));
    const cut = memory();
    for (const [key, result] of [...whole.results].slice(0, 2)) cut.record(key, result);
    const { jobs, context } = counting({ journal: cut });
    const resumed = await autoSolver.solve(request, context);
    expect(resumed).toEqual(once);
    expect(jobs.length).toBeGreaterThan(0);
    const own = programKey(packProgram(request.program));
    const recalled = [...whole.results.keys()].slice(0, 2);
    for (const key of recalled) expect(jobs.map((job) => jobKey(own, job))).not.toContain(key);
  });

  it("does not record what an interrupt cut short", async () => {
    const journal = memory();
    const controller = new AbortController();
    const large = testRequest(rotaProgram({ offices: 5, people: 25, days: 15, seed: 1 }));
    setTimeout(() => controller.abort(), 150);
    await autoSolver.solve(large, testContext({ journal, signal: controller.signal }));
    expect([...journal.results.values()].every(({ status }) => status !== "stopped")).toBe(true);
  });
});

describe("the key of a job", () => {
  const program = programKey(packProgram(tinyProgram(1)));
  const job: Job = {
    task: "search",
    start: Uint8Array.of(0, 1),
    seed: 1,
    moves: 100,
    heat: 1,
    guide: null,
    keys: null,
    target: [0, 0],
    milliseconds: null,
  };

  it("is the same for the same work, whatever the clock allows", () => {
    const same = { ...job, start: Uint8Array.of(0, 1), milliseconds: 500 };
    expect(jobKey(program, same)).toBe(jobKey(program, job));
  });

  it("differs by program, number, start and guide", () => {
    const other = programKey(packProgram(tinyProgram(2)));
    const keys = [
      jobKey(program, job),
      jobKey(other, job),
      jobKey(program, { ...job, seed: 2 }),
      jobKey(program, { ...job, start: Uint8Array.of(1, 0) }),
      jobKey(program, { ...job, start: null }),
      jobKey(program, { ...job, guide: Float64Array.of(0.5) }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the number of threads", () => {
  const request = testRequest(rotaProgram({ offices: 2, people: 6, days: 4, seed: 2 }), {
    effort: 0.1,
  });

  it("changes nothing between one and two", async () => {
    const two = await autoSolver.solve(request, testContext({ threads: 2 }));
    const one = await autoSolver.solve(request, testContext({ threads: 1 }));
    expect(one).toEqual(two);
  });

  it("lets no more jobs run at once than it says", async () => {
    let running = 0;
    let most = 0;
    const context = testContext({
      threads: 1,
      startThread: () => {
        const thread = startNodeThread(workerUrl);
        return {
          ...thread,
          post: (message) => {
            if (message.kind === "job") most = Math.max(most, ++running);
            thread.post(message);
          },
          listen: (message, failed) =>
            thread.listen((one) => {
              if (one.kind === "done" || one.kind === "failed") running--;
              message(one);
            }, failed),
        };
      },
    });
    await autoSolver.solve(request, context);
    expect(most).toBe(1);
  });

  it("may be more than two", async () => {
    const outcome = await autoSolver.solve(request, testContext({ threads: 4 }));
    expect(outcome.point).not.toBeNull();
  });
});
