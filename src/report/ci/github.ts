import type { Language } from "../../domain/text.js";
import { type Annotation, type Judgement, slashed } from "./judgement.js";
import { fullMessage } from "./text.js";

/**
 * The judgement as workflow commands of GitHub Actions, one a line: they become annotations of the changed files. Accepted
 * violations are left out, since GitHub shows ten of a kind in a step; hard ones come first.
 */
export function judgementGithub({ annotations }: Judgement, language: Language): string {
  return annotations
    .filter(({ accepted }) => !accepted)
    .map((annotation) => `${commandOf(annotation, language)}\n`)
    .join("");
}

function commandOf(annotation: Annotation, language: Language): string {
  const { level, file, line, span, rule, title } = annotation;
  const command = level === "input" || level === "hard" ? "error" : "warning";
  const columns = line !== null && span ? { col: span.from, endColumn: span.to } : {};
  const properties = {
    file: slashed(file),
    line: line ?? 1,
    ...columns,
    title: `${title[language]} (${rule})`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${command} ${written.join(",")}::${data(fullMessage(annotation, language))}`;
}

/** The message of a command: what would end the line is escaped. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a command: what would end the property is escaped too. */
function property(value: string | number): string {
  return data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
