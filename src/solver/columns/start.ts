import { completeSwitches } from "../../program/complete-switches.js";
import { admissible, tierValues } from "../../program/evaluate.js";
import type { Point, Program } from "../../program/program.js";
import type { ColumnsJob } from "../thread/messages.js";
import type { Decomposition } from "./blocks.js";
import { cheapestPath, complete, type PricedBlock } from "./pricing.js";
import type { StepRows } from "./step-rows.js";

/** A point that keeps a step's limits, once there are diagrams. */
export type StartOf = (step: StepRows, blocks: readonly PricedBlock[]) => Point | null;

/**
 * Where a step's point can come from: the job's, or where no rigid row or budget links blocks, the cheapest way of each
 * block by itself. Null: from nowhere; so much is known before any diagram is built.
 */
export function columnsStart(
  program: Program,
  job: ColumnsJob,
  parts: Decomposition,
): StartOf | null {
  const { start } = job;
  if (start !== null && keepsLimits(program, job, start)) return () => start;
  if (parts.linkingRows.some(({ room, budget }) => room === 0 || budget !== null)) return null;
  return ({ costs }, blocks) => {
    const point = new Uint8Array(program.variableCount);
    for (const block of blocks) {
      for (const variable of cheapestPath(block, complete(block, costs))) point[variable] = 1;
    }
    const whole = completeSwitches(program, point);
    return keepsLimits(program, job, whole) ? whole : null;
  };
}

function keepsLimits(program: Program, job: ColumnsJob, start: Point): boolean {
  if (!admissible(program, start)) return false;
  const values = tierValues(program, start);
  return job.limits.every(([tier, limit]) => values[tier - 1]! <= limit);
}
