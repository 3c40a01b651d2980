import { formatTime } from "../domain/interval.js";
import type { Text } from "../domain/text.js";
import type { RuleDescription } from "../input/case/check-rules.js";
import type { RuleInForce } from "../outputs/report.js";
import { CATALOG } from "../rules/catalog.js";
import type { ParameterSpec, Rule, Unit } from "../rules/rule.js";
import type { ActiveRule } from "../rules/settings.js";

/** What the input layer must know of the rules to check rules.csv. */
export function ruleDescriptions(rules: readonly Rule[]): RuleDescription[] {
  return rules.map(({ meta, parameters }) => ({
    id: meta.id,
    alwaysHard: meta.alwaysHard,
    severity: meta.severity,
    parameters: Object.entries(parameters).map(([name, { kind, min, max }]) => ({
      name,
      kind,
      min,
      max,
    })),
  }));
}

/** The rules that are on, as a report shows them. */
export function rulesInForce(rules: readonly ActiveRule[]): RuleInForce[] {
  return rules.flatMap(({ rule, severity, values, weightOf }) => {
    if (severity === "off") return [];
    const units = Object.keys(rule.meta.weights) as Unit[];
    const parameters = Object.entries(rule.parameters).map(([name, spec]) => [
      name,
      shownValue(spec, values[name]!),
    ]);
    return [
      {
        id: rule.meta.id,
        title: rule.meta.title,
        severity,
        weights: Object.fromEntries(units.map((unit) => [unit, weightOf(unit)])),
        parameters: Object.fromEntries(parameters),
      },
    ];
  });
}

/** The ids of all rules, those that are off too. */
export function ruleIds(): string[] {
  return CATALOG.map(({ meta }) => meta.id);
}

/** The titles of all rules by id. */
export function ruleTitles(rules: readonly Rule[]): Map<string, Text> {
  return new Map(rules.map(({ meta }) => [meta.id, meta.title]));
}

/** A parameter's value as people read it: times of day as `HH:MM`, everything else as the number that it is. */
function shownValue(spec: ParameterSpec, value: number): number | string {
  return spec.kind === "time" ? formatTime(value) : value;
}
