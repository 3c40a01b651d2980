import { Command, InvalidArgumentError, Option } from "commander";
import { SETTINGS, SOLVE_DEFAULTS, SOLVERS } from "../api/settings.js";
import { isIsoMonth } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";
import { MONTH_FORM } from "./usage-dates.js";
import { placeholders, placeholderWord, SWEDISH_TITLES } from "./usage-words.js";

/** What a command's help says before everything else. */
export interface CommandWords {
  readonly summary: Text;
  /** Whole command lines that can be copied. */
  readonly examples: readonly string[];
}

/** A command whose help begins with examples and speaks the language; `--lang` is among its options. */
export function localCommand(name: string, words: CommandWords, language: Language): Command {
  const local = (text: string) => placeholders(text, language);
  const titles: Readonly<Record<string, string>> = language === "sv" ? SWEDISH_TITLES : {};
  const examples = words.examples.map((example) => `  ${example}`).join("\n");
  return new Command(name)
    .description(words.summary[language])
    .addHelpText("before", `${EXAMPLES[language]}\n${examples}\n`)
    .helpOption("-h, --help", HELP[language])
    .addOption(new Option("--lang <language>", LANG[language]).choices(["sv", "en"]))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: local,
      styleSubcommandTerm: local,
      styleOptionTerm: local,
      styleArgumentTerm: (word) => placeholderWord(word, language),
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}

/** The option `--quiet` of the commands that have messages. */
export function quietOption(language: Language): Option {
  const text = { en: "say nothing but errors", sv: "säg bara det som är fel" };
  return new Option("-q, --quiet", text[language]);
}

/** The option `--force` of the commands that write a rota. */
export function forceOption(language: Language): Option {
  const text = {
    en: "replace what was edited in the output folder; copies are kept beside it",
    sv: "ersätt det som har ändrats för hand i utmappen; kopior sparas bredvid",
  };
  return new Option("--force", text[language]);
}

/** The option `--no-names` of the commands that would name people. */
export function noNamesOption(language: Language): Option {
  const text = {
    en: "ids instead of people's names, for files that leave the house",
    sv: "id i stället för personers namn, för filer som lämnar huset",
  };
  return new Option("--no-names", text[language]);
}

/** The option `--json` of the commands whose result can be given as JSON. */
export function jsonOption(language: Language): Option {
  return new Option("--json", { en: "as JSON", sv: "som JSON" }[language]);
}

/** What `<dir>` is, where a command reads a case. */
export const THE_CASE: Text = {
  en: "the case: a folder of CSV files, or one .xlsx workbook",
  sv: "underlaget: en mapp med CSV-filer, eller en arbetsbok (.xlsx)",
};

/** The option of a setting; `words` say it in other words than the table where a command means something narrower. */
export function settingOption(
  name: keyof typeof SETTINGS,
  language: Language,
  words: Text = SETTINGS[name].words,
): Option {
  const { flag, value, kind, least, default: normal } = SETTINGS[name];
  const option = new Option(
    `${flag} <${value}>`,
    words[language] + defaultWords(normal, language),
  ).argParser(numberFrom(least, kind, language));
  return normal === null ? option : option.default(normal);
}

function defaultWords(normal: number | string | null, language: Language): string {
  if (normal === null) return "";
  return { en: ` (default: ${normal})`, sv: ` (annars ${String(normal).replace(".", ",")})` }[
    language
  ];
}

/** The option `--solver` of the commands that plan whole months. */
export function solverOption(language: Language): Option {
  const [last, ...others] = [...SOLVERS].reverse();
  const names = others.reverse().join(", ");
  const text = { en: `${names} or ${last}`, sv: `${names} eller ${last}` };
  const { solver } = SOLVE_DEFAULTS;
  return new Option("--solver <name>", text[language] + defaultWords(solver, language))
    .choices(SOLVERS)
    .default(solver);
}

/** The option `--month`. */
export function monthOption(language: Language): Option {
  const text = { en: "the month, as YYYY-MM", sv: "månaden, som ÅÅÅÅ-MM" };
  return new Option("--month <month>", text[language]).argParser((value) => {
    if (isIsoMonth(value)) return value;
    throw new InvalidArgumentError(MONTH_FORM[language]);
  });
}

/** Reads a number of an option; `whole` numbers have no decimals. */
export function numberFrom(
  least: number,
  form: "whole" | "decimal",
  language: Language,
): (value: string) => number {
  return (value) => {
    const plain = value.replace(",", ".");
    const pattern = form === "whole" ? /^\d{1,9}$/ : /^(\d{1,9}(\.\d*)?|\.\d+)$/;
    if (pattern.test(plain) && Number(plain) >= least) return Number(plain);
    const what = form === "whole" ? WHOLE : DECIMAL;
    const words = {
      en: `It must be ${what.en}, ${least} or more.`,
      sv: `Det ska vara ${what.sv}, ${least} eller mer.`,
    };
    throw new InvalidArgumentError(words[language]);
  };
}

const EXAMPLES: Text = { en: "Examples:", sv: "Exempel:" };
const HELP: Text = { en: "this help", sv: "den här hjälpen" };
const LANG: Text = {
  en: "language, sv or en (default: as the environment says)",
  sv: "språk, sv eller en (annars som miljön säger)",
};
const WHOLE: Text = { en: "a whole number", sv: "ett heltal" };
const DECIMAL: Text = { en: "a number", sv: "ett tal" };
