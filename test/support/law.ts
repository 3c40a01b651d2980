import { expect } from "vitest";
import { groupBy, sum } from "../../src/domain/collections.js";
import type { Instance } from "../../src/domain/instance.js";
import { decode, encode } from "../../src/planning/encoding.js";
import type { Formulation } from "../../src/planning/formulate.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge } from "../../src/planning/judge.js";
import type { PlannedProgram } from "../../src/planning/origin.js";
import { completeSwitches } from "../../src/program/complete-switches.js";
import type { Point, Program } from "../../src/program/program.js";
import { CATALOG } from "../../src/rules/catalog.js";
import type { Rule } from "../../src/rules/rule.js";
import type { ActiveRule } from "../../src/rules/settings.js";
import { activate } from "../../src/rules/settings.js";

/** Every given rule as a soft one, also those that are always hard: so no duty is filtered and every row has a slack. */
export function allSoft(instance: Instance, rules: readonly Rule[] = CATALOG): ActiveRule[] {
  return activate(rules, instance.theCase.ruleSettings).map((active) => ({
    ...active,
    severity: "soft",
  }));
}

/** Cost of the least slack of each rule's rows at a point, by rule; rules without cost are left out. */
export function slackByRule(program: PlannedProgram, point: Point): Map<string, number> {
  const costs = new Map<string, number>();
  for (const own of program.rows) {
    let activity = 0;
    for (const [index, variable] of own.variables.entries()) {
      activity += own.coefficients[index]! * point[variable]!;
    }
    const cost = Math.max(0, activity - own.limit) * own.weight;
    const { rule } = own.origin;
    if (cost > 0) costs.set(rule, (costs.get(rule) ?? 0) + cost);
  }
  return costs;
}

/** A point in which each choice takes the variable of the given draw (0 to 1), or none when the draw is under `idle`. */
export function pointOf(program: Program, draw: () => number, idle: number): Point {
  const point = new Uint8Array(program.variableCount);
  for (const choice of program.choices) {
    const drawn = (draw() - idle) / (1 - idle);
    if (drawn >= 0)
      point[choice[Math.min(choice.length - 1, Math.floor(drawn * choice.length))]!] = 1;
  }
  return completeSwitches(program, point);
}

/**
 * The law that binds a rule's two halves, at one point: for each rule the cost of the least slack of its rows is the cost
 * of its violations in the rota of that point. Also: the rota encodes back to the same point.
 */
export function expectLaw(
  instance: Instance,
  rules: readonly ActiveRule[],
  formulation: Formulation,
  point: Point,
): void {
  const rota = decode(formulation, point);
  const violations = judge(instance, rules, rota);
  const judged = new Map(
    [...groupBy(violations, ({ rule }) => rule)].map(([rule, own]) => [
      rule,
      sum(own, ({ cost }) => cost),
    ]),
  );
  const slack = slackByRule(formulation.program, point);
  expect(Object.fromEntries([...judged].sort())).toEqual(Object.fromEntries([...slack].sort()));
  const encoded = encode(formulation, rota);
  expect(encoded.unplaced).toEqual([]);
  expect([...encoded.point]).toEqual([...point]);
}

/** Formulates an instance with every rule soft and hands each drawn point to the law. */
export function expectLawAtPoints(instance: Instance, points: number, random: () => number): void {
  const rules = allSoft(instance);
  const formulation = formulate(instance, rules);
  for (let i = 0; i < points; i++) {
    expectLaw(instance, rules, formulation, pointOf(formulation.program, random, i / points));
  }
}
