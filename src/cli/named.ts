import type { Text } from "../domain/text.js";
import { meant, quoted } from "../input/notice.js";
import { didYouMean, fold } from "../input/values/suggest.js";
import { EXIT, Failure } from "./failure.js";

/** Something that can be named on the command line by its id or its name. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
}

/** What kind of thing is named: "no office", "inget kontor". */
export const KINDS = {
  office: { en: "no office", sv: "inget kontor" },
  person: { en: "no person", sv: "ingen person" },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * The one that a word of the command line names: by its id, else by its id or name blind to case and marks. Ends the
 * command when there is none, with what was probably meant, or more than one.
 */
export function named<T extends Nameable>(word: string, among: readonly T[], kind: Text): T {
  const exact = among.find(({ id }) => id === word);
  if (exact) return exact;
  const alike = among.filter(
    ({ id, name }) => fold(id) === fold(word) || fold(name) === fold(word),
  );
  if (alike.length === 1) return alike[0]!;
  if (alike.length > 1) throw ambiguous(word, alike);
  const suggestion =
    didYouMean(
      word,
      among.flatMap(({ id, name }) => [id, name]),
    ) ?? partly(word, among);
  throw new Failure(EXIT.usage, {
    en: `there is ${kind.en} ${quoted(word)}. ${suggestion?.en ?? listed(among, "en")}`,
    sv: `det finns ${kind.sv} ${quoted(word)}. ${suggestion?.sv ?? listed(among, "sv")}`,
  });
}

const MOST_LISTED = 12;

/** The one whose name holds the word, such as the first name of a person, when there is one only. */
function partly(word: string, among: readonly Nameable[]): Text | null {
  const holding = among.filter(({ name }) => fold(name).split(" ").includes(fold(word)));
  return holding.length === 1 ? meant(holding[0]!.id) : null;
}

function listed(among: readonly Nameable[], language: "en" | "sv"): string {
  const ids = among.slice(0, MOST_LISTED).map(({ id }) => id);
  const more = among.length > ids.length ? " …" : "";
  return { en: `There are: ${ids.join(", ")}${more}`, sv: `Det finns: ${ids.join(", ")}${more}` }[
    language
  ];
}

function ambiguous(word: string, alike: readonly Nameable[]): Failure {
  const ids = alike.map(({ id }) => id).join(", ");
  return new Failure(EXIT.usage, {
    en: `${quoted(word)} is the name of several: ${ids}. Give the id.`,
    sv: `${quoted(word)} är namnet på flera: ${ids}. Ange id.`,
  });
}
