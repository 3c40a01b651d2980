import { sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import type { Rota } from "../domain/rota.js";
import { compareText } from "../domain/rota.js";
import { RotaView } from "../domain/rota-view.js";
import type { Violation } from "../domain/violation.js";
import { tierOf } from "../domain/violation.js";
import type { Finding } from "../rules/rule.js";
import type { ActiveRule } from "../rules/settings.js";
import { breakTerms } from "../rules/settings.js";

/**
 * Judges a rota by the `check` half of every rule that is on; no program and no solver is involved. The violations come in
 * canonical order: hard first, then by rule in the order of the catalogue, date, office, person and time.
 */
export function judge(instance: Instance, rules: readonly ActiveRule[], rota: Rota): Violation[] {
  const view = new RotaView(instance, rota, breakTerms(rules));
  const violations = rules.flatMap((active) =>
    active.severity === "off"
      ? []
      : [...active.rule.check(view, active.values)]
          .map((finding) => violationOf(active, finding))
          .sort(compareSubjects),
  );
  return violations.sort((a, b) => tierOf(a) - tierOf(b));
}

/** The value of each tier (index 0: tier 1) by the violations of a rota. */
export function tierTotals(violations: readonly Violation[]): [number, number] {
  const total = (tier: 1 | 2) =>
    sum(violations, (violation) => (tierOf(violation) === tier ? violation.cost : 0));
  return [total(1), total(2)];
}

function violationOf({ rule, severity, weightOf }: ActiveRule, finding: Finding): Violation {
  return {
    rule: rule.meta.id,
    severity: severity === "soft" ? "soft" : "hard",
    date: finding.date ?? null,
    office: finding.office ?? null,
    department: finding.department ?? null,
    staff: finding.staff ?? null,
    time: finding.time ?? null,
    actual: finding.actual,
    limit: finding.limit,
    amount: finding.amount,
    unit: finding.unit,
    cost: finding.amount * weightOf(finding.unit),
    message: finding.message,
    advice: finding.advice ?? null,
  };
}

function compareSubjects(a: Violation, b: Violation): number {
  return (
    compareText(a.date ?? "", b.date ?? "") ||
    compareText(a.office ?? "", b.office ?? "") ||
    compareText(a.department ?? "", b.department ?? "") ||
    compareText(a.staff ?? "", b.staff ?? "") ||
    (a.time?.from ?? 0) - (b.time?.from ?? 0)
  );
}
