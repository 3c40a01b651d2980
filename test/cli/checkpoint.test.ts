import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Checkpoint } from "../../src/cli/checkpoint.js";
import { EXIT, Failure } from "../../src/cli/failure.js";
import type { JobResult } from "../../src/solver/thread/messages.js";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "./support/rota.js";

const result: JobResult = {
  status: "solved",
  point: Uint8Array.of(0, 1, 1, 0),
  bound: 60,
  relaxed: Float64Array.of(0.25, 1, 0, 1 / 3),
  reduced: Float64Array.of(0, -1 / 7, 30, 1e-9),
  work: 12,
  detail: null,
};
const nothing: JobResult = { ...result, point: null, bound: null, relaxed: null, reduced: null };

describe("a checkpoint", () => {
  it("has again what was recorded, to the last bit", () => {
    const path = join(emptyFolder(), "run.checkpoint");
    const first = new Checkpoint(path);
    first.record("a", result);
    first.record("b", nothing);
    const again = new Checkpoint(path);
    expect(again.size).toBe(2);
    expect(again.recall("a")).toEqual(result);
    expect(again.recall("b")).toEqual(nothing);
    expect(again.recall("c")).toBeNull();
  });

  it("leaves out a line that was cut short, and goes on after it", () => {
    const path = join(emptyFolder(), "run.checkpoint");
    new Checkpoint(path).record("a", result);
    appendFileSync(path, '{"key":"b","status":"sol');
    const again = new Checkpoint(path);
    expect(again.size).toBe(1);
    again.record("c", nothing);
    expect(new Checkpoint(path).size).toBe(2);
  });

  it("begins anew after another version", () => {
    const path = join(emptyFolder(), "run.checkpoint");
    new Checkpoint(path).record("a", result);
    const text = readFileSync(path, "utf8").replace(/"version":"[^"]*"/, '"version":"0.0.1"');
    writeFileSync(path, text);
    expect(new Checkpoint(path).size).toBe(0);
  });

  it("leaves a file alone that is something else", () => {
    const path = join(emptyFolder(), "rota.csv");
    writeFileSync(path, "date;office\n");
    expect(() => new Checkpoint(path)).toThrow(Failure);
    expect(readFileSync(path, "utf8")).toBe("date;office\n");
  });

  it("says when it cannot be written", () => {
    const path = join(emptyFolder(), "folder");
    mkdirSync(path);
    expect(() => new Checkpoint(path)).toThrow(
      expect.objectContaining({ exitCode: EXIT.cannotWrite }),
    );
  });
});

describe("solve --checkpoint", () => {
  const args = ["solve", fixture("satra"), "--month", "2026-12", "--gap", "0", "--out"];

  it("goes on after kill -9 and comes to the same rota, then takes the file away", async () => {
    const dir = emptyFolder();
    const file = join(dir, "run.checkpoint");
    expect(await killedAfter(dir, [...args, "cut", "--checkpoint", file], file, 2)).toBe("SIGKILL");
    expect(existsSync(join(dir, "cut", "rota.csv"))).toBe(false);
    const resumed = rota(dir, [...args, "cut", "--checkpoint", file]);
    expect(resumed.err).toMatch(/Going on from \d+ finished pieces? of work in the checkpoint\./);
    expect(existsSync(file)).toBe(false);
    rota(dir, [...args, "whole"]);
    for (const name of ["rota.csv", "report.html", "violations.csv"]) {
      expect(readFileSync(join(dir, "cut", name))).toEqual(readFileSync(join(dir, "whole", name)));
    }
  });
});

/** Starts the program and kills it once its checkpoint has so many lines; what ended it. */
async function killedAfter(
  cwd: string,
  args: readonly string[],
  file: string,
  lines: number,
): Promise<string | null> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: ENGLISH, stdio: "ignore" });
  const ended = new Promise<string | null>((resolve) => {
    child.on("close", (_code, signal) => resolve(signal));
  });
  while (child.exitCode === null) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (text.split("\n").length > lines) child.kill("SIGKILL");
    if (child.signalCode !== null) break;
    await wait(5);
  }
  return ended;
}
