import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import {
  finishRepair,
  mendPrepared,
  prepareRepair,
  type Repair,
  type RepairRequest,
} from "../../analysis/repair/repair-rota.js";
import { noticeDays, shortNoticePay } from "../../analysis/repair/short-notice.js";
import { outputFiles } from "../../api/output-files.js";
import { rulesInForce, ruleTitles } from "../../api/rules-in-force.js";
import { datesOf, periodName } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { publicHolidays } from "../../domain/public-holidays.js";
import type { Language, Text } from "../../domain/text.js";
import { reportOf, reportViolation } from "../../figures/build-report.js";
import { diffReport } from "../../figures/diff.js";
import { DEFAULT_SLOTS } from "../../figures/slot-settings.js";
import type { RepairReport } from "../../outputs/repair.js";
import type { Report } from "../../outputs/report.js";
import { diffCsv } from "../../report/diff/csv.js";
import { repairText } from "../../report/repair/text.js";
import { CATALOG } from "../../rules/catalog.js";
import { breakTerms } from "../../rules/settings.js";
import type { AtDates } from "../at-dates.js";
import { caseName, loadCase, settlePeriod } from "../case-folder.js";
import { EXIT, Failure } from "../failure.js";
import { KINDS, named } from "../named.js";
import { type OutputFolder, openOutput } from "../output-folder.js";
import type { RepairOptions } from "../repair-options.js";
import { print, say, stdoutStyle } from "../terminal.js";
import { swedishToday } from "../today.js";
import { refuseEdited, tellCopies } from "../written.js";
import { readAnnounced } from "./announced.js";

/** Reads, mends, writes and tells, or lists who could fill a gap; answers the exit code. */
export async function runRepair(
  file: string,
  options: RepairOptions,
  language: Language,
): Promise<number> {
  const begun = performance.now();
  const request = await requestOf(file, options, language);
  if (options.gap !== undefined) {
    const { runGap } = await import("./repair-gap.js");
    return runGap(request, { ...options, gap: options.gap }, language);
  }
  const out =
    options.out ?? join("out", `${caseName(options.case)}-${periodName(request.period)}-repair`);
  const output = openOutput(out);
  try {
    refuseEdited(out, output.edited, options.force);
    const { repair, interrupted } = await repaired(request, output, options, language);
    const told = toldOf(request, repair);
    const report = fullReport(repair, options, (performance.now() - begun) / 1000);
    const earlier = output.earlierCalendars();
    const sent = earlier.size > 0 ? earlier : calendarsBeside(file);
    const { diffPage } = await import("../../report/diff/page.js");
    const files = {
      ...(await outputFiles(report, sent, language)),
      "changes.csv": diffCsv(told.diff, language),
      "changes.html": diffPage(told.diff, language),
      "changes.json": jsonOf(told),
    };
    tellCopies(output.write(files), language);
    if (options.json) print(jsonOf(told));
    else if (!options.quiet) print(repairText(told, language, stdoutStyle()));
    if (!options.quiet) say(`${WRITTEN[language]} ${out}`);
    if (interrupted) return EXIT.interrupted;
    return told.broken.length > 0 ? EXIT.hardViolation : EXIT.ok;
  } catch (error) {
    output.discard();
    throw error;
  }
}

async function requestOf(
  file: string,
  options: RepairOptions,
  language: Language,
): Promise<RepairRequest> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const theCase = await loadCase(options.case, reading);
  const period = settlePeriod(theCase, { month: options.month }, reading);
  const today = options.today ?? swedishToday();
  if (today > period.last) throw new Failure(EXIT.usage, allPast(periodName(period)));
  return {
    theCase,
    period,
    holidays: publicHolidays(period),
    published: readAnnounced(file, theCase, period, reading),
    today,
    disruption: {
      absences: options.absent.map(({ name, ...dates }) => ({
        staff: named(name, theCase.staff, KINDS.person).id,
        ...dates,
      })),
      closed: options.close.flatMap((close) => closedOf(close, theCase)),
    },
    kept: options.keep.map((keep) => keptOf(keep, theCase)),
    effort: options.effort,
  };
}

function closedOf({ name, first, last }: AtDates, theCase: Case) {
  const office = named(name, theCase.offices, KINDS.office).id;
  return datesOf({ first, last }).map((date) => ({ office, date }));
}

function keptOf({ name, first, last }: AtDates, theCase: Case) {
  const office = theCase.offices.find(({ id }) => id === name)?.id ?? null;
  const staff = office === null ? named(name, theCase.staff, KINDS.person).id : null;
  return { staff, office, first, last };
}

/** The repair, or the best so far when somebody cuts it short; the solvers are loaded only when the search reached its limit. */
async function repaired(
  request: RepairRequest,
  output: OutputFolder,
  { quiet }: RepairOptions,
  language: Language,
): Promise<{ repair: Repair; interrupted: boolean }> {
  const prepared = prepareRepair(request);
  const mended = mendPrepared(prepared);
  if (mended.fewest) return { repair: finishRepair(prepared, mended), interrupted: false };
  const [{ solveFurther }, { startNodeThread }, { listenForInterrupts }] = await Promise.all([
    import("../../analysis/repair/solve-further.js"),
    import("../../solver/thread/node-thread.js"),
    import("../interrupts.js"),
  ]);
  const tell = () => say((process.stderr.isTTY ? "\n" : "") + STOPPING[language]);
  const interrupts = listenForInterrupts(tell, () => output.discard());
  if (!quiet) say(FURTHER[language]);
  const context = {
    now: () => performance.now(),
    signal: interrupts.signal,
    onProgress: () => {},
    startThread: () => startNodeThread(),
  };
  try {
    const further = await solveFurther(prepared, mended, context);
    const interrupted = interrupts.signal.aborted;
    return { repair: finishRepair(prepared, further), interrupted };
  } finally {
    interrupts.stop();
  }
}

/** What the person at the keyboard is told of a repair. */
function toldOf(request: RepairRequest, repair: Repair): RepairReport {
  const titles = ruleTitles(CATALOG);
  const { instance, rules, rota, violations, fewest } = repair;
  return {
    schemaVersion: 1,
    fewest,
    diff: diffReport(request.published, rota.assignments, {
      today: request.today,
      noticeDays: noticeDays(rules),
      instance,
      extraMinutes: shortNoticePay(violations),
    }),
    broken: violations
      .filter(({ severity }) => severity === "hard")
      .map((violation) => reportViolation(violation, titles)),
  };
}

/** The report of the whole repaired rota, for the files that every rota has. */
function fullReport(repair: Repair, { effort }: RepairOptions, seconds: number): Report {
  const { instance, rules, rota, violations, fewest } = repair;
  const incumbent = violations
    .filter(({ severity }) => severity === "hard")
    .reduce((total, { cost }) => total + cost, 0);
  const gap = fewest || incumbent === 0 ? 0 : 1;
  const tiers = [{ tier: 1, incumbent, bound: gap === 0 ? incumbent : 0, gap }];
  const plan = { rota, violations, termination: "repaired", tiers, solver: "repair", detail: null };
  const asked = { solver: "repair", effort, gap: 0, timeLimitSeconds: null, slots: DEFAULT_SLOTS };
  const settings = { ...asked, rules: rulesInForce(rules) };
  return reportOf(plan, instance, { seed: 0, seconds, settings, breaks: breakTerms(rules) });
}

/** The calendars that were written with the announced rota, so that the new ones update them. */
function calendarsBeside(file: string): ReadonlyMap<string, string> {
  const dir = join(dirname(file), "calendars");
  try {
    const names = readdirSync(dir).filter((name) => name.endsWith(".ics"));
    return new Map(names.map((name) => [name, readFileSync(join(dir, name), "utf8")]));
  } catch {
    return new Map();
  }
}

function jsonOf(report: RepairReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function allPast(period: string): Text {
  return {
    en: `all of ${period} has been, so nothing of it can be changed. Give the date of the repair with --today.`,
    sv: `hela ${period} har varit, så inget i den går att ändra. Ange lagningens datum med --today.`,
  };
}

const FURTHER: Text = {
  en: "A repair is found; looking for one with fewer changes …",
  sv: "En lagning är hittad; letar efter en med färre ändringar …",
};
const STOPPING: Text = {
  en: "Stopping; the repair with the fewest changes so far is written. Press Ctrl-C again to stop at once, without writing.",
  sv: "Avbryter; den lagning som hittills har minst ändringar skrivs. Tryck Ctrl-C igen för att sluta genast, utan att skriva.",
};
const WRITTEN: Text = {
  en: "Wrote the new rota, changes.html, changes.csv, calendars and more to",
  sv: "Skrev det nya schemat, changes.html, changes.csv, kalendrar med mera till",
};
