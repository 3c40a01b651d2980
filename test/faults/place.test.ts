import { spawn, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "../cli/support/rota.js";
import { contentsOf, leftovers, timeless } from "./support/folder.js";

const isRoot = process.getuid?.() === 0;
const solve = [
  ...["solve", fixture("three-files"), "--effort", "0.05", "--quiet"],
  ...["--out", "out", "--lang", "en"],
];

/** A small disk of its own in a folder, or null where the system does not let us. */
function disk(kilobytes: number): { readonly dir: string; mount(options: string): void } | null {
  const dir = emptyFolder();
  const mount = (options: string) =>
    spawnSync("mount", ["-t", "tmpfs", "-o", options, "rota", dir]);
  if (!isRoot || mount(`size=${kilobytes}k`).status !== 0) return null;
  onTestFinished(() => {
    spawnSync("umount", [dir]);
  });
  return { dir, mount: (options) => mount(`remount,size=${kilobytes}k,${options}`) };
}

const NO_MOUNT = "a disk of its own cannot be mounted here: that takes root";

describe("a disk that is full", () => {
  it("leaves the old output as it was, says so, and lets the next run work", ({ skip }) => {
    const small = disk(1024);
    if (small === null) return skip(NO_MOUNT);
    expect(rota(small.dir, solve).code).toBe(0);
    const old = contentsOf(join(small.dir, "out"));
    fill(small.dir);
    const { code, err } = rota(small.dir, solve);
    expect({ code, err }).toEqual({ code: 73, err: "rota: cannot write out: the disk is full\n" });
    expect(contentsOf(join(small.dir, "out"))).toEqual(old);
    writeFileSync(join(small.dir, "filler"), "");
    expect(rota(small.dir, solve).code).toBe(0);
    expect(timeless(contentsOf(join(small.dir, "out")))).toEqual(timeless(old));
  });

  it("is found before the month is worked out, when nothing at all fits", ({ skip }) => {
    const small = disk(64);
    if (small === null) return skip(NO_MOUNT);
    fill(small.dir, 0);
    const { code, err } = rota(small.dir, solve);
    expect({ code, err }).toEqual({ code: 73, err: "rota: cannot write out: the disk is full\n" });
    expect(readdirSync(small.dir)).not.toContain("out");
  });

  /** Fills the disk up to some kilobytes. */
  function fill(dir: string, left = 16): void {
    const path = join(dir, "filler");
    spawnSync("dd", ["if=/dev/zero", `of=${path}`, "bs=1024"]);
    if (left > 0) spawnSync("truncate", [`--size=-${left}K`, path]);
  }
});

describe("a folder that cannot be written to", () => {
  it("on a disk that is read-only leaves what is there, and says so", ({ skip }) => {
    const small = disk(1024);
    if (small === null) return skip(NO_MOUNT);
    expect(rota(small.dir, solve).code).toBe(0);
    const old = contentsOf(join(small.dir, "out"));
    small.mount("ro");
    const { code, err } = rota(small.dir, solve);
    expect({ code, err }).toEqual({
      code: 73,
      err: "rota: cannot write out: the disk is read-only\n",
    });
    expect(contentsOf(join(small.dir, "out"))).toEqual(old);
  });

  it("for want of rights is told", ({ skip }) => {
    if (isRoot) return skip("root may write anywhere");
    const dir = emptyFolder();
    chmodSync(dir, 0o555);
    const { code, err } = rota(dir, solve);
    expect({ code, err }).toEqual({ code: 73, err: "rota: cannot write out: permission denied\n" });
  });
});

describe("two runs into the same folder", () => {
  it("do not mix: each writes all, or says that the other is at work", async () => {
    const dir = emptyFolder();
    const run = (language: string) =>
      new Promise<{ code: number | null; err: string }>((resolve) => {
        const args = [BIN, ...solve.slice(0, -1), language];
        const child = spawn(process.execPath, args, { cwd: dir, env: ENGLISH });
        let err = "";
        child.stderr.on("data", (chunk) => {
          err += chunk;
        });
        child.on("exit", (code) => resolve({ code, err }));
      });
    const runs = await Promise.all([run("en"), run("sv"), run("en")]);
    expect(runs.some(({ code }) => code === 0)).toBe(true);
    for (const { code, err } of runs) {
      if (code === 0) expect(err).toBe("");
      else expect({ code, err }).toEqual({ code: 73, err: expect.stringMatching(/--out/) });
    }
    const out = join(dir, "out");
    expect(leftovers(out)).toEqual([]);
    const written = contentsOf(out);
    const swedish = written.get("rota.csv")!.includes(";");
    expect(written.get("violations.csv")!.includes(";")).toBe(swedish);
    expect(written.get("openings.html")!.includes('lang="sv"')).toBe(swedish);
  });
});

describe("a computer of another time zone and language", () => {
  it("writes the same bytes", () => {
    const places: readonly Readonly<Record<string, string>>[] = [
      { TZ: "Europe/Stockholm", LANG: "sv_SE.UTF-8" },
      { TZ: "America/New_York", LANG: "C" },
      { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
    ];
    const [home, ...others] = places.map((place) => {
      const dir = emptyFolder();
      const env = { PATH: ENGLISH.PATH, ...place };
      const { status, stderr } = spawnSync(process.execPath, [BIN, ...solve], { cwd: dir, env });
      expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
      return timeless(contentsOf(join(dir, "out")));
    });
    expect(home!.size).toBeGreaterThan(10);
    for (const other of others) expect(other).toEqual(home);
  });
});
