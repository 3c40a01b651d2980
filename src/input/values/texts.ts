import type { Text } from "../../domain/text.js";
import { quoted } from "../notice.js";
import { type Codec, codec, ok, type Parsed, readCell, refuse } from "./codec.js";
import { holdsIdentityNumber, tellsReason, WHY_NO_REASON, WHY_REFUSED } from "./personal-data.js";
import { didYouMean, foldWord } from "./suggest.js";

/** Any text. */
export const text: Codec<string> = codec({ en: "text", sv: "text" }, ok);

/** Any text that may name a person: one that holds a personal identity number is refused. */
export const personText: Codec<string> = codec(
  { en: "a name, no personal identity number", sv: "ett namn, inget personnummer" },
  (cell) => (holdsIdentityNumber(cell) ? refuseIdentity() : ok(cell)),
);

/** An id: a name on one line, without `|` (which parts the values of a list) and not `*` (which means all). */
export const id: Codec<string> = codec(
  { en: "a short name on one line, without |", sv: "ett kort namn på en rad, utan |" },
  parseId,
);

/** The id of a person; one that looks like a personal identity number is refused. */
export const personId: Codec<string> = codec(
  {
    en: "a short name or staff id, no personal identity number",
    sv: "ett kort namn eller anställnings-id, inget personnummer",
  },
  (cell) => (holdsIdentityNumber(cell) ? refuseIdentity() : parseId(cell)),
);

/** An id, or `*` for all, which is null. */
export const idOrAll: Codec<string | null> = codec(
  { en: "a name, or * for all", sv: "ett namn, eller * för alla" },
  (cell) => (cell === "*" ? ok(null) : parseId(cell)),
);

/** Ids parted by `|`, each once and in order of first mention; `*` is null: all. */
export const idsOrAll: Codec<readonly string[] | null> = codec(
  { en: "names parted by |, or * for all", sv: "namn åtskilda av |, eller * för alla" },
  (cell) => (cell === "*" ? ok(null) : parseIds(cell)),
);

/** Ids parted by `|`, each once and in order of first mention. */
export const ids: Codec<readonly string[]> = codec(
  { en: "names parted by |", sv: "namn åtskilda av |" },
  parseIds,
);

/** The words of a choice: for each value the English words, then the Swedish ones; the first of each is the canonical one. */
export type Choices<T extends string> = Readonly<
  Record<T, { readonly en: readonly string[]; readonly sv: readonly string[] }>
>;

/**
 * One of a few words, in English or Swedish, blind to case, marks, spaces, hyphens and underscores.
 *
 * @param hints what to say of words that are none of them and are often written, by {@link foldWord}
 */
export function choice<T extends string>(
  choices: Choices<T>,
  hints: Readonly<Record<string, Text>> = {},
): Codec<T> {
  const values = Object.keys(choices) as T[];
  const words = new Map<string, T>();
  for (const value of values) {
    for (const word of [value, ...choices[value].en, ...choices[value].sv])
      words.set(foldWord(word), value);
  }
  const expected: Text = {
    en: values.map((value) => choices[value].en[0] ?? value).join(", "),
    sv: values.map((value) => choices[value].sv[0] ?? value).join(", "),
  };
  const offered = values.flatMap((value) => [value, ...choices[value].en, ...choices[value].sv]);
  return codec(expected, (cell) => {
    const value = words.get(foldWord(cell));
    if (value !== undefined) return ok(value);
    const message = {
      en: `${quoted(cell)} is none of the words`,
      sv: `${quoted(cell)} är inget av orden`,
    };
    return refuse(message, hints[foldWord(cell)] ?? didYouMean(cell, offered));
  });
}

/** A codec of a person's status that refuses words for the reason of an absence, and never repeats them. */
export function withoutReasons<T>({ schema, expected }: Codec<T>): Codec<T> {
  return codec(expected, (cell) =>
    tellsReason(cell)
      ? { fault: { message: WHY_NO_REASON, code: "sensitive-value", secret: true } }
      : readCell(schema, cell),
  );
}

function parseId(cell: string): Parsed<string> {
  if (cell === "*") {
    return refuse({ en: "* (all) is not possible here", sv: "* (alla) är inte möjligt här" });
  }
  return /[|\n\t]/.test(cell)
    ? refuse({
        en: `${quoted(cell)} holds more than one value or line`,
        sv: `${quoted(cell)} innehåller mer än ett värde eller en rad`,
      })
    : ok(cell);
}

function parseIds(cell: string): Parsed<readonly string[]> {
  const parts = cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) return refuse({ en: "the list is empty", sv: "listan är tom" });
  const wrong = parts.map(parseId).find((parsed) => "fault" in parsed);
  return wrong && "fault" in wrong ? wrong : ok([...new Set(parts)]);
}

function refuseIdentity(): Parsed<never> {
  return {
    fault: { message: WHY_REFUSED["identity-number"], code: "sensitive-value", secret: true },
  };
}
