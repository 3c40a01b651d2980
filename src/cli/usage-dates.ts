import { InvalidArgumentError, Option } from "commander";
import { type IsoDate, isIsoDate } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";

/** The option `--from`, which with `--to` stands in the place of `--month`. */
export function fromOption(language: Language): Option {
  return new Option("--from <date>", FROM[language]).argParser((value) => dateOf(value, language));
}

/** The option `--to`. */
export function toOption(language: Language): Option {
  return new Option("--to <date>", TO[language]).argParser((value) => dateOf(value, language));
}

function dateOf(value: string, language: Language): IsoDate {
  if (isIsoDate(value)) return value;
  throw new InvalidArgumentError(
    { en: "A date looks like 2026-12-31.", sv: "Ett datum ser ut som 2026-12-31." }[language],
  );
}

const FROM: Text = {
  en: "first date, in the place of --month; with --to",
  sv: "första datum, i stället för --month; tillsammans med --to",
};
const TO: Text = { en: "last date", sv: "sista datum" };
