import type { CommanderError } from "commander";
import type { Language } from "../domain/text.js";

/** The titles of the parts of a help text. */
export const SWEDISH_TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Användning:",
  "Arguments:": "Argument:",
  "Options:": "Växlar:",
  "Commands:": "Kommandon:",
};

/** What a help text calls the values that a person fills in. */
export const SWEDISH_PLACEHOLDERS: Readonly<Record<string, string>> = {
  after: "efter",
  before: "före",
  command: "kommando",
  date: "datum",
  "department-or-person": "förvaltning-eller-person",
  dir: "mapp",
  file: "fil",
  format: "format",
  "format=file": "format=fil",
  id: "regel",
  language: "språk",
  level: "nivå",
  minutes: "minuter",
  month: "månad",
  name: "namn",
  "name@dates": "namn@datum",
  number: "tal",
  office: "kontor",
  "office@date": "kontor@datum",
  "office@dates": "kontor@datum",
  options: "växlar",
  part: "andel",
  person: "person",
  "person@date": "person@datum",
  "person@dates": "person@datum",
  range: "intervall",
  requirement: "krav",
  rota: "schema",
  seconds: "sekunder",
  shell: "skal",
  sweep: "variation",
  tier: "nivå",
  "tier=value": "nivå=värde",
  time: "tid",
  url: "adress",
  view: "vy",
  week: "vecka",
};

/** A piece of a help text with its placeholders, such as `<dir>` or `[options]`, in the language. */
export function placeholders(text: string, language: Language): string {
  if (language === "en") return text;
  return text.replace(
    /([<[])([a-z=@-]+)((?:\.\.\.)?[>\]])/g,
    (_, open: string, word: string, close: string) =>
      open + placeholderWord(word, language) + close,
  );
}

/** A placeholder without its brackets, in the language. */
export function placeholderWord(word: string, language: Language): string {
  return language === "sv" ? (SWEDISH_PLACEHOLDERS[word] ?? word) : word;
}

/** What is wrong with argv, in the language. */
export function usageWords({ message }: CommanderError, language: Language): string {
  const plain = message.replace(/^error: /, "").replace(/\n/g, " ");
  if (language === "en") return plain;
  const text = SWEDISH_ERRORS.reduce((words, [pattern, sv]) => words.replace(pattern, sv), plain);
  return placeholders(text, language);
}

/** A value that is none of the choices, and the choices; null when that is not what is wrong. */
export function wrongChoice({
  message,
}: CommanderError): { readonly value: string; readonly choices: readonly string[] } | null {
  const match =
    /argument (?:value )?'(.*?)' is invalid.*Allowed choices are (.+)\.$/s.exec(message) ?? null;
  return match && { value: match[1]!, choices: match[2]!.split(", ") };
}

const SWEDISH_ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.+?)'/, "argumentet <$1> saknas"],
  [/^option '(.+?)' argument missing/, "växeln $1 saknar sitt värde"],
  [/^required option '(.+?)' not specified/, "växeln $1 måste anges"],
  [/^unknown option '(.+?)'/, "okänd växel $1"],
  [/^unknown command '(.+?)'/, "okänt kommando $1"],
  [/^option '(.+?)' cannot be used with option '(.+?)'/, "växeln $1 kan inte användas ihop med $2"],
  [/^too many arguments.*$/, "för många argument"],
  [/^option '(.+?)' argument '(.*?)' is invalid\./, "växeln $1 kan inte ha värdet $2."],
  [
    /^command-argument value '(.*?)' is invalid for argument '(.+?)'\./,
    "argumentet <$2> kan inte ha värdet $1.",
  ],
  [/Allowed choices are (.+)\.$/, "Möjliga värden är $1."],
  [/\(Did you mean one of (.+)\?\)/, "(Menade du något av $1?)"],
  [/\(Did you mean (.+)\?\)/, "(Menade du $1?)"],
];
