import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Context } from "../../api/context.js";
import { explain, explainDuty, type GivenRota } from "../../api/explain.js";
import { startThread } from "../../api/node-threads.js";
import { ruleIds } from "../../api/rules-in-force.js";
import { type IsoDate, type IsoMonth, monthOf, periodOfMonth } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import type { Requirement } from "../../domain/explanation.js";
import { compareAssignments } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import { assignmentJson, assignmentText } from "../../report/explain/assignment-text.js";
import { explanationJson } from "../../report/explain/json.js";
import { explanationText } from "../../report/explain/text.js";
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
  const given = options.assignment ? givenRota(dir, theCase, month, options, reading) : null;
  const interrupts = listenForInterrupts(
    () => say((process.stderr.isTTY ? "\n" : "") + STOPPING[language]),
    () => {},
  );
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const progress = options.quiet ? null : new ProgressLine(language, seconds);
  const { signal } = interrupts;
  const context: Context = { signal, onProgress: (news) => progress?.update(news), startThread };
  const asked = { theCase, month, context, stopProgress: () => progress?.stop() };
  try {
    const code =
      options.assignment === undefined
        ? await explainRequirements(asked, options, language)
        : await explainDay(asked, options.assignment, given, options, language);
    return signal.aborted ? EXIT.interrupted : code;
  } finally {
    progress?.stop();
    interrupts.stop();
  }
}

interface Asked {
  readonly theCase: Case;
  readonly month: IsoMonth;
  readonly context: Context;
  stopProgress(): void;
}

async function explainRequirements(
  { theCase, month, context, stopProgress }: Asked,
  options: ExplainOptions,
  language: Language,
): Promise<number> {
  const told = new Set<string>();
  const wanted = requirementNamed(options.requirement, theCase, ruleIds());
  const onRequirement = ({ id }: Requirement) => {
    stopProgress();
    if (!options.quiet && !told.has(id)) say(`${LOOKING[language]} ${id} …`);
    told.add(id);
  };
  const ask = { ...limitsOf(month, options), most: options.most, wanted, onRequirement };
  const said = await explain(theCase, ask, context);
  stopProgress();
  if (said.explanation === null) throw noRota(said, !!context.signal?.aborted);
  const { explanation } = said;
  if (options.json) print(explanationJson(explanation));
  else {
    const part = options.requirement === undefined ? "everything" : "part";
    print(explanationText(explanation, language, stdoutStyle(), stdoutWidth(), part));
  }
  const { explanations, others } = explanation;
  return explanations.length + others.length > 0 ? EXIT.hardViolation : EXIT.ok;
}

async function explainDay(
  { theCase, month, context, stopProgress }: Asked,
  { person, date }: AssignmentAsked,
  given: GivenRota | null,
  options: ExplainOptions,
  language: Language,
): Promise<number> {
  const { id: staff } = named(person, theCase.staff, KINDS.person);
  if (monthOf(date) !== month) {
    throw new Failure(EXIT.usage, {
      en: `${date} is not in ${month}.`,
      sv: `${date} ligger inte i ${month}.`,
    });
  }
  const ask = { ...limitsOf(month, options), staff, date, given };
  const said = await explainDuty(theCase, ask, context);
  stopProgress();
  if (said.explanation === null) throw noRota(said, !!context.signal?.aborted);
  const { explanation } = said;
  if (options.json) print(assignmentJson(month, explanation));
  else print(assignmentText(explanation, language, stdoutStyle(), stdoutWidth()));
  return EXIT.ok;
}

/** The rota that is asked about: the file that is named, else that of the folder which `rota solve` writes by default. */
function givenRota(
  dir: string,
  theCase: Case,
  month: IsoMonth,
  options: ExplainOptions,
  reading: ReadOptions,
): GivenRota | null {
  const written = join("out", `${caseName(dir)}-${month}`, "rota.csv");
  const file = options.rota ?? (existsSync(written) ? written : null);
  if (file === null) return null;
  const rows = readAnnounced(file, theCase, periodOfMonth(month), reading);
  return { file, rota: { assignments: rows.toSorted(compareAssignments) } };
}

function limitsOf(month: IsoMonth, { seed, effort, timeLimit }: ExplainOptions) {
  return { month, seed, effort, timeLimitSeconds: timeLimit };
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
