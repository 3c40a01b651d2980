import { type Command, Option } from "commander";
import type { Language } from "../../domain/text.js";
import { localCommand, monthOption, quietOption } from "../usage.js";

interface Options {
  readonly case: string;
  readonly month?: string;
  readonly format: "text" | "json";
  readonly quiet?: true;
}

/** `rota validate`: judges a finished rota by the same rules, without solving. */
export function validateCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Judge a finished rota by the rules of its case, each violation with its line. Nothing is solved.",
      sv: "Pröva ett färdigt schema mot underlagets regler, varje brott med sin rad. Inget beräknas.",
    },
    examples: [
      "rota validate out/my-case-2026-12/rota.csv --case my-case --month 2026-12",
      "rota validate - --case my-case --format json < rota.csv",
    ],
  };
  const file = { en: "the rota; - is stdin", sv: "schemat; - är stdin" };
  const folder = { en: "the case folder", sv: "mappen med underlaget" };
  const format = { en: "text or json (default: text)", sv: "text eller json (annars text)" };
  return localCommand("validate", words, language)
    .argument("<rota>", file[language])
    .requiredOption("--case <dir>", folder[language])
    .addOption(monthOption(language))
    .addOption(
      new Option("--format <format>", format[language]).choices(["text", "json"]).default("text"),
    )
    .addOption(quietOption(language))
    .action(async (rota: string, { case: dir, month, format: form, quiet }: Options) => {
      const { runValidate } = await import("../runs/validate.js");
      finish(
        await runValidate({ rota, dir, month, json: form === "json", quiet: !!quiet }, language),
      );
    });
}
