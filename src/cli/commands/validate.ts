import { type Command, InvalidArgumentError, Option } from "commander";
import type { IsoDate } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import type { JudgementFormat } from "../../report/ci/formats.js";
import type { FailOn } from "../../report/ci/judgement.js";
import type { AskedPeriod } from "../period.js";
import { noticeFromOption } from "../today.js";
import { localCommand, monthOption, quietOption, THE_CASE } from "../usage.js";
import { fromOption, toOption } from "../usage-dates.js";

interface Options extends AskedPeriod {
  readonly case: string;
  readonly format: JudgementFormat;
  readonly report: ReadonlyMap<string, JudgementFormat>;
  readonly failOn: FailOn;
  readonly rule: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly proof?: string;
  readonly today?: IsoDate;
  readonly quiet?: true;
}

const FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab"] as const;

/** `rota validate`: judges a finished rota by the same rules, without solving. */
export function validateCommand(language: Language, finish: (exitCode: number) => void): Command {
  return localCommand("validate", { summary: SUMMARY, examples: EXAMPLES }, language)
    .argument("<rota>", { en: "the rota; - is stdin", sv: "schemat; - är stdin" }[language])
    .requiredOption("--case <dir>", THE_CASE[language])
    .addOption(monthOption(language))
    .addOption(fromOption(language))
    .addOption(toOption(language))
    .addOption(new Option("--format <format>", FORMAT[language]).choices(FORMATS).default("text"))
    .option("--report <format=file>", REPORT[language], reportFrom(language), new Map())
    .addOption(
      new Option("--fail-on <level>", FAIL_ON[language])
        .choices(["hard", "soft", "never"])
        .default("hard"),
    )
    .option("--rule <id>", RULE[language], (id: string, earlier: string[]) => [...earlier, id], [])
    .option("--baseline <file>", BASELINE[language])
    .addOption(new Option("--write-baseline <file>", WRITE[language]).conflicts("baseline"))
    .option("--proof <file>", PROOF[language])
    .addOption(noticeFromOption(language))
    .addOption(quietOption(language))
    .action(async (rota: string, options: Options) => {
      const { case: dir, report: reports, rule: rules, quiet, ...rest } = options;
      const { runValidate } = await import("../runs/validate.js");
      const { baseline, writeBaseline, proof, today } = rest;
      const files = { baseline, writeBaseline, proof };
      finish(
        await runValidate(
          { ...rest, ...files, today, rota, dir, reports, rules, quiet: !!quiet },
          language,
        ),
      );
    });
}

/** Reads `sarif=rota.sarif` into the formats by file. */
function reportFrom(language: Language) {
  return (value: string, earlier: ReadonlyMap<string, JudgementFormat>) => {
    const [, form = "", path = ""] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
    const format = FORMATS.find((known) => known === form);
    if (format === undefined) throw new InvalidArgumentError(LOOKS_LIKE[language]);
    if (earlier.has(path)) throw new InvalidArgumentError(TWICE[language]);
    return new Map([...earlier, [path, format]]);
  };
}

const SUMMARY: Text = {
  en: "Judge a finished rota by the rules of its case, each violation with its line. Nothing is solved.",
  sv: "Pröva ett färdigt schema mot underlagets regler, varje brott med sin rad. Inget beräknas.",
};
const EXAMPLES = [
  "rota validate out/my-case-2026-12/rota.csv --case my-case --month 2026-12",
  "rota validate - --case my-case --format json < rota.csv",
  "rota validate rota.csv --case my-case --format github --report sarif=rota.sarif",
  "rota validate rota.csv --case my-case --baseline accepted.json --fail-on soft",
];
const FORMAT: Text = {
  en: "text, json, sarif, junit, github or gitlab (default: text)",
  sv: "text, json, sarif, junit, github eller gitlab (annars text)",
};
const REPORT: Text = {
  en: "write the result to a file too, such as sarif=rota.sarif; can be given several times",
  sv: "skriv resultatet även till en fil, till exempel sarif=rota.sarif; kan anges flera gånger",
};
const FAIL_ON: Text = {
  en: "exit code 1 for: hard, soft (any violation) or never (default: hard)",
  sv: "slutkod 1 vid: hard, soft (alla brott) eller never (annars hard)",
};
const RULE: Text = {
  en: "look at this rule only; can be given several times",
  sv: "se bara till den här regeln; kan anges flera gånger",
};
const BASELINE: Text = {
  en: "a file of accepted violations: they fail no check unless they get worse",
  sv: "en fil med godtagna brott: de underkänner inget så länge de inte blir värre",
};
const WRITE: Text = {
  en: "accept every violation that there is now, in this file",
  sv: "godta alla brott som finns nu, i den här filen",
};
const PROOF: Text = {
  en: "the report.json that the rota was written with (default: the one beside it)",
  sv: "den report.json som skrevs med schemat (annars den som ligger bredvid)",
};
const LOOKS_LIKE: Text = {
  en: "A report looks like sarif=rota.sarif; the formats are text, json, sarif, junit, github and gitlab.",
  sv: "En rapport ser ut som sarif=rota.sarif; formaten är text, json, sarif, junit, github och gitlab.",
};
const TWICE: Text = {
  en: "Two reports cannot be written to one file.",
  sv: "Två rapporter kan inte skrivas till samma fil.",
};
