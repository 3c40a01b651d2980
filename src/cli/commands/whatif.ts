import type { Command } from "commander";
import type { Language } from "../../domain/text.js";
import type { WhatifOptions } from "../runs/whatif.js";
import {
  localCommand,
  monthOption,
  quietOption,
  settingOption,
  solverOption,
  THE_CASE,
} from "../usage.js";
import { queueOption, threadsOption } from "./worker.js";

/** `rota whatif`: many scenarios side by side. */
export function whatifCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Ask what if: plan many scenarios of a case side by side, with cost, service and fairness of each.",
      sv: "Fråga tänk om: planera många scenarier av ett underlag sida vid sida, med kostnad, service och rättvisa för varje.",
    },
    examples: [
      "rota whatif my-case scenarios.csv --month 2026-12",
      'rota whatif my-case --vary "evenings.min_evenings=1..4" --month 2026-12',
      'rota whatif my-case --vary "staff[staff=anna].fte=0.5..1 step 0.25" --vary "budget.amount*=0.9..1.1"',
    ],
  };
  return localCommand("whatif", words, language)
    .argument("<dir>", THE_CASE[language])
    .argument("[file]", FILE[language])
    .addOption(monthOption(language))
    .option(
      "--vary <sweep>",
      VARY[language],
      (sweep: string, before: string[]) => [...before, sweep],
      [],
    )
    .option("--out <dir>", OUT[language])
    .addOption(threadsOption(language))
    .addOption(queueOption(language))
    .option("--no-names", NAMES[language])
    .addOption(solverOption(language))
    .addOption(settingOption("seed", language, SEED))
    .addOption(settingOption("effort", language, EFFORT))
    .addOption(settingOption("gap", language))
    .addOption(settingOption("timeLimitSeconds", language, LIMIT))
    .option("--json", JSON_STUDY[language])
    .addOption(quietOption(language))
    .action(async (dir: string, file: string | undefined, options: WhatifOptions) => {
      const { runWhatif } = await import("../runs/whatif.js");
      finish(await runWhatif(dir, file, options, language));
    });
}

const FILE = {
  en: "the scenarios: CSV with scenario, action, table, key, column, value; - is stdin",
  sv: "scenarierna: CSV med scenario, åtgärd, tabell, nyckel, kolumn, värde; - är stdin",
};
const VARY = {
  en: "try values of a cell, such as evenings.min_evenings=1..4; several make a grid",
  sv: "pröva värden på en cell, till exempel kvällar.minst_kvällar=1..4; flera ger ett rutnät",
};
const OUT = {
  en: "the folder to write to, and to go on from (default: out/CASE-MONTH-whatif)",
  sv: "mappen att skriva till och fortsätta från (annars out/UNDERLAG-MÅNAD-whatif)",
};
const NAMES = {
  en: "leave names of people and departments out of everything; ids stay",
  sv: "ta bort namn på personer och förvaltningar ur allt; id står kvar",
};
const SEED = {
  en: "the same seed gives the same rotas",
  sv: "samma frö ger samma scheman",
};
const EFFORT = {
  en: "how much work for each scenario, 2 is twice as much",
  sv: "hur mycket arbete för varje scenario, 2 är dubbelt så mycket",
};
const LIMIT = {
  en: "stop each scenario at the clock; the results are then not reproducible",
  sv: "sluta med varje scenario efter så många sekunder; resultaten går då inte att återskapa",
};
const JSON_STUDY = {
  en: "print the results as JSON instead of a table",
  sv: "skriv ut resultaten som JSON i stället för en tabell",
};
