import type { Language, Text } from "../../domain/text.js";

/** Why an office is closed, for a calendar. A reason from closures.csv stays in the words of who wrote it. */
export function closedWords(reason: string | null, language: Language): string {
  const closed: Text = { en: "Closed", sv: "Stängt" };
  if (reason === null) return closed[language];
  const known = language === "en" ? ENGLISH[reason] : undefined;
  return `${closed[language]}: ${known ?? reason}`;
}

/** The holidays that are known without closures.csv, by the Swedish names that the report has. */
const ENGLISH: Readonly<Record<string, string>> = {
  nyårsdagen: "New Year’s Day",
  "trettondedag jul": "Epiphany",
  långfredagen: "Good Friday",
  påskdagen: "Easter Sunday",
  "annandag påsk": "Easter Monday",
  "första maj": "May Day",
  "Kristi himmelsfärdsdag": "Ascension Day",
  pingstdagen: "Whit Sunday",
  nationaldagen: "National Day",
  midsommarafton: "Midsummer Eve",
  midsommardagen: "Midsummer Day",
  "alla helgons dag": "All Saints’ Day",
  julafton: "Christmas Eve",
  juldagen: "Christmas Day",
  "annandag jul": "Boxing Day",
  nyårsafton: "New Year’s Eve",
};
