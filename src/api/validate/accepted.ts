import type { Language } from "../../domain/text.js";
import { VERSION } from "../../domain/version.js";
import type { Annotation, Judgement } from "../../report/ci/judgement.js";

/** Accepted violations, as a file of {@link acceptedText} has them. Told apart by fingerprint; the rest is for readers. */
export interface Accepted {
  readonly schemaVersion: 1;
  readonly month: string;
  readonly violations: readonly {
    /** SHA-256 in hexadecimal digits. */
    readonly fingerprint: string;
    readonly rule: string;
    readonly amount: number;
  }[];
}

/** All violations of a judgement as the accepted ones from now on: one a line, in an order that compares well. */
export function acceptedText({ annotations, month }: Judgement, language: Language): string {
  const lines = annotations
    .flatMap(({ violation, fingerprint, message }) => {
      if (violation === null) return [];
      const { rule, date, office, department, staff, from, to, amount, unit } = violation;
      const subject = { rule, date, office, department, staff, from, to };
      return [
        JSON.stringify({ fingerprint, ...subject, amount, unit, message: message[language] }),
      ];
    })
    .map((line) => `    ${line}`);
  const head = { schemaVersion: 1, version: VERSION, month };
  const fields = Object.entries(head).map(
    ([name, value]) => `  "${name}": ${JSON.stringify(value)},`,
  );
  const list = lines.length > 0 ? `[\n${lines.join(",\n")}\n  ]` : "[]";
  return `{\n${fields.join("\n")}\n  "violations": ${list}\n}\n`;
}

/**
 * The annotations compared with the accepted violations. One that is worse than it was accepted is not accepted any more.
 * `gone`: how many accepted violations of the rules that were looked at are not there.
 */
export function compared(
  annotations: readonly Annotation[],
  { violations }: Accepted,
  rules: ReadonlySet<string>,
): { readonly annotations: readonly Annotation[]; readonly gone: number } {
  const amounts = new Map(violations.map(({ fingerprint, amount }) => [fingerprint, amount]));
  const found = new Set(annotations.map(({ fingerprint }) => fingerprint));
  const gone = violations.filter(
    ({ fingerprint, rule }) => rules.has(rule) && !found.has(fingerprint),
  ).length;
  return { annotations: annotations.map((own) => comparedOne(own, amounts)), gone };
}

function comparedOne(annotation: Annotation, amounts: ReadonlyMap<string, number>): Annotation {
  const { violation, fingerprint } = annotation;
  if (violation === null) return annotation;
  const before = amounts.get(fingerprint);
  if (before === undefined) return { ...annotation, baseline: "new" };
  return {
    ...annotation,
    baseline: before === violation.amount ? "unchanged" : "updated",
    accepted: violation.amount <= before,
  };
}
