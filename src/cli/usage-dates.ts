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
  throw new InvalidArgumentError(DATE_FORM[language]);
}

/** What a date must look like. */
export const DATE_FORM: Text = {
  en: "A date looks like 2026-12-31, of the years 2000 to 2099.",
  sv: "Ett datum ser ut som 2026-12-31, med ett år från 2000 till 2099.",
};
/** What a month must look like. */
export const MONTH_FORM: Text = {
  en: "A month looks like 2026-12, of the years 2000 to 2099.",
  sv: "En månad ser ut som 2026-12, med ett år från 2000 till 2099.",
};

const FROM: Text = {
  en: "first date, in the place of --month; with --to",
  sv: "första datum, i stället för --month; tillsammans med --to",
};
const TO: Text = { en: "last date", sv: "sista datum" };
