import type { Command } from "commander";
import type { Language } from "../../domain/text.js";
import { monthsOption } from "../month-range.js";
import type { SolveOptions } from "../planned-run.js";
import { noticeFromOption } from "../today.js";
import {
  forceOption,
  localCommand,
  monthOption,
  noNamesOption,
  quietOption,
  settingOption,
  solverOption,
  THE_CASE,
} from "../usage.js";
import { fromOption, toOption } from "../usage-dates.js";

/** `rota solve`: the main job, from a case folder to a rota and its report. */
export function solveCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Make the rota of a month, as files for Excel, calendars, web pages and programs.",
      sv: "Gör månadens schema, som filer för Excel, kalendrar, webbsidor och program.",
    },
    examples: [
      "rota solve my-case --month 2026-12",
      "rota solve my-case --month 2026-12 --out december --lang sv",
      "rota solve my-case --from 2026-12-07 --to 2027-01-10",
      "rota solve my-case --month 2026-12 --gap 0 --effort 4",
      "rota solve my-case --month 2027-01 --history out --ledger out/my-case-2026-12/ledger.csv",
      "rota solve my-case --months 2026-09..2027-08 --out year",
    ],
  };
  return localCommand("solve", words, language)
    .argument("<dir>", THE_CASE[language])
    .addOption(monthOption(language))
    .addOption(fromOption(language))
    .addOption(toOption(language))
    .addOption(monthsOption(language))
    .option("--history <dir>", HISTORY[language])
    .option("--ledger <file>", LEDGER[language])
    .addOption(noticeFromOption(language))
    .option("--out <dir>", OUT[language])
    .addOption(solverOption(language))
    .addOption(settingOption("seed", language))
    .addOption(settingOption("effort", language))
    .addOption(settingOption("gap", language))
    .addOption(settingOption("timeLimitSeconds", language))
    .addOption(settingOption("threads", language))
    .option("--checkpoint <file>", CHECKPOINT[language])
    .addOption(settingOption("slotMinutes", language))
    .addOption(settingOption("slotPause", language))
    .addOption(settingOption("slotDesk", language))
    .addOption(noNamesOption(language))
    .option("--json", JSON_REPORT[language])
    .addOption(forceOption(language))
    .addOption(quietOption(language))
    .action(async (dir: string, options: SolveOptions) => {
      if (options.months) {
        const { runMonths } = await import("../runs/months.js");
        finish(await runMonths(dir, options, options.months, language));
      } else {
        const { runSolve } = await import("../runs/solve.js");
        finish(await runSolve(dir, options, language));
      }
    });
}

const HISTORY = {
  en: "a folder of earlier rotas, besides history.csv",
  sv: "en mapp med tidigare scheman, utöver history.csv",
};
const LEDGER = {
  en: "the ledger.csv of an earlier month, in the place of the case's own",
  sv: "en tidigare månads ledger.csv, i stället för underlagets egen",
};
const OUT = {
  en: "the folder to write to (default: out/CASE-MONTH)",
  sv: "mappen att skriva till (annars out/UNDERLAG-MÅNAD)",
};
const CHECKPOINT = {
  en: "a file to note finished work in: a run that was killed goes on from it",
  sv: "en fil att anteckna färdigt arbete i: en körning som dödats fortsätter därifrån",
};
const JSON_REPORT = {
  en: "print the report as JSON instead of a summary",
  sv: "skriv ut rapporten som JSON i stället för en sammanfattning",
};
