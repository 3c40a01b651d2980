import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Plan, planMonth } from "../../analysis/plan-month.js";
import { type IsoMonth, periodOfMonth } from "../../domain/calendar.js";
import { Instance } from "../../domain/instance.js";
import { type Language, same, type Text } from "../../domain/text.js";
import { publicHolidays } from "../../input/holidays.js";
import { reportOf } from "../../report/build-report.js";
import { openingsCsv, rotaCsv, violationsCsv } from "../../report/csv.js";
import { reportJson } from "../../report/json.js";
import type { Report } from "../../report/report.js";
import { detailWords } from "../../report/solver-words.js";
import { summaryText } from "../../report/text.js";
import { CATALOG } from "../../rules/catalog.js";
import { type ActiveRule, activate, breakTerms } from "../../rules/settings.js";
import type { SolverName } from "../../solver/solvers.js";
import { startNodeThread } from "../../solver/thread/node-thread.js";
import { caseName, loadCase, settleMonth } from "../case-folder.js";
import { EXIT, Failure } from "../failure.js";
import { listenForInterrupts } from "../interrupts.js";
import { type OutputFolder, openOutput } from "../output-folder.js";
import { ProgressLine } from "../progress.js";
import { rulesInForce } from "../rules-in-force.js";
import { print, say, stdoutStyle, stdoutWidth } from "../terminal.js";

/** The options of `rota solve`, read from argv. */
export interface SolveOptions {
  readonly month?: IsoMonth;
  readonly out?: string;
  readonly solver: SolverName;
  readonly seed: number;
  readonly effort: number;
  readonly gap: number;
  readonly timeLimit?: number;
  readonly slotMinutes: number;
  readonly slotPause: number;
  readonly slotDesk: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** The worker that solvers run on, compiled beside this file. */
const WORKER = new URL("../../solver/thread/worker.js", import.meta.url);

/** Reads, plans, writes and tells; answers the exit code. */
export async function runSolve(
  dir: string,
  options: SolveOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet };
  const theCase = await loadCase(dir, reading);
  const month = settleMonth(theCase, options.month, reading);
  const period = periodOfMonth(month);
  const instance = new Instance(theCase, period, await publicHolidays(period));
  const rules = activate(CATALOG, theCase.ruleSettings);
  const out = options.out ?? join("out", `${caseName(dir)}-${month}`);
  const output = openOutput(out);
  try {
    const run = await planned(instance, rules, options, output, language);
    if (run.plan.rota === null) throw noRota(run.plan, run.interrupted);
    const { rota } = run.plan;
    const settings = { ...askedOf(options), rules: rulesInForce(rules) };
    const facts = { seed: options.seed, seconds: run.seconds, settings, breaks: breakTerms(rules) };
    const report = reportOf({ ...run.plan, rota }, instance, facts);
    await writeReport(output, report, language);
    tellReport(report, options, out, language);
    return exitCodeOf(report, run.interrupted);
  } catch (error) {
    output.discard();
    throw error;
  }
}

/** How a plan came out, and how long it took. */
interface Run {
  readonly plan: Plan;
  readonly seconds: number;
  readonly interrupted: boolean;
}

async function planned(
  instance: Instance,
  rules: readonly ActiveRule[],
  options: SolveOptions,
  output: OutputFolder,
  language: Language,
): Promise<Run> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const progress = options.quiet ? null : new ProgressLine(language, seconds);
  const interrupts = listenForInterrupts(
    () => say((process.stderr.isTTY ? "\n" : "") + STOPPING[language]),
    () => output.discard(),
  );
  const { solver, seed, effort, gap, timeLimit } = options;
  const limits = { seed, effort, gap, timeLimitSeconds: timeLimit ?? null };
  try {
    const plan = await planMonth(
      { instance, rules, solver, ...limits },
      {
        now: () => performance.now(),
        signal: interrupts.signal,
        onProgress: (news) => progress?.update(news),
        startThread: () => startNodeThread(WORKER),
      },
    );
    return { plan, seconds: seconds(), interrupted: interrupts.signal.aborted };
  } finally {
    progress?.stop();
    interrupts.stop();
  }
}

function askedOf(options: SolveOptions) {
  const { solver, effort, gap, timeLimit, slotMinutes, slotPause, slotDesk } = options;
  const slots = { minutes: slotMinutes, pauseMinutes: slotPause, keptAtDesk: slotDesk };
  return { solver, effort, gap, timeLimitSeconds: timeLimit ?? null, slots };
}

async function writeReport(
  output: OutputFolder,
  report: Report,
  language: Language,
): Promise<void> {
  const [{ rotaWorkbook }, { calendarFiles }, { slotsCsv }, { publicPage }, { reportHtml }] =
    await Promise.all([
      import("../../report/xlsx/workbook.js"),
      import("../../report/ics/calendars.js"),
      import("../../report/slots/csv.js"),
      import("../../report/slots/public-page.js"),
      import("../../report/html/report-html.js"),
    ]);
  const calendars = calendarFiles(report, output.earlierCalendars(), language);
  output.write({
    "rota.csv": rotaCsv(report, language),
    "openings.csv": openingsCsv(report, language),
    "violations.csv": violationsCsv(report, language),
    "report.json": reportJson(report),
    "report.html": reportHtml(report, language),
    "slots.csv": slotsCsv(report, language),
    "openings.html": publicPage(report, language),
    "rota.xlsx": await rotaWorkbook(report, language),
    ...Object.fromEntries([...calendars].map(([name, text]) => [`calendars/${name}`, text])),
  });
}

function tellReport(report: Report, options: SolveOptions, out: string, language: Language): void {
  if (options.json) print(reportJson(report));
  else if (!options.quiet) print(summaryText(report, language, stdoutStyle(), stdoutWidth()));
  if (!options.quiet) say(`${WRITTEN[language]} ${out}`);
}

function exitCodeOf(report: Report, interrupted: boolean): number {
  if (interrupted) return EXIT.interrupted;
  const broken = report.violations.some(({ severity }) => severity === "hard");
  return broken ? EXIT.hardViolation : EXIT.ok;
}

function noRota({ termination, detail }: Plan, interrupted: boolean): Failure {
  const known: Text = NO_ROTA[termination] ?? same(termination);
  const said = detail === null ? null : detailWords(detail);
  const more = { en: said ? ` (${said.en})` : "", sv: said ? ` (${said.sv})` : "" };
  return new Failure(interrupted ? EXIT.interrupted : EXIT.noRota, {
    en: `no rota: ${known.en}${more.en}. Nothing was written.`,
    sv: `inget schema: ${known.sv}${more.sv}. Inget har skrivits.`,
  });
}

/** Why a solver may come back with nothing. */
const NO_ROTA: Readonly<Partial<Record<Plan["termination"], Text>>> = {
  infeasible: {
    en: "the rules that can never be broken contradict each other",
    sv: "de regler som aldrig får brytas motsäger varandra",
  },
  "no-solution-at-limit": {
    en: "none was found within the limits; more --effort, or --solver auto, may find one",
    sv: "inget hittades inom gränserna; större --effort, eller --solver auto, kan hitta ett",
  },
  interrupted: {
    en: "interrupted before one was found",
    sv: "avbrutet innan något hittades",
  },
  error: { en: "the solver failed", sv: "lösaren gick sönder" },
};

const STOPPING: Text = {
  en: "Stopping; the best rota so far is written. Press Ctrl-C again to stop at once, without writing.",
  sv: "Avbryter; det bästa schemat hittills skrivs. Tryck Ctrl-C igen för att sluta genast, utan att skriva.",
};
const WRITTEN: Text = {
  en: "Wrote rota.xlsx, rota.csv, calendars, pages for staff and public, and more to",
  sv: "Skrev rota.xlsx, rota.csv, kalendrar, sidor för personal och allmänhet med mera till",
};
