/*
 * The programming interface that runs everywhere, in a browser too: `import { readCase, solve } from "rota/core"`. It reads and
 * writes no files, says nothing on any console, and starts threads only as the caller has it. In Node, `rota` adds paths and
 * threads.
 */

export type { AssignmentExplanation } from "../domain/assignment-explanation.js";
export type { IsoDate, IsoMonth, Period } from "../domain/calendar.js";
export type { Case } from "../domain/case.js";
export type { MonthExplanation, Requirement } from "../domain/explanation.js";
export type { Language, Text } from "../domain/text.js";
export type { CaseReading } from "../input/case/read-case.js";
export type { Notice } from "../input/notice.js";
export type { Report, ReportViolation } from "../outputs/report.js";
export type { JudgementFormat } from "../report/ci/formats.js";
export type { Judgement } from "../report/ci/judgement.js";
export type { Progress, SolveContext, Termination } from "../solver/solver.js";
export type { Thread } from "../solver/thread/thread.js";
export { type WebWorker, webThread } from "../solver/thread/web-thread.js";
export type { AskedPeriod } from "./asked-period.js";
export type { Context } from "./context.js";
export {
  type ExplainAsk,
  type ExplainDutyAsk,
  type Explained,
  type ExplainLimits,
  explain,
  explainDuty,
  type GivenRota,
} from "./explain.js";
export { files, type OutputTexts } from "./output-files.js";
export { type CaseWorkbook, readCase } from "./read-case.js";
export { type Solution, type SolveAsk, solve } from "./solve.js";
export type { Accepted } from "./validate/accepted.js";
export type { MadeWith } from "./validate/changes.js";
export { judgementText } from "./validate/judgement-text.js";
export { type ValidateAsk, type Validation, validate } from "./validate/validate.js";
