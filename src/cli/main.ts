import { CommanderError } from "commander";
import type { Language, Text } from "../domain/text.js";
import { rootCommand } from "./commands/root.js";
import { EXIT, Failure } from "./failure.js";
import { languageOf } from "./language.js";
import { takeStreamErrors } from "./streams.js";
import { say } from "./terminal.js";
import { usageWords, wrongChoice } from "./usage-words.js";

/** Runs the program with the words after its name; answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const systemLocale = new Intl.DateTimeFormat().resolvedOptions().locale;
  const language = languageOf(argv, process.env, systemLocale);
  let exitCode: number = EXIT.ok;
  const root = rootCommand(language, (code) => {
    exitCode = code;
  });
  takeStreamErrors(language);
  // What fails where nobody waits for it would end the process with the exit code of a broken rule. What fails while that
  // is told is told no more.
  process.once("uncaughtException", (error) => {
    process.on("uncaughtException", () => process.exit(EXIT.internal));
    void tellFailure(error, language, argv).then((code) => process.exit(code));
  });
  try {
    await root.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    return await tellFailure(error, language, argv);
  }
}

/** Tells what ended the run, and answers its exit code. */
async function tellFailure(
  error: unknown,
  language: Language,
  argv: readonly string[],
): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code === "commander.help") return EXIT.usage;
    const meant = await meantChoice(error);
    const words = [usageWords(error, language), ...(meant ? [meant[language]] : [])].join(" ");
    say(`rota: ${words}\n${SEE_HELP[language]}`);
    return EXIT.usage;
  }
  if (error instanceof Failure) {
    say(`rota: ${error.text[language]}`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(`rota: ${INTERNAL[language]}: ${message.split("\n")[0]}`);
  if (argv.includes("--debug") || process.env.ROTA_DEBUG) {
    say(error instanceof Error ? (error.stack ?? message) : message);
  } else say(SEE_DEBUG[language]);
  return EXIT.internal;
}

/** What was meant by a value that is none of an option's choices. */
async function meantChoice(error: CommanderError): Promise<Text | null> {
  const wrong = wrongChoice(error);
  if (wrong === null) return null;
  const { didYouMean } = await import("../input/values/suggest.js");
  return didYouMean(wrong.value, wrong.choices);
}

const SEE_HELP: Text = {
  en: "See rota --help, or rota help COMMAND.",
  sv: "Se rota --help, eller rota help KOMMANDO.",
};
const INTERNAL: Text = { en: "internal error", sv: "internt fel" };
const SEE_DEBUG: Text = {
  en: "This is a fault in rota. Run again with ROTA_DEBUG=1 to see where, and please report it.",
  sv: "Det är ett fel i rota. Kör igen med ROTA_DEBUG=1 för att se var, och rapportera det gärna.",
};
