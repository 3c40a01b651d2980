import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language, Text } from "../../domain/text.js";
import { didYouMean } from "../../input/suggest.js";
import { templates } from "../../input/templates.js";
import { cannotWrite, EXIT, Failure } from "../failure.js";
import { print } from "../terminal.js";

/** The worked examples lie in the package, beside dist. */
const FIXTURES = fileURLToPath(new URL("../../../fixtures/", import.meta.url));

/** Writes the templates of a case, or an example, to a folder; refuses when any of the files is there already. */
export function runInit(dir: string, example: string | null, language: Language): number {
  const files = example === null ? templates(language) : exampleFiles(example);
  const there = [...files.keys()].filter((name) => existsSync(join(dir, name)));
  if (there.length > 0) {
    const names = there.join(", ");
    throw new Failure(EXIT.cannotWrite, {
      en: `${dir} already holds ${names}; nothing was written.`,
      sv: `${dir} innehåller redan ${names}; inget har skrivits.`,
    });
  }
  writeAll(dir, files);
  print(`${next(dir, files.size, example)[language]}\n`);
  return EXIT.ok;
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
  const names = readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  if (!names.includes(example)) throw new Failure(EXIT.usage, noExample(example, names));
  const files = readdirSync(join(FIXTURES, example), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  return new Map(files.map((name) => [name, readFileSync(join(FIXTURES, example, name))]));
}

function noExample(example: string, names: readonly string[]): Text {
  const meant = didYouMean(example, names);
  const list = names.join(", ");
  return {
    en: `there is no example ${example}. ${meant ? `${meant.en} ` : ""}The examples are: ${list}.`,
    sv: `det finns inget exempel ${example}. ${meant ? `${meant.sv} ` : ""}Exemplen är: ${list}.`,
  };
}

function next(dir: string, files: number, example: string | null): Text {
  if (example !== null) {
    return {
      en: `Wrote the example ${example}, ${files} files, to ${dir}; its story is in story.md.\nNext: rota check ${dir}, then rota solve ${dir} --month 2026-12`,
      sv: `Skrev exemplet ${example}, ${files} filer, till ${dir}; berättelsen finns i story.md.\nNästa steg: rota check ${dir}, sedan rota solve ${dir} --month 2026-12`,
    };
  }
  return {
    en: `Wrote ${files} templates to ${dir}.\nNext: fill in offices.csv, availability.csv and evenings.csv (the others may be deleted), then rota check ${dir}`,
    sv: `Skrev ${files} mallar till ${dir}.\nNästa steg: fyll i offices.csv, availability.csv och evenings.csv (de andra får tas bort), sedan rota check ${dir}`,
  };
}
