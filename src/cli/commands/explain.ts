import { type Command, InvalidArgumentError } from "commander";
import { isIsoDate } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import type { AssignmentAsked, ExplainOptions } from "../runs/explain.js";
import {
  jsonOption,
  localCommand,
  monthOption,
  noNamesOption,
  quietOption,
  settingOption,
  THE_CASE,
} from "../usage.js";

/** `rota explain`: why something can't be met and what would help, or why a person is where she or he is. */
export function explainCommand(language: Language, finish: (exitCode: number) => void): Command {
  return localCommand("explain", { summary: SUMMARY, examples: EXAMPLES }, language)
    .argument("<dir>", THE_CASE[language])
    .addOption(monthOption(language))
    .option("--requirement <requirement>", REQUIREMENT[language])
    .addOption(settingOption("explainMost", language))
    .option("--assignment <person@date>", ASSIGNMENT[language], assignmentFrom(language))
    .option("--rota <file>", ROTA[language])
    .addOption(settingOption("seed", language, SEED))
    .addOption(settingOption("effort", language))
    .addOption(settingOption("explainSeconds", language))
    .addOption(noNamesOption(language))
    .addOption(jsonOption(language))
    .addOption(quietOption(language))
    .action(async (dir: string, options: ExplainOptions) => {
      const { runExplain } = await import("../runs/explain.js");
      finish(await runExplain(dir, options, language));
    });
}

function assignmentFrom(language: Language): (value: string) => AssignmentAsked {
  return (value) => {
    const at = value.lastIndexOf("@");
    const [person, date] = [value.slice(0, Math.max(0, at)).trim(), value.slice(at + 1)];
    if (person !== "" && isIsoDate(date)) return { person, date };
    throw new InvalidArgumentError(
      {
        en: "It looks like anna@2026-12-08.",
        sv: "Det ser ut som anna@2026-12-08.",
      }[language],
    );
  };
}

const EXAMPLES = [
  "rota explain my-case --month 2026-12",
  "rota explain my-case --month 2026-12 --requirement evening-count@bergby",
  "rota explain my-case --month 2026-12 --assignment anna@2026-12-08",
  "rota explain my-case --month 2026-12 --assignment anna@2026-12-08 --rota out/my-case-2026-12/rota.csv",
  "rota explain my-case --month 2026-12 --json > why.json",
];
const SUMMARY: Text = {
  en: "Explain why something can't be met, and the smallest changes that would make it possible.",
  sv: "Förklara varför något inte går att uppfylla, och de minsta ändringarna som gör det möjligt.",
};
const REQUIREMENT: Text = {
  en: "only what is said of this: a rule, office, department, person or date, or several with @ between",
  sv: "bara det som gäller detta: en regel, ett kontor, en förvaltning, en person eller ett datum, eller flera med @ emellan",
};
const ROTA: Text = {
  en: "the rota whose assignment is explained (default: rota.csv in the folder that rota solve writes, else one is made)",
  sv: "schemat vars pass förklaras (standard: rota.csv i mappen som rota solve skriver, annars görs ett)",
};
const ASSIGNMENT: Text = {
  en: "instead: why this person is at work that day, and who else could be",
  sv: "i stället: varför personen arbetar den dagen, och vilka andra som skulle kunna",
};
const SEED: Text = {
  en: "as for rota solve",
  sv: "som för rota solve",
};
