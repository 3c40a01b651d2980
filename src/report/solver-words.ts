import type { Text } from "../domain/text.js";
import { same } from "../domain/text.js";

/** What a solver says of its trouble, in both languages; of a sentence that is not known the words are left as they are. */
export function detailWords(detail: string): Text {
  const parts = detail.split("; ").map(sentenceWords);
  return { en: detail, sv: parts.map(({ sv }) => sv).join("; ") };
}

function sentenceWords(sentence: string): Text {
  for (const [pattern, swedish] of KNOWN) {
    if (pattern.test(sentence)) {
      const sv = sentence.replace(pattern, swedish);
      return { en: sentence, sv: sv === sentence ? sv : withoutSpaces(sv) };
    }
  }
  return same(sentence);
}

function withoutSpaces(text: string): string {
  return text.replace(/ {2,}/g, " ").trim();
}

/** What the solvers are known to say. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /^javascript-lp-solver is for at most (\d+) columns; this program has (\d+)$/,
    "javascript-lp-solver klarar högst $1 kolumner; det här programmet har $2",
  ],
];
