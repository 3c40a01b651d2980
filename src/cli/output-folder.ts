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
import { cannotWrite } from "./failure.js";
import {
  folderInTheWay,
  heldAtTheEnd,
  isHeld,
  movePatiently,
  type Rename,
  tryTarget,
} from "./held-files.js";
import { lockFolder } from "./output-lock.js";
import { copiesOf, editedFiles, freeName, WRITTEN, writtenNames, writtenText } from "./written.js";

/*
 * Output is written all or nothing, into a folder that may hold other people's files, be a mount point or be where the
 * user stands; so the folder itself is never renamed. The new files are first written whole into `.rota-new` inside it
 * and synced to the disk; the old ones are moved to `.rota-old`; the new ones are moved in; `.rota-old` is renamed and removed.
 *
 * A file that is not as a run wrote it is copied first, and the copy stays. When another program has a file open, it is
 * waited for; when that does not help, everything new goes to a folder of its own.
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
/** Where everything new goes when it cannot be put in its place. */
const UNPLACED = "unplaced";
/** A file of `.rota-new` that stays there: the names of all files of the run, so that a crash can be undone. */
const NAMES = ".names";

/** A folder that output can be written to; no other run can until `write` or `discard` is called. */
export interface OutputFolder {
  /** The files that a run would replace though no run left them so: edited since, or somebody else's. */
  readonly edited: readonly string[];
  /** Writes all files or, on any error, leaves what was there before. Answers the copies that it kept of edited files. */
  write(texts: OutputTexts): readonly string[];
  /** The texts of the calendars that earlier runs left, by name without the folder. */
  earlierCalendars(): ReadonlyMap<string, string>;
  /** Gives up: removes the folder if it was made for this run and is empty. */
  discard(): void;
}

/**
 * Makes sure that a folder is there and that it and the files in it can be written to, before a long run; ends the command
 * when they cannot.
 *
 * @param rename moves a file; for tests
 */
export function openOutput(dir: string, rename?: Rename): OutputFolder {
  return orFailure(dir, () => {
    const made = mkdirSync(dir, { recursive: true }) !== undefined;
    let unlock = () => {};
    try {
      unlock = lockFolder(dir);
      undoInterrupted(dir);
      makeEmpty(join(dir, NEW));
      rmSync(join(dir, NEW), { recursive: true });
      for (const name of targetsIn(dir)) tryTarget(join(dir, name));
    } catch (error) {
      unlock();
      if (made) removeIfEmpty(dir);
      throw error;
    }
    return {
      edited: editedFiles(dir, targetsIn(dir)),
      write: (texts) => {
        try {
          return orFailure(dir, () => replaceFiles(dir, texts, rename));
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

/** The files that a run may replace, before it is known which it will. */
function targetsIn(dir: string): string[] {
  return [...new Set([...OUTPUT_FILES, ...writtenNames(dir)])];
}

/** Answers the copies that were kept. */
function replaceFiles(dir: string, texts: OutputTexts, rename?: Rename): readonly string[] {
  undoInterrupted(dir);
  const files = Object.entries({ ...texts, [WRITTEN]: writtenText(dir, texts) });
  const names = files.map(([name]) => name);
  const hasCalendars = names.some((name) => name.startsWith(`${CALENDARS}/`));
  const folders = hasCalendars ? ["", CALENDARS] : [""];
  const copies = copiesOf(dir, editedFiles(dir, Object.keys(texts)));
  let placing = "";
  const move = (name: string, from: string, to: string) => {
    placing = name;
    movePatiently(join(dir, from, name), join(dir, to, name), rename);
  };
  try {
    for (const folder of folders) makeEmpty(join(dir, NEW, folder));
    for (const [name, text] of files) writeSynced(join(dir, NEW, name), text);
    writeSynced(join(dir, NEW, NAMES), JSON.stringify(names));
    for (const name of names) refuseFolder(join(dir, name));
    for (const folder of folders) mkdirSync(join(dir, folder), { recursive: true });
    for (const folder of folders) makeEmpty(join(dir, OLD, folder));
    for (const name of names) if (existsSync(join(dir, name))) move(name, "", OLD);
    for (const name of names) move(name, NEW, "");
    placing = "";
    for (const folder of folders) syncFolder(join(dir, folder));
  } catch (error) {
    putBack(dir);
    for (const copy of copies) rmSync(copy, { force: true });
    if (placing === "" || !isHeld(error)) throw error;
    throw heldAtTheEnd(join(dir, placing), keptAside(dir, texts));
  }
  renameSync(join(dir, OLD), join(dir, DONE));
  for (const name of [DONE, NEW]) rmSync(join(dir, name), { recursive: true, force: true });
  return copies;
}

/** Writes everything to a new folder inside, so that the work is not lost; answers its path. */
function keptAside(dir: string, texts: OutputTexts): string {
  const aside = freeName(join(dir, UNPLACED));
  mkdirSync(join(aside, CALENDARS), { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeSynced(join(aside, name), text);
  removeIfEmpty(join(aside, CALENDARS));
  return aside;
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

function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw folderInTheWay(path);
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
