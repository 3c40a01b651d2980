import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { caseFilesAt } from "../../api/case-files.js";
import { caseOfFiles } from "../../api/read-case.js";
import { ruleDescriptions } from "../../api/rules-in-force.js";
import type { IsoMonth } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { VERSION } from "../../domain/version.js";
import { readScenarios } from "../../input/scenarios/read-scenarios.js";
import { withoutNames } from "../../input/scenarios/without-names.js";
import type { Study } from "../../outputs/study.js";
import { studyText } from "../../report/whatif/text.js";
import { CATALOG } from "../../rules/catalog.js";
import type { SolverName } from "../../solver/solvers.js";
import { caseName, inputFailure, loadCase, readInput, settleMonth, tell } from "../case-folder.js";
import { cannotRead, cannotWrite, EXIT, Failure } from "../failure.js";
import { listenForInterrupts } from "../interrupts.js";
import { lockFolder } from "../output-lock.js";
import { print, say, stdoutStyle } from "../terminal.js";
import { CountLine } from "./whatif-count.js";
import { studyFiles } from "./whatif-files.js";
import { localRunner, type ScenarioRunner } from "./whatif-runner.js";
import { type Solved, solveAll, type Work } from "./whatif-solve.js";
import { OutcomeStore } from "./whatif-store.js";
import { studyOf } from "./whatif-study.js";
import type { StudyLimits } from "./whatif-task.js";

/** The options of `rota whatif`, read from argv. */
export interface WhatifOptions {
  readonly month?: IsoMonth;
  readonly vary: readonly string[];
  readonly out?: string;
  readonly threads: number;
  readonly queue?: string;
  /** False: `--no-names`. */
  readonly names: boolean;
  readonly solver: SolverName;
  readonly seed: number;
  readonly effort: number;
  readonly gap: number;
  readonly timeLimit?: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** Reads the case and its scenarios, solves them side by side, writes and tells; answers the exit code. */
export async function runWhatif(
  dir: string,
  scenariosFile: string | undefined,
  options: WhatifOptions,
  language: Language,
): Promise<number> {
  if (scenariosFile === undefined && options.vary.length === 0) {
    throw new Failure(EXIT.usage, NOTHING_ASKED);
  }
  const work = await workOf(dir, scenariosFile, options, language);
  const out = options.out ?? join("out", `${caseName(dir)}-${work.month}-whatif`);
  const unlock = lockedFolder(out);
  try {
    const solved = await solvedIn(out, work, options, language);
    if (solved === null) return EXIT.interrupted;
    const study = studyOf(work.month, work.limits, solved);
    const folders = solved.map(({ folder }) => folder);
    new OutcomeStore(out).finish(studyFiles(study, solved, language), folders);
    tellStudy(study, out, options, language);
    return exitCodeOf(study);
  } finally {
    unlock();
  }
}

async function workOf(
  dir: string,
  scenariosFile: string | undefined,
  options: WhatifOptions,
  language: Language,
): Promise<Work> {
  const reading = { language, quiet: !!options.quiet };
  const whole = await loadCase(dir, reading);
  const month = settleMonth(whole, options.month, reading);
  const files = await filesOf(dir, options.names);
  const baseline = options.names ? whole : caseOfFiles(files).case!;
  const file =
    scenariosFile === undefined
      ? null
      : {
          name: scenariosFile === "-" ? "<stdin>" : scenariosFile,
          bytes: readInput(scenariosFile),
        };
  const rules = ruleDescriptions(CATALOG);
  const { scenarios, notices } = readScenarios(files, { file, vary: options.vary }, { rules });
  tell(notices, reading);
  if (scenarios === null) throw inputFailure(notices);
  const { solver, seed, effort, gap, timeLimit } = options;
  const limits: StudyLimits = { solver, seed, effort, gap, timeLimitSeconds: timeLimit ?? null };
  return { month, limits, baseline, scenarios, version: VERSION };
}

async function filesOf(dir: string, names: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const files = await caseFilesAt(dir);
    return names ? files : withoutNames(files);
  } catch (error) {
    throw cannotRead(dir, error);
  }
}

/** Solves all; null when somebody cut it short. What was finished by then is kept for the next run. */
async function solvedIn(
  out: string,
  work: Work,
  options: WhatifOptions,
  language: Language,
): Promise<readonly Solved[] | null> {
  const total = work.scenarios.length + 1;
  const line = options.quiet ? null : new CountLine(total, language);
  let runner: ScenarioRunner | null = null;
  const interrupts = listenForInterrupts(
    () => {
      say(STOPPING[language]);
      void runner?.close();
    },
    () => {},
  );
  try {
    const started = await runnerOf(options);
    runner = started;
    const store = new OutcomeStore(out);
    const solved = await solveAll(work, started, store, interrupts.signal, () => line?.done());
    return interrupts.signal.aborted ? null : solved;
  } finally {
    line?.stop();
    interrupts.stop();
    await runner?.close();
  }
}

/** Who works: the workers of a queue, else the threads of this machine. */
async function runnerOf({ queue, threads }: WhatifOptions): Promise<ScenarioRunner> {
  if (queue === undefined) return localRunner(threads);
  const { queueRunner } = await import("../queue/runner.js");
  return queueRunner(queue, threads, VERSION);
}

/** The folder, made if it is not there, for this run alone. */
function lockedFolder(out: string): () => void {
  try {
    mkdirSync(out, { recursive: true });
    return lockFolder(out);
  } catch (error) {
    throw cannotWrite(out, error);
  }
}

function tellStudy(study: Study, out: string, options: WhatifOptions, language: Language): void {
  if (options.json) print(`${JSON.stringify(study, null, 2)}\n`);
  else if (!options.quiet) print(studyText(study, language, stdoutStyle()));
  for (const { name, state, detail } of study.points) {
    if (state === "failed") say(`rota: ${name}: ${FAILED[language]}: ${detail}`);
  }
  if (!options.quiet) say(`${WRITTEN[language]} ${out}`);
}

/** The worst that happened: a scenario that failed, one without a rota, one that breaks a hard rule. */
function exitCodeOf({ points }: Study): number {
  const states = new Set(points.map(({ state }) => state));
  if (states.has("failed")) return EXIT.internal;
  if (states.has("no-rota")) return EXIT.noRota;
  return states.has("broken") ? EXIT.hardViolation : EXIT.ok;
}

const NOTHING_ASKED: Text = {
  en: "what if what? Give a scenarios file, or --vary such as --vary evenings.min_evenings=1..4.",
  sv: "tänk om vad? Ange en scenariofil, eller --vary till exempel --vary kvällar.minst_kvällar=1..4.",
};
const STOPPING: Text = {
  en: "Stopping; finished scenarios are kept, and the same command goes on from there.",
  sv: "Avbryter; färdiga scenarier sparas, och samma kommando fortsätter därifrån.",
};
const FAILED: Text = { en: "the scenario failed", sv: "scenariot misslyckades" };
const WRITTEN: Text = {
  en: "Wrote whatif.html, whatif.csv, frontier.csv, whatif.json and a rota of each scenario to",
  sv: "Skrev whatif.html, whatif.csv, frontier.csv, whatif.json och ett schema för varje scenario till",
};
