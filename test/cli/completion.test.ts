import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { rootCommand } from "../../src/cli/commands/root.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { emptyFolder, rota } from "./support/rota.js";

let script = "";
beforeAll(() => {
  script = rota(".", ["completion", "bash"]).out;
});

/** What bash offers for the last of the words, sorted. */
function offered(words: readonly string[], cwd = "."): string[] {
  const list = words.map((word) => `'${word}'`).join(" ");
  const program = `${script}
COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}
_rota
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", program], {
    cwd,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter(Boolean).sort();
}

const commands = rootCommand("en", () => {}).commands.map((command) => command.name());

describe("completion in bash", () => {
  it("offers the commands, and those that begin so", () => {
    expect(offered(["rota", ""])).toEqual([...commands].sort());
    expect(offered(["rota", "s"])).toEqual(["show", "solve", "stress"]);
    expect(offered(["rota", "--lang", "sv", "va"])).toEqual(["validate"]);
    expect(offered(["rota", "help", "pro"])).toEqual(["program"]);
  });

  it("offers the options of the command", () => {
    expect(offered(["rota", "--"])).toEqual(["--debug", "--help", "--lang", "--version"]);
    expect(offered(["rota", "solve", "my-case", "--se"])).toEqual(["--seed"]);
    expect(offered(["rota", "show", "--"])).toContain("--person");
    expect(offered(["rota", "check", "--"])).not.toContain("--person");
  });

  it("offers the values of an option, in both ways of writing them", () => {
    expect(offered(["rota", "solve", "c", "--solver", ""])).toContain("javascript-lp-solver");
    expect(offered(["rota", "solve", "c", "--solver", "=", "hi"])).toEqual(["highs"]);
    expect(offered(["rota", "solve", "c", "--solver", "="])).toContain("highs");
    expect(offered(["rota", "check", "--lang", ""])).toEqual(["en", "sv"]);
    expect(offered(["rota", "--lang", ""])).toEqual(["en", "sv"]);
    expect(offered(["rota", "solve", "c", "--seed", ""])).toEqual([]);
  });

  it("offers the names of examples and the ids of rules", () => {
    expect(offered(["rota", "init", "c", "--example", "ga"])).toEqual(["gavle"]);
    expect(offered(["rota", "rules", ""])).toEqual(CATALOG.map(({ meta }) => meta.id).sort());
    expect(offered(["rota", "completion", ""])).toEqual(["bash", "fish", "zsh"]);
  });

  it("offers folders for cases and files for rotas, also with spaces", () => {
    const dir = emptyFolder();
    mkdirSync(join(dir, "min kommun"));
    writeFileSync(join(dir, "rota.csv"), "");
    expect(offered(["rota", "solve", ""], dir)).toEqual(["min kommun"]);
    expect(offered(["rota", "validate", "r", ""], dir)).toEqual(["min kommun", "rota.csv"]);
    expect(offered(["rota", "validate", "--case", "m"], dir)).toEqual(["min kommun"]);
  });
});

describe("completion in other shells", () => {
  it.each(["zsh", "fish"])("has everything of the definition for %s", (shell) => {
    const { code, out } = rota(".", ["completion", shell]);
    expect(code).toBe(0);
    const root = rootCommand("en", () => {});
    for (const command of root.commands) {
      expect(out).toContain(command.name());
      for (const { long } of command.options) expect(out).toContain(long?.slice(2));
    }
    for (const word of ["javascript-lp-solver", "gavle", "evening-cover"]) {
      expect(out).toContain(word);
    }
    expect((out.match(/'/g) ?? []).length % 2).toBe(0);
  });

  it("describes in the language asked for", () => {
    expect(rota(".", ["completion", "fish", "--lang", "sv"]).out).toContain("språk, sv eller en");
  });

  it("refuses a shell that it does not know", () => {
    const { code, err } = rota(".", ["completion", "bsh", "--lang", "sv"]);
    expect(code).toBe(64);
    expect(err).toContain(
      'argumentet <skal> kan inte ha värdet bsh. Möjliga värden är bash, zsh, fish. Menade du "bash"?',
    );
  });
});
