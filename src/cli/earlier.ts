import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Period } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { readHistory, withHistory } from "../input/case/read-history.js";
import { readLedger } from "../input/case/read-ledger.js";
import type { Notice } from "../input/notice.js";
import { inputFailure, isError, type ReadOptions, readInput, tell } from "./case-folder.js";
import { cannotRead } from "./failure.js";

/** What the options say of the time before the period. */
export interface Earlier {
  /** A folder of earlier rotas, at any depth. */
  readonly history?: string;
  /** The ledger of an earlier month, in the place of the case's own. */
  readonly ledger?: string;
}

/** The case with the rotas and the ledger of earlier months; ends the command when they cannot be used. */
export function withEarlier(
  theCase: Case,
  { history, ledger }: Earlier,
  period: Period,
  options: ReadOptions,
): Case {
  const notices: Notice[] = [];
  let whole = theCase;
  if (ledger !== undefined) {
    const read = readLedger(ledger, readInput(ledger));
    notices.push(...read.notices);
    whole = { ...whole, ledger: read.rows };
  }
  if (history !== undefined) {
    const read = readHistory(filesUnder(history), theCase, period);
    notices.push(...read.notices);
    whole = withHistory(whole, read.rows);
  }
  tell(notices, options);
  if (notices.some(isError)) throw inputFailure(notices);
  return whole;
}

/** The files of a folder and the folders in it, by path; of files that are no CSV the name is enough. */
function filesUnder(dir: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of entriesOf(dir)) {
    const path = join(dir, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) for (const [name, bytes] of filesUnder(path)) files.set(name, bytes);
    else files.set(path, /\.csv$/i.test(entry.name) ? readInput(path) : new Uint8Array());
  }
  return files;
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch (error) {
    throw cannotRead(dir, error);
  }
}
