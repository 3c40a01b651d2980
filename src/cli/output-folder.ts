import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { cannotWrite, EXIT, Failure } from "./failure.js";
import { lockFolder } from "./output-lock.js";

/*
 * Output is written all or nothing, into a folder that may hold other people's files, be a mount point or be where the
 * user stands; so the folder itself is never renamed. The new files are first written whole into `.rota-new` inside it
 * and synced to the disk; the old ones are moved to `.rota-old`; the new ones are moved in; `.rota-old` is renamed and removed.
 *
 * What is guaranteed: until everything new is on the disk, nothing old is touched; an error at any later step puts the
 * old files back; files that are not ours stay as they are. A crash of the machine between two of the moves (each of
 * them atomic) leaves `.rota-old` behind; the next run puts those files back before it does anything else. All calls are
 * synchronous, so that no signal handler runs between two of them.
 */
const NEW = ".rota-new";
const OLD = ".rota-old";
/** What `.rota-old` is called from the moment that it is not needed any more. */
const DONE = ".rota-done";

/** Every file that a run writes. */
const OUTPUT_FILES = ["rota.csv", "openings.csv", "violations.csv", "report.json"] as const;

/** The text of each file. */
export type OutputTexts = Readonly<Record<(typeof OUTPUT_FILES)[number], string>>;

/** A folder that output can be written to; no other run can until `write` has succeeded or `discard` is called. */
export interface OutputFolder {
  /** Writes all files or, on any error, leaves what was there before. */
  write(texts: OutputTexts): void;
  /** Gives up: removes the folder if it was made for this run and is empty. */
  discard(): void;
}

/** Makes sure that a folder is there and can be written to, before a long run; ends the command when it cannot. */
export function openOutput(dir: string): OutputFolder {
  return orFailure(dir, () => {
    const made = mkdirSync(dir, { recursive: true }) !== undefined;
    const unlock = lockFolder(dir);
    try {
      undoInterrupted(dir);
      makeEmpty(join(dir, NEW));
      rmSync(join(dir, NEW), { recursive: true });
    } catch (error) {
      unlock();
      throw error;
    }
    return {
      write: (texts) => {
        orFailure(dir, () => replaceFiles(dir, texts));
        unlock();
      },
      discard: () => {
        unlock();
        if (made) removeIfEmpty(dir);
      },
    };
  });
}

function replaceFiles(dir: string, texts: OutputTexts): void {
  undoInterrupted(dir);
  try {
    makeEmpty(join(dir, NEW));
    for (const name of OUTPUT_FILES) writeSynced(join(dir, NEW, name), texts[name]);
    for (const name of OUTPUT_FILES) refuseFolder(join(dir, name));
    makeEmpty(join(dir, OLD));
    for (const name of OUTPUT_FILES) moveIfThere(join(dir, name), join(dir, OLD, name));
    for (const name of OUTPUT_FILES) renameSync(join(dir, NEW, name), join(dir, name));
    syncFolder(dir);
  } catch (error) {
    putBack(dir);
    throw error;
  }
  renameSync(join(dir, OLD), join(dir, DONE));
  for (const name of [DONE, NEW]) rmSync(join(dir, name), { recursive: true, force: true });
}

/** Undoes what a crash left half done, if anything. */
function undoInterrupted(dir: string): void {
  if (existsSync(join(dir, OLD))) putBack(dir);
  for (const name of [DONE, NEW]) rmSync(join(dir, name), { recursive: true, force: true });
}

/** Makes the folder as it was before {@link replaceFiles}, from whatever step it had come to. */
function putBack(dir: string): void {
  for (const name of OUTPUT_FILES) {
    const old = join(dir, OLD, name);
    const movedIn = existsSync(join(dir, OLD)) && !existsSync(join(dir, NEW, name));
    if (existsSync(old)) renameSync(old, join(dir, name));
    else if (movedIn) rmSync(join(dir, name), { force: true });
  }
  for (const name of [OLD, NEW]) rmSync(join(dir, name), { recursive: true, force: true });
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

/** Makes the names of a folder's files durable; systems that cannot open folders do it by themselves. */
function syncFolder(dir: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(dir, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function makeEmpty(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function refuseFolder(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Failure(EXIT.cannotWrite, {
    en: `cannot write ${path}: a folder of that name is in the way`,
    sv: `kan inte skriva ${path}: en mapp med det namnet är i vägen`,
  });
}

function removeIfEmpty(dir: string): void {
  try {
    rmdirSync(dir);
  } catch {
    // Somebody has put something there: it stays.
  }
}

function orFailure<T>(dir: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}
