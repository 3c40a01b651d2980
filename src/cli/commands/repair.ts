import { type Command, InvalidArgumentError, Option } from "commander";
import { parseTime } from "../../domain/interval.js";
import type { Language, Text } from "../../domain/text.js";
import { type AtDates, atDates } from "../at-dates.js";
import type { RepairOptions } from "../repair-options.js";
import { todayOption } from "../today.js";
import {
  forceOption,
  jsonOption,
  localCommand,
  monthOption,
  noNamesOption,
  quietOption,
  settingOption,
} from "../usage.js";

/** `rota repair`: the fewest changes to an announced rota, or who could fill one gap. */
export function repairCommand(language: Language, finish: (exitCode: number) => void): Command {
  const none: readonly AtDates[] = [];
  const oneOf = (value: string) => atDates(language, "valbo@2026-12-08")(value, [])[0];
  return localCommand("repair", { summary: SUMMARY, examples: EXAMPLES }, language)
    .argument("<rota>", ROTA[language])
    .requiredOption("--case <dir>", CASE[language])
    .addOption(monthOption(language))
    .option("--absent <person@dates>", ABSENT[language], atDates(language, "anna@2026-12-08"), none)
    .option("--close <office@dates>", CLOSE[language], atDates(language, "valbo@2026-12-08"), none)
    .option("--back <name@dates>", BACK[language], atDates(language, "anna@2026-12-10"), none)
    .option("--keep <name@dates>", KEEP[language], atDates(language, "anna@2026-12-08"), none)
    .option("--vacancy <office@date>", VACANCY[language], oneOf)
    .addOption(new Option("--gap <office@date>", GAP[language]).argParser(oneOf).hideHelp())
    .option("--from <time>", FROM[language], timeOf(language))
    .option("--to <time>", TO[language], timeOf(language))
    .addOption(todayOption(language))
    .addOption(settingOption("effort", language))
    .option("--out <dir>", OUT[language])
    .addOption(noNamesOption(language))
    .addOption(jsonOption(language))
    .addOption(forceOption(language))
    .addOption(quietOption(language))
    .action(async (rota: string, options: RepairOptions) => {
      const { runRepair } = await import("../runs/repair.js");
      finish(await runRepair(rota, options, language));
    });
}

function timeOf(language: Language): (value: string) => number {
  return (value) => {
    const minute = parseTime(value);
    if (minute !== null) return minute;
    throw new InvalidArgumentError(
      { en: "A time looks like 16:00.", sv: "En tid ser ut som 16:00." }[language],
    );
  };
}

const SUMMARY: Text = {
  en: "Mend an announced rota with the fewest changes, or list who could step in for one gap.",
  sv: "Laga ett meddelat schema med så få ändringar som möjligt, eller lista vem som kan hoppa in.",
};
const EXAMPLES = [
  "rota repair rota.csv --case my-case --month 2026-12 --absent anna@2026-12-08..2026-12-10",
  "rota repair rota.csv --case my-case --month 2026-12 --close valbo@2026-12-14",
  "rota repair rota.csv --case my-case --month 2026-12 --absent anna@2026-12-08 --vacancy valbo@2026-12-08",
];
const ROTA: Text = {
  en: "the rota as it was announced; - is stdin",
  sv: "schemat som det meddelades; - är stdin",
};
const CASE: Text = {
  en: "the case folder, as it is now",
  sv: "mappen med underlaget, som det är nu",
};
const ABSENT: Text = {
  en: "somebody is away, first to last date; may be given several times",
  sv: "någon är borta, första till sista datum; kan anges flera gånger",
};
const CLOSE: Text = {
  en: "an office has to close; may be given several times",
  sv: "ett kontor måste hålla stängt; kan anges flera gånger",
};
const BACK: Text = {
  en: "somebody is back, or an office opens after all, from a date on or on some dates",
  sv: "någon är tillbaka, eller ett kontor öppnar ändå, från ett datum eller vissa datum",
};
const KEEP: Text = {
  en: "what a person or an office has stays as announced; may be given several times",
  sv: "det en person eller ett kontor har ska stå kvar; kan anges flera gånger",
};
const VACANCY: Text = {
  en: "list who could step in at an office on a date; nothing is written",
  sv: "lista vem som kan hoppa in på ett kontor ett datum; inget skrivs",
};
const GAP: Text = {
  en: "what --vacancy was called before",
  sv: "vad --vacancy hette förut",
};
const FROM: Text = {
  en: "start of the vacancy (default: what is missing)",
  sv: "luckans början (annars det som saknas)",
};
const TO: Text = { en: "end of the vacancy", sv: "luckans slut" };
const OUT: Text = {
  en: "the folder to write to (default: out/CASE-MONTH-repair)",
  sv: "mappen att skriva till (annars out/UNDERLAG-MÅNAD-repair)",
};
