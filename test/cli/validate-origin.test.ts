import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { THREE } from "./support/bad-rota.js";
import { emptyFolder, rota } from "./support/rota.js";

describe("a rota with its report beside it", () => {
  let made: string;
  beforeAll(() => {
    const dir = mkdtempSync(join(tmpdir(), "rota-test-"));
    const month = ["--month", "2026-12"];
    expect(rota(dir, ["solve", THREE, ...month, "--out", "out", "--quiet"]).code).toBe(0);
    made = join(dir, "out");
  });
  afterAll(() => rmSync(join(made, ".."), { recursive: true }));
  /** A copy of the rota, its report and its case. */
  function copied(): string {
    const dir = emptyFolder();
    for (const name of ["rota.csv", "report.json"]) copyFileSync(join(made, name), join(dir, name));
    cpSync(THREE, join(dir, "case"), { recursive: true });
    return dir;
  }
  const run = (dir: string, ...more: string[]) =>
    rota(dir, ["validate", "rota.csv", "--case", "case", "--month", "2026-12", ...more]);

  it("says nothing when nothing has changed, in whatever form the case is", () => {
    const dir = copied();
    expect(run(dir).out).not.toContain("changed");
    const file = join(dir, "case", "offices.csv");
    const [header, ...rows] = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    writeFileSync(
      file,
      iconv.encode([header, ...rows.reverse()].join("\r\n"), "utf-16le", { addBOM: true }),
    );
    expect(run(dir).out).not.toContain("changed");
  });

  it("warns in every format when the case has changed since, and does not fail for it", () => {
    const dir = copied();
    writeFileSync(join(dir, "case", "closures.csv"), "date;office\n2026-12-30;*\n");
    const before = run(dir, "--rule", "pins");
    expect(before).toMatchObject({ code: 0 });
    expect(before.out).toContain(
      "rota.csv: case-changed (warning): The case has changed since the rota was made: closures.",
    );
    expect(run(dir, "--rule", "pins", "--lang", "sv").out).toContain(
      "rota.csv: case-changed (varning): Underlaget har ändrats sedan schemat gjordes: closures.",
    );
    for (const format of ["json", "sarif", "junit", "github", "gitlab"]) {
      const { code, out } = run(dir, "--rule", "pins", "--format", format, "--fail-on", "soft");
      expect({ code, out }).toEqual({
        code: 0,
        out: expect.stringContaining("The case has changed since"),
      });
    }
  });

  it("says which rows were edited since", () => {
    const dir = copied();
    const lines = readFileSync(join(dir, "rota.csv"), "utf8").trimEnd().split("\n");
    const [first, second, third, ...rest] = lines;
    writeFileSync(
      join(dir, "rota.csv"),
      `${[first, third, ...rest, second!.replace(/,[^,]+,[^,]+,planned/, ",eva,socialtjänst,planned")].join("\n")}\n`,
    );
    const { out } = run(dir, "--rule", "pins");
    expect(out).toBe(
      `rota.csv:${lines.length}: rota-edited (warning): The rota has been edited since it was made: 1 row is new, 1 row is gone.\n`,
    );
  });

  it("is not edited by sorting it or by leaving out what can be filled in", () => {
    const dir = copied();
    const [header, ...rows] = readFileSync(join(dir, "rota.csv"), "utf8").trimEnd().split("\n");
    const short = [header, ...rows.reverse()].map((row) => row!.split(",").slice(0, 6).join(";"));
    writeFileSync(join(dir, "rota.csv"), short.join("\r\n"));
    expect(run(dir, "--rule", "pins").out).toBe("");
  });

  it("finds a report that is named, and refuses what is none", () => {
    const dir = copied();
    writeFileSync(join(dir, "case", "closures.csv"), "date;office\n2026-12-30;*\n");
    mkdirSync(join(dir, "else"));
    copyFileSync(join(dir, "report.json"), join(dir, "else", "made.json"));
    writeFileSync(join(dir, "report.json"), "{}");
    expect(run(dir, "--rule", "pins").out).toBe("");
    expect(run(dir, "--rule", "pins", "--proof", "else/made.json").out).toContain("case-changed");
    const wrong = run(dir, "--proof", "report.json");
    expect(wrong).toMatchObject({
      code: 65,
      err: expect.stringContaining("report.json is no report.json of 2026-12"),
    });
    expect(run(dir, "--proof", "gone.json").code).toBe(66);
  });

  it("has hashes, bound, gap, seed and version in its report, and no clock in them", () => {
    const report = JSON.parse(readFileSync(join(made, "report.json"), "utf8"));
    expect(report.provenance).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      case: expect.stringMatching(/^[0-9a-f]{64}$/),
      tables: expect.objectContaining({ offices: expect.stringMatching(/^[0-9a-f]{64}$/) }),
      rota: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(report).toMatchObject({
      seed: 1,
      tiers: [{ bound: 0, gap: 0 }, { gap: expect.any(Number) }],
    });
  });
});
