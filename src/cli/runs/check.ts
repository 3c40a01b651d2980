import { monthsOf } from "../../api/months.js";
import type { Case } from "../../domain/case.js";
import type { Language, Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import { checkPeriod } from "../../input/case/check-month.js";
import { formatNotice, type Notice } from "../../input/notice.js";
import { inputFailure, isError, readFolder } from "../case-folder.js";
import { EXIT } from "../failure.js";
import { type AskedPeriod, periodAsked } from "../period.js";
import { print, say } from "../terminal.js";

/** What `rota check` was asked. */
export interface CheckRequest extends AskedPeriod {
  readonly dir: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Reads a case; every notice goes to stdout, they are the result. */
export async function runCheck(
  { dir, json, quiet, ...asked }: CheckRequest,
  language: Language,
): Promise<number> {
  const period = periodAsked(asked);
  const reading = await readFolder(dir);
  const ofPeriod = reading.case && period ? checkPeriod(reading.case, period) : [];
  const notices = [...reading.notices, ...ofPeriod];
  const sound = !notices.some(isError);
  if (json) {
    print(`${JSON.stringify({ ok: sound, notices, read: readFigures(reading.case) }, null, 2)}\n`);
    return sound ? EXIT.ok : inputFailure(notices).exitCode;
  }
  for (const notice of notices) {
    if (!quiet || isError(notice)) print(`${formatNotice(notice, language)}\n`);
  }
  if (!sound || reading.case === null) {
    say(verdict(notices, language));
    return inputFailure(notices).exitCode;
  }
  if (!quiet) print(`${summary(reading.case, notices)[language]}\n`);
  return EXIT.ok;
}

/** What was read, in figures. */
function readFigures(theCase: Case | null): Readonly<Record<string, unknown>> | null {
  if (theCase === null) return null;
  return {
    offices: theCase.offices.length,
    people: theCase.staff.length,
    departments: theCase.departments.length,
    months: monthsOf(theCase),
    weeklyAvailability: hasWeekly(theCase),
  };
}

function hasWeekly({ availability }: Case): boolean {
  return availability.some(({ weekdays }) => weekdays.length > 0);
}

function summary(theCase: Case, notices: readonly Notice[]): Text {
  const { offices, staff, departments } = theCase;
  const months = monthsOf(theCase).join(", ");
  const weekly = hasWeekly(theCase);
  const span: Text =
    months === ""
      ? { en: "weekly rows only, good for any month", sv: "bara veckorader, gäller alla månader" }
      : weekly
        ? {
            en: `weekly rows for any month, dated rows for ${months}`,
            sv: `veckorader för alla månader, daterade rader för ${months}`,
          }
        : { en: `dated rows for ${months}`, sv: `daterade rader för ${months}` };
  const warnings = notices.length;
  const fine: Text =
    warnings === 0
      ? { en: "No problems.", sv: "Inga problem." }
      : {
          en: `No errors, ${count(warnings, "warning", "warnings")}.`,
          sv: `Inga fel, ${count(warnings, "varning", "varningar")}.`,
        };
  return {
    en: `${fine.en} Read ${count(offices.length, "office", "offices")}, ${count(staff.length, "person", "people")} of ${count(departments.length, "department", "departments")}; ${span.en}.`,
    sv: `${fine.sv} Läst: ${offices.length} kontor, ${count(staff.length, "person", "personer")} från ${count(departments.length, "förvaltning", "förvaltningar")}; ${span.sv}.`,
  };
}

function verdict(notices: readonly Notice[], language: Language): string {
  const errors = notices.filter(isError).length;
  const warnings = notices.length - errors;
  const words: Text = {
    en: `${count(errors, "error", "errors")}, ${count(warnings, "warning", "warnings")}.`,
    sv: `${errors} fel, ${count(warnings, "varning", "varningar")}.`,
  };
  return words[language];
}
