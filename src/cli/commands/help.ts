import type { Command } from "commander";
import type { Language } from "../../domain/text.js";
import { EXIT } from "../failure.js";
import { localCommand } from "../usage.js";

/** `rota help`: the help of the program, or of one command. */
export function helpCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: { en: "Help on a command.", sv: "Hjälp om ett kommando." },
    examples: ["rota help solve", "rota help solve --lang sv"],
  };
  return localCommand("help", words, language)
    .argument("[command]", { en: "the command", sv: "kommandot" }[language])
    .action((name: string | undefined, _: unknown, self: Command) => {
      const root = self.parent!;
      const about = name === undefined ? root : root.commands.find((one) => one.name() === name);
      // Unknown names are told as if they had been the command itself, with what was probably meant.
      if (!about) root.parse([name!], { from: "user" });
      about?.outputHelp();
      finish(EXIT.ok);
    });
}
