import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { IsoMonth } from "../domain/calendar.js";
import { monthOf } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import type { Language, Text } from "../domain/text.js";
import { count } from "../domain/words.js";
import { checkMonth } from "../input/check-month.js";
import { formatNotice, type Notice } from "../input/notice.js";
import { type CaseReading, readCase } from "../input/read-case.js";
import { CATALOG } from "../rules/catalog.js";
import { cannotRead, EXIT, Failure } from "./failure.js";
import { ruleDescriptions } from "./rules-in-force.js";
import { say } from "./terminal.js";

/** How a command reads a case. */
export interface ReadOptions {
  readonly language: Language;
  /** True: warnings are not told. */
  readonly quiet: boolean;
}

/** Reads a case, a folder or one workbook, whatever is wrong with its contents. */
export async function readFolder(path: string): Promise<CaseReading> {
  const options = { rules: ruleDescriptions(CATALOG) };
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return readCase(filesIn(path), options);
  }
  const { readCaseWorkbook } = await import("../input/workbook.js");
  return readCaseWorkbook(basename(path), readInput(path), options);
}

/** The case of a folder or workbook. Warnings go to stderr; errors end the command with all of them listed. */
export async function loadCase(path: string, options: ReadOptions): Promise<Case> {
  const { case: theCase, notices } = await readFolder(path);
  tell(notices, options);
  if (theCase === null) throw inputFailure(notices);
  return theCase;
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
  const notices = checkMonth(theCase, month);
  tell(notices, options);
  if (notices.some(isError)) throw inputFailure(notices);
  return month;
}

/** The months that dated availability and monthly evening rows speak of, in order. */
export function monthsOf({ availability, evenings }: Case): IsoMonth[] {
  const dated = availability.flatMap(({ date }) => (date === null ? [] : [monthOf(date)]));
  const monthly = evenings.flatMap(({ month }) => month ?? []);
  return [...new Set([...dated, ...monthly])].sort();
}

/** The bytes of a file, or of stdin for `-`; ends the command when there is none. */
export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path === "-" ? 0 : path);
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

/** All files of a folder by name. Only CSV files are read; of the others the name is enough to say what is wrong. */
function filesIn(dir: string): Map<string, Uint8Array> {
  try {
    const entries = readdirSync(dir, { withFileTypes: true }).filter(
      (entry) => !entry.isDirectory(),
    );
    return new Map(
      entries.map(({ name }) => [
        name,
        /\.csv$/i.test(name) ? readFileSync(join(dir, name)) : new Uint8Array(),
      ]),
    );
  } catch (error) {
    throw cannotRead(dir, error);
  }
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
