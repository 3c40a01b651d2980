import type { Language } from "../../domain/text.js";
import { type Annotation, type Judgement, slashed } from "./judgement.js";
import { fullMessage } from "./text.js";

/** How grave GitLab is to show each level. */
const SEVERITIES = {
  input: "blocker",
  hard: "critical",
  soft: "minor",
  warning: "info",
} as const satisfies Readonly<Record<Annotation["level"], string>>;

/** The judgement as a GitLab Code Quality report; accepted violations are left out. */
export function judgementGitlab({ annotations }: Judgement, language: Language): string {
  const issues = annotations
    .filter(({ accepted }) => !accepted)
    .map((annotation) => ({
      description: `${annotation.title[language]}: ${fullMessage(annotation, language)}`,
      check_name: annotation.rule,
      fingerprint: annotation.fingerprint,
      severity: SEVERITIES[annotation.level],
      location: {
        path: slashed(annotation.file),
        lines: { begin: annotation.line ?? 1 },
      },
    }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
