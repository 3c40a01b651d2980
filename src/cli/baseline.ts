import { z } from "zod";
import { readBytes } from "../api/case-files.js";
import type { Language } from "../domain/text.js";
import { VERSION } from "../domain/version.js";
import type { Annotation, Judgement } from "../report/ci/judgement.js";
import { cannotRead, EXIT, Failure } from "./failure.js";

/** A violation that was accepted: it is told by its fingerprint, the rest is for those who read the file. */
const accepted = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  rule: z.string(),
  amount: z.number(),
});

const baselineFile = z.object({
  schemaVersion: z.literal(1),
  month: z.string(),
  violations: z.array(accepted),
});

/** Accepted violations, as a file of {@link baselineText} has them. */
export type Baseline = z.infer<typeof baselineFile>;

/** Reads a file of accepted violations; ends the command when it is none. */
export function readBaseline(path: string): Baseline {
  let text: string;
  try {
    text = new TextDecoder().decode(readBytes(path));
  } catch (error) {
    throw cannotRead(path, error);
  }
  const parsed = baselineFile.safeParse(jsonOrNull(text));
  if (parsed.success) return parsed.data;
  throw new Failure(EXIT.badInput, {
    en: `${path} is no file of accepted violations. Make one with rota validate … --write-baseline ${path}.`,
    sv: `${path} är ingen fil med godtagna brott. Gör en med rota validate … --write-baseline ${path}.`,
  });
}

/** All violations of a judgement as the accepted ones from now on: one a line, in an order that compares well. */
export function baselineText(
  { annotations }: Judgement,
  period: string,
  language: Language,
): string {
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
  const head = { schemaVersion: 1, version: VERSION, month: period };
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
  { violations }: Baseline,
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

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
