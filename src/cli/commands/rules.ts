import { type Command, Option } from "commander";
import type { Language } from "../../domain/text.js";
import { localCommand } from "../usage.js";

/** `rota rules`: the rule catalogue, or one rule in full. */
export function rulesCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "List the rules, or show one in full: statement, formula, legal source, weights and parameters.",
      sv: "Lista reglerna, eller visa en i sin helhet: lydelse, formel, rättslig källa, vikter och parametrar.",
    },
    examples: ["rota rules", "rota rules daily-rest", "rota rules --json"],
  };
  const json = { en: "as JSON", sv: "som JSON" };
  return localCommand("rules", words, language)
    .argument("[id]", { en: "the rule to show", sv: "regeln som ska visas" }[language])
    .addOption(new Option("--json", json[language]))
    .action(async (id: string | undefined, options: { json?: true }) => {
      const { runRules } = await import("../runs/rules.js");
      finish(runRules({ id: id ?? null, json: !!options.json }, language));
    });
}
