import { sha256Hex } from "../../domain/sha256.js";
import type { ReportViolation } from "../../outputs/report.js";

/** What makes a violation this one and no other: its rule and subject, not its amount and not its words. */
export type Subject = Pick<
  ReportViolation,
  "rule" | "date" | "office" | "department" | "staff" | "from" | "to" | "unit"
>;

/**
 * A fingerprint for each violation of a month, in order. It depends on the rule and its subject alone, so it stays when rows
 * move, texts are reworded or the amount changes. Violations with the same subject are numbered, the worst first.
 */
export function violationFingerprints(
  month: string,
  violations: readonly (Subject & Pick<ReportViolation, "amount">)[],
): string[] {
  const subjects = violations.map((own) =>
    JSON.stringify([
      ...[month, own.rule, own.date, own.office, own.department],
      ...[own.staff, own.from, own.to, own.unit],
    ]),
  );
  const worstFirst = [...violations.keys()].sort(
    (a, b) => violations[b]!.amount - violations[a]!.amount || a - b,
  );
  return numbered(subjects, worstFirst);
}

/** A fingerprint for each of these keys, in order; equal keys are numbered in the order given. */
export function fingerprints(keys: readonly string[]): string[] {
  return numbered(keys, [...keys.keys()]);
}

function numbered(keys: readonly string[], order: readonly number[]): string[] {
  const seen = new Map<string, number>();
  const found = new Array<string>(keys.length);
  for (const index of order) {
    const key = keys[index]!;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    found[index] = sha256Hex(`${key} ${earlier}`);
  }
  return found;
}
