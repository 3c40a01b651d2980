import { type Command, Option } from "commander";
import type { Language } from "../../domain/text.js";
import { localCommand } from "../usage.js";

/** `rota init`: writes the templates of a case, or a worked example. */
export function initCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Write a case folder: on a terminal a few questions give a case that solves at once; else empty templates, or a worked example. Nothing is overwritten.",
      sv: "Skriv en mapp med underlag: i en terminal ger några frågor ett underlag som går att köra direkt; annars tomma mallar, eller ett färdigt exempel. Inget skrivs över.",
    },
    examples: [
      "rota init my-case --lang sv",
      "rota init my-case --example gavle",
      "rota init my-case --templates",
    ],
  };
  return localCommand("init", words, language)
    .argument("<dir>", { en: "the folder to write", sv: "mappen som ska skrivas" }[language])
    .addOption(new Option("--example <name>", EXAMPLE[language]).conflicts("templates"))
    .option("--templates", TEMPLATES[language])
    .action(async (dir: string, { example, templates }: Options) => {
      const { runInit } = await import("../runs/init.js");
      const asks = !templates && process.stdin.isTTY && process.stderr.isTTY;
      const talk = asks ? { input: process.stdin, output: process.stderr, terminal: true } : null;
      finish(await runInit({ dir, example: example ?? null, talk }, language));
    });
}

interface Options {
  readonly example?: string;
  readonly templates?: true;
}

const EXAMPLE = {
  en: "copy this example, such as three-files or gavle",
  sv: "kopiera detta exempel, till exempel three-files eller gavle",
};
const TEMPLATES = {
  en: "write empty templates and ask nothing",
  sv: "skriv tomma mallar och fråga ingenting",
};
