import type { Language, Text } from "../domain/text.js";
import { percentWords } from "../report/words.js";
import type { Progress } from "../solver/solver.js";

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
    this.timer = setInterval(() => this.show(), process.stderr.isTTY ? REDRAW : LOG_EVERY);
    this.timer.unref();
  }

  update(progress: Progress): void {
    this.latest = progress;
  }

  /** Removes the line. */
  stop(): void {
    clearInterval(this.timer);
    if (process.stderr.isTTY && this.lastLine !== "") process.stderr.write(CLEAR);
  }

  private show(): void {
    const line = progressWords(this.latest, Math.floor(this.seconds()), this.language);
    if (process.stderr.isTTY) {
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
  search: { en: "local search", sv: "lokal sökning" },
  bound: { en: "lower bound", sv: "undre gräns" },
  "integer-program": { en: "integer program", sv: "heltalsprogram" },
  polish: { en: "polishing", sv: "finslipning" },
};

const STARTING: Text = { en: "starting", sv: "startar" };
const TIERS: readonly Text[] = [
  { en: "hard", sv: "hårda" },
  { en: "soft", sv: "mjuka" },
];

/** One line: seconds, phase, and for each tier what the best rota costs, what no rota can be under, and the gap. */
function progressWords(progress: Progress | null, seconds: number, language: Language): string {
  const phase = (progress ? PHASES[progress.phase] : STARTING)[language];
  const least = language === "en" ? "at least" : "minst";
  const tiers = (progress?.tiers ?? []).map(({ tier, incumbent, bound, gap }) => {
    const name = TIERS[tier - 1]?.[language] ?? `${tier}`;
    if (bound >= incumbent) return `${name} ${incumbent}`;
    return `${name} ${incumbent}, ${least} ${bound} (${percentWords(gap)[language]})`;
  });
  return [`${seconds} s`, phase, ...tiers].join(" · ");
}
