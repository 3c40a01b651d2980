import { InvalidArgumentError, Option } from "commander";
import { type IsoDate, isIsoDate } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";

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

/** The option `--today` of the commands that count notice. */
export function todayOption(language: Language): Option {
  return new Option("--today <date>", TODAY[language]).argParser((value) => {
    if (isIsoDate(value)) return value;
    throw new InvalidArgumentError(
      { en: "A date looks like 2026-12-31.", sv: "Ett datum ser ut som 2026-12-31." }[language],
    );
  });
}

const TODAY: Text = {
  en: "the date on which changes are told (default: today in Sweden)",
  sv: "datumet då ändringar meddelas (annars dagens datum i Sverige)",
};
