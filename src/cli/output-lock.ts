import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { EXIT, Failure } from "./failure.js";

/** Says that a run is at work on a folder; it goes when the run ends. */
const LOCK = ".rota-lock";

/** Who holds a folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it took the folder, ISO 8601. */
  readonly since: string;
}

/**
 * Keeps other runs from a folder until the answer is called. A lock whose process is dead is taken over; a lock of another
 * machine counts as alive, since nothing can be known of its process. Ends the command when the folder is taken.
 */
export function lockFolder(dir: string): () => void {
  const path = join(dir, LOCK);
  const own: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const text = `${JSON.stringify(own)}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    if (placed(path, text)) {
      removeDrafts(dir);
      return () => {
        if (read(path) === text) rmSync(path, { force: true });
      };
    }
    const found = read(path);
    if (found !== null && isAlive(holderIn(found))) throw taken(dir, path, holderIn(found));
    if (found !== null) removeStale(path, found);
  }
  throw taken(dir, path, null);
}

/** Puts the lock there in one step, whole; false when there is one already. */
function placed(path: string, text: string): boolean {
  const draft = `${path}-${process.pid}`;
  try {
    writeFileSync(draft, text);
    return linked(draft, path) ?? placedWithoutLink(path, text);
  } finally {
    // A full disk may leave an empty draft.
    rmSync(draft, { force: true });
  }
}

/** Gives a draft its name; false when there is one already, null on a disk without links, such as a memory stick. */
function linked(draft: string, path: string): boolean | null {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    return codeOf(error) === "EEXIST" ? false : null;
  }
}

/** Removes the drafts of locks that killed runs have left behind. */
function removeDrafts(dir: string): void {
  for (const name of readdirSync(dir)) {
    const pid = /^\.rota-lock(?:-stale)?-(\d+)$/.exec(name)?.[1];
    const here = { pid: Number(pid), host: hostname(), since: "" };
    if (pid !== undefined && !isAlive(here)) rmSync(join(dir, name), { force: true });
  }
}

/** A file that must be new does nearly as well as a link. */
function placedWithoutLink(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes a stale lock; one that another run has put in its place meanwhile goes back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}-stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== stale) placedWithoutLink(path, read(aside) ?? "");
  rmSync(aside, { force: true });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === "number" && host && since ? { pid, host, since } : null;
  } catch {
    return null;
  }
}

/** False when the lock is unreadable, or of a process of this machine that has ended. */
function isAlive(holder: Holder | null): boolean {
  if (holder === null) return false;
  if (holder.host !== hostname()) return true;
  try {
    return process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function taken(dir: string, path: string, holder: Holder | null): Failure {
  const who = holder ? ` (${holder.pid}, ${holder.host}, ${holder.since})` : "";
  return new Failure(EXIT.cannotWrite, {
    en: `another run of rota${who} is at work on ${dir}. Wait until it has ended, or give another --out. If no such run is going on, remove ${path}.`,
    sv: `en annan körning av rota${who} arbetar i ${dir}. Vänta tills den är klar, eller ange en annan --out. Om ingen sådan körning pågår, ta bort ${path}.`,
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
