import type { Text } from "../../domain/text.js";
import { meant } from "../notice.js";

/** Letters without marks, in lower case: `Sätra` and `SATRA` fold to the same. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Like {@link fold}, and without spaces, underscores, points and every kind of hyphen and dash: for headers and fixed words. */
export function foldWord(text: string): string {
  return fold(text).replace(/[\s_.\p{Pd}]+/gu, "");
}

/**
 * Least number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
 * (Damerau–Levenshtein, no letter edited twice).
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}

const LONGEST_WORD = 60;

/**
 * The candidate most like `word`, blind to case and marks; null when none is within a third of its length.
 * Ties go to the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const folded = fold(word);
  if (folded === "" || folded.length > LONGEST_WORD) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) >= least) continue;
    const distance = editDistance(folded, other);
    if (distance < least && distance < other.length) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** "Did you mean …?", or null when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): Text | null {
  const found = nearest(word, candidates);
  return found === null ? null : meant(found);
}
