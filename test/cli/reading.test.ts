import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, fixture, rota } from "./support/rota.js";

const three = fixture("three-files");

describe("init", () => {
  it("writes templates that name what is missing when they are checked", () => {
    const dir = emptyFolder();
    expect(rota(dir, ["init", "case"]).code).toBe(0);
    expect(readdirSync(join(dir, "case"))).toContain("offices.csv");
    expect(rota(dir, ["check", "case"])).toMatchObject({
      code: 65,
      out: expect.stringContaining("offices.csv"),
    });
  });

  it("copies an example byte for byte", () => {
    const dir = emptyFolder();
    expect(rota(dir, ["init", "case", "--example", "three-files"]).code).toBe(0);
    for (const name of readdirSync(three)) {
      expect(readFileSync(join(dir, "case", name))).toEqual(readFileSync(join(three, name)));
    }
  });

  it("overwrites nothing and says what is in the way", () => {
    const dir = emptyFolder();
    mkdirSync(join(dir, "case"));
    writeFileSync(join(dir, "case", "staff.csv"), "mine");
    const { code, err } = rota(dir, ["init", "case"]);
    expect(code).toBe(73);
    expect(err).toContain("staff.csv");
    expect(readdirSync(join(dir, "case"))).toEqual(["staff.csv"]);
    expect(readFileSync(join(dir, "case", "staff.csv"), "utf8")).toBe("mine");
  });

  it("cannot write below a file", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "file"), "");
    expect(rota(dir, ["init", "file/case"]).code).toBe(73);
  });
});

describe("check", () => {
  it("says what it read", () => {
    const { code, out } = rota(".", ["check", three]);
    expect(code).toBe(0);
    expect(out).toContain("2 offices, 6 people of 3 departments");
    expect(out).toContain("2026-12");
  });

  it("lists every error with its place", () => {
    const { code, out } = rota(".", ["check", fixture("broken-input")]);
    expect(code).toBe(65);
    expect(out).toMatch(/^availability\.csv:4:6: /m);
    expect(out).toMatch(/^evenings\.csv:4:1: .*Did you mean "bergby"\?/m);
  });

  it("gives the same as JSON", () => {
    const { code, out } = rota(".", ["check", fixture("broken-input"), "--json"]);
    expect(code).toBe(65);
    const parsed = JSON.parse(out);
    expect(parsed).toMatchObject({ ok: false, read: null });
    expect(parsed.notices[0]).toMatchObject({ file: "availability.csv", line: 4, column: 6 });
  });

  it("tells a missing folder from bad input", () => {
    const dir = emptyFolder();
    expect(rota(dir, ["check", "nowhere"]).code).toBe(66);
    expect(rota(dir, ["check", "."]).code).toBe(66);
    copyFileSync(join(three, "offices.csv"), join(dir, "offices.csv"));
    writeFileSync(join(dir, "evenings.csv"), "ofice\nx\n");
    expect(rota(dir, ["check", "."]).code).toBe(65);
  });

  it("knows when a case says nothing of a month", () => {
    const dir = emptyFolder();
    for (const name of ["offices.csv", "evenings.csv"]) {
      copyFileSync(join(three, name), join(dir, name));
    }
    writeFileSync(join(dir, "availability.csv"), "staff;department;date\nalva;x;2026-12-07\n");
    expect(rota(dir, ["check", ".", "--month", "2026-12"]).code).toBe(0);
    expect(rota(dir, ["check", ".", "--month", "2027-01"]).code).toBe(65);
  });
});

describe("rules", () => {
  it("lists them and shows one", () => {
    expect(rota(".", ["rules", "--lang", "sv"]).out).toContain("Dygnsvila");
    expect(rota(".", ["rules", "daily-rest", "--lang", "sv"]).out).toContain(
      "vila mellan två dagar",
    );
    const { code, out } = rota(".", ["rules", "daily-rest"]);
    expect(code).toBe(0);
    expect(out).toContain("rest_minutes");
    expect(out).toContain("Arbetstidslagen");
  });

  it("gives them as JSON", () => {
    expect(JSON.parse(rota(".", ["rules", "--json"]).out)[0]).toHaveProperty("severity");
    expect(JSON.parse(rota(".", ["rules", "pins", "--json"]).out).id).toBe("pins");
  });
});

describe("program", () => {
  it("prints opaque names, and what they mean to a file of its own", () => {
    const dir = emptyFolder();
    const args = ["program", three, "--format", "lp", "--names", "names.csv"];
    const { code, out } = rota(dir, args);
    expect(code).toBe(0);
    expect(out).toMatch(/^Minimize\n/);
    expect(out).not.toMatch(/alva|hemlingby/);
    expect(readFileSync(join(dir, "names.csv"), "utf8")).toMatch(
      /^name,meaning\nx0,alva 2026-12-01/,
    );
  });

  it("prints MPS of a tier under a limit", () => {
    const args = ["program", three, "--format", "mps", "--tier", "2", "--limit", "1=0"];
    const { code, out } = rota(".", args);
    expect(code).toBe(0);
    expect(out.startsWith("NAME")).toBe(true);
    expect(out.endsWith("\nENDATA\n")).toBe(true);
  });
});
