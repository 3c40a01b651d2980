import { writeFileSync } from "node:fs";
import { Instance } from "../../domain/instance.js";
import { publicHolidays } from "../../domain/public-holidays.js";
import type { Language } from "../../domain/text.js";
import { formulate } from "../../planning/formulate.js";
import { linearise } from "../../program/linear.js";
import { toLp } from "../../program/lp.js";
import { toMps } from "../../program/mps.js";
import { namesTable } from "../../program/names.js";
import { csv } from "../../report/csv.js";
import { CATALOG } from "../../rules/catalog.js";
import { activate } from "../../rules/settings.js";
import { loadCase, settlePeriod } from "../case-folder.js";
import { cannotWrite, EXIT } from "../failure.js";
import type { AskedPeriod } from "../period.js";
import { print } from "../terminal.js";

/** The options of `rota program`, read from argv. */
export interface ProgramOptions extends AskedPeriod {
  readonly format: "mps" | "lp";
  readonly tier: "1" | "2";
  /** The most that each other tier may cost. */
  readonly limit: ReadonlyMap<number, number>;
  readonly names?: string;
  readonly out?: string;
  readonly quiet?: true;
}

/** Prints the integer program of one tier, and on request what its names mean. */
export async function runProgram(
  dir: string,
  options: ProgramOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet };
  const theCase = await loadCase(dir, reading);
  const period = settlePeriod(theCase, options, reading);
  const instance = new Instance(theCase, period, publicHolidays(period));
  const { program } = formulate(instance, activate(CATALOG, theCase.ruleSettings));
  const form = linearise(program, Number(options.tier), options.limit);
  if (options.names !== undefined) {
    const names = csv(NAME_COLUMNS, namesTable(program, form), language);
    writeFile(options.names, names);
  }
  const text = options.format === "mps" ? toMps(form) : toLp(form);
  if (options.out === undefined) print(text);
  else writeFile(options.out, text);
  return EXIT.ok;
}

const NAME_COLUMNS = {
  name: ([name]: [string, string]) => name,
  meaning: ([, meaning]: [string, string]) => meaning,
};

function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
