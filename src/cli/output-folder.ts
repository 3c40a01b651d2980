import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { OUTPUT_FILES, type OutputTexts } from "../api/output-files.js";
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

/** The folder inside the output that holds a file for each person and office. */
const CALENDARS = "calendars";
/** A file of `.rota-new` that stays there: the names of all files of the run, so that a crash can be undone. */
const NAMES = ".names";

/** A folder that output can be written to; no other run can until `write` or `discard` is called. */
export interface OutputFolder {
  /** Writes all files or, on any error, leaves what was there before. */
  write(texts: OutputTexts): void;
  /** The texts of the calendars that earlier runs left, by name without the folder. */
  earlierCalendars(): ReadonlyMap<string, string>;
  /** Gives up: removes the folder if it was made for this run and is empty. */
  discard(): void;
}

/** Makes sure that a folder is there and can be written to, before a long run; ends the command when it cannot. */
export function openOutput(dir: string): OutputFolder {
  return orFailure(dir, () => {
    const made = mkdirSync(dir, { recursive: true }) !== undefined;
    let unlock = () => {};
    try {
      unlock = lockFolder(dir);
      undoInterrupted(dir);
      makeEmpty(join(dir, NEW));
      rmSync(join(dir, NEW), { recursive: true });
    } catch (error) {
      unlock();
      if (made) removeIfEmpty(dir);
      throw error;
    }
    return {
      write: (texts) => {
        try {
          orFailure(dir, () => replaceFiles(dir, texts));
        } finally {
          unlock();
        }
      },
      earlierCalendars: () => orFailure(dir, () => calendarsIn(join(dir, CALENDARS))),
      discard: () => {
        unlock();
        if (made) removeIfEmpty(dir);
      },
    };
  });
}

function replaceFiles(dir: string, texts: OutputTexts): void {
  undoInterrupted(dir);
  const files = Object.entries(texts);
  const names = files.map(([name]) => name);
  const hasCalendars = names.some((name) => name.startsWith(`${CALENDARS}/`));
  const folders = hasCalendars ? ["", CALENDARS] : [""];
  try {
    for (const folder of folders) makeEmpty(join(dir, NEW, folder));
    for (const [name, text] of files) writeSynced(join(dir, NEW, name), text);
    writeSynced(join(dir, NEW, NAMES), JSON.stringify(names));
    for (const name of names) refuseFolder(join(dir, name));
    for (const folder of folders) mkdirSync(join(dir, folder), { recursive: true });
    for (const folder of folders) makeEmpty(join(dir, OLD, folder));
    for (const name of names) moveIfThere(join(dir, name), join(dir, OLD, name));
    for (const name of names) renameSync(join(dir, NEW, name), join(dir, name));
    for (const folder of folders) syncFolder(join(dir, folder));
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
  for (const name of new Set([...OUTPUT_FILES, ...namesIn(join(dir, NEW, NAMES))])) {
    const old = join(dir, OLD, name);
    const movedIn = existsSync(join(dir, OLD)) && !existsSync(join(dir, NEW, name));
    if (existsSync(old)) renameSync(old, join(dir, name));
    else if (movedIn) rmSync(join(dir, name), { force: true });
  }
  removeIfEmpty(join(dir, CALENDARS));
  for (const name of [OLD, NEW]) rmSync(join(dir, name), { recursive: true, force: true });
}

/** The names that a run noted before it touched anything; none when it had not come so far. */
function namesIn(path: string): string[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as string[]) : [];
}

function calendarsIn(dir: string): Map<string, string> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  const files = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".ics"),
  );
  return new Map(
    files.map(({ name }) => [name.normalize("NFC"), readFileSync(join(dir, name), "utf8")]),
  );
}

function writeSynced(path: string, text: string | Uint8Array): void {
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
