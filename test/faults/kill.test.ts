import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutputTexts } from "../../src/api/output-files.js";
import { openOutput } from "../../src/cli/output-folder.js";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "../cli/support/rota.js";
import { contentsOf, leftovers, timeless, times } from "./support/folder.js";

/** The note of what was written holds the bytes of the calendars too, whose events count up from run to run. */
const WRITTEN = ".written-by-rota";
const WRITER = fileURLToPath(new URL("support/writer.mjs", import.meta.url));

/** Kills a process with a signal that it cannot hear, so many milliseconds after it began or first spoke. */
function killed(args: readonly string[], delay: number, cwd: string, from: "start" | "word") {
  return new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: ENGLISH,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const later = () => setTimeout(() => child.kill("SIGKILL"), delay);
    if (from === "start") later();
    else child.stdout.once("data", later);
    child.on("exit", () => resolve());
  });
}

/** Files that differ. Calendars are counted on from the earlier run's, so of these the names alone are compared. */
function sameBut(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.filter((name) =>
    name.endsWith(".ics") || name === WRITTEN
      ? a.has(name) !== b.has(name)
      : a.get(name) !== b.get(name),
  );
}

describe("a run that is killed", () => {
  const dir = mkdtempSync(join(tmpdir(), "rota-kill-"));
  const solve = (language: string) => [
    ...["solve", fixture("three-files"), "--out", "out", "--effort", "0.05"],
    ...["--quiet", "--lang", language],
  ];
  /** The whole output by language: two runs whose files differ in every line. */
  const whole = new Map<string, ReadonlyMap<string, string>>();
  let took = 0;

  beforeAll(() => {
    for (const language of ["en", "sv"]) {
      const begun = performance.now();
      expect(rota(dir, solve(language)).code).toBe(0);
      took = performance.now() - begun;
      whole.set(language, timeless(contentsOf(join(dir, "out"))));
      rmSync(join(dir, "out"), { recursive: true });
    }
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it("leaves the old output or the new, and the next run works", async () => {
    const out = join(dir, "out");
    expect(rota(dir, solve("en")).code).toBe(0);
    for (let time = 0; time < times(3); time++) {
      const language = time % 2 === 0 ? "sv" : "en";
      await killed([BIN, ...solve(language)], took * (0.2 + 0.9 * Math.random()), dir, "start");
      // What the next run does first: it puts back what was left half done.
      openOutput(out).discard();
      const found = timeless(contentsOf(out));
      expect([...whole.values()].some((one) => sameBut(found, one).length === 0)).toBe(true);
      expect(leftovers(out)).toEqual([]);
    }
    expect(rota(dir, solve("sv")).code).toBe(0);
    expect(sameBut(timeless(contentsOf(out)), whole.get("sv")!)).toEqual([]);
  }, 3_600_000);

  it("while it moves files leaves the old output or the new", async () => {
    const { textsOf } = (await import(WRITER)) as {
      textsOf: (kind: string) => Record<string, string>;
    };
    const seen = { one: 0, two: 0, halfDone: 0 };
    const out = emptyFolder();
    openOutput(out).write(textsOf("one") as unknown as OutputTexts);
    for (let time = 0; time < times(12); time++) {
      await killed([WRITER, out], 1 + 30 * Math.random(), dir, "word");
      if (existsSync(join(out, ".rota-old"))) seen.halfDone++;
      openOutput(out).discard();
      expect(leftovers(out)).toEqual([]);
      const found = contentsOf(out);
      const kind = found.get("rota.csv")?.startsWith("one") ? "one" : "two";
      const wanted = textsOf(kind);
      for (const [name, text] of Object.entries(wanted)) expect(found.get(name), name).toBe(text);
      for (const [name, text] of found) {
        if (name in wanted) expect(text).toBe(wanted[name]);
      }
      seen[kind]++;
    }
    if (process.env.ROTA_FAULTS) console.log(JSON.stringify(seen));
  }, 3_600_000);
});
