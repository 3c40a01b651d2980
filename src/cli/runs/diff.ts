import { noticeDays, noticeRules, shortNoticePay } from "../../analysis/repair/short-notice.js";
import type { IsoDate, Period } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { Instance } from "../../domain/instance.js";
import { publicHolidays } from "../../domain/public-holidays.js";
import { joined } from "../../domain/published.js";
import type { Assignment } from "../../domain/rota.js";
import type { Language } from "../../domain/text.js";
import { type DiffFacts, diffReport } from "../../figures/diff.js";
import { readRota } from "../../input/case/read-rota.js";
import { judge } from "../../planning/judge.js";
import { diffText } from "../../report/diff/text.js";
import {
  inputFailure,
  isError,
  loadCase,
  type ReadOptions,
  readInput,
  tell,
} from "../case-folder.js";
import { EXIT } from "../failure.js";
import { withNewsBeside } from "../news-beside.js";
import { print, stdoutStyle } from "../terminal.js";
import { swedishToday } from "../today.js";
import { writeTogether } from "../write-together.js";

/** The options of `rota diff`, read from argv. */
export interface DiffOptions {
  readonly case?: string;
  readonly today?: IsoDate;
  readonly html?: string;
  readonly names: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** Compares two rota files; answers the exit code. */
export async function runDiff(
  before: string,
  after: string,
  options: DiffOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const given = options.case === undefined ? null : await loadCase(options.case, reading);
  const theCase = given && withNewsBeside(given, after, reading);
  const old = rowsOf(before, theCase, reading);
  const now = rowsOf(after, theCase, reading);
  const facts = await factsOf(theCase, old, now, options.today ?? swedishToday());
  const report = diffReport(old, now, facts);
  if (options.html !== undefined) {
    const { diffPage } = await import("../../report/diff/page.js");
    writeTogether(new Map([[options.html, diffPage(report, language)]]));
  }
  if (options.json) print(`${JSON.stringify(report, null, 2)}\n`);
  else print(diffText(report, language, stdoutStyle()));
  return EXIT.ok;
}

function rowsOf(path: string, theCase: Case | null, reading: ReadOptions): readonly Assignment[] {
  const file = path === "-" ? "<stdin>" : path;
  const { rows, notices } = readRota(file, readInput(path), theCase);
  tell(notices, reading);
  if (notices.some(isError)) throw inputFailure(notices);
  return rows.map(({ assignment }) => assignment);
}

/** What is known besides the rotas: with a case, who is not available, and what short notice is paid. */
async function factsOf(
  theCase: Case | null,
  before: readonly Assignment[],
  after: readonly Assignment[],
  today: IsoDate,
): Promise<DiffFacts> {
  const rules = noticeRules(theCase?.ruleSettings ?? []);
  const days = noticeDays(rules);
  const period = spanOf([...before, ...after]);
  if (theCase === null || period === null) {
    return { today, noticeDays: days, instance: null, extraMinutes: () => 0 };
  }
  const published = joined(before);
  const holidays = publicHolidays(period);
  const instance = new Instance({ ...theCase, published }, period, holidays, today);
  const violations = judge(instance, rules, { assignments: after });
  return { today, noticeDays: days, instance, extraMinutes: shortNoticePay(violations) };
}

/** From the first to the last date of some rows; null without any. */
function spanOf(rows: readonly Assignment[]): Period | null {
  const dates = rows.map(({ date }) => date).sort();
  const [first] = dates;
  return first === undefined ? null : { first, last: dates.at(-1)! };
}
