import type { Language, Text } from "../../domain/text.js";
import { stderrRedraws } from "../terminal.js";

/** How often a log gets a line at the most, in milliseconds. */
const LOG_EVERY = 5000;
/** Back to the start of the line, and everything after it erased. */
const CLEAR = "\r\u001B[K";

/** Tells on stderr how many scenarios are done: one line that changes on a terminal, a line now and then elsewhere. */
export class CountLine {
  private count = 0;
  private told = Date.now();

  constructor(
    private readonly total: number,
    private readonly language: Language,
  ) {}

  /** One more is done. */
  done(): void {
    this.count++;
    const words: Text = {
      en: `${this.count} of ${this.total} done`,
      sv: `${this.count} av ${this.total} klara`,
    };
    if (stderrRedraws()) {
      process.stderr.write(CLEAR + words[this.language]);
    } else if (Date.now() - this.told > LOG_EVERY) {
      this.told = Date.now();
      process.stderr.write(`${words[this.language]}\n`);
    }
  }

  /** Removes the line. */
  stop(): void {
    if (stderrRedraws() && this.count > 0) process.stderr.write(CLEAR);
  }
}
