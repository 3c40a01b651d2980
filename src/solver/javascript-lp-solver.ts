import type { LinearForm } from "../program/linear.js";
import type { Program } from "../program/program.js";
import type { JobResult } from "./thread/messages.js";

/** stub */
export async function solveTableau(_program: Program, _form: LinearForm): Promise<JobResult> {
  return { status: "refused", point: null, bound: null, relaxed: null, detail: null };
}
