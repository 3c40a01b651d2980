import type { Annotation, Judgement } from "./judgement.js";
import { passes } from "./judgement.js";

/**
 * The judgement as JSON, texts in both languages. `valid`: no hard rule is broken, accepted or not; `passed`: nothing was found
 * that makes the check fail.
 */
export function judgementJson(judgement: Judgement): string {
  const { version, month, file, failOn, annotations, gone } = judgement;
  const valid = annotations.every(({ level }) => level === "soft" || level === "warning");
  const of = (wanted: (annotation: Annotation) => boolean) => annotations.filter(wanted);
  const document = {
    schemaVersion: 1,
    file,
    month,
    valid,
    violations: of(({ violation }) => violation !== null).map(violationJson),
    passed: passes(judgement),
    failOn,
    notices: of(({ violation }) => violation === null).map(noticeJson),
    acceptedGone: gone,
    version,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function violationJson({ violation, line, column, lines, ...annotation }: Annotation) {
  const { fingerprint, baseline, accepted } = annotation;
  return { line, column, lines, ...violation, fingerprint, baseline, accepted };
}

function noticeJson({ rule, level, file, line, column, lines, message, advice }: Annotation) {
  return { code: rule, level, file, line, column, lines, message, advice };
}
