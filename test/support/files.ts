import type { Case } from "../../src/domain/case.js";
import type { RuleDescription } from "../../src/input/case/check-rules.js";
import { readCase } from "../../src/input/case/read-case.js";
import { formatNotice, type Notice } from "../../src/input/notice.js";

/** Files of a case as bytes, from their texts by name. */
export function filesOf(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([name, text]) => [name, bytesOf(text)]));
}

/** A text as UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The three required files, as small as they can be. */
export const SMALL = {
  "offices.csv": "office;opens;closes\nSätra;08:00;16:00\nBomhus;09:00;15:00\n",
  "availability.csv": "staff;department;weekday\nanna;soc;mon-fri\nbo;bygg;mon-fri\n",
  "evenings.csv": "office\n*\n",
} as const;

/** The small case with further or other files. */
export function readWith(
  texts: Readonly<Record<string, string>> = {},
  rules: readonly RuleDescription[] = [],
): { readonly case: Case | null; readonly notices: readonly Notice[] } {
  return readCase(filesOf({ ...SMALL, ...texts }), { rules });
}

/** The notices of {@link readWith} in English, one line each. */
export function linesOf(
  texts: Readonly<Record<string, string>>,
  rules: readonly RuleDescription[] = [],
): string[] {
  return readWith(texts, rules).notices.map((notice) => formatNotice(notice, "en"));
}

/** The case of {@link readWith}; throws with the notices when there is none. */
export function caseOf(
  texts: Readonly<Record<string, string>> = {},
  rules: readonly RuleDescription[] = [],
): Case {
  const reading = readWith(texts, rules);
  if (reading.case === null) {
    throw new Error(reading.notices.map((notice) => formatNotice(notice, "en")).join("\n"));
  }
  return reading.case;
}
