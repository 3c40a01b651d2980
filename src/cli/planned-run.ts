import { performance } from "node:perf_hooks";
import { startThread } from "../api/node-threads.js";
import type { PlanAsk } from "../api/plan-report.js";
import { type Solution, solve } from "../api/solve.js";
import type { IsoDate, Period } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { type Language, same, type Text } from "../domain/text.js";
import { count } from "../domain/words.js";
import type { Report } from "../outputs/report.js";
import { detailWords } from "../report/solver-words.js";
import { Checkpoint } from "./checkpoint.js";
import type { Earlier } from "./earlier.js";
import { EXIT, Failure } from "./failure.js";
import { type Interrupts, listenForInterrupts } from "./interrupts.js";
import type { MonthRange } from "./month-range.js";
import type { AskedPeriod } from "./period.js";
import { ProgressLine } from "./progress.js";
import { say } from "./terminal.js";

/** The options of `rota solve`, read from argv. */
export interface SolveOptions extends AskedPeriod, Earlier {
  /** Several months in the place of one. */
  readonly months?: MonthRange;
  /** Notice of changes to the announced rota is counted from it. */
  readonly today?: IsoDate;
  readonly out?: string;
  readonly solver: PlanAsk["solver"];
  readonly seed: number;
  readonly effort: number;
  readonly gap: number;
  readonly timeLimit?: number;
  readonly threads: number;
  readonly checkpoint?: string;
  readonly slotMinutes: number;
  readonly slotPause: number;
  readonly slotDesk: number;
  readonly names: boolean;
  readonly json?: true;
  readonly quiet?: true;
  /** Replaces files of the output folder that were edited. */
  readonly force?: true;
}

/** How a run came out, and if somebody cut it short. */
export interface Run extends Solution {
  readonly interrupted: boolean;
}

/** Plans on this machine, with a line of progress, until it is done or somebody presses Ctrl-C. */
export async function planned(
  theCase: Case,
  period: Period,
  options: SolveOptions,
  { signal }: Pick<Interrupts, "signal">,
  language: Language,
): Promise<Run> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const journal = options.checkpoint ? new Checkpoint(options.checkpoint) : null;
  const known = journal?.size ?? 0;
  if (known > 0 && !options.quiet) say(goesOn(known)[language]);
  const progress = options.quiet ? null : new ProgressLine(language, seconds);
  try {
    const ask = { ...askedOf(options), period, today: options.today };
    const solution = await solve(theCase, ask, {
      signal,
      onProgress: (news) => progress?.update(news),
      startThread,
      threads: options.threads,
      ...(journal ? { journal } : {}),
    });
    if (!signal.aborted) journal?.remove();
    return { ...solution, interrupted: signal.aborted };
  } finally {
    progress?.stop();
  }
}

/** Told when a checkpoint has what an earlier run did. */
function goesOn(known: number): Text {
  return {
    en: `Going on from ${count(known, "finished piece", "finished pieces")} of work in the checkpoint.`,
    sv: `Fortsätter från kontrollpunkten, där ${known} ${known === 1 ? "delarbete är klart" : "delarbeten är klara"}.`,
  };
}

/**
 * Listens for Ctrl-C: says what becomes of the run at the first, gives up at the second.
 *
 * @param discard last tidying up; must be synchronous
 */
export function interruptsOf(words: Text, discard: () => void, language: Language): Interrupts {
  const tell = () => say((process.stderr.isTTY ? "\n" : "") + words[language]);
  return listenForInterrupts(tell, discard);
}

function askedOf(options: SolveOptions): PlanAsk {
  const { solver, seed, effort, gap, timeLimit, slotMinutes, slotPause, slotDesk } = options;
  const slots = { minutes: slotMinutes, pauseMinutes: slotPause, keptAtDesk: slotDesk };
  return { solver, seed, effort, gap, timeLimitSeconds: timeLimit ?? null, slots };
}

/** The exit code of a rota that was written. */
export function exitCodeOf(report: Report, interrupted: boolean): number {
  if (interrupted) return EXIT.interrupted;
  const broken = report.violations.some(({ severity }) => severity === "hard");
  return broken ? EXIT.hardViolation : EXIT.ok;
}

/** Why there is no rota, as the end of a command. */
export function noRota(
  { termination, detail }: Pick<Solution, "termination" | "detail">,
  interrupted: boolean,
): Failure {
  const known: Text = NO_ROTA[termination] ?? same(termination);
  const said = detail === null ? null : detailWords(detail);
  const more = { en: said ? ` (${said.en})` : "", sv: said ? ` (${said.sv})` : "" };
  return new Failure(interrupted ? EXIT.interrupted : EXIT.noRota, {
    en: `no rota: ${known.en}${more.en}. Nothing was written.`,
    sv: `inget schema: ${known.sv}${more.sv}. Inget har skrivits.`,
  });
}

/** Told even when nothing else is: a part of the program did not work, and the rota is what the rest could do. */
export function brokenDown({ detail }: Pick<Solution, "detail">): Text {
  const said = detail === null ? null : detailWords(detail);
  return {
    en: `rota: a solver failed${said ? ` (${said.en})` : ""}; the rota is the best that the others found, and may be far from the best there is.`,
    sv: `rota: en lösare gick sönder${said ? ` (${said.sv})` : ""}; schemat är det bästa som de andra hittade, och kan vara långt från det bästa som går.`,
  };
}

/** Why a solver may come back with nothing. */
const NO_ROTA: Readonly<Partial<Record<Solution["termination"], Text>>> = {
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
