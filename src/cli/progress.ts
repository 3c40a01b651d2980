import type { Language, Text } from "../domain/text.js";
import { percentWords } from "../report/words.js";
import type { Progress } from "../solver/solver.js";
import { stderrRedraws } from "./terminal.js";

/** How often a terminal's line is redrawn, and how often a log gets a line at the most, in milliseconds. */
const REDRAW = 250;
const LOG_EVERY = 5000;

/** Shows how a run goes on stderr: one line that changes on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private latest: Progress | null = null;
  private lastLine = "";
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly language: Language,
    private readonly seconds: () => number,
  ) {
    this.timer = setInterval(() => this.show(), stderrRedraws() ? REDRAW : LOG_EVERY);
    this.timer.unref();
  }

  update(progress: Progress): void {
    this.latest = progress;
  }

  /** Removes the line. */
  stop(): void {
    clearInterval(this.timer);
    if (stderrRedraws() && this.lastLine !== "") process.stderr.write(CLEAR);
  }

  private show(): void {
    const line = progressWords(this.latest, Math.floor(this.seconds()), this.language);
    if (stderrRedraws()) {
      process.stderr.write(CLEAR + line.slice(0, (process.stderr.columns || 80) - 1));
    } else {
      process.stderr.write(`${line}\n`);
    }
    this.lastLine = line;
  }
}

/** Back to the start of the line, and everything after it erased. */
const CLEAR = "\r\u001B[K";

const PHASES: Readonly<Record<Progress["phase"], Text>> = {
  search: { en: "trying changes", sv: "provar ändringar" },
  bound: { en: "working out how good a rota can be", sv: "räknar ut hur bra ett schema kan bli" },
  "integer-program": { en: "looking for the best rota", sv: "letar efter det bästa schemat" },
  polish: { en: "polishing", sv: "finslipar" },
};

const STARTING: Text = { en: "setting up the month", sv: "ställer upp månaden" };

/** One line: seconds, what is done, what the best rota so far is like, and how much better it could still get. */
export function progressWords(
  progress: Progress | null,
  seconds: number,
  language: Language,
): string {
  const phase = progress ? PHASES[progress.phase] : STARTING;
  const [hard, soft] = progress?.tiers ?? [];
  const parts: Text[] = [{ en: `${seconds} s`, sv: `${seconds} s` }, phase];
  if (progress && !hard) parts.push(NO_ROTA_YET);
  if (hard) parts.push(hard.incumbent === 0 ? KEPT : BROKEN);
  const open = hard && hard.gap > 0 ? hard : soft;
  if (open) parts.push(roomWords(open.gap));
  return parts.map((part) => part[language]).join(" · ");
}

/** How much better the rota could be. */
function roomWords(gap: number): Text {
  if (gap === 0) return { en: "proved the best", sv: "bevisat bäst" };
  if (gap > 0.5) return { en: "may get much better", sv: "kan bli mycket bättre" };
  const percent = percentWords(gap);
  return {
    en: `at most ${percent.en} better possible`,
    sv: `högst ${percent.sv} bättre är möjligt`,
  };
}

const NO_ROTA_YET: Text = { en: "no rota yet", sv: "inget schema ännu" };
const KEPT: Text = { en: "every hard rule kept", sv: "alla hårda regler hålls" };
const BROKEN: Text = { en: "a hard rule is broken", sv: "en hård regel bryts" };
