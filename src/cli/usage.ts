import { Command, type CommanderError, InvalidArgumentError, Option } from "commander";
import { isIsoMonth } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";

/** What a command's help says before everything else. */
export interface CommandWords {
  readonly summary: Text;
  /** Whole command lines that can be copied. */
  readonly examples: readonly string[];
}

/** A command whose help begins with examples and speaks the language; `--lang` is among its options. */
export function localCommand(name: string, words: CommandWords, language: Language): Command {
  const placeholders = (text: string) =>
    language === "sv"
      ? text.replace("[options]", "[växlar]").replace("[command]", "[kommando]")
      : text;
  const titles: Readonly<Record<string, string>> = language === "sv" ? SWEDISH_TITLES : {};
  const examples = words.examples.map((example) => `  ${example}`).join("\n");
  return new Command(name)
    .description(words.summary[language])
    .addHelpText("before", `${EXAMPLES[language]}\n${examples}\n`)
    .helpOption("-h, --help", HELP[language])
    .addOption(new Option("--lang <language>", LANG[language]).choices(["sv", "en"]))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: placeholders,
      styleSubcommandTerm: placeholders,
      optionDescription: (option) => option.description,
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}

/** The option `--quiet` of the commands that have messages. */
export function quietOption(language: Language): Option {
  const text = { en: "say nothing but errors", sv: "säg bara det som är fel" };
  return new Option("--quiet", text[language]);
}

/** The option `--month`. */
export function monthOption(language: Language): Option {
  const text = { en: "the month, as YYYY-MM", sv: "månaden, som ÅÅÅÅ-MM" };
  return new Option("--month <month>", text[language]).argParser((value) => {
    if (isIsoMonth(value)) return value;
    throw new InvalidArgumentError(
      { en: "A month looks like 2026-12.", sv: "En månad ser ut som 2026-12." }[language],
    );
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

/** What is wrong with argv, as one sentence in the language. */
export function usageWords({ message }: CommanderError, language: Language): string {
  const plain = message.replace(/^error: /, "");
  if (language === "en") return plain;
  return SWEDISH_ERRORS.reduce((text, [pattern, swedish]) => text.replace(pattern, swedish), plain);
}

const EXAMPLES: Text = { en: "Examples:", sv: "Exempel:" };
const HELP: Text = { en: "this help", sv: "den här hjälpen" };
const LANG: Text = {
  en: "language, sv or en (default: as the environment says)",
  sv: "språk, sv eller en (annars som miljön säger)",
};
const WHOLE: Text = { en: "a whole number", sv: "ett heltal" };
const DECIMAL: Text = { en: "a number", sv: "ett tal" };

const SWEDISH_TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Användning:",
  "Arguments:": "Argument:",
  "Options:": "Växlar:",
  "Commands:": "Kommandon:",
};

const SWEDISH_ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.+?)'/, "argumentet $1 saknas"],
  [/^option '(.+?)' argument missing/, "växeln $1 saknar sitt värde"],
  [/^required option '(.+?)' not specified/, "växeln $1 måste anges"],
  [/^unknown option '(.+?)'/, "okänd växel $1"],
  [/^unknown command '(.+?)'/, "okänt kommando $1"],
  [/^too many arguments.*$/, "för många argument"],
  [/^option '(.+?)' argument '(.*?)' is invalid\./, "växeln $1 kan inte ha värdet $2."],
  [/Allowed choices are (.+)\.$/, "Möjliga värden är $1."],
  [/\(Did you mean (one of )?(.+)\?\)/, "(Menade du $2?)"],
];
