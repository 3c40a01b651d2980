import type { Point } from "../../program/program.js";
import type { JobResult } from "./messages.js";

/** How a job ended; without a relaxation. */
export function jobResult(
  status: JobResult["status"],
  point: Point | null,
  bound: number | null,
  work = 0,
): JobResult {
  return { status, point, bound, relaxed: null, reduced: null, work, detail: null };
}
