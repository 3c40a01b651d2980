import type { Language, Text } from "../../domain/text.js";
import { type Annotation, fails, type Judgement, type RuleHelp } from "./judgement.js";
import { fullMessage } from "./text.js";

/**
 * The judgement as JUnit XML: a test case for each violation, and one that passes for each rule that is kept. What makes the
 * check fail is a failure (unreadable input an error), everything else that was found is skipped.
 */
export function judgementJunit(judgement: Judgement, language: Language): string {
  const { file, month, rules, annotations, version, failOn } = judgement;
  const broken = new Set(annotations.map(({ rule }) => rule));
  const unread = annotations.some(({ level }) => level === "input");
  const kept = unread ? [] : rules.filter(({ id }) => !broken.has(id));
  const cases = [
    ...annotations.map((annotation) => caseOf(annotation, judgement, language)),
    ...kept.map((rule) => keptCase(rule, language)),
  ];
  const errors = annotations.filter(({ level }) => level === "input").length;
  const failures = annotations.filter((one) => fails(one, failOn)).length - errors;
  const skipped = annotations.length - failures - errors;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  const name = `name="${xml(month === null ? file : `${file} ${month}`)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rota validate" ${counts}>`,
    `  <testsuite ${name} ${counts} skipped="${skipped}">`,
    `    <properties><property name="rota" value="${xml(version)}"/></properties>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseOf(annotation: Annotation, { failOn }: Judgement, language: Language): string {
  const { rule, level, file, line, fingerprint } = annotation;
  const name = `${nameOf(annotation, language)} #${fingerprint.slice(0, 8)}`;
  const message = fullMessage(annotation, language);
  const element = level === "input" ? "error" : fails(annotation, failOn) ? "failure" : "skipped";
  const place = line === null ? file : `${file}:${line}`;
  return [
    `    <testcase classname="${xml(`rota.${rule}`)}" name="${xml(name)}">`,
    `      <${element} type="${xml(rule)}" message="${xml(`${statusOf(annotation, language)}${message}`)}">${xml(`${place}: ${message}`)}</${element}>`,
    "    </testcase>",
  ].join("\n");
}

function keptCase({ id, title }: RuleHelp, language: Language): string {
  return `    <testcase classname="${xml(`rota.${id}`)}" name="${xml(title[language])}"/>`;
}

/** What the violation is of, in words that stay when the figures change. */
function nameOf({ title, violation }: Annotation, language: Language): string {
  if (violation === null) return title[language];
  const { date, office, department, staff, from, to } = violation;
  const time = from && to ? `${from}–${to}` : null;
  const subject = [office, department, staff, date, time].filter((part) => part !== null);
  return [title[language], ...subject].join(" · ");
}

/** Why it is no failure though it was found. */
function statusOf({ accepted, level }: Annotation, language: Language): string {
  const word: Text | null = accepted ? ACCEPTED : level === "soft" ? SOFT : null;
  return word ? `${word[language]}: ` : "";
}

const ACCEPTED: Text = { en: "accepted", sv: "godtagen" };
const SOFT: Text = { en: "soft", sv: "mjuk" };

/** Text for an attribute or an element: markup escaped, and without characters that XML 1.0 cannot hold. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, "\uFFFD")
      .replace(/[&<>"'\n\r\t]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  );
}
