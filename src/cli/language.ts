import type { Language } from "../domain/text.js";

/**
 * The language that a person wants: `--lang`, else `ROTA_LANG`, else what the environment says as Unix has it. Where it says
 * nothing, as on Windows, the system's own locale decides.
 *
 * @param systemLocale such as `sv-SE`
 */
export function languageOf(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  systemLocale = "",
): Language {
  const asked = askedLanguage(argv);
  if (asked === "sv" || asked === "en") return asked;
  const { ROTA_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = ROTA_LANG || LC_ALL || LC_MESSAGES || LANG || systemLocale;
  return /^sv([_.@-]|$)/i.test(locale) ? "sv" : "en";
}

/** The value of `--lang`, looked for before argv is parsed: trouble with argv itself is told in that language too. */
function askedLanguage(argv: readonly string[]): string | null {
  const at = argv.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at < 0) return null;
  const [, value] = argv[at]!.split("=");
  return value ?? argv[at + 1] ?? null;
}
