import { spawn, spawnSync } from "node:child_process";
import { describe, expect, it, onTestFinished } from "vitest";
import { BIN, ENGLISH, fixture } from "./support/rota.js";

const FAULTY = ["check", fixture("broken-input")];
const UNKNOWN = ["solve", "nowhere"];

/** Runs the program with a reader of one stream that goes at once; the exit code, or null when it had to be killed. */
function withoutReader(
  args: readonly string[],
  stream: "stdout" | "stderr",
  execArgv: readonly string[] = [],
): Promise<number | null> {
  const child = spawn(process.execPath, [...execArgv, BIN, ...args], {
    env: ENGLISH,
    stdio: [
      "ignore",
      stream === "stdout" ? "pipe" : "ignore",
      stream === "stderr" ? "pipe" : "ignore",
    ],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  child[stream]?.destroy();
  const limit = setTimeout(() => child.kill("SIGKILL"), 20_000);
  return new Promise((resolve) => {
    child.on("exit", (code) => {
      clearTimeout(limit);
      resolve(code);
    });
  });
}

describe("a reader that has gone", () => {
  it.each([
    ["stderr", FAULTY, 65],
    ["stderr", UNKNOWN, 66],
    ["stderr", ["--nonsense"], 64],
    ["stdout", FAULTY, 65],
    ["stdout", ["rules"], 0],
  ] as const)("of %s ends no run and changes no exit code: %j", async (stream, args, code) => {
    expect(await withoutReader(args, stream)).toBe(code);
  });

  it("does not hear of a fault, which ends the run all the same", async () => {
    // Again and again, from when somebody listens: the second fault comes while the first is told.
    const heard = 'process.listenerCount("uncaughtException") > 0';
    const fault = `setInterval(() => { if (${heard}) Promise.reject(new Error("x")); }, 1);`;
    const late = `data:text/javascript,${encodeURIComponent(fault)}`;
    expect(await withoutReader(["check", fixture("gavle")], "stderr", ["--import", late])).toBe(70);
  });
});

describe("a full disk", () => {
  const toFullDisk = (args: readonly string[], redirected: ">" | "2>") => {
    const command = `"$@" ${redirected}/dev/full`;
    const words = ["-c", command, "sh", process.execPath, BIN, ...args];
    const { status, stderr } = spawnSync("sh", words, { encoding: "utf8", env: ENGLISH });
    return { code: status, err: stderr };
  };

  it.each([
    ["rules"],
    ["check", fixture("three-files")],
    ["--help"],
  ])("under stdout is told, once, with the exit code for what cannot be written: %s", (...args) => {
    const { code, err } = toFullDisk(args, ">");
    expect(err).toBe("rota: cannot write stdout: the disk is full\n");
    expect(code).toBe(73);
  });

  it("under stderr changes no exit code", () => {
    expect(toFullDisk(FAULTY, "2>").code).toBe(65);
  });
});
