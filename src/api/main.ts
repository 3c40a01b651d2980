import type { AssignmentExplanation } from "../domain/assignment-explanation.js";
import type { Case } from "../domain/case.js";
import type { MonthExplanation } from "../domain/explanation.js";
import type { CaseReading } from "../input/case/read-case.js";
import type { Context } from "./context.js";
import {
  type ExplainAsk,
  type ExplainDutyAsk,
  type Explained,
  explain as explainCore,
  explainDuty as explainDutyCore,
} from "./explain.js";
import { type CaseWorkbook, readCase as readCaseCore } from "./read-case.js";
import { type Solution, type SolveAsk, solve as solveCore } from "./solve.js";

/*
 * The programming interface on Node: `import { readCase, solve, validate, files } from "rota"`. It is that of `rota/core`; a case
 * may be given by its path, and threads are those of Node. It says nothing on any console and writes nothing anywhere.
 */
export type * from "./core.js";
export { files } from "./output-files.js";
export { judgementText } from "./validate/judgement-text.js";
export { validate } from "./validate/validate.js";

/**
 * Reads a case: a folder of CSV files or one .xlsx workbook by its path, the bytes of CSV files by name, or the bytes of a
 * workbook. Bad input is no exception: `case` is null then, and the notices tell all that is wrong.
 *
 * @throws Error of the operating system when a path cannot be read.
 */
export async function readCase(
  source: string | ReadonlyMap<string, Uint8Array> | CaseWorkbook,
): Promise<CaseReading> {
  if (typeof source !== "string") return readCaseCore(source);
  const { readCaseAt } = await import("./case-files.js");
  return readCaseAt(source);
}

/** {@link solveCore} with the threads of Node unless told otherwise. */
export async function solve(
  theCase: Case,
  ask: SolveAsk,
  context: Partial<Context> = {},
): Promise<Solution> {
  return solveCore(theCase, ask, await onNode(context));
}

/** {@link explainCore} with the threads of Node unless told otherwise. */
export async function explain(
  theCase: Case,
  ask: ExplainAsk,
  context: Partial<Context> = {},
): Promise<Explained<MonthExplanation>> {
  return explainCore(theCase, ask, await onNode(context));
}

/** {@link explainDutyCore} with the threads of Node unless told otherwise. */
export async function explainDuty(
  theCase: Case,
  ask: ExplainDutyAsk,
  context: Partial<Context> = {},
): Promise<Explained<AssignmentExplanation>> {
  return explainDutyCore(theCase, ask, await onNode(context));
}

/** A context with threads: those that it says, else those of Node, which is loaded only then. */
async function onNode({ startThread, ...context }: Partial<Context>): Promise<Context> {
  return {
    ...context,
    startThread: startThread ?? (await import("./node-threads.js")).startThread,
  };
}
