import { basename, resolve } from "node:path";
import { readBytes, readCaseAt } from "../api/case-files.js";
import { monthsOf } from "../api/months.js";
import { type IsoMonth, type Period, periodOfMonth } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import type { Language, Text } from "../domain/text.js";
import { withoutNames } from "../domain/without-names.js";
import { count } from "../domain/words.js";
import { checkPeriod } from "../input/case/check-month.js";
import type { CaseReading } from "../input/case/read-case.js";
import { formatNotice, type Notice } from "../input/notice.js";
import { cannotRead, EXIT, Failure } from "./failure.js";
import { type AskedPeriod, datesAsked } from "./period.js";
import { say } from "./terminal.js";

/** How a command reads a case. */
export interface ReadOptions {
  readonly language: Language;
  /** True: warnings are not told. */
  readonly quiet: boolean;
  /** False: ids stand where people have names. */
  readonly names?: boolean;
}

/** Reads a case, a folder or one workbook, whatever is wrong with its contents; ends the command when there is none. */
export async function readFolder(path: string): Promise<CaseReading> {
  try {
    return await readCaseAt(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** The case of a folder or workbook. Warnings go to stderr; errors end the command with all of them listed. */
export async function loadCase(path: string, options: ReadOptions): Promise<Case> {
  const { case: theCase, notices } = await readFolder(path);
  tell(notices, options);
  if (theCase === null) throw inputFailure(notices);
  return options.names === false ? withoutNames(theCase) : theCase;
}

/** The month that was asked for, else the only one that the case speaks of; its notices are told. */
export function settleMonth(
  theCase: Case,
  asked: IsoMonth | undefined,
  options: ReadOptions,
): IsoMonth {
  const months = monthsOf(theCase);
  const month = asked ?? (months.length === 1 ? months[0]! : null);
  if (month === null) throw new Failure(EXIT.usage, noMonth(months));
  tellOfPeriod(theCase, periodOfMonth(month), options);
  return month;
}

/** The dates that were asked for, else the month as {@link settleMonth} has it; notices are told. */
export function settlePeriod(theCase: Case, asked: AskedPeriod, options: ReadOptions): Period {
  const period = datesAsked(asked);
  if (period === null) return periodOfMonth(settleMonth(theCase, asked.month, options));
  tellOfPeriod(theCase, period, options);
  return period;
}

function tellOfPeriod(theCase: Case, period: Period, options: ReadOptions): void {
  const notices = checkPeriod(theCase, period);
  tell(notices, options);
  if (notices.some(isError)) throw inputFailure(notices);
}

/** The bytes of a file, or of stdin for `-`; ends the command when there is none. */
export function readInput(path: string): Uint8Array {
  try {
    return readBytes(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** The name of a case: its folder's, or its workbook's without the ending. */
export function caseName(path: string): string {
  return basename(resolve(path)).replace(/\.xls[xm]$/i, "");
}

/** Tells errors, and warnings unless they are not wanted. */
export function tell(notices: readonly Notice[], { language, quiet }: ReadOptions): void {
  for (const notice of notices) {
    if (isError(notice) || !quiet) say(formatNotice(notice, language));
  }
}

/** True for a notice that stops a run. */
export function isError({ severity }: Notice): boolean {
  return severity === "error";
}

/** Bad input as the end of a command; input that is wholly missing has an exit code of its own. */
export function inputFailure(notices: readonly Notice[]): Failure {
  const errors = notices.filter(isError);
  const missing = errors.every(({ code }) => code === "missing-file");
  return new Failure(missing ? EXIT.missingInput : EXIT.badInput, {
    en: `${count(errors.length, "error", "errors")} in the input.`,
    sv: `${errors.length} fel i indata.`,
  });
}

function noMonth(months: readonly IsoMonth[]): Text {
  const example = months[0] ?? "2026-12";
  const why: Text =
    months.length === 0
      ? { en: "the case names no month", sv: "underlaget nämner ingen månad" }
      : {
          en: `the case speaks of ${months.join(", ")}`,
          sv: `underlaget gäller ${months.join(", ")}`,
        };
  return {
    en: `which month? ${why.en}. Give one with --month, such as --month ${example}.`,
    sv: `vilken månad? ${why.sv}. Ange en med --month, till exempel --month ${example}.`,
  };
}
