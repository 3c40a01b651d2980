import type { RuleSetting, Severity } from "../domain/case.js";
import type { BreakTerms } from "../domain/duty.js";
import { parseTime } from "../domain/interval.js";
import type { ParameterSpec, Rule, Unit } from "./rule.js";

/** A rule as it applies to a case: with its severity, its weights and the values of its parameters. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly values: Readonly<Record<string, number>>;
  /** Cost of one unit of amount. */
  weightOf(unit: Unit): number;
}

/**
 * The catalogue under the settings of a case. A weight in rules.csv is for the rule's main unit (the first that it names);
 * its other units keep their proportion, and cost 1 at the least; 0 makes all of them free, and what breaks the rule is
 * still told. Rules that are always hard stay so.
 */
export function activate(catalog: readonly Rule[], settings: readonly RuleSetting[]): ActiveRule[] {
  return catalog.map((rule) => {
    const own = settings.filter((setting) => setting.rule === rule.meta.id);
    const wanted = own.findLast((setting) => setting.severity !== null)?.severity;
    const weight = own.findLast((setting) => setting.weight !== null)?.weight ?? null;
    return {
      rule,
      severity: rule.meta.alwaysHard ? "hard" : (wanted ?? rule.meta.severity),
      values: valuesOf(rule, own),
      weightOf: (unit) => scaledWeight(rule, unit, weight),
    };
  });
}

/** The break that the presence of a case holds, by its rule `work-break`; none when that rule is off. */
export function breakTerms(rules: readonly ActiveRule[]): BreakTerms {
  const active = rules.find(({ rule }) => rule.meta.id === "work-break");
  if (!active || active.severity === "off") return { stretchMinutes: Infinity, breakMinutes: 0 };
  const { stretch_minutes, break_minutes } = active.values;
  return { stretchMinutes: stretch_minutes!, breakMinutes: break_minutes! };
}

/** A parameter's value as written in rules.csv as a number: a time of day in minutes, else the integer itself. */
export function parameterValue(spec: ParameterSpec, text: string): number | null {
  if (spec.kind === "time") return parseTime(text);
  return /^-?\d+$/.test(text) ? Number(text) : null;
}

function valuesOf(rule: Rule, settings: readonly RuleSetting[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rule.parameters).map(([name, spec]) => {
      const set = settings.findLast((setting) => setting.parameter === name)?.value ?? null;
      const value = set === null ? null : parameterValue(spec, set);
      return [name, value ?? spec.default];
    }),
  );
}

function scaledWeight(rule: Rule, unit: Unit, weight: number | null): number {
  const base = rule.meta.weights[unit];
  if (base === undefined) throw new Error(`rule ${rule.meta.id} has no weight for ${unit}`);
  if (weight === null || weight === 0) return weight ?? base;
  const main = Object.values(rule.meta.weights)[0]!;
  return Math.max(1, Math.round((base * weight) / main));
}
