import { InvalidArgumentError } from "commander";
import { isIsoDate, type Period } from "../domain/calendar.js";
import type { Language } from "../domain/text.js";

/** Somebody or something on some dates, as the command line has it: `anna@2026-12-08..2026-12-10`. */
export interface AtDates extends Period {
  readonly name: string;
}

/** Reads such words into a list, for an option that may be given several times. */
export function atDates(
  language: Language,
  example: string,
): (value: string, earlier: readonly AtDates[]) => AtDates[] {
  return (value, earlier) => [...earlier, parsed(value, example, language)];
}

function parsed(value: string, example: string, language: Language): AtDates {
  const at = value.lastIndexOf("@");
  const name = value.slice(0, Math.max(0, at)).trim();
  const [first = "", last = first] = value.slice(at + 1).split("..");
  if (name === "" || !isIsoDate(first) || !isIsoDate(last)) {
    const words = {
      en: `It looks like ${example} or ${example}..2026-12-10.`,
      sv: `Det ser ut som ${example} eller ${example}..2026-12-10.`,
    };
    throw new InvalidArgumentError(words[language]);
  }
  if (last < first) {
    const words = {
      en: `The last date ${last} lies before the first ${first}.`,
      sv: `Sista datumet ${last} ligger före det första ${first}.`,
    };
    throw new InvalidArgumentError(words[language]);
  }
  return { name, first, last };
}
