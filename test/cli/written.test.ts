import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOutput } from "../../src/cli/output-folder.js";
import { outputTexts } from "./support/output-texts.js";
import { emptyFolder, fixture, rota } from "./support/rota.js";

const three = fixture("three-files");
const SOLVE = ["solve", three, "--effort", "0.05", "--out", "o", "--lang", "en"];

describe("a file of the output folder that was edited", () => {
  it("is not replaced without --force, and then a copy is kept that the program names", () => {
    const dir = emptyFolder();
    const csv = join(dir, "o", "rota.csv");
    expect(rota(dir, SOLVE).code).toBe(0);
    expect(rota(dir, SOLVE).code).toBe(0);
    const own = readFileSync(csv, "utf8").replace(/^.*evening.*\n/m, "");
    writeFileSync(csv, own);
    const refused = rota(dir, SOLVE);
    expect(refused.code).toBe(73);
    expect(refused.err).toContain(`not as rota wrote it: ${join("o", "rota.csv")}`);
    expect(readFileSync(csv, "utf8")).toBe(own);
    const forced = rota(dir, [...SOLVE, "--force", "--quiet"]);
    expect(forced.err).toBe(`Kept as it was before: ${join("o", "rota.csv.bak")}\n`);
    expect(forced.code).toBe(0);
    expect(readFileSync(`${csv}.bak`, "utf8")).toBe(own);
    expect(readFileSync(csv, "utf8")).not.toBe(own);
  });

  it("stops several months before the first is planned", () => {
    const dir = emptyFolder();
    cpSync(three, join(dir, "case"), { recursive: true });
    const out = join(dir, "o", "2027-01");
    openOutput(out).write(outputTexts("old"));
    writeFileSync(join(out, "rota.xlsx"), "mine");
    const args = [
      "solve",
      "case",
      "--months",
      "2026-12..2027-01",
      "--out",
      "o",
      "--effort",
      "0.05",
    ];
    const { code, err } = rota(dir, args);
    expect(err).toContain(join("o", "2027-01", "rota.xlsx"));
    expect(code).toBe(73);
    expect(existsSync(join(dir, "o", "2026-12"))).toBe(false);
  });

  it("while the run was at work is kept too, beside copies of before", () => {
    const out = emptyFolder();
    openOutput(out).write(outputTexts("old"));
    const output = openOutput(out);
    expect(output.edited).toEqual([]);
    writeFileSync(join(out, "rota.csv"), "mine");
    writeFileSync(join(out, "rota.csv.bak"), "older");
    expect(output.write(outputTexts("new"))).toEqual([join(out, "rota.csv.bak2")]);
    expect(readFileSync(join(out, "rota.csv.bak2"), "utf8")).toBe("mine");
    expect(readFileSync(join(out, "rota.csv"), "utf8")).toBe("rota new");
    expect(openOutput(out).edited).toEqual([]);
  });

  it("may be a calendar, or somebody else's file of the same name", () => {
    const out = emptyFolder();
    openOutput(out).write({ ...outputTexts("old"), "calendars/a.ics": "a" });
    writeFileSync(join(out, "calendars", "a.ics"), "mine");
    const output = openOutput(out);
    expect(output.edited).toEqual(["calendars/a.ics"]);
    output.discard();
    const other = emptyFolder();
    writeFileSync(join(other, "ledger.csv"), "mine");
    expect(openOutput(other).edited).toEqual(["ledger.csv"]);
  });
});

describe("an output folder that holds input", () => {
  it("is refused: the folder of the case or of the ledger", () => {
    const dir = emptyFolder();
    cpSync(three, join(dir, "case"), { recursive: true });
    const before = readdirSync(join(dir, "case"));
    const { code, err } = rota(dir, ["solve", "case", "--month", "2026-12", "--out", "./case/."]);
    expect(err).toContain("holds input of this run");
    expect(code).toBe(64);
    expect(readdirSync(join(dir, "case"))).toEqual(before);
    writeFileSync(join(dir, "ledger.csv"), "month,staff,department,measure,after,balance\n");
    const ledger = ["solve", "case", "--month", "2026-12", "--ledger", "ledger.csv", "--out", "."];
    expect(rota(dir, ledger).code).toBe(64);
  });
});
