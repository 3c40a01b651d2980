import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Strain, stressFurther, stressRota } from "../../analysis/stress/stress-rota.js";
import { thinSkills } from "../../analysis/stress/thin-skills.js";
import { withVacancyFilled } from "../../analysis/stress/vacancy.js";
import { settingOf } from "../../api/judge-rota.js";
import { ruleTitles } from "../../api/rules-in-force.js";
import { type Period, periodName } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { groupBy, sum } from "../../domain/collections.js";
import type { Instance } from "../../domain/instance.js";
import type { Assignment } from "../../domain/rota.js";
import { compareText } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import { reportViolation } from "../../figures/build-report.js";
import { worstOf } from "../../figures/stress.js";
import type {
  StressPerson,
  StressReport,
  StressStrain,
  StressVacancy,
} from "../../outputs/stress.js";
import { plainName } from "../../report/layout.js";
import { stressCsv } from "../../report/stress/csv.js";
import { stressText } from "../../report/stress/text.js";
import { OUTCOMES } from "../../report/stress/words.js";
import { CATALOG } from "../../rules/catalog.js";
import { loadCase, settlePeriod } from "../case-folder.js";
import { cannotWrite, EXIT, Failure } from "../failure.js";
import { listenForInterrupts } from "../interrupts.js";
import { KINDS, named } from "../named.js";
import { withNewsBeside } from "../news-beside.js";
import type { AskedPeriod } from "../period.js";
import { print, say, stdoutStyle } from "../terminal.js";
import { writeTogether } from "../write-together.js";
import { readAnnounced } from "./announced.js";

/** The options of `rota stress`, read from argv. */
export interface StressOptions extends Pick<AskedPeriod, "month"> {
  readonly rota: string;
  readonly vacancy?: string;
  readonly effort: number;
  readonly out?: string;
  readonly names: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** Tries a rota with every absence; answers the exit code, which says nothing of what was found. */
export async function runStress(
  dir: string,
  options: StressOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const theCase = withNewsBeside(await loadCase(dir, reading), options.rota, reading);
  const period = settlePeriod(theCase, { month: options.month }, reading);
  const rows = readAnnounced(options.rota, theCase, period, reading);
  const { instance } = await settingOf(theCase, period);
  const tell = () => say((process.stderr.isTTY ? "\n" : "") + STOPPING[language]);
  const interrupts = listenForInterrupts(tell, () => {});
  const { signal } = interrupts;
  const strains = await tried(instance, rows, options, signal, language);
  const vacancy =
    options.vacancy === undefined || signal.aborted
      ? null
      : await vacancyOf(theCase, period, rows, strains, options, signal, language);
  interrupts.stop();
  const report = reportOf(instance, period, strains, vacancy, !signal.aborted);
  if (options.out !== undefined) await writeFiles(options.out, report, language);
  if (options.json) print(jsonOf(report));
  else print(stressText(report, language, stdoutStyle()));
  if (options.out !== undefined && !options.quiet) say(`${WRITTEN[language]} ${options.out}`);
  return signal.aborted ? EXIT.interrupted : EXIT.ok;
}

/** A line now and then, so that a long run is seen to move; and how often the run looks for Ctrl-C, in milliseconds. */
const TELL_EVERY = 2000;
const LISTEN_EVERY = 100;

/** The worker that solvers run on, compiled beside this file. */
const WORKER = new URL("../../solver/thread/worker.js", import.meta.url);

/** What comes of every absence; the solvers are loaded only for those that the search leaves open. */
async function tried(
  instance: Instance,
  rows: readonly Assignment[],
  options: StressOptions,
  signal: AbortSignal,
  language: Language,
): Promise<Strain[]> {
  const { effort, quiet } = options;
  const strains = await searched(instance, rows, options, signal, language);
  if (signal.aborted || strains.every(({ outcome }) => outcome !== "open")) return strains;
  const { startNodeThread } = await import("../../solver/thread/node-thread.js");
  const { WarmThreads } = await import("../../solver/thread/warm-threads.js");
  const threads = new WarmThreads({
    now: () => performance.now(),
    signal,
    onProgress: () => {},
    startThread: () => startNodeThread(WORKER),
  });
  const onAnswer = (strain: Strain, done: number, all: number) => {
    if (!quiet) say(answerWords(strain, `${done}/${all}`, instance)[language]);
  };
  try {
    return await stressFurther(instance, rows, strains, { effort, onAnswer }, threads.context);
  } finally {
    await threads.close();
  }
}

async function searched(
  instance: Instance,
  rows: readonly Assignment[],
  { effort, quiet }: StressOptions,
  signal: AbortSignal,
  language: Language,
): Promise<Strain[]> {
  let told = performance.now();
  let heard = told;
  const strains: Strain[] = [];
  const onProgress = (done: number, all: number) => {
    if (quiet || performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    const open = strains.filter(({ outcome }) => outcome !== "mended").length;
    say(triedWords(done, all, open)[language]);
  };
  for (const strain of stressRota(instance, rows, { effort, onProgress })) {
    strains.push(strain);
    if (performance.now() - heard < LISTEN_EVERY) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) break;
    heard = performance.now();
  }
  return strains;
}

function triedWords(done: number, all: number, open: number): Text {
  return {
    en: `${done} of ${all} absences tried, ${open} not mended so far`,
    sv: `${done} av ${all} frånvarofall prövade, ${open} inte lagade än så länge`,
  };
}

/** One absence that the solvers have answered. */
function answerWords({ staff, when, outcome }: Strain, place: string, instance: Instance): Text {
  const who = staff.map((id) => plainName(instance.member(id)?.name ?? id)).join(" + ");
  const { en, sv } = OUTCOMES[outcome];
  return { en: `${place} ${who} ${when}: ${en}`, sv: `${place} ${who} ${when}: ${sv}` };
}

async function vacancyOf(
  theCase: Case,
  period: Period,
  rows: readonly Assignment[],
  before: readonly Strain[],
  options: StressOptions,
  signal: AbortSignal,
  language: Language,
): Promise<StressVacancy | null> {
  const word = options.vacancy ?? "";
  const department = theCase.departments.find(({ id }) => id === word);
  const vacancy =
    department === undefined
      ? { staff: named(word, theCase.staff, KINDS.person).id }
      : { department: department.id };
  const filled = withVacancyFilled(theCase, vacancy, period);
  if (filled === null) throw new Failure(EXIT.usage, nobodyLike(word));
  const { instance } = await settingOf(filled, period);
  const after = await tried(instance, rows, options, signal, language);
  if (signal.aborted) return null;
  const lost = (strains: readonly Strain[]) =>
    strains.filter(({ outcome }) => outcome !== "mended").length;
  const changes = (strains: readonly Strain[]) => sum(strains, (strain) => strain.changes);
  return {
    filled: word,
    lostBefore: lost(before),
    lostAfter: lost(after),
    changesBefore: changes(before),
    changesAfter: changes(after),
  };
}

function reportOf(
  instance: Instance,
  period: Period,
  strains: readonly Strain[],
  vacancy: StressVacancy | null,
  complete: boolean,
): StressReport {
  const titles = ruleTitles(CATALOG);
  const nameOf = (staff: string) => instance.member(staff)?.name ?? staff;
  const shown = strains.map(
    ({ dates: _, stays, ...strain }): StressStrain => ({
      ...strain,
      names: strain.staff.map(nameOf),
      stays: stays.map((violation) => reportViolation(violation, titles)),
    }),
  );
  return {
    schemaVersion: 1,
    period: periodName(period),
    dates: instance.dates,
    strains: shown,
    people: peopleOf(shown, instance),
    skills: thinSkills(instance),
    vacancy,
    complete,
  };
}

function peopleOf(strains: readonly StressStrain[], instance: Instance): StressPerson[] {
  const alone = strains.filter(({ kind }) => kind !== "pair");
  return [...groupBy(alone, ({ staff }) => staff[0]!)]
    .map(([staff, own]): StressPerson => {
      const of = (kind: StressStrain["kind"]) => own.filter((strain) => strain.kind === kind);
      const days = of("day");
      const outcomes = (list: readonly StressStrain[]) => list.map(({ outcome }) => outcome);
      return {
        staff,
        name: own[0]!.names[0]!,
        department: instance.member(staff)?.department ?? "",
        days: days.length,
        lostDays: days.filter(({ outcome }) => outcome !== "mended").length,
        hardDays: days.filter(({ outcome, changes }) => outcome === "mended" && changes > 1).length,
        week: worstOf(outcomes(of("week"))),
        month: worstOf(outcomes(of("month"))),
      };
    })
    .sort(
      (a, b) =>
        b.lostDays - a.lostDays ||
        Number(b.week !== "mended") - Number(a.week !== "mended") ||
        b.hardDays - a.hardDays ||
        compareText(a.staff, b.staff),
    );
}

async function writeFiles(out: string, report: StressReport, language: Language): Promise<void> {
  const { stressPage } = await import("../../report/stress/page.js");
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw cannotWrite(out, error);
  }
  writeTogether(
    new Map([
      [join(out, "stress.csv"), stressCsv(report, language)],
      [join(out, "stress.json"), jsonOf(report)],
      [join(out, "stress.html"), stressPage(report, language)],
    ]),
  );
}

function jsonOf(report: StressReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function nobodyLike(word: string): Text {
  return {
    en: `${word} has no colleague with availability in the period, so it is not known when a new person could work.`,
    sv: `${word} har ingen kollega med tillgänglighet i perioden, så det går inte att veta när en ny person kan arbeta.`,
  };
}

const STOPPING: Text = {
  en: "Stopping; what is known so far is told. Press Ctrl-C again to stop at once.",
  sv: "Avbryter; det som är känt hittills redovisas. Tryck Ctrl-C igen för att sluta genast.",
};
const WRITTEN: Text = {
  en: "Wrote stress.csv, stress.json and the risk picture stress.html to",
  sv: "Skrev stress.csv, stress.json och riskbilden stress.html till",
};
