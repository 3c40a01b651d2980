import { CommanderError } from "commander";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootCommand } from "../../src/cli/commands/root.js";
import { usageWords } from "../../src/cli/usage-words.js";
import { emptyFolder, fixture, rota } from "../cli/support/rota.js";
import { TOKENS } from "./support/mutations.js";
import { inputs, SEED } from "./support/oracle.js";

/** Every word that the command line knows: commands, options, and values that some of them take. */
const KNOWN = [
  ...rootCommand("en", () => {}).commands.flatMap((command) => [
    command.name(),
    ...command.options.flatMap(({ long, short, argChoices }) => [
      long ?? "",
      short ?? "",
      `${long}=`,
      ...(argChoices ?? []),
    ]),
  ]),
  "--",
  "-",
  "--month",
  "2026-12",
  "2026-13",
  "--seed",
  "1e9",
  "-5",
  "0,5",
  "1=0",
  "sv",
];

const word = fc.oneof(
  { arbitrary: fc.constantFrom(...KNOWN), weight: 6 },
  { arbitrary: fc.constantFrom(...TOKENS), weight: 2 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 6 }), weight: 1 },
);

/** How argv is understood: reached a command, or the words for what is wrong with it. */
function understood(argv: readonly string[], language: "en" | "sv"): string | null {
  const root = rootCommand(language, () => {});
  root.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  for (const command of root.commands) {
    command.action(() => {});
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  }
  try {
    root.parse([...argv], { from: "user" });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return usageWords(error, language);
  }
}

describe("any words after rota", () => {
  it("are a command, or a usage error in the language", () => {
    const property = fc.property(
      fc.array(word, { maxLength: 7 }),
      fc.constantFrom("en", "sv" as const),
      (argv, language) => {
        const words = understood(argv, language);
        if (words !== null && words.trim() === "") expect.fail("an error without words");
      },
    );
    fc.assert(property, { numRuns: inputs(0.01, 100), seed: SEED });
  }, 3_600_000);

  it("end with a documented exit code and without a stack", () => {
    const dir = emptyFolder();
    const runs = [
      ["solve", fixture("broken-input"), "--month", "2026-12", "--out", "\u001b[2J"],
      ["check", "\u001b]0;x\u0007"],
      ["validate", "__proto__", "--case", "constructor"],
      ["show", fixture("broken-input"), "--week", "\u202e"],
      ["rules", "__proto__"],
    ];
    for (const argv of runs) {
      const { code, out, err } = rota(dir, argv);
      expect([64, 65, 66], argv.join(" ")).toContain(code);
      expect(err).not.toMatch(/^\s+at /m);
      const said = (out + err).replaceAll("\n", "");
      expect(/[\p{Cc}\p{Cf}]/u.test(said), argv.join(" ")).toBe(false);
    }
  });
});
