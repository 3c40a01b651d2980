import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCase, solve } from "../../src/api/main.js";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "../cli/support/rota.js";
import { brokenThread } from "../solver/support/context.js";
import { contentsOf } from "./support/folder.js";

const PRELOAD = fileURLToPath(new URL("support/dying-thread.cjs", import.meta.url));

/** Runs the real program, whose solver threads have the fault. */
function faulty(cwd: string, fault: "dies" | "memory", args: readonly string[]) {
  const env = { ...ENGLISH, NODE_OPTIONS: `--require=${PRELOAD}`, ROTA_TEST_FAULT: fault };
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, err: stderr };
}

describe("a solver that breaks down", () => {
  const args = ["solve", fixture("three-files"), "--out", "out", "--effort", "0.05", "--quiet"];
  it.each([
    ["whose thread dies", "dies", "auto", /the thread ended with code 9/],
    ["whose thread dies alone", "dies", "highs", /the thread ended with code 9/],
    ["HiGHS without memory", "memory", "highs", /could not allocate memory/],
  ] as const)("%s: the old output stays, and the message says why", (_, fault, solver, why) => {
    const own = emptyFolder();
    expect(rota(own, args).code).toBe(0);
    const old = contentsOf(join(own, "out"));
    const { code, err } = faulty(own, fault, [...args, "--solver", solver]);
    expect(code).toBe(2);
    expect(err).toMatch(why);
    expect(err).toMatch(/^rota: no rota: .*Nothing was written\.\n$/);
    expect(contentsOf(join(own, "out"))).toEqual(old);
  });

  it("HiGHS without memory: the other routes still make a rota", () => {
    const { code, err } = faulty(emptyFolder(), "memory", [...args, "--solver", "auto"]);
    expect([0, 1]).toContain(code);
    expect(err).toMatch(/^rota: a solver failed \(.*could not allocate memory.*the others found/);
  });

  it("is a termination for programs too, never a throw and never a wait without end", async () => {
    const { case: theCase } = await readCase(fixture("three-files"));
    const asked = { month: "2026-12", effort: 0.05 };
    const startThread = () => brokenThread("it broke");
    const { report, termination, detail } = await solve(theCase!, asked, { startThread });
    expect({ report, termination }).toEqual({ report: null, termination: "error" });
    expect(detail).toContain("it broke");
  });
});
