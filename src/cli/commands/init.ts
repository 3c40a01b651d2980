import { type Command, Option } from "commander";
import type { Language } from "../../domain/text.js";
import { localCommand } from "../usage.js";

/** `rota init`: writes the templates of a case, or a worked example. */
export function initCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Write a case folder: empty templates with explanations, or a worked example. Nothing is overwritten.",
      sv: "Skriv en mapp med underlag: tomma mallar med förklaringar, eller ett färdigt exempel. Inget skrivs över.",
    },
    examples: ["rota init my-case --lang sv", "rota init my-case --example gavle"],
  };
  const example = {
    en: "copy this example, such as three-files or gavle",
    sv: "kopiera detta exempel, till exempel three-files eller gavle",
  };
  return localCommand("init", words, language)
    .argument("<dir>", { en: "the folder to write", sv: "mappen som ska skrivas" }[language])
    .addOption(new Option("--example <name>", example[language]))
    .action(async (dir: string, options: { example?: string }) => {
      const { runInit } = await import("../runs/init.js");
      finish(runInit(dir, options.example ?? null, language));
    });
}
