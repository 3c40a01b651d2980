import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { cannotWrite, EXIT, Failure } from "./failure.js";

/** What systems say of a file that another program has open: Excel on Windows, a virus scanner, a folder in the cloud. */
const HELD = ["EACCES", "EBUSY", "EPERM"];

/** The moves of files, which tests replace. */
export type Rename = (from: string, to: string) => void;

/** True for an error that may pass when another program lets go of a file. */
export function isHeld(error: unknown): boolean {
  return error instanceof Error && "code" in error && HELD.includes(String(error.code));
}

/** Does something to a file, again and again for so many milliseconds while another program has it open. */
export function patiently<T>(action: () => T, milliseconds: number): T {
  let waited = 0;
  for (let pause = 10; ; pause = Math.min(2 * pause, 200)) {
    try {
      return action();
    } catch (error) {
      if (!isHeld(error) || waited >= milliseconds) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    waited += pause;
  }
}

/** How long a file is waited for before a run, and when its result is to be written, in milliseconds. */
const BEFORE = 500;
const AFTER = 5000;

/** Moves a file of a finished run. */
export function movePatiently(from: string, to: string, rename: Rename = renameSync): void {
  patiently(() => rename(from, to), AFTER);
}

/**
 * Makes sure that a file can be replaced, if it is there: that it is no folder, not protected and not open in a program that
 * keeps others from it.
 *
 * @throws Failure that names it
 */
export function tryTarget(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) throw folderInTheWay(path);
  if (!found.isFile()) return;
  try {
    closeSync(patiently(() => openSync(path, "r+"), BEFORE));
  } catch (error) {
    throw isHeld(error) ? heldFile(path) : cannotWrite(path, error);
  }
}

/** Trouble with a file that is open elsewhere or protected. */
function heldFile(path: string): Failure {
  return new Failure(EXIT.cannotWrite, {
    en: `cannot replace ${path}: another program has it open, or it is protected. Close it there, or give another --out.`,
    sv: `kan inte ersätta ${path}: ett annat program har den öppen, eller så är den skyddad. Stäng den där, eller ange en annan --out.`,
  });
}

/** Trouble with a file that was held when a finished run was to be written; all of the run is in a folder beside. */
export function heldAtTheEnd(path: string, kept: string): Failure {
  return new Failure(EXIT.cannotWrite, {
    en: `cannot replace ${path}: another program has it open, or it is protected. Nothing was replaced; everything that is new is in ${kept}.`,
    sv: `kan inte ersätta ${path}: ett annat program har den öppen, eller så är den skyddad. Inget har ersatts; allt det nya finns i ${kept}.`,
  });
}

/** Trouble with a folder where a file is to be. */
export function folderInTheWay(path: string): Failure {
  return new Failure(EXIT.cannotWrite, {
    en: `cannot write ${path}: a folder of that name is in the way`,
    sv: `kan inte skriva ${path}: en mapp med det namnet är i vägen`,
  });
}
