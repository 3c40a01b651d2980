import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { cannotWrite } from "./failure.js";

/** A file that is written beside its place until all of them are. */
interface Pending {
  readonly path: string;
  readonly text: string;
  readonly draft: string;
  readonly old: string;
}

/**
 * Writes some files anywhere, all or none: each is first written whole beside its place, then all are moved in. What is no
 * ordinary file, such as a pipe, is written to when everything else is done.
 *
 * @throws Failure when one cannot be written; the files that were there before are there again
 */
export function writeTogether(texts: ReadonlyMap<string, string>): void {
  const files = [...texts].map(([path, text]) => ({ path: targetOf(path), text }));
  const plain = files
    .filter(({ path }) => isPlain(path))
    .map(({ path, text }) => pendingOf(path, text));
  const moved: Pending[] = [];
  try {
    for (const file of plain) orFailure(file.path, () => writeSynced(file.draft, file.text));
    for (const file of plain) {
      moved.push(file);
      orFailure(file.path, () => moveIn(file));
    }
    for (const { path, text } of files) {
      if (!isPlain(path)) orFailure(path, () => writeFileSync(path, text));
    }
  } catch (error) {
    for (const file of moved) putBack(file);
    for (const { draft } of plain) rmSync(draft, { force: true });
    throw error;
  }
  for (const { old } of plain) rmSync(old, { force: true });
}

function pendingOf(path: string, text: string): Pending {
  const mark = `${path}.rota-${process.pid}`;
  return { path, text, draft: `${mark}-new`, old: `${mark}-old` };
}

/** Where a path leads; a file that is not there yet is where it is said to be. */
function targetOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function isPlain(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || found.isFile() || found.isDirectory();
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function moveIn({ path, draft, old }: Pending): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) renameSync(path, old);
  renameSync(draft, path);
}

/** Undoes {@link moveIn}, from whatever step it had come to. */
function putBack({ path, draft, old }: Pending): void {
  if (existsSync(old)) renameSync(old, path);
  else if (!existsSync(draft)) rmSync(path, { force: true });
}

function orFailure(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
