import { InvalidArgumentError, Option } from "commander";
import { type IsoDate, isIsoDate } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";
import { DATE_FORM } from "./usage-dates.js";

/** The date in Sweden now: notice is counted in its days, wherever the program runs. */
export function swedishToday(): IsoDate {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Stockholm",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return format.format(new Date());
}

/** The option `--today` of the commands that tell of changes: notice is counted from it, or from today. */
export function todayOption(language: Language): Option {
  return dateOption(TODAY, language);
}

/** The option `--today` of the commands whose output is to be the same tomorrow: without it no notice is counted. */
export function noticeFromOption(language: Language): Option {
  return dateOption(NOTICE_FROM, language);
}

function dateOption(text: Text, language: Language): Option {
  return new Option("--today <date>", text[language]).argParser((value) => {
    if (isIsoDate(value)) return value;
    throw new InvalidArgumentError(DATE_FORM[language]);
  });
}

const TODAY: Text = {
  en: "the date on which changes are told (default: today in Sweden)",
  sv: "datumet då ändringar meddelas (annars dagens datum i Sverige)",
};
const NOTICE_FROM: Text = {
  en: "the date on which changes to published.csv are told, to count their notice from",
  sv: "datumet då ändringar mot published.csv meddelas, så att varseltiden räknas från det",
};
