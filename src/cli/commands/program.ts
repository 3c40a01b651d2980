import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../domain/text.js";
import type { ProgramOptions } from "../runs/program.js";
import { localCommand, monthOption, quietOption } from "../usage.js";
import { fromOption, toOption } from "../usage-dates.js";

/** `rota program`: the integer program of a month as text, for any other solver. */
export function programCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Print the integer program of a month, for any other solver. Its names say nothing of people.",
      sv: "Skriv ut månadens heltalsprogram för en annan lösare. Namnen i det säger inget om personer.",
    },
    examples: [
      "rota program my-case --month 2026-12 --format mps > tier1.mps",
      "rota program my-case --month 2026-12 --format lp --tier 2 --limit 1=0 --names names.csv",
    ],
  };
  const format = { en: "mps or lp", sv: "mps eller lp" };
  return localCommand("program", words, language)
    .argument("<dir>", { en: "the case folder", sv: "mappen med underlaget" }[language])
    .addOption(monthOption(language))
    .addOption(fromOption(language))
    .addOption(toOption(language))
    .addOption(
      new Option("--format <format>", format[language])
        .choices(["mps", "lp"])
        .makeOptionMandatory(),
    )
    .addOption(new Option("--tier <tier>", TIER[language]).choices(["1", "2"]).default("1"))
    .option("--limit <tier=value>", LIMIT[language], limitFrom(language), new Map())
    .option("--names <file>", NAMES[language])
    .option("--out <file>", OUT[language])
    .addOption(quietOption(language))
    .action(async (dir: string, options: ProgramOptions) => {
      const { runProgram } = await import("../runs/program.js");
      finish(await runProgram(dir, options, language));
    });
}

/** Reads `1=0` into the limits by tier. */
function limitFrom(language: Language) {
  return (value: string, earlier: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
    const match = /^([12])=(\d{1,12})$/.exec(value);
    if (match) return new Map([...earlier, [Number(match[1]), Number(match[2])]]);
    throw new InvalidArgumentError(
      { en: "A limit looks like 1=0.", sv: "En gräns ser ut som 1=0." }[language],
    );
  };
}

const TIER = {
  en: "what is minimised: 1 the hard rules, 2 the soft ones (default: 1)",
  sv: "vad som minimeras: 1 de hårda reglerna, 2 de mjuka (annars 1)",
};
const LIMIT = {
  en: "most that another tier may cost, such as 1=0",
  sv: "det mesta som en annan nivå får kosta, till exempel 1=0",
};
const NAMES = {
  en: "write what each variable means to this CSV file",
  sv: "skriv vad varje variabel betyder till denna CSV-fil",
};
const OUT = {
  en: "write the program to this file (default: stdout)",
  sv: "skriv programmet till denna fil (annars stdout)",
};
