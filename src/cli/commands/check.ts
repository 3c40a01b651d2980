import type { Command } from "commander";
import type { Language } from "../../domain/text.js";
import type { AskedPeriod } from "../period.js";
import { jsonOption, localCommand, monthOption, quietOption, THE_CASE } from "../usage.js";
import { fromOption, toOption } from "../usage-dates.js";

interface Options extends AskedPeriod {
  readonly json?: true;
  readonly quiet?: true;
}

/** `rota check`: reads a case and reports every problem; solves nothing. */
export function checkCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Read a case and report every problem with file, line and column. Nothing is solved or written.",
      sv: "Läs ett underlag och visa alla problem med fil, rad och kolumn. Inget beräknas eller skrivs.",
    },
    examples: ["rota check my-case", "rota check my-case --month 2026-12 --json"],
  };
  return localCommand("check", words, language)
    .argument("<dir>", THE_CASE[language])
    .addOption(monthOption(language))
    .addOption(fromOption(language))
    .addOption(toOption(language))
    .addOption(jsonOption(language))
    .addOption(quietOption(language))
    .action(async (dir: string, { json, quiet, ...asked }: Options) => {
      const { runCheck } = await import("../runs/check.js");
      finish(await runCheck({ ...asked, dir, json: !!json, quiet: !!quiet }, language));
    });
}
