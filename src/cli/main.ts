import { readFileSync } from "node:fs";
import { type Command, CommanderError } from "commander";
import type { Language, Text } from "../domain/text.js";
import { checkCommand } from "./commands/check.js";
import { initCommand } from "./commands/init.js";
import { programCommand } from "./commands/program.js";
import { rulesCommand } from "./commands/rules.js";
import { solveCommand } from "./commands/solve.js";
import { validateCommand } from "./commands/validate.js";
import { EXIT, Failure } from "./failure.js";
import { languageOf } from "./language.js";
import { say } from "./terminal.js";
import { localCommand, usageWords } from "./usage.js";

/** Runs the program with the words after its name; answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv, process.env);
  let exitCode: number = EXIT.ok;
  const root = rootCommand(language, (code) => {
    exitCode = code;
  });
  // A reader that has seen enough, such as `head`, closes the pipe; that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    await root.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    return tellFailure(error, language, argv);
  }
}

function rootCommand(language: Language, finish: (exitCode: number) => void): Command {
  const root = localCommand("rota", { summary: SUMMARY, examples: EXAMPLES }, language)
    .version(version(), "-V, --version", VERSION[language])
    .option("--debug", DEBUG[language])
    .helpCommand("help [command]", HELP_COMMAND[language])
    .addHelpText("after", `\n${EXIT_CODES[language]}`);
  const commands = [
    initCommand,
    checkCommand,
    solveCommand,
    validateCommand,
    rulesCommand,
    programCommand,
  ];
  for (const command of commands) root.addCommand(command(language, finish));
  return root;
}

/** Tells what ended the run, and answers its exit code. */
function tellFailure(error: unknown, language: Language, argv: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code === "commander.help") return EXIT.usage;
    say(`rota: ${usageWords(error, language)}\n${SEE_HELP[language]}`);
    return EXIT.usage;
  }
  if (error instanceof Failure) {
    say(`rota: ${error.text[language]}`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(`rota: ${INTERNAL[language]}: ${message.split("\n")[0]}`);
  if (argv.includes("--debug") || process.env.ROTA_DEBUG) {
    say(error instanceof Error ? (error.stack ?? message) : message);
  } else say(SEE_DEBUG[language]);
  return EXIT.internal;
}

function version(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
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
const HELP_COMMAND: Text = { en: "help on a command", sv: "hjälp om ett kommando" };
const SEE_HELP: Text = {
  en: "See rota --help, or rota help COMMAND.",
  sv: "Se rota --help, eller rota help KOMMANDO.",
};
const INTERNAL: Text = { en: "internal error", sv: "internt fel" };
const SEE_DEBUG: Text = {
  en: "This is a fault in rota. Run again with ROTA_DEBUG=1 to see where, and please report it.",
  sv: "Det är ett fel i rota. Kör igen med ROTA_DEBUG=1 för att se var, och rapportera det gärna.",
};
const EXIT_CODES: Text = {
  en: `Exit codes: 0 every hard rule is kept · 1 a hard rule is broken (the rota is
written) · 2 no rota could be made · 64 usage · 65 bad input · 66 input missing ·
70 internal error · 73 cannot write · 130 interrupted (the best rota is written)`,
  sv: `Slutkoder: 0 alla hårda regler hålls · 1 en hård regel bryts (schemat skrivs) ·
2 inget schema gick att göra · 64 fel i kommandot · 65 fel i indata · 66 indata
saknas · 70 internt fel · 73 kan inte skriva · 130 avbrutet (bästa schemat skrivs)`,
};
