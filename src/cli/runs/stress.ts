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
import { stressCsv } from "../../report/stress/csv.js";
import { stressText } from "../../report/stress/text.js";
import { CATALOG } from "../../rules/catalog.js";
import { loadCase, settlePeriod } from "../case-folder.js";
import { cannotWrite, EXIT, Failure } from "../failure.js";
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
  const strains = await tried(instance, rows, options, language);
  const vacancy =
    options.vacancy === undefined
      ? null
      : await vacancyOf(theCase, period, rows, strains, options.vacancy, options, language);
  const report = reportOf(instance, period, strains, vacancy);
  if (options.out !== undefined) await writeFiles(options.out, report, language);
  if (options.json) print(jsonOf(report));
  else print(stressText(report, language, stdoutStyle()));
  if (options.out !== undefined && !options.quiet) say(`${WRITTEN[language]} ${options.out}`);
  return EXIT.ok;
}

/** A line now and then, so that a long run is seen to move. */
const TELL_EVERY = 2000;

/** The worker that solvers run on, compiled beside this file. */
const WORKER = new URL("../../solver/thread/worker.js", import.meta.url);

/** What comes of every absence; the solvers are loaded only for those that the search leaves open. */
async function tried(
  instance: Instance,
  rows: readonly Assignment[],
  options: StressOptions,
  language: Language,
): Promise<Strain[]> {
  const { effort } = options;
  const strains = searched(instance, rows, options, language);
  if (strains.every(({ outcome }) => outcome !== "open")) return strains;
  const { startNodeThread } = await import("../../solver/thread/node-thread.js");
  const { WarmThreads } = await import("../../solver/thread/warm-threads.js");
  const threads = new WarmThreads({
    now: () => performance.now(),
    signal: new AbortController().signal,
    onProgress: () => {},
    startThread: () => startNodeThread(WORKER),
  });
  try {
    return await stressFurther(instance, rows, strains, { effort }, threads.context);
  } finally {
    await threads.close();
  }
}

function searched(
  instance: Instance,
  rows: readonly Assignment[],
  { effort, quiet }: StressOptions,
  language: Language,
): Strain[] {
  let told = performance.now();
  return stressRota(instance, rows, {
    effort,
    onProgress: (done, all) => {
      if (quiet || performance.now() - told < TELL_EVERY) return;
      told = performance.now();
      const words: Text = {
        en: `${done} of ${all} absences tried`,
        sv: `${done} av ${all} frånvarofall prövade`,
      };
      say(words[language]);
    },
  });
}

async function vacancyOf(
  theCase: Case,
  period: Period,
  rows: readonly Assignment[],
  before: readonly Strain[],
  word: string,
  options: StressOptions,
  language: Language,
): Promise<StressVacancy> {
  const department = theCase.departments.find(({ id }) => id === word);
  const vacancy =
    department === undefined
      ? { staff: named(word, theCase.staff, KINDS.person).id }
      : { department: department.id };
  const filled = withVacancyFilled(theCase, vacancy, period);
  if (filled === null) throw new Failure(EXIT.usage, nobodyLike(word));
  const { instance } = await settingOf(filled, period);
  const after = await tried(instance, rows, options, language);
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

const WRITTEN: Text = {
  en: "Wrote stress.csv, stress.json and the risk picture stress.html to",
  sv: "Skrev stress.csv, stress.json och riskbilden stress.html till",
};
