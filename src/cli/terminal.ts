import { PLAIN, plainName, type Style } from "../report/layout.js";

/** Writes data to stdout. */
export function print(text: string): void {
  process.stdout.write(text);
}

/**
 * Writes a message to stderr, as a line. What a terminal would obey is left out, wherever it comes from: the name of a file
 * or a word of the command line may be somebody else's.
 */
export function say(text: string): void {
  process.stderr.write(`${text.split("\n").map(plainName).join("\n")}\n`);
}

/** The marks for stdout: those that are forced, else none unless it is a terminal that wants them (see no-color.org). */
export function stdoutStyle(): Style {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR) return FORCE_COLOR === "0" || FORCE_COLOR === "false" ? PLAIN : ANSI;
  return NO_COLOR || !process.stdout.isTTY || isDumb() ? PLAIN : ANSI;
}

/** True when a line of stderr can be drawn anew: on a terminal that obeys codes. */
export function stderrRedraws(): boolean {
  return process.stderr.isTTY && !isDumb();
}

function isDumb(): boolean {
  return process.env.TERM === "dumb";
}

/** Columns of stdout: those of the terminal, else what COLUMNS says, else as many as it takes. */
export function stdoutWidth(): number {
  if (process.stdout.isTTY) return process.stdout.columns || 80;
  return Number(process.env.COLUMNS) || Number.POSITIVE_INFINITY;
}

const ANSI: Style = {
  strong: (text) => `\u001B[1m${text}\u001B[22m`,
  alarm: (text) => `\u001B[1;31m${text}\u001B[22;39m`,
  faint: (text) => `\u001B[2m${text}\u001B[22m`,
  evening: (text) => `\u001B[36m${text}\u001B[39m`,
};
