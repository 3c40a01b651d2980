import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type AssignmentRequest, explainAssignment } from "../../analysis/explain/assignment.js";
import { explainMonth } from "../../analysis/explain/explain.js";
import { type Setting, settingOf } from "../../api/judge-rota.js";
import { type IsoDate, type IsoMonth, periodOfMonth, within } from "../../domain/calendar.js";
import type { MonthExplanation } from "../../domain/explanation.js";
import { compareAssignments } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import { assignmentJson, assignmentText } from "../../report/explain/assignment-text.js";
import { explanationJson } from "../../report/explain/json.js";
import { explanationText } from "../../report/explain/text.js";
import type { SolveContext } from "../../solver/solver.js";
import { startNodeThread } from "../../solver/thread/node-thread.js";
import { caseName, loadCase, type ReadOptions, settleMonth } from "../case-folder.js";
import { EXIT, Failure } from "../failure.js";
import { listenForInterrupts } from "../interrupts.js";
import { KINDS, named } from "../named.js";
import { noRota } from "../planned-run.js";
import { ProgressLine } from "../progress.js";
import { print, say, stdoutStyle, stdoutWidth } from "../terminal.js";
import { readAnnounced } from "./announced.js";
import { requirementNamed } from "./explain-requirement.js";

/** Somebody's day. */
export interface AssignmentAsked {
  readonly person: string;
  readonly date: IsoDate;
}

/** The options of `rota explain`, read from argv. */
export interface ExplainOptions {
  readonly month?: IsoMonth;
  readonly requirement?: string;
  readonly most: number;
  readonly assignment?: AssignmentAsked;
  /** The rota whose assignment is explained. */
  readonly rota?: string;
  readonly seed: number;
  readonly effort: number;
  readonly timeLimit: number;
  readonly names: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** Other people that are listed for a duty. */
const MOST_ALTERNATIVES = 6;

/** Explains what a month lacks, or somebody's day; answers the exit code. */
export async function runExplain(
  dir: string,
  options: ExplainOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  if (options.rota !== undefined && options.assignment === undefined) {
    throw new Failure(EXIT.usage, ROTA_ALONE);
  }
  const theCase = await loadCase(dir, reading);
  const month = settleMonth(theCase, options.month, reading);
  const setting = await settingOf(theCase, periodOfMonth(month));
  const given = options.assignment ? givenRota(dir, setting, month, options, reading) : null;
  const interrupts = listenForInterrupts(
    () => say((process.stderr.isTTY ? "\n" : "") + STOPPING[language]),
    () => {},
  );
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const progress = options.quiet ? null : new ProgressLine(language, seconds);
  const context: SolveContext = {
    now: () => performance.now(),
    signal: interrupts.signal,
    onProgress: (news) => progress?.update(news),
    startThread: () => startNodeThread(),
  };
  const asked = { ...setting, month, context, stopProgress: () => progress?.stop() };
  try {
    const code =
      options.assignment === undefined
        ? await explainRequirements(asked, options, language)
        : await explainDay(asked, options.assignment, given, options, language);
    return interrupts.signal.aborted ? EXIT.interrupted : code;
  } finally {
    progress?.stop();
    interrupts.stop();
  }
}

interface Asked extends Setting {
  readonly month: IsoMonth;
  readonly context: SolveContext;
  stopProgress(): void;
}

async function explainRequirements(
  asked: Asked,
  options: ExplainOptions,
  language: Language,
): Promise<number> {
  const { instance, rules, month, context } = asked;
  const wanted = requirementNamed(options.requirement, instance.theCase, rules);
  const told = new Set<string>();
  const { plan, explanations, others } = await explainMonth(
    {
      ...limitsOf(options),
      instance,
      rules,
      most: options.most,
      wanted,
      onTarget: ({ id }) => {
        asked.stopProgress();
        if (!options.quiet && !told.has(id)) say(`${LOOKING[language]} ${id} …`);
        told.add(id);
      },
    },
    context,
  );
  asked.stopProgress();
  if (plan.rota === null) throw noRota(plan, context.signal.aborted);
  const bestProven = plan.tiers[0]?.gap === 0;
  const result: MonthExplanation = { month, explanations, others, bestProven };
  if (options.json) print(explanationJson(result));
  else {
    const part = options.requirement === undefined ? "everything" : "part";
    print(explanationText(result, language, stdoutStyle(), stdoutWidth(), part));
  }
  return explanations.length + others.length > 0 ? EXIT.hardViolation : EXIT.ok;
}

async function explainDay(
  { instance, rules, month, context, stopProgress }: Asked,
  { person, date }: AssignmentAsked,
  given: AssignmentRequest["given"],
  options: ExplainOptions,
  language: Language,
): Promise<number> {
  const { id: staff } = named(person, instance.theCase.staff, KINDS.person);
  if (!within(instance.period, date)) {
    throw new Failure(EXIT.usage, {
      en: `${date} is not in ${month}.`,
      sv: `${date} ligger inte i ${month}.`,
    });
  }
  const limits = { ...limitsOf(options), gap: GAP, staff, date, given, most: MOST_ALTERNATIVES };
  const { plan, explanation } = await explainAssignment({ ...limits, instance, rules }, context);
  stopProgress();
  if (explanation === null) throw noRota(plan, context.signal.aborted);
  if (options.json) print(assignmentJson(month, explanation));
  else print(assignmentText(explanation, language, stdoutStyle(), stdoutWidth()));
  return EXIT.ok;
}

/** The rota that is asked about: the file that is named, else that of the folder which `rota solve` writes by default. */
function givenRota(
  dir: string,
  { instance }: Setting,
  month: IsoMonth,
  options: ExplainOptions,
  reading: ReadOptions,
): AssignmentRequest["given"] {
  const written = join("out", `${caseName(dir)}-${month}`, "rota.csv");
  const file = options.rota ?? (existsSync(written) ? written : null);
  if (file === null) return null;
  const rows = readAnnounced(file, instance.theCase, instance.period, reading);
  return { file, rota: { assignments: rows.toSorted(compareAssignments) } };
}

/** The gap at which `rota solve` stops unless told otherwise: a rota that is made here is no better than its rotas. */
const GAP = 0.005;

function limitsOf({ seed, effort, timeLimit }: ExplainOptions) {
  return { solver: "auto", seed, effort, gap: 0, timeLimitSeconds: timeLimit } as const;
}

const ROTA_ALONE: Text = {
  en: "--rota goes with --assignment.",
  sv: "--rota hör ihop med --assignment.",
};
const STOPPING: Text = {
  en: "Stopping; what is known by now is told. Press Ctrl-C again to stop at once.",
  sv: "Avbryter; det som är känt hittills berättas. Tryck Ctrl-C igen för att sluta genast.",
};
const LOOKING: Text = { en: "Looking into", sv: "Undersöker" };
