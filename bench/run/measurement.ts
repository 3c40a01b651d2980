import type { ChildResult } from "./child.js";
import { type Known, type News, traceOf } from "./trace.js";

/** The case that a solver gets, in both forms. */
export interface Problem {
  readonly name: string;
  /** The case folder. */
  readonly dir: string;
  /** Offices × staff × days, for the growth. */
  readonly size: number;
  /** Tier 2 under the best value of tier 1, as MPS; null while that value is not known. */
  readonly mps: string | null;
  /** The value that tier 1 is held to. */
  readonly tier1: number | null;
}

/** One solver on one case. */
export interface Measurement {
  readonly problem: string;
  readonly size: number;
  readonly solver: string;
  readonly trace: readonly Known[];
  /** The whole process, from start to exit. */
  readonly seconds: number | null;
  readonly peakMegabytes: number | null;
  readonly note: string;
}

/** What came out of a child as a measurement. */
export function measured(
  problem: Problem,
  solver: string,
  news: readonly News[],
  result: ChildResult,
  note: string,
): Measurement {
  const failed = result.exitCode === 0 ? "" : failure(result);
  return {
    problem: problem.name,
    size: problem.size,
    solver,
    trace: traceOf(news),
    seconds: result.seconds,
    peakMegabytes: result.peakMegabytes,
    note: [note, failed].filter(Boolean).join("; "),
  };
}

/** A solver that could not be run at all. */
export function missing(problem: Problem, solver: string, note: string): Measurement {
  const { name, size } = problem;
  return { problem: name, size, solver, trace: [], seconds: null, peakMegabytes: null, note };
}

function failure({ exitCode, complaint }: ChildResult): string {
  const how = exitCode === null ? "killed or not started" : `exit code ${exitCode}`;
  return complaint === "" ? how : `${how}: ${complaint.split("\n").at(-1)}`;
}
