import type { Case } from "../domain/case.js";
import type { Text } from "../domain/text.js";

/** Tables that are read and checked, but that no rule of this version looks at. */
const UNPLANNED: readonly (keyof Case)[] = [];

/** What to tell a person whose case holds such tables; null when it holds none. */
export function unplannedNotice(theCase: Case): Text | null {
  const files = UNPLANNED.filter((table) => theCase[table].length > 0).map((name) => `${name}.csv`);
  if (files.length === 0) return null;
  const names = files.join(", ");
  return {
    en: `note: ${names}: read and checked, but this version plans without ${files.length === 1 ? "it" : "them"}.`,
    sv: `obs: ${names}: inläst och kontrollerat, men den här versionen planerar utan ${files.length === 1 ? "den" : "dem"}.`,
  };
}
