import { join } from "node:path";
import { announcedCalendars } from "../../api/announced-calendars.js";
import { settingOf } from "../../api/judge-rota.js";
import { afterMonth } from "../../api/next-month.js";
import { outputFiles } from "../../api/output-files.js";
import {
  addDays,
  type IsoMonth,
  type Period,
  periodOfMonth,
  within,
} from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { Instance } from "../../domain/instance.js";
import { publicHolidays } from "../../domain/public-holidays.js";
import { squeezeDays } from "../../domain/squeeze-days.js";
import type { Language, Text } from "../../domain/text.js";
import { type PlannedMonth, yearOf } from "../../figures/year.js";
import { checkPeriod } from "../../input/case/check-month.js";
import { type Notice, noticeAt, placeIn } from "../../input/notice.js";
import { tables } from "../../input/tables/catalog.js";
import { yearCsv, yearPeopleCsv } from "../../report/year/csv.js";
import { yearText } from "../../report/year/text.js";
import {
  caseName,
  inputFailure,
  isError,
  loadCase,
  type ReadOptions,
  tell,
} from "../case-folder.js";
import { withEarlier } from "../earlier.js";
import { EXIT, Failure } from "../failure.js";
import { tryTarget } from "../held-files.js";
import type { Interrupts } from "../interrupts.js";
import type { MonthRange } from "../month-range.js";
import { type OutputFolder, openOutput } from "../output-folder.js";
import { refuseInputs } from "../own-inputs.js";
import {
  brokenDown,
  exitCodeOf,
  interruptsOf,
  noRota,
  planned,
  type SolveOptions,
} from "../planned-run.js";
import { print, say, stdoutStyle } from "../terminal.js";
import { writeTogether } from "../write-together.js";
import { refuseEdited, tellCopies } from "../written.js";

/** A month that is done, and the case as it leaves it. */
interface Done {
  readonly month: PlannedMonth;
  readonly next: Case;
  readonly code: number;
}

/**
 * Plans several months, each with the rotas and the ledger of those before it; a folder each, and the year at a glance
 * beside them. What is done stays when a later month fails or somebody presses Ctrl-C. Answers the worst exit code.
 */
export async function runMonths(
  dir: string,
  options: SolveOptions,
  months: MonthRange,
  language: Language,
): Promise<number> {
  if (options.month ?? options.from ?? options.to) throw new Failure(EXIT.usage, EITHER);
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const theCase = await loadCase(dir, reading);
  tellOfMonths(theCase, months, reading);
  let current = withEarlier(theCase, options, periodOfMonth(months[0]), reading);
  const out = options.out ?? join("out", `${caseName(dir)}-${months[0]}..${months.at(-1)}`);
  for (const month of months) tryMonth(join(out, month), dir, options);
  for (const name of YEAR_FILES) tryTarget(join(out, name));
  const done: Done[] = [];
  let output: OutputFolder | null = null;
  const interrupts = interruptsOf(STOPPING, () => output?.discard(), language);
  try {
    for (const month of months) {
      if (interrupts.signal.aborted) throw stoppedIn(month);
      output = openOutput(join(out, month));
      const finished = await planMonthOf(current, month, { output, interrupts }, options, language);
      done.push(finished);
      current = finished.next;
    }
  } finally {
    interrupts.stop();
    if (done.length > 0) await writeYear(out, done, options, language);
  }
  return Math.max(...done.map(({ code }) => code));
}

/** Makes sure that a month can be written, before any is planned. */
function tryMonth(out: string, theCase: string, { ledger, force }: SolveOptions): void {
  refuseInputs(out, theCase, ledger);
  const output = openOutput(out);
  output.discard();
  refuseEdited(out, output.edited, force);
}

/** What is wrong with any of the months, before anything is planned. */
function tellOfMonths(theCase: Case, months: MonthRange, reading: ReadOptions): void {
  const notices = months.flatMap((month) => {
    const period = periodOfMonth(month);
    const found = checkPeriod(theCase, period);
    return found.some(isError) ? found : [...found, ...nobodyIn(theCase, month, period)];
  });
  tell(notices, reading);
  if (notices.some(isError)) throw inputFailure(notices);
}

function nobodyIn(theCase: Case, month: IsoMonth, period: Period): Notice[] {
  const instance = new Instance(theCase, period, new Map());
  const anybody = theCase.staff.some(({ id }) =>
    instance.dates.some((date) => instance.available(id, date).length > 0),
  );
  if (anybody) return [];
  return [
    noticeAt(placeIn(tables.availability.file), {
      code: "no-availability",
      message: {
        en: `nobody is available in ${month}`,
        sv: `ingen är tillgänglig i ${month}`,
      },
    }),
  ];
}

/** Plans one month and writes its folder; a month that is cut short leaves nothing. */
async function planMonthOf(
  theCase: Case,
  month: IsoMonth,
  { output, interrupts }: { readonly output: OutputFolder; readonly interrupts: Interrupts },
  options: SolveOptions,
  language: Language,
): Promise<Done> {
  const period = periodOfMonth(month);
  try {
    const run = await planned(theCase, period, options, interrupts, language);
    const { report, interrupted } = run;
    if (interrupted) throw stoppedIn(month);
    if (report === null) throw noRota(run, false);
    if (run.termination === "error") say(brokenDown(run)[language]);
    const setting = await settingOf(theCase, period, options.today);
    const announced = await announcedCalendars(setting, theCase.published, language);
    const earlier = { sent: output.earlierCalendars(), announced };
    const files = await outputFiles(report, earlier, language);
    tellCopies(output.write(files), language);
    if (!options.quiet) say(`${month}: ${report.seconds} s`);
    const next = afterMonth(theCase, report);
    return { month: await calendarOf(report, period), next, code: exitCodeOf(report, false) };
  } catch (error) {
    output.discard();
    throw error;
  }
}

async function calendarOf(report: PlannedMonth["report"], period: Period): Promise<PlannedMonth> {
  const around = { first: addDays(period.first, -1), last: addDays(period.last, 1) };
  const holidays = publicHolidays(around);
  const inside = [...holidays].filter(([date]) => within(period, date));
  return { report, holidays: new Map(inside), squeezeDays: squeezeDays(period, holidays) };
}

async function writeYear(
  out: string,
  done: readonly Done[],
  options: SolveOptions,
  language: Language,
): Promise<void> {
  const year = yearOf(done.map(({ month }) => month));
  const { yearHtml } = await import("../../report/year/html.js");
  const texts = [yearCsv(year, language), yearPeopleCsv(year, language), yearHtml(year, language)];
  writeTogether(new Map(texts.map((text, i) => [join(out, YEAR_FILES[i]!), text])));
  if (options.json)
    print(`${JSON.stringify({ schemaVersion: 1, ...year, months: plain(year) }, null, 2)}\n`);
  else if (!options.quiet) print(yearText(year, language, stdoutStyle()));
  if (!options.quiet) say(`${WRITTEN[language]} ${out}`);
}

/** What stands beside the months' folders. */
const YEAR_FILES = ["year.csv", "year-people.csv", "year.html"];

/** The months with their evenings as plain data. */
function plain({ months }: ReturnType<typeof yearOf>) {
  return months.map((month) => ({ ...month, evenings: [...month.evenings.values()] }));
}

function stoppedIn(month: IsoMonth): Failure {
  return new Failure(EXIT.interrupted, {
    en: `stopped in ${month}; the months before it are kept.`,
    sv: `avbrutet i ${month}; månaderna före den finns kvar.`,
  });
}

const EITHER: Text = {
  en: "give either --months, or --month, or --from and --to.",
  sv: "ange antingen --months, --month eller --from och --to.",
};
const STOPPING: Text = {
  en: "Stopping; the months that are done are kept.",
  sv: "Avbryter; de månader som är klara finns kvar.",
};
const WRITTEN: Text = {
  en: "Wrote a folder for each month, year.html, year.csv and year-people.csv to",
  sv: "Skrev en mapp för varje månad, year.html, year.csv och year-people.csv till",
};
