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

/** The marks for stdout: none unless it is a terminal that wants them (see no-color.org). */
export function stdoutStyle(): Style {
  const plain = process.env.NO_COLOR || process.env.TERM === "dumb" || !process.stdout.isTTY;
  return plain ? PLAIN : ANSI;
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
