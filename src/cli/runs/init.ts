import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type IsoMonth, monthOf } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { templates } from "../../input/tables/templates.js";
import { didYouMean } from "../../input/values/suggest.js";
import { EXAMPLES_FOLDER, exampleNames } from "../examples.js";
import { cannotWrite, EXIT, Failure } from "../failure.js";
import { interview, type Talk } from "../starter/interview.js";
import { starterCase } from "../starter/starter-case.js";
import { print } from "../terminal.js";

/** What `rota init` was asked. */
export interface InitRequest {
  readonly dir: string;
  readonly example: string | null;
  /** Where to ask what the case is about; null: nobody is there to answer, or templates are wanted. */
  readonly talk: Talk | null;
}

/**
 * Writes an example, a case made of a few answers, or the templates of a case to a folder; refuses when any of the files is
 * there already.
 */
export async function runInit(request: InitRequest, language: Language): Promise<number> {
  const { dir, example, talk } = request;
  if (example !== null) {
    const files = exampleFiles(example);
    refuseThere(dir, files);
    writeAll(dir, files);
    print(`${nextAfterExample(dir, files.size, example)[language]}\n`);
  } else if (talk === null) {
    const files = templates(language);
    refuseThere(dir, files);
    writeAll(dir, files);
    print(`${nextAfterTemplates(dir, files.size)[language]}\n`);
  } else {
    refuseThere(dir, templates(language));
    const answers = await interview(talk, monthOf(new Date().toISOString()), language);
    writeAll(dir, starterCase(answers, language));
    print(`${nextAfterAnswers(dir, answers.month)[language]}\n`);
  }
  return EXIT.ok;
}

function refuseThere(dir: string, files: ReadonlyMap<string, unknown>): void {
  const there = [...files.keys()].filter((name) => existsSync(join(dir, name)));
  if (there.length > 0) {
    const names = there.join(", ");
    throw new Failure(EXIT.cannotWrite, {
      en: `${dir} already holds ${names}; nothing was written.`,
      sv: `${dir} innehåller redan ${names}; inget har skrivits.`,
    });
  }
}

function writeAll(dir: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  try {
    mkdirSync(dir, { recursive: true });
    for (const [name, content] of files) writeFileSync(join(dir, name), content, { flag: "wx" });
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}

function exampleFiles(example: string): Map<string, Uint8Array> {
  const names = exampleNames();
  if (!names.includes(example)) throw new Failure(EXIT.usage, noExample(example, names));
  const files = readdirSync(join(EXAMPLES_FOLDER, example), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  return new Map(files.map((name) => [name, readFileSync(join(EXAMPLES_FOLDER, example, name))]));
}

function noExample(example: string, names: readonly string[]): Text {
  const meant = didYouMean(example, names);
  const list = names.join(", ");
  return {
    en: `there is no example ${example}. ${meant ? `${meant.en} ` : ""}The examples are: ${list}.`,
    sv: `det finns inget exempel ${example}. ${meant ? `${meant.sv} ` : ""}Exemplen är: ${list}.`,
  };
}

function nextAfterExample(dir: string, files: number, example: string): Text {
  return {
    en: `Wrote the example ${example}, ${files} files, to ${dir}; its story is in story.md.\nNext: rota check ${dir}, then rota solve ${dir} --month 2026-12`,
    sv: `Skrev exemplet ${example}, ${files} filer, till ${dir}; berättelsen finns i story.md.\nNästa steg: rota check ${dir}, sedan rota solve ${dir} --month 2026-12`,
  };
}

function nextAfterTemplates(dir: string, files: number): Text {
  return {
    en: `Wrote ${files} templates to ${dir}.\nNext: fill in offices.csv, availability.csv and evenings.csv (the others may be deleted), then rota check ${dir}`,
    sv: `Skrev ${files} mallar till ${dir}.\nNästa steg: fyll i offices.csv, availability.csv och evenings.csv (de andra får tas bort), sedan rota check ${dir}`,
  };
}

function nextAfterAnswers(dir: string, month: IsoMonth): Text {
  return {
    en: `Wrote a case to ${dir}. Opening hours, people and when they can work are samples: offices.csv, staff.csv and\navailability.csv wait for your own. The other files are empty templates and may be deleted.\nNext: rota solve ${dir} --month ${month}`,
    sv: `Skrev ett underlag till ${dir}. Öppettider, personal och när de kan arbeta är exempel: offices.csv, staff.csv och\navailability.csv väntar på era egna. De andra filerna är tomma mallar och får tas bort.\nNästa steg: rota solve ${dir} --month ${month}`,
  };
}
