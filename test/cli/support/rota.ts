import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The built program; `npm test` builds it first. */
export const BIN = fileURLToPath(new URL("../../../bin/rota.js", import.meta.url));

/** A worked case of the package. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
}

/** What a run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder as a user would, in English unless the arguments say otherwise. */
export function rota(cwd: string, args: readonly string[], input = ""): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input,
    encoding: "utf8",
    env: ENGLISH,
  });
  return { code: status, out: stdout, err: stderr };
}

/** An environment without any wish for a language. */
export const ENGLISH = { PATH: process.env.PATH, LANG: "C" };

/** An empty folder that goes away after the test. */
export function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "rota-test-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
