import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { announcedCalendars } from "../../api/announced-calendars.js";
import { settingOf } from "../../api/judge-rota.js";
import { outputFiles } from "../../api/output-files.js";
import { type RepairAnswer, type RepairAsk, type RepairRun, repairRows } from "../../api/repair.js";
import { type Period, periodName } from "../../domain/calendar.js";
import type { Case, Disruption } from "../../domain/case.js";
import { awayOn, closedOn, newsBeside } from "../../domain/disruptions.js";
import type { Language, Text } from "../../domain/text.js";
import type { RepairReport } from "../../outputs/repair.js";
import { disruptionsCsv } from "../../report/csv.js";
import { diffCsv } from "../../report/diff/csv.js";
import type { EarlierCalendars } from "../../report/ics/calendars.js";
import { repairText } from "../../report/repair/text.js";
import { startNodeThread } from "../../solver/thread/node-thread.js";
import type { AtDates } from "../at-dates.js";
import { caseName, loadCase, settlePeriod } from "../case-folder.js";
import { EXIT, Failure } from "../failure.js";
import { type Interrupts, listenForInterrupts } from "../interrupts.js";
import { KINDS, named } from "../named.js";
import { withNewsBeside } from "../news-beside.js";
import { type OutputFolder, openOutput } from "../output-folder.js";
import type { RepairOptions } from "../repair-options.js";
import { print, say, stdoutStyle } from "../terminal.js";
import { swedishToday } from "../today.js";
import { refuseEdited, tellCopies } from "../written.js";
import { readAnnounced } from "./announced.js";

/** Reads, mends, writes and tells, or lists who could fill a vacancy; answers the exit code. */
export async function runRepair(
  file: string,
  options: RepairOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const given = await loadCase(options.case, reading);
  const period = settlePeriod(given, { month: options.month }, reading);
  const theCase = withNewsBeside(given, file, reading);
  const ask = askOf(theCase, period, options);
  const announced = readAnnounced(file, theCase, period, reading);
  const vacancy = options.vacancy ?? options.gap;
  if (vacancy !== undefined) {
    const { runVacancy } = await import("./repair-vacancy.js");
    return runVacancy(theCase, announced, ask, vacancy, options, language);
  }
  const out = options.out ?? join("out", `${caseName(options.case)}-${periodName(period)}-repair`);
  const output = openOutput(out);
  const listening = new Listening(output, options, language);
  try {
    refuseEdited(out, output.edited, options.force);
    const answer = await repairRows(theCase, announced, ask, listening);
    const setting = await settingOf(theCase, period);
    const earlier = {
      sent: sentBefore(output, file),
      announced: await announcedCalendars(setting, announced, language),
    };
    const files = await filesOf(answer, given, earlier, language);
    tellCopies(output.write(files), language);
    tell(answer.told, options, out, language);
    if (listening.interrupted) return EXIT.interrupted;
    return answer.told.broken.length > 0 ? EXIT.hardViolation : EXIT.ok;
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    listening.stop();
  }
}

function askOf(theCase: Case, period: Period, options: RepairOptions): RepairAsk {
  const today = options.today ?? swedishToday();
  if (today > period.last) throw new Failure(EXIT.usage, allPast(periodName(period)));
  const { staff, offices } = theCase;
  const news = [
    ...options.absent.map((own) => awayOn(named(own.name, staff, KINDS.person).id, own)),
    ...options.close.map((own) => closedOn(named(own.name, offices, KINDS.office).id, own)),
    ...options.back.map((own) => backOn(own, theCase, period)),
  ];
  const kept = options.keep.map(({ first, last, ...own }) => ({
    ...subjectOf(own.name, theCase),
    first,
    last,
  }));
  return { period, news, kept, today, effort: options.effort };
}

/** The office or else the person that a word names. */
function subjectOf(word: string, { offices, staff }: Case): Pick<Disruption, "staff" | "office"> {
  const office = offices.find(({ id }) => id === word)?.id ?? null;
  return { staff: office === null ? named(word, staff, KINDS.person).id : null, office };
}

/** Back on some dates; of one date alone, from it on. */
function backOn({ name, first, last }: AtDates, theCase: Case, period: Period): Disruption {
  const until = first === last ? latest(theCase, period) : last;
  return { ...subjectOf(name, theCase), first, last: until < first ? first : until, what: "back" };
}

/** The last date that the period or anything that has happened reaches to. */
function latest({ disruptions }: Case, { last }: Period): string {
  return disruptions.reduce((end, own) => (own.last > end ? own.last : end), last);
}

/** Listens for Ctrl-C from the moment that the solvers for whole months go on; before it a run is a matter of seconds. */
class Listening implements RepairRun {
  private interrupts: Interrupts | null = null;

  constructor(
    private readonly output: OutputFolder,
    private readonly options: RepairOptions,
    private readonly language: Language,
  ) {}

  now(): number {
    return performance.now();
  }

  solving(): ReturnType<RepairRun["solving"]> {
    const tell = () => say((process.stderr.isTTY ? "\n" : "") + STOPPING[this.language]);
    this.interrupts = listenForInterrupts(tell, () => this.output.discard());
    if (!this.options.quiet) say(FURTHER[this.language]);
    return {
      now: () => performance.now(),
      signal: this.interrupts.signal,
      onProgress: () => {},
      startThread: () => startNodeThread(),
    };
  }

  get interrupted(): boolean {
    return this.interrupts?.signal.aborted ?? false;
  }

  stop(): void {
    this.interrupts?.stop();
  }
}

async function filesOf(
  { told, report, disruptions }: RepairAnswer,
  given: Case,
  earlier: EarlierCalendars,
  language: Language,
) {
  const { diffPage } = await import("../../report/diff/page.js");
  return {
    ...(await outputFiles(report, earlier, language)),
    "changes.csv": diffCsv(told.diff, language),
    "changes.html": diffPage(told.diff, language),
    "changes.json": jsonOf(told),
    "disruptions.csv": disruptionsCsv(newsBeside(disruptions, given.disruptions), language),
  };
}

function tell(told: RepairReport, options: RepairOptions, out: string, language: Language): void {
  if (options.json) print(jsonOf(told));
  else if (!options.quiet) print(repairText(told, language, stdoutStyle()));
  if (!options.quiet) say(`${WRITTEN[language]} ${out}`);
}

/** The calendars of an earlier repair in the same folder, else those that were written with the announced rota. */
function sentBefore(output: OutputFolder, file: string): ReadonlyMap<string, string> {
  const earlier = output.earlierCalendars();
  return earlier.size > 0 ? earlier : calendarsBeside(file);
}

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
  en: "Wrote the new rota, what has happened (disruptions.csv), changes.html, changes.csv, calendars and more to",
  sv: "Skrev det nya schemat, vad som har hänt (disruptions.csv), changes.html, changes.csv, kalendrar med mera till",
};
