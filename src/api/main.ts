import { type IsoDate, type IsoMonth, isIsoMonth, periodOfMonth } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import type { Language } from "../domain/text.js";
import { withoutNames } from "../domain/without-names.js";
import { reportViolation } from "../figures/build-report.js";
import { DEFAULT_SLOTS } from "../figures/slot-settings.js";
import { checkMonth } from "../input/case/check-month.js";
import type { CaseReading } from "../input/case/read-case.js";
import type { Notice } from "../input/notice.js";
import type { Report, ReportViolation } from "../outputs/report.js";
import { CATALOG } from "../rules/catalog.js";
import type { SolveContext, Termination } from "../solver/solver.js";
import { caseOfFiles, readCaseAt } from "./case-files.js";
import { judgeRows, settingOf } from "./judge-rota.js";
import { type OutputTexts, outputFiles } from "./output-files.js";
import type { PlanAsk } from "./plan-report.js";
import { readRotaOf } from "./rota-file.js";
import { ruleTitles } from "./rules-in-force.js";

/*
 * The programming interface: `import { readCase, solve, validate, files } from "rota"`. It says nothing on any console and
 * writes nothing anywhere; the command line is built from the same parts.
 */

// The names of what the functions take and answer, for programs that write them down; a package has one way in.
export type {
  Case,
  CaseReading,
  IsoDate,
  IsoMonth,
  Language,
  Notice,
  OutputTexts,
  Report,
  ReportViolation,
  SolveContext,
  Termination,
};

/**
 * Reads a case: a folder of CSV files, one .xlsx workbook, or the bytes of CSV files by name. Bad input is no exception:
 * `case` is null then, and the notices tell all that is wrong.
 *
 * @throws Error of the operating system when a path cannot be read.
 */
export async function readCase(
  source: string | ReadonlyMap<string, Uint8Array>,
): Promise<CaseReading> {
  return typeof source === "string" ? readCaseAt(source) : caseOfFiles(source);
}

/** What `solve` is asked; what is left out is as with `rota solve`. */
export interface SolveAsk extends Partial<PlanAsk> {
  readonly month: IsoMonth;
  /** False: ids stand where people have names, for files that leave the house. */
  readonly names?: boolean;
  /** The date from which notice of changes to the announced rota (published.csv) is counted; left out: it is not. */
  readonly today?: IsoDate;
}

/** What `solve` answers. */
export interface Solution {
  /** The rota with everything that is known of it, in the form of report.json; null when none was found. */
  readonly report: Report | null;
  readonly termination: Termination;
  /** What else the solver has to say, in English; null when nothing. */
  readonly detail: string | null;
}

/**
 * Makes the rota of a month. An impossible wish is no exception: the report has the best rota and tells what it breaks.
 *
 * @param context the clock, a signal that stops the run, who hears of its progress, and how threads are started; each of
 *   them has a default for Node
 * @throws RangeError when the month is none, or the case has no availability in it.
 */
export async function solve(
  theCase: Case,
  { month, names = true, today, ...asked }: SolveAsk,
  context: Partial<SolveContext> = {},
): Promise<Solution> {
  const shown = names ? theCase : withoutNames(theCase);
  const period = periodOfMonth(checkedMonth(theCase, month));
  const setting = await settingOf(shown, period, today ?? null);
  const [{ planReport }, { startNodeThread }] = await Promise.all([
    import("./plan-report.js"),
    import("../solver/thread/node-thread.js"),
  ]);
  const ask = { ...DEFAULT_ASK, ...asked };
  const { plan, report } = await planReport(setting, ask, {
    now: () => performance.now(),
    signal: new AbortController().signal,
    onProgress: () => {},
    startThread: () => startNodeThread(),
    ...context,
  });
  return { report, termination: plan.termination, detail: plan.detail };
}

/** What `validate` is asked. */
export interface ValidateAsk extends Pick<SolveAsk, "month" | "names" | "today"> {
  /** What notices call the file. */
  readonly file?: string;
}

/** What `validate` answers. */
export interface Validation {
  /** True when the file could be read and every hard rule is kept. */
  readonly valid: boolean;
  /** What is wrong with the file itself; with an error among it nothing is judged. */
  readonly notices: readonly Notice[];
  /** What the rota breaks, hard rules first. */
  readonly violations: readonly ReportViolation[];
}

/**
 * Judges a rota by the rules of its case, without a solver.
 *
 * @param rota a rota.csv, as text or as the bytes of the file
 * @throws RangeError when the month is none, or the case has no availability in it.
 */
export async function validate(
  theCase: Case,
  rota: string | Uint8Array,
  { month, file = "rota.csv", names = true, today }: ValidateAsk,
): Promise<Validation> {
  const period = periodOfMonth(checkedMonth(theCase, month));
  const bytes = typeof rota === "string" ? new TextEncoder().encode(rota) : rota;
  const { read, notices } = readRotaOf(file, bytes, theCase, period);
  if (notices.some(isError)) return { valid: false, notices, violations: [] };
  const setting = await settingOf(names ? theCase : withoutNames(theCase), period, today ?? null);
  const rows = read.rows.map(({ assignment }) => assignment);
  const titles = ruleTitles(CATALOG);
  const violations = judgeRows(setting, rows).map((each) => reportViolation(each, titles));
  return { valid: violations.every(({ severity }) => severity === "soft"), notices, violations };
}

/** The files that `rota solve` writes, by path: nothing is written, that is the caller's business. */
export async function files(report: Report, language: Language = "en"): Promise<OutputTexts> {
  return outputFiles(report, { sent: new Map() }, language);
}

const { minutes, pauseMinutes, keptAtDesk } = DEFAULT_SLOTS;

/** What `rota solve` does unless told otherwise. */
const DEFAULT_ASK: PlanAsk = {
  solver: "auto",
  seed: 1,
  effort: 1,
  gap: 0.005,
  timeLimitSeconds: null,
  slots: { minutes, pauseMinutes, keptAtDesk },
};

function isError({ severity }: Notice): boolean {
  return severity === "error";
}

function checkedMonth(theCase: Case, month: IsoMonth): IsoMonth {
  if (!isIsoMonth(month))
    throw new RangeError(`a month looks like 2026-12, of the years 2000 to 2099, not ${month}`);
  const error = checkMonth(theCase, month).find(isError);
  if (error) throw new RangeError(error.message.en);
  return month;
}
