import { createHash } from "node:crypto";
import { constants, copyFileSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Language } from "../domain/text.js";
import { EXIT, Failure } from "./failure.js";
import { say } from "./terminal.js";

/** A file of an output folder: what rota wrote there, as the SHA-256 of each file by its name; without report.json, which has the time in it. */
export const WRITTEN = ".written-by-rota";

/** Differs from run to run by the seconds that it tells of. */
const TIMED = "report.json";

const NOTED = z.record(z.string(), z.string());

/** The text of {@link WRITTEN} after a run: what it writes, and what earlier runs wrote besides. */
export function writtenText(
  dir: string,
  texts: Readonly<Record<string, string | Uint8Array>>,
): string {
  const own = Object.entries(texts)
    .filter(([name]) => name !== TIMED)
    .map(([name, text]) => [name, hashOf(text)] as const);
  const sorted = [...Object.entries({ ...notedIn(dir), ...Object.fromEntries(own) })].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** The files of these names that are not as rota wrote them: edited since, or somebody else's. */
export function editedFiles(dir: string, names: readonly string[]): string[] {
  const noted = notedIn(dir);
  return names.filter((name) => {
    const path = join(dir, name);
    if (name === TIMED) return false;
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    return noted[name] !== hashOf(readFileSync(path));
  });
}

/** The names of all files that rota has written to a folder. */
export function writtenNames(dir: string): string[] {
  return Object.keys(notedIn(dir));
}

/** Copies that are kept of files before they are replaced, by path. */
export function copiesOf(dir: string, names: readonly string[]): string[] {
  const copies: string[] = [];
  try {
    for (const name of names) {
      const copy = freeName(join(dir, `${name}.bak`));
      copyFileSync(join(dir, name), copy, constants.COPYFILE_EXCL);
      copies.push(copy);
    }
  } catch (error) {
    for (const copy of copies) rmSync(copy, { force: true });
    throw error;
  }
  return copies;
}

/** A name that nothing has yet: this one, or with the first number that is free. */
export function freeName(path: string): string {
  let free = path;
  for (let number = 2; existsSync(free); number++) free = `${path}${number}`;
  return free;
}

/** Ends the command when files of the output folder were edited and nobody said that they may be replaced. */
export function refuseEdited(dir: string, edited: readonly string[], force = false): void {
  if (force || edited.length === 0) return;
  const names = edited.map((name) => join(dir, name)).join(", ");
  throw new Failure(EXIT.cannotWrite, {
    en: `not as rota wrote it: ${names}. Give another --out; or --force to replace it, and a copy with the ending .bak is kept.`,
    sv: `inte så som rota skrev det: ${names}. Ange en annan --out; eller --force för att ersätta det, så sparas en kopia som slutar på .bak.`,
  });
}

/** Tells of copies that were kept. */
export function tellCopies(copies: readonly string[], language: Language): void {
  const words = { en: "Kept as it was before:", sv: "Sparat som det var innan:" };
  if (copies.length > 0) say(`${words[language]} ${copies.join(", ")}`);
}

function notedIn(dir: string): Readonly<Record<string, string>> {
  try {
    const noted = NOTED.safeParse(JSON.parse(readFileSync(join(dir, WRITTEN), "utf8")));
    return noted.success ? noted.data : {};
  } catch {
    // No run has written here, or the note was spoilt: everything counts as edited.
    return {};
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
