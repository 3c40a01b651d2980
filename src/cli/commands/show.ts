import { type Command, Option } from "commander";
import type { Language } from "../../domain/text.js";
import type { ShowOptions } from "../runs/show.js";
import { jsonOption, localCommand, noNamesOption, quietOption } from "../usage.js";

/** `rota show`: a rota file as tables that a person can read. */
export function showCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Show a rota file as tables: by week, by office or by person. With its case, names stand for ids.",
      sv: "Visa ett schema som tabeller: per vecka, kontor eller person. Med underlaget visas namn i stället för id.",
    },
    examples: [
      "rota show out/my-case-2026-12/rota.csv",
      "rota show out/my-case-2026-12/rota.csv --case my-case --by person",
      "rota show rota.csv --office Bergby --week 2026-W50",
      "rota show - --person anna --json < rota.csv",
    ],
  };
  return localCommand("show", words, language)
    .argument("<rota>", { en: "the rota; - is stdin", sv: "schemat; - är stdin" }[language])
    .option("--case <dir>", CASE[language])
    .addOption(new Option("--by <view>", BY[language]).choices(["office", "person", "week"]))
    .option("--office <office>", OFFICE[language])
    .option("--person <person>", PERSON[language])
    .option("--week <week>", WEEK[language])
    .addOption(noNamesOption(language))
    .addOption(jsonOption(language))
    .addOption(quietOption(language))
    .action(async (rota: string, options: ShowOptions) => {
      const { runShow } = await import("../runs/show.js");
      finish(await runShow(rota, options, language));
    });
}

const CASE = {
  en: "the case folder, for names and departments",
  sv: "mappen med underlaget, för namn och förvaltningar",
};
const BY = {
  en: "office, person or week (default: as --office or --person says, else week)",
  sv: "office (kontor), person eller week (vecka); annars som --office eller --person säger, eller week",
};
const OFFICE = { en: "only this office, by id or name", sv: "bara detta kontor, id eller namn" };
const PERSON = { en: "only this person, by id or name", sv: "bara denna person, id eller namn" };
const WEEK = {
  en: "only this week, as 2026-W50 or 50",
  sv: "bara denna vecka, som 2026-W50 eller 50",
};
