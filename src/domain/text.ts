/** The languages that the program speaks. */
export type Language = "en" | "sv";

/** One sentence for people, in each language. Everything that the core says to a person is such a pair. */
export type Text = Readonly<Record<Language, string>>;

/** A text that is the same in both languages, such as a name or a number. */
export function same(text: string): Text {
  return { en: text, sv: text };
}
