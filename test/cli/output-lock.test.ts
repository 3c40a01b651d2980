import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/failure.js";
import { openOutput } from "../../src/cli/output-folder.js";
import { lockFolder } from "../../src/cli/output-lock.js";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "./support/rota.js";

const lockIn = (dir: string) => join(dir, ".rota-lock");

function lockOf(pid: number, host = hostname()): string {
  return JSON.stringify({ pid, host, since: "2026-12-01T10:00:00.000Z" });
}

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("lockFolder", () => {
  it("keeps others out until it is given back, and leaves nothing behind", () => {
    const dir = emptyFolder();
    const unlock = lockFolder(dir);
    expect(() => lockFolder(dir)).toThrow(expect.objectContaining({ exitCode: EXIT.cannotWrite }));
    unlock();
    expect(readdirSync(dir)).toEqual([]);
    lockFolder(dir)();
  });

  it("clears away what killed runs left of their locks, and nothing of living ones", () => {
    const dir = emptyFolder();
    const drafts = (pid: number) => [`.rota-lock-${pid}`, `.rota-lock-stale-${pid}`];
    const [dead, living] = [drafts(deadPid()), drafts(process.ppid)];
    for (const name of [...dead, ...living]) writeFileSync(join(dir, name), "");
    lockFolder(dir)();
    expect(readdirSync(dir).sort()).toEqual([...living].sort());
  });

  it("takes over the lock of a dead process, and one that cannot be read", () => {
    for (const text of [lockOf(deadPid()), "", "{}", "junk"]) {
      const dir = emptyFolder();
      writeFileSync(lockIn(dir), text);
      lockFolder(dir)();
      expect(readdirSync(dir)).toEqual([]);
    }
  });

  it("respects a lock of another machine, and says whose it is", () => {
    const dir = emptyFolder();
    writeFileSync(lockIn(dir), lockOf(deadPid(), "another-machine"));
    expect(() => lockFolder(dir)).toThrow(/another-machine.*remove .*\.rota-lock/);
    expect(existsSync(lockIn(dir))).toBe(true);
  });

  it("goes with the writing and with giving up", () => {
    const dir = emptyFolder();
    const output = openOutput(dir);
    expect(existsSync(lockIn(dir))).toBe(true);
    expect(() => openOutput(dir)).toThrow();
    output.discard();
    openOutput(dir).discard();
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe("two runs into one folder", () => {
  it("are kept apart: the second ends with 73 and the first is not disturbed", async () => {
    const dir = emptyFolder();
    const three = fixture("three-files");
    const args = ["solve", three, "--out", "o", "--solver", "search", "--effort", "1000"];
    const first = spawn(process.execPath, [BIN, ...args], { cwd: dir, env: ENGLISH });
    const ended = new Promise<number | null>((resolve) => first.on("close", resolve));
    while (!existsSync(lockIn(join(dir, "o")))) await new Promise((go) => setTimeout(go, 20));
    const second = rota(dir, ["solve", three, "--out", "o", "--lang", "sv"]);
    expect(second.code).toBe(73);
    expect(second.err).toContain("en annan körning av rota");
    await new Promise((go) => setTimeout(go, 1500));
    first.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(join(dir, "o"))).toContain("rota.csv");
    expect(existsSync(lockIn(join(dir, "o")))).toBe(false);
  });
});
