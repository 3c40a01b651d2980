import type { Language, Text } from "../../domain/text.js";
import type { Annotation, Judgement } from "./judgement.js";

/** One line for each violation and warning, `file:line: rule: message`; accepted ones are left out. */
export function judgementText({ annotations }: Judgement, language: Language): string {
  return annotations
    .filter(({ accepted }) => !accepted)
    .map((annotation) => `${lineOf(annotation, language)}\n`)
    .join("");
}

function lineOf(annotation: Annotation, language: Language): string {
  const { file, line, rule, level, advice } = annotation;
  const place = line === null ? file : `${file}:${line}`;
  const mark = MARKS[level];
  const said = [
    messageWithRows(annotation, language),
    ...(advice && level !== "soft" ? [advice[language]] : []),
  ];
  return `${place}: ${rule}${mark ? ` (${mark[language]})` : ""}: ${said.join(" ")}`;
}

const MARKS: Readonly<Record<Annotation["level"], Text | null>> = {
  input: null,
  hard: null,
  soft: { en: "soft", sv: "mjuk" },
  warning: { en: "warning", sv: "varning" },
};

const MOST_ROWS_NAMED = 4;

/** The message with the other rows that it is about, when they are few, such as ` See line 7 too.`. */
export function messageWithRows({ message, lines }: Annotation, language: Language): string {
  const [, ...others] = lines;
  if (others.length === 0 || others.length >= MOST_ROWS_NAMED) return message[language];
  const rows = others.join(", ");
  const words: Text = {
    en: `See ${others.length === 1 ? "line" : "lines"} ${rows} too.`,
    sv: `Se även rad ${rows}.`,
  };
  return `${message[language]} ${words[language]}`;
}

/** The message and, if any, the advice. */
export function fullMessage(annotation: Annotation, language: Language): string {
  const { advice } = annotation;
  const message = messageWithRows(annotation, language);
  return advice ? `${message} ${advice[language]}` : message;
}
