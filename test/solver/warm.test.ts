import { describe, expect, it } from "vitest";
import type { Program, Row } from "../../src/program/program.js";
import { autoSolver } from "../../src/solver/portfolio.js";
import { startNodeThread } from "../../src/solver/thread/node-thread.js";
import type { Thread } from "../../src/solver/thread/thread.js";
import { testContext, testRequest, workerUrl } from "./support/context.js";
import { row } from "./support/row.js";

/**
 * Duties that are all wished for, 10 for each that isn't had, while of any two only one can be. The relaxation has half of each,
 * so that a rota with one of them stands above the bound by half of all but one. And duties that nobody asks for.
 */
function oneOf(wished: number, others: number): Program {
  const variables = Array.from({ length: wished }, (_, variable) => variable);
  const pairs = variables.flatMap((one) => variables.slice(one + 1).map((two) => [one, two]));
  const rows: Row[] = [
    ...pairs.map((pair) => row(pair, 1, 1, 0)),
    ...variables.map((one) => row([one], -1, -1, 2)),
  ];
  const variableCount = wished + others;
  return {
    variableCount,
    variableNames: Array.from({ length: variableCount }, (_, variable) => `${variable}`),
    tierCount: 2,
    choices: Array.from({ length: variableCount }, (_, variable) => Int32Array.of(variable)),
    switches: [],
    rows,
  };
}

/** The jobs of a solve from a rota with the first duty, in their order, with what chooses their kernels. */
async function jobsFrom(program: Program): Promise<string[]> {
  const jobs: string[] = [];
  const startThread = (): Thread => {
    const thread = startNodeThread(workerUrl);
    return {
      ...thread,
      post: (message) => {
        if (message.kind === "job") {
          const { job } = message;
          jobs.push(job.task === "kernel" ? `kernel by ${job.choice.by}` : job.task);
        }
        thread.post(message);
      },
    };
  };
  const start = new Uint8Array(program.variableCount);
  start[0] = 1;
  const outcome = await autoSolver.solve(
    testRequest(program, { start, effort: 0.25 }),
    testContext({ startThread, threads: 1 }),
  );
  expect(outcome.termination).toBe("optimal");
  return jobs;
}

describe("the approach from a good point", () => {
  it("goes to the proof at once where one step is missing", async () => {
    expect(await jobsFrom(oneOf(5, 0))).toEqual(["relax", "search", "near"]);
  });

  it("looks in the wide kernel first where a few are", async () => {
    const jobs = await jobsFrom(oneOf(9, 0));
    expect(jobs).toEqual(["relax", "search", "kernel by reduced-cost", "near"]);
  });

  it("looks in the tiny kernel and the wide one where many are", async () => {
    const jobs = await jobsFrom(oneOf(60, 0));
    expect(jobs).toEqual(["relax", "search", "kernel by value", "kernel by reduced-cost", "near"]);
  });

  it("leaves out the wide one where more than it holds cost nothing", async () => {
    const jobs = await jobsFrom(oneOf(60, 1600));
    expect(jobs).toEqual(["relax", "search", "kernel by value", "kernel by value", "near"]);
  });
});
