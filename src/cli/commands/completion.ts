import { Argument, type Command } from "commander";
import type { Language } from "../../domain/text.js";
import type { Shell } from "../runs/completion.js";
import { localCommand } from "../usage.js";

/** `rota completion`: a script that lets a shell complete commands, options and their values. */
export function completionCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Print a script that lets the shell complete commands, options and their values.",
      sv: "Skriv ut ett skript som låter skalet fylla i kommandon, växlar och deras värden.",
    },
    examples: [
      'eval "$(rota completion bash)"',
      "rota completion zsh > ~/.zsh/completions/_rota",
      "rota completion fish > ~/.config/fish/completions/rota.fish",
    ],
  };
  const shell = { en: "bash, zsh or fish", sv: "bash, zsh eller fish" };
  return localCommand("completion", words, language)
    .addArgument(new Argument("<shell>", shell[language]).choices(["bash", "zsh", "fish"]))
    .action(async (name: Shell, _: unknown, self: Command) => {
      const { runCompletion } = await import("../runs/completion.js");
      finish(runCompletion(name, self.parent!));
    });
}
