import type { Command } from "commander";
import type { Language, Text } from "../../domain/text.js";
import type { StressOptions } from "../runs/stress.js";
import {
  jsonOption,
  localCommand,
  monthOption,
  noNamesOption,
  quietOption,
  settingOption,
} from "../usage.js";

/** `rota stress`: tries a rota with every absence that can hurt it. */
export function stressCommand(language: Language, finish: (exitCode: number) => void): Command {
  return localCommand("stress", { summary: SUMMARY, examples: EXAMPLES }, language)
    .argument("<dir>", { en: "the case folder", sv: "mappen med underlaget" }[language])
    .requiredOption("--rota <file>", ROTA[language])
    .addOption(monthOption(language))
    .option("--vacancy <department-or-person>", VACANCY[language])
    .addOption(settingOption("effort", language))
    .option("--out <dir>", OUT[language])
    .addOption(noNamesOption(language))
    .addOption(jsonOption(language))
    .addOption(quietOption(language))
    .action(async (dir: string, options: StressOptions) => {
      const { runStress } = await import("../runs/stress.js");
      finish(await runStress(dir, options, language));
    });
}

const SUMMARY: Text = {
  en: "Try a rota with each person away: can it be mended, with how many changes, and what breaks?",
  sv: "Pröva ett schema med var och en borta: går det att laga, med hur många ändringar, och vad brister?",
};
const EXAMPLES = [
  "rota stress my-case --rota out/my-case-2026-12/rota.csv --month 2026-12",
  "rota stress my-case --rota rota.csv --month 2026-12 --vacancy bygglov --out risk",
];
const ROTA: Text = { en: "the rota to try; - is stdin", sv: "schemat som ska prövas; - är stdin" };
const VACANCY: Text = {
  en: "try again with somebody more in a department, or with a person who has no availability yet",
  sv: "pröva igen med en person till i en förvaltning, eller med en person som saknar tillgänglighet",
};
const OUT: Text = {
  en: "write stress.csv, stress.json and the risk picture stress.html to this folder",
  sv: "skriv stress.csv, stress.json och riskbilden stress.html till den här mappen",
};
