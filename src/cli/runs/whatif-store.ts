import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cannotWrite } from "../failure.js";
import type { ScenarioOutcome, SolveTask } from "./whatif-task.js";

/** The folder inside the output that holds one folder for each scenario. */
const SCENARIOS = "scenarios";
/** A scenario's outcome and the key of the task that it is the outcome of. */
const RESULT = "result.json";

/** What a task is known by: all that its outcome depends on. */
export function taskKey(task: SolveTask, version: string): string {
  return createHash("sha256")
    .update(JSON.stringify([version, task]))
    .digest("hex")
    .slice(0, 40);
}

/** The outcomes that a run leaves on disk, each written in one step, so that an interrupted run can be taken up again. */
export class OutcomeStore {
  constructor(private readonly dir: string) {}

  /** The outcome that an earlier run left for this very task; null when there is none. */
  read(folder: string, key: string): ScenarioOutcome | null {
    try {
      const text = readFileSync(join(this.dir, folder, RESULT), "utf8");
      const stored = JSON.parse(text) as { key: string; outcome: ScenarioOutcome };
      return stored.key === key ? stored.outcome : null;
    } catch {
      // No result, or one that is half written or of another program: the scenario is solved again.
      return null;
    }
  }

  write(folder: string, key: string, outcome: ScenarioOutcome): void {
    this.place(`${folder}/${RESULT}`, `${JSON.stringify({ key, outcome })}\n`);
  }

  /** Writes files by their paths, each whole or not at all, and removes the scenarios of earlier runs. */
  finish(files: ReadonlyMap<string, string>, folders: readonly string[]): void {
    for (const [path, text] of files) this.place(path, text);
    for (const name of this.leftovers(folders)) {
      rmSync(join(this.dir, SCENARIOS, name), { recursive: true, force: true });
    }
  }

  private place(path: string, text: string): void {
    const whole = join(this.dir, path);
    const draft = `${whole}.new`;
    try {
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(draft, text);
      renameSync(draft, whole);
    } catch (error) {
      throw cannotWrite(whole, error);
    }
  }

  /** Folders with a result in them that no scenario of this run has. */
  private leftovers(folders: readonly string[]): string[] {
    return namesIn(join(this.dir, SCENARIOS)).filter(
      (name) =>
        !folders.includes(`${SCENARIOS}/${name}`) &&
        namesIn(join(this.dir, SCENARIOS, name)).includes(RESULT),
    );
  }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    // No folder, no names.
    return [];
  }
}

const LONGEST_NAME = 80;

/** A folder for each name, safe on every file system; names that would share one get a number. */
export function foldersOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}._=+-]+/gu, "_")
      .replace(/^\.+/, "_")
      .slice(0, LONGEST_NAME);
    const safe = plain.replace(/\.+$/, "_") || "_";
    let folder = safe;
    for (let n = 2; taken.has(folder.toLowerCase()); n++) folder = `${safe}~${n}`;
    taken.add(folder.toLowerCase());
    return `${SCENARIOS}/${folder}`;
  });
}
