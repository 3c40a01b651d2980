import type { Command } from "commander";
import type { Language, Text } from "../../domain/text.js";
import type { DiffOptions } from "../runs/diff.js";
import { todayOption } from "../today.js";
import { jsonOption, localCommand, noNamesOption, quietOption } from "../usage.js";

/** `rota diff`: what differs between two rotas, who has to be told and how soon. */
export function diffCommand(language: Language, finish: (exitCode: number) => void): Command {
  return localCommand("diff", { summary: SUMMARY, examples: EXAMPLES }, language)
    .argument("<before>", BEFORE[language])
    .argument("<after>", AFTER[language])
    .option("--case <dir>", CASE[language])
    .addOption(todayOption(language))
    .option("--html <file>", HTML[language])
    .addOption(noNamesOption(language))
    .addOption(jsonOption(language))
    .addOption(quietOption(language))
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runDiff } = await import("../runs/diff.js");
      finish(await runDiff(before, after, options, language));
    });
}

const SUMMARY: Text = {
  en: "Show what differs between two rotas, who has to be told, and how much notice they get.",
  sv: "Visa vad som skiljer två scheman, vilka som ska få besked och hur långt i förväg.",
};
const EXAMPLES = [
  "rota diff announced.csv out/my-case-2026-12/rota.csv --case my-case",
  "rota diff announced.csv new.csv --html changes.html --lang sv",
];
const BEFORE: Text = {
  en: "the rota as it was; - is stdin",
  sv: "schemat som det var; - är stdin",
};
const AFTER: Text = { en: "the rota as it is", sv: "schemat som det är" };
const CASE: Text = {
  en: "the case folder, for names, absences and extra pay",
  sv: "mappen med underlaget, för namn, frånvaro och tillägg",
};
const HTML: Text = {
  en: "write a page for those concerned too",
  sv: "skriv även en sida för dem det gäller",
};
