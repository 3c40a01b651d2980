import type { Language } from "../domain/text.js";

/** The language that a person wants: `--lang`, else what the environment says; English when it says nothing. */
export function languageOf(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = askedLanguage(argv);
  if (asked === "sv" || asked === "en") return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^sv([_.@-]|$)/i.test(locale) ? "sv" : "en";
}

/** The value of `--lang`, looked for before argv is parsed: trouble with argv itself is told in that language too. */
function askedLanguage(argv: readonly string[]): string | null {
  const at = argv.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at < 0) return null;
  const [, value] = argv[at]!.split("=");
  return value ?? argv[at + 1] ?? null;
}
