import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { rootCommand } from "../../src/cli/commands/root.js";
import { SWEDISH_PLACEHOLDERS } from "../../src/cli/usage-words.js";
import { templates } from "../../src/input/tables/templates.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { emptyFolder, fixture, rota } from "./support/rota.js";
import { foreignWords, writtenPairs } from "./support/texts.js";

/** File names, and words that the languages share. */
const SAME_IN_BOTH = /^([a-z]+\.(csv|json|html)|per|text|Person|Budget|Status)$/;

describe("every text of the source", () => {
  const pairs = writtenPairs();

  it("is found", () => {
    expect(pairs.length).toBeGreaterThan(400);
  });

  it.each(["en", "sv"] as const)("holds no words of the other language (%s)", (language) => {
    const wrong = pairs
      .map((pair) => ({ ...pair, words: foreignWords(pair[language], language) }))
      .filter(({ words }) => words.length > 0)
      .map(({ place, words, ...pair }) => `${place}: ${words.join(" ")}: ${pair[language]}`);
    expect(wrong).toEqual([]);
  });

  it("says something of its own in each language", () => {
    const alike = pairs.filter(
      ({ en, sv }) => en === sv && /\p{L}{3}/u.test(en) && !SAME_IN_BOTH.test(en),
    );
    expect(alike.map(({ place, en }) => `${place}: ${en}`)).toEqual([]);
  });
});

/** Every command with its path. */
function commandsOf(language: "en" | "sv"): Command[] {
  const root = rootCommand(language, () => {});
  return [root, ...root.commands];
}

/** The whole help of a command, examples and all. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

describe("every command", () => {
  it.each(["en", "sv"] as const)("helps in its language alone, examples first (%s)", (language) => {
    for (const command of commandsOf(language)) {
      const help = helpOf(command);
      expect(help).toMatch(language === "sv" ? /^Exempel:\n {2}\S/ : /^Examples:\n {2}\S/);
      const words = help
        .split("\n")
        .filter((line) => !/^ {2}(rota|eval) /.test(line))
        .join("\n");
      expect({ [command.name()]: foreignWords(words, language) }).toEqual({ [command.name()]: [] });
    }
  });

  it("describes each option and argument, and each differently in Swedish", () => {
    const swedish = commandsOf("sv");
    for (const [i, command] of commandsOf("en").entries()) {
      const other = swedish[i]!;
      const parts = [...command.options, ...command.registeredArguments];
      const others = [...other.options, ...other.registeredArguments];
      expect(command.description()).not.toBe(other.description());
      for (const [n, { description }] of parts.entries()) {
        expect(description).not.toBe("");
        expect(others[n]!.description).not.toBe(description);
      }
    }
  });

  it("names its values in Swedish", () => {
    for (const command of commandsOf("en")) {
      const flags = command.options.map((option) => option.flags).join(" ");
      const values = [...flags.matchAll(/[<[](.+?)[>\]]/g)].map(([, value]) => value!);
      for (const name of [...values, ...command.registeredArguments.map((one) => one.name())]) {
        expect(Object.keys(SWEDISH_PLACEHOLDERS)).toContain(name);
      }
    }
  });
});

describe("what commands print", () => {
  const languages = ["en", "sv"] as const;
  const dir = fixture("too-few-evenings");

  it.each(languages)("is in one language: the catalogue, rule by rule (%s)", (language) => {
    const [list = "", ...rules] = [[], ...CATALOG.map(({ meta }) => [meta.id])].map(
      (id) => rota(".", ["rules", ...id, "--lang", language]).out,
    );
    expect(foreignWords(list, language)).toEqual([]);
    for (const rule of rules) expect([rule, foreignWords(rule, language)]).toEqual([rule, []]);
  });

  it.each(languages)("is in one language: a run, its rota, its judgement (%s)", (language) => {
    const cwd = emptyFolder();
    const lang = ["--lang", language];
    const month = ["--month", "2026-12"];
    const runs = [
      rota(cwd, ["solve", dir, ...month, "--out", "o", ...lang]),
      rota(cwd, ["check", dir, ...month, ...lang]),
      rota(cwd, ["check", fixture("broken-input"), ...lang]),
      rota(cwd, ["validate", "o/rota.csv", "--case", dir, ...month, ...lang]),
      ...["office", "person", "week"].map((by) =>
        rota(cwd, ["show", "o/rota.csv", "--by", by, ...lang]),
      ),
      rota(cwd, ["init", "c", ...lang]),
      rota(cwd, ["init", "d", "--example", "three-files", ...lang]),
    ];
    for (const { out, err } of runs) {
      for (const text of [out, err])
        expect([text, foreignWords(text, language)]).toEqual([text, []]);
    }
  });

  it.each(languages)("is in one language: the comments of the templates (%s)", (language) => {
    for (const text of templates(language).values()) {
      const comments = text.split("\n").filter((line) => line.startsWith("# "));
      expect(foreignWords(comments.join("\n"), language)).toEqual([]);
    }
  });
});
