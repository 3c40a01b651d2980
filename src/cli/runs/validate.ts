import { type IsoMonth, periodOfMonth, within } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { Instance } from "../../domain/instance.js";
import { compareAssignments } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import type { Violation } from "../../domain/violation.js";
import { count } from "../../domain/words.js";
import { publicHolidays } from "../../input/holidays.js";
import { type Notice, noticeAt } from "../../input/notice.js";
import { type RotaReading, readRota } from "../../input/read-rota.js";
import { judge } from "../../planning/judge.js";
import { reportViolation } from "../../report/build-report.js";
import { CATALOG } from "../../rules/catalog.js";
import { activate } from "../../rules/settings.js";
import { inputFailure, isError, loadCase, readInput, settleMonth, tell } from "../case-folder.js";
import { EXIT } from "../failure.js";
import { ruleTitles } from "../rules-in-force.js";
import { print, say } from "../terminal.js";
import { type Culprits, culpritsOf } from "../violation-lines.js";

/** What `rota validate` was asked. */
export interface ValidateRequest {
  readonly rota: string;
  readonly dir: string;
  readonly month: IsoMonth | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** A violation and where in the file it shows. */
interface Located {
  readonly violation: Violation;
  readonly at: Culprits;
}

/** Judges a rota file by the rules of its case; answers the exit code. */
export async function runValidate(request: ValidateRequest, language: Language): Promise<number> {
  const { rota, dir, json, quiet } = request;
  const reading = { language, quiet };
  const theCase = await loadCase(dir, reading);
  const month = settleMonth(theCase, request.month, reading);
  const file = rota === "-" ? "<stdin>" : rota;
  const read = readRota(file, readInput(rota), theCase);
  const notices = [...read.notices, ...outside(file, read, month)];
  tell(notices, reading);
  if (notices.some(isError)) throw inputFailure(notices);
  const located = await locate(theCase, month, read);
  if (json) print(asJson(file, month, located));
  else for (const { violation, at } of located) print(`${asLine(file, violation, at, language)}\n`);
  const hard = located.filter(({ violation }) => violation.severity === "hard").length;
  if (!quiet) say(verdict(hard, located.length - hard)[language]);
  return hard > 0 ? EXIT.hardViolation : EXIT.ok;
}

async function locate(theCase: Case, month: IsoMonth, read: RotaReading): Promise<Located[]> {
  const period = periodOfMonth(month);
  const instance = new Instance(theCase, period, await publicHolidays(period));
  const assignments = read.rows.map(({ assignment }) => assignment).sort(compareAssignments);
  const violations = judge(instance, activate(CATALOG, theCase.ruleSettings), { assignments });
  return violations.map((violation) => ({ violation, at: culpritsOf(violation, read) }));
}

/** Rows of other months are no part of the rota that is judged: an error each. */
function outside(file: string, { rows, columns }: RotaReading, month: IsoMonth): Notice[] {
  const period = periodOfMonth(month);
  return rows
    .filter(({ assignment }) => !within(period, assignment.date))
    .map(({ assignment: { date }, line }) =>
      noticeAt(
        { file, line, column: columns.get("date") ?? null, header: null, value: date },
        {
          code: "wrong-combination",
          message: { en: `${date} is not in ${month}`, sv: `${date} ligger inte i ${month}` },
          expected: {
            en: "rows of the month that is judged, and no others",
            sv: "rader för månaden som prövas, och inga andra",
          },
        },
      ),
    );
}

function asLine(
  file: string,
  violation: Violation,
  { lines }: Culprits,
  language: Language,
): string {
  const place = lines.length > 0 ? `${file}:${lines[0]}` : file;
  const soft = violation.severity === "soft" ? ` (${SOFT[language]})` : "";
  const advice = violation.severity === "hard" ? violation.advice?.[language] : undefined;
  const message = `${violation.message[language]}${otherRows(lines, language)}`;
  return `${place}: ${violation.rule}${soft}: ${message}${advice ? ` ${advice}` : ""}`;
}

const MOST_ROWS_NAMED = 4;

/** The other rows that a violation is about, when they are few, such as ` See line 7 too.`. */
function otherRows([, ...others]: readonly number[], language: Language): string {
  if (others.length === 0 || others.length >= MOST_ROWS_NAMED) return "";
  const lines = others.join(", ");
  const words: Text = {
    en: `See ${others.length === 1 ? "line" : "lines"} ${lines} too.`,
    sv: `Se även rad ${lines}.`,
  };
  return ` ${words[language]}`;
}

function asJson(file: string, month: IsoMonth, located: readonly Located[]): string {
  const titles = ruleTitles(CATALOG);
  const violations = located.map(({ violation, at: { lines, column } }) => ({
    line: lines[0] ?? null,
    column: lines.length > 0 ? column : null,
    lines,
    ...reportViolation(violation, titles),
  }));
  const valid = located.every(({ violation }) => violation.severity === "soft");
  return `${JSON.stringify({ schemaVersion: 1, file, month, valid, violations }, null, 2)}\n`;
}

const SOFT: Text = { en: "soft", sv: "mjuk" };

function verdict(hard: number, soft: number): Text {
  const softly: Text = {
    en: count(soft, "soft finding", "soft findings"),
    sv: `${soft} mjuka ${soft === 1 ? "anmärkning" : "anmärkningar"}`,
  };
  if (hard === 0) {
    return {
      en: `Every hard rule is kept; ${softly.en}.`,
      sv: `Alla hårda regler hålls; ${softly.sv}.`,
    };
  }
  return {
    en: `${count(hard, "hard rule violation", "hard rule violations")}; ${softly.en}.`,
    sv: `${hard} brott mot hårda regler; ${softly.sv}.`,
  };
}
