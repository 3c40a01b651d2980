import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { rootCommand } from "../../src/cli/commands/root.js";
import { emptyFolder, fixture, rota } from "./support/rota.js";
import { foreignWords } from "./support/texts.js";

const three = fixture("three-files");

const COMMANDS = rootCommand("en", () => {}).commands.map((command) => command.name());

describe("usage", () => {
  it("helps, with examples first", () => {
    const { code, out } = rota(".", ["--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Examples:\n {2}rota init/);
  });

  it("helps in Swedish, and for each command", () => {
    for (const command of COMMANDS) {
      const { code, out } = rota(".", [command, "--help", "--lang", "sv"]);
      expect(code).toBe(0);
      expect(out).toMatch(/^Exempel:\n {2}\S/);
      expect(out).toContain(`\nAnvändning: rota ${command} `);
    }
  });

  it("helps at once", () => {
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      rota(".", ["--help"]);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it("tells its version", () => {
    expect(rota(".", ["--version"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\./),
    });
  });

  it.each([
    [["slove"], "unknown command 'slove'", "Did you mean solve?"],
    [["solve", three, "--sed", "3"], "unknown option '--sed'", "Did you mean --seed?"],
    [["help", "slove"], "unknown command 'slove'", "Did you mean solve?"],
    [["solve", three, "--solver", "higs"], "higs", 'Did you mean "highs"?'],
    [["solve"], "missing required argument 'dir'", ""],
    [["solve", three, "--seed", "x"], "--seed", "whole number"],
    [["solve", three, "--slot-minutes", "0"], "--slot-minutes", "whole number, 1 or more"],
    [["solve", three, "--slot-pause", "-5"], "--slot-pause", "whole number, 0 or more"],
    [["solve", three, "--slot-desk", "1.5"], "--slot-desk", "whole number, 0 or more"],
    [["solve", three, "--month", "2026-13"], "--month", "2026-12"],
    [["solve", three, "--solver", "cplex"], "cplex", "javascript-lp-solver"],
    [["check", three, "--lang", "de"], "--lang", "sv, en"],
    [["validate", "rota.csv"], "--case", ""],
    [["program", three, "--month", "2026-12"], "--format", ""],
    [["program", three, "--format", "lp", "--limit", "1"], "--limit", "1=0"],
    [["rules", "evning-cover"], "evning-cover", 'Did you mean "evening-cover"?'],
    [["init", "x", "--example", "gavel"], "gavel", 'Did you mean "gavle"?'],
  ])("refuses %j", (args, what, instead) => {
    const { code, out, err } = rota(emptyFolder(), args);
    expect({ code, out }).toEqual({ code: 64, out: "" });
    expect(err).toContain(what);
    expect(err).toContain(instead);
  });

  it("helps on a command by name, as the command itself does", () => {
    expect(rota(".", ["help", "solve", "--lang", "sv"])).toEqual(
      rota(".", ["solve", "--help", "--lang", "sv"]),
    );
    expect(rota(".", ["help"])).toEqual(rota(".", ["--help"]));
  });

  it.each([
    [["validate", "rota.csv"], "växeln --case <mapp> måste anges"],
    [["solve"], "argumentet <mapp> saknas"],
    [["solve", "a", "b"], "för många argument"],
    [["solve", three, "--sed", "3"], "okänd växel --sed (Menade du --seed?)"],
    [["solve", three, "--month"], "växeln --month <månad> saknar sitt värde"],
    [
      ["solve", three, "--month", "x"],
      "kan inte ha värdet x. En månad ser ut som 2026-12, med ett år från 2000 till 2099.",
    ],
    [["solve", three, "--solver", "higs"], 'highs, javascript-lp-solver. Menade du "highs"?'],
    [["help", "slove"], "okänt kommando slove (Menade du solve?)"],
    [["init", "x", "--templates", "--example", "gavle"], "kan inte användas ihop med"],
  ])("refuses %j in Swedish", (args, words) => {
    const { code, out, err } = rota(emptyFolder(), [...args, "--lang", "sv"]);
    expect({ code, out }).toEqual({ code: 64, out: "" });
    expect(err).toContain(words);
    expect(foreignWords(err, "sv")).toEqual([]);
  });

  it("tells usage errors in Swedish too", () => {
    const { code, err } = rota(".", ["slove", "--lang", "sv"]);
    expect(code).toBe(64);
    expect(err).toContain("okänt kommando slove");
    expect(err).toContain("(Menade du solve?)");
  });
});
