import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, ENGLISH, fixture, rota } from "./support/rota.js";

describe("rota stress", { timeout: 120_000 }, () => {
  it("tells what it knows when somebody cuts it short, and that it was cut short", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "rota-stress-"));
    const month = ["--month", "2026-12"];
    const solved = ["solve", fixture("gavle"), ...month, "--out", "o", "--quiet"];
    rota(cwd, [...solved, "--effort", "0.01"]);
    // So much effort that it takes long enough to be cut short.
    const words = ["stress", fixture("gavle"), "--rota", "o/rota.csv", ...month];
    const asked = [...words, "--effort", "10", "--json"];
    const child = spawn(process.execPath, [BIN, ...asked], { cwd, env: ENGLISH });
    let [out, err] = ["", ""];
    child.stdout.on("data", (data) => {
      out += String(data);
    });
    child.stderr.on("data", (data) => {
      err += String(data);
      if (/tried, \d+ not mended/.test(String(data))) child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 130, err: expect.stringContaining("Stopping") });
    const report = JSON.parse(out);
    expect(report.complete).toBe(false);
    expect(report.strains.length).toBeGreaterThan(0);
  });
});
