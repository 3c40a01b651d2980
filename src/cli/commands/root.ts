import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Language, Text } from "../../domain/text.js";
import { localCommand } from "../usage.js";
import { checkCommand } from "./check.js";
import { completionCommand } from "./completion.js";
import { diffCommand } from "./diff.js";
import { explainCommand } from "./explain.js";
import { helpCommand } from "./help.js";
import { initCommand } from "./init.js";
import { programCommand } from "./program.js";
import { repairCommand } from "./repair.js";
import { rulesCommand } from "./rules.js";
import { showCommand } from "./show.js";
import { solveCommand } from "./solve.js";
import { stressCommand } from "./stress.js";
import { validateCommand } from "./validate.js";
import { whatifCommand } from "./whatif.js";
import { workerCommand } from "./worker.js";

/** Every command, in the order of the help: the only place that lists them. */
const COMMANDS = [
  initCommand,
  checkCommand,
  solveCommand,
  showCommand,
  validateCommand,
  explainCommand,
  whatifCommand,
  workerCommand,
  repairCommand,
  diffCommand,
  stressCommand,
  rulesCommand,
  programCommand,
  completionCommand,
  helpCommand,
];

/**
 * The program as argv sees it.
 *
 * @param finish told the exit code when a command has run
 */
export function rootCommand(language: Language, finish: (exitCode: number) => void): Command {
  const root = localCommand("rota", { summary: SUMMARY, examples: EXAMPLES }, language)
    .version(version(), "-V, --version", VERSION[language])
    .option("--debug", DEBUG[language])
    .helpCommand(false)
    .addHelpText("after", `\n${EXIT_CODES[language]}`);
  for (const command of COMMANDS) root.addCommand(command(language, finish));
  return root;
}

function version(): string {
  const file = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}

const EXAMPLES = [
  "rota init my-case --example three-files",
  "rota check my-case",
  "rota solve my-case --month 2026-12",
  "rota validate out/my-case-2026-12/rota.csv --case my-case --month 2026-12",
  "rota rules evening-cover",
];

const SUMMARY: Text = {
  en: "Makes the monthly staff rota of a municipality's local offices from a folder of CSV files.",
  sv: "Gör månadens schema för kommunens lokalkontor av en mapp med CSV-filer.",
};
const VERSION: Text = { en: "the version", sv: "programmets version" };
const DEBUG: Text = {
  en: "on an internal error, tell where it happened",
  sv: "berätta var det hände vid ett internt fel",
};
const EXIT_CODES: Text = {
  en: `Exit codes: 0 every hard rule is kept · 1 a hard rule is broken (the rota is
written) · 2 no rota could be made · 64 usage · 65 bad input · 66 input missing ·
70 internal error · 73 cannot write · 130 interrupted (the best rota is written)`,
  sv: `Slutkoder: 0 alla hårda regler hålls · 1 en hård regel bryts (schemat skrivs) ·
2 inget schema gick att göra · 64 fel i kommandot · 65 fel i indata · 66 indata
saknas · 70 internt fel · 73 kan inte skriva · 130 avbrutet (bästa schemat skrivs)`,
};
