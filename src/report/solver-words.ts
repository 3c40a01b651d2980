import type { Text } from "../domain/text.js";

/** What a solver says of its trouble, in both languages; the words of an error that is not known stay as they are. */
export function detailWords(detail: string): Text {
  return { en: detail, sv: detail.split("; ").map(swedish).join("; ") };
}

/** What the solvers are known to say, piece by piece. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /^javascript-lp-solver is for at most (\d+) columns$/,
    "javascript-lp-solver klarar högst $1 kolumner",
  ],
  [/^this program has (\d+)$/, "det här programmet har $1"],
  [
    /^javascript-lp-solver answered a fraction for an integer$/,
    "javascript-lp-solver svarade med ett bråktal där det ska vara ett heltal",
  ],
  [
    /^javascript-lp-solver answered a value other than 0 and 1$/,
    "javascript-lp-solver svarade med ett annat värde än 0 och 1",
  ],
  [
    /^javascript-lp-solver answered a point that breaks rigid rows$/,
    "javascript-lp-solver svarade med en punkt som bryter fasta villkor",
  ],
  [
    /^javascript-lp-solver answered a point that breaks the limit of a better tier$/,
    "javascript-lp-solver svarade med en punkt som bryter gränsen för en viktigare nivå",
  ],
  [
    /^javascript-lp-solver answered the value (\S+) for a point of value (\S+)$/,
    "javascript-lp-solver påstod värdet $1 för en punkt med värdet $2",
  ],
  [/^the answer was thrown away$/, "svaret kastades"],
  [/^it gave no answer$/, "den gav inget svar"],
  [/^(\S+): the thread ended with code (\d+)$/, "$1: tråden avslutades med kod $2"],
  [/^(\S+): unreadable message: (.*)$/, "$1: oläsbart meddelande: $2"],
];

function swedish(sentence: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(sentence));
  return known ? sentence.replace(...known) : sentence;
}
