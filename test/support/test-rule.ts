import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { withoutBreak } from "../../src/domain/break-plan.js";
import type { Case, RuleSetting } from "../../src/domain/case.js";
import { sum } from "../../src/domain/collections.js";
import { Instance } from "../../src/domain/instance.js";
import type { Assignment, Rota } from "../../src/domain/rota.js";
import { compareAssignments } from "../../src/domain/rota.js";
import type { Violation } from "../../src/domain/violation.js";
import { decode, encode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge } from "../../src/planning/judge.js";
import { rowSlack } from "../../src/program/evaluate.js";
import type { Rule, Unit } from "../../src/rules/rule.js";
import type { ActiveRule } from "../../src/rules/settings.js";
import { activate } from "../../src/rules/settings.js";
import { workBreak } from "../../src/rules/work-break.js";
import { caseOf, row, time } from "./build-case.js";
import { allSoft, slackByRule } from "./law.js";

/** A small case and a rota for it. */
export interface Example {
  readonly name: string;
  readonly tables: Partial<Case>;
  /** Default: Tuesday 2026-12-01. */
  readonly first?: string;
  /** Default: Friday 2026-12-04, or `first` when that is given. */
  readonly last?: string;
  readonly holidays?: Readonly<Record<string, string>>;
  /** Default: not known. */
  readonly today?: string;
  /** `"2026-12-01 valbo day 09:00-16:00 anna"`, with a department when it is not the one that lends the person then. */
  readonly rota: readonly string[];
  /** False: no program can express the rota, because it is made by hand and of no openings, or of two duties a day. */
  readonly expressible?: false;
}

/** A finding, all but its texts; what is left out must be absent. */
export interface ExpectedFinding {
  readonly date?: string;
  readonly office?: string;
  readonly department?: string;
  readonly staff?: string;
  readonly time?: string;
  readonly actual: number;
  readonly limit: number;
  readonly amount: number;
  readonly unit: Unit;
}

export interface BreakingExample extends Example {
  readonly findings: readonly ExpectedFinding[];
}

export interface Examples {
  readonly keeps: readonly Example[];
  readonly breaks: readonly BreakingExample[];
}

/** A row of rules.csv that sets a parameter. */
export function setting(rule: string, parameter: string, value: number | string): RuleSetting {
  return { rule, severity: null, weight: null, parameter, value: String(value) };
}

/**
 * The one harness of all rules. Each example is judged and compared with what it expects, put through the law that binds
 * the rule's two halves, and tried under the rule's own severity.
 */
export function testRule(rule: Rule, examples: Examples): void {
  describe(rule.meta.id, () => {
    it("has examples that are worth running", () => refuseSloppiness(rule, examples));
    for (const example of examples.keeps) {
      it(`keeps: ${example.name}`, () => expectExample(rule, { ...example, findings: [] }));
    }
    for (const example of examples.breaks) {
      it(`breaks: ${example.name}`, () => expectExample(rule, example));
    }
    it("says, word for word, what its file of words holds", async () => {
      const words = examples.breaks.flatMap((example) => wordsOf(rule, example)).join("\n");
      await expect(`${words}\n`).toMatchFileSnapshot(`../rules/words/${rule.meta.id}.txt`);
    });
  });
}

/** Throws when a list of examples is not worth running. */
export function refuseSloppiness(rule: Rule, { keeps, breaks }: Examples): void {
  const refuse = (why: string) => {
    throw new Error(`${rule.meta.id}: ${why}`);
  };
  if (keeps.length === 0) refuse("no example keeps it");
  if (breaks.length === 0) refuse("no example breaks it");
  const all = [...keeps, ...breaks];
  for (const [index, example] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      if (example.name === other.name) refuse(`two examples are named "${example.name}"`);
      if (isDeepStrictEqual(situationOf(example), situationOf(other))) {
        refuse(`"${example.name}" and "${other.name}" are the same example`);
      }
    }
  }
  for (const { name, findings } of breaks) {
    if (findings.length === 0) refuse(`"${name}" breaks it but expects no finding`);
  }
  for (const parameter of Object.keys(rule.parameters)) {
    if (!all.some((example) => changesVerdict(rule, example, parameter))) {
      refuse(`no example has another verdict by its value of ${parameter}`);
    }
  }
}

function situationOf({ tables, first, last, holidays, today, rota }: Example): unknown {
  return { tables, first, last, holidays, today, rota: [...rota].sort() };
}

/** True when the example sets the parameter and would be judged otherwise without it. */
function changesVerdict(rule: Rule, example: Example, parameter: string): boolean {
  const settings = example.tables.ruleSettings ?? [];
  const others = settings.filter((own) => own.rule !== rule.meta.id || own.parameter !== parameter);
  if (others.length === settings.length) return false;
  const without = { ...example, tables: { ...example.tables, ruleSettings: others } };
  return !isDeepStrictEqual(verdictOf(rule, example), verdictOf(rule, without));
}

function verdictOf(rule: Rule, example: Example): unknown {
  const instance = instanceOfExample(example);
  return judged(rule, instance, rotaOf(instance, example)).map(subjectOf);
}

export function instanceOfExample({ tables, first, last, holidays, today }: Example): Instance {
  const period = { first: first ?? "2026-12-01", last: last ?? first ?? "2026-12-04" };
  return new Instance(
    caseOf(tables),
    period,
    new Map(Object.entries(holidays ?? {})),
    today ?? null,
  );
}

export function rotaOf(instance: Instance, { rota }: Pick<Example, "rota">): Rota {
  const assignments = rota.map((text) => {
    const plain = row(text);
    const lender = instance.departmentAt(plain.staff, plain.date, plain.time);
    return { ...plain, department: text.split(" ")[5] ?? lender };
  });
  return { assignments: assignments.sort(compareAssignments) };
}

/** The rule as the case sets it, or soft, together with the break that paid time depends on. */
function rulesFor(rule: Rule, instance: Instance, soft: boolean): ActiveRule[] {
  const rules = rule.meta.id === workBreak.meta.id ? [rule] : [rule, workBreak];
  const asSet = activate(rules, instance.theCase.ruleSettings);
  return allSoft(instance, rules).map((active, index) => {
    const own = asSet[index]!;
    if (own.severity === "off") return own;
    return index === 0 && !soft ? own : active;
  });
}

/** All that a rule says of an example, as a coordinator reads it, in both languages. */
function wordsOf(rule: Rule, example: Example): string[] {
  const instance = instanceOfExample(example);
  const violations = judged(rule, instance, rotaOf(instance, example));
  const lines = violations.flatMap(({ message, advice }) => [
    `en: ${message.en} → ${advice?.en}`,
    `sv: ${message.sv} → ${advice?.sv}`,
  ]);
  return [`# ${example.name}`, ...lines, ""];
}

function judged(rule: Rule, instance: Instance, rota: Rota): Violation[] {
  const violations = judge(instance, rulesFor(rule, instance, false), rota);
  return violations.filter((violation) => violation.rule === rule.meta.id);
}

function expectExample(rule: Rule, example: BreakingExample): void {
  const instance = instanceOfExample(example);
  const rota = rotaOf(instance, example);
  const violations = judged(rule, instance, rota);
  expect(violations.map(subjectOf)).toEqual(example.findings);
  for (const violation of violations) expectGoodWords(instance, violation);
  for (const violation of violations) expectGoodUnit(rule, violation);
  for (const shuffled of shuffles(rota.assignments)) {
    expect(judged(rule, instance, { assignments: shuffled })).toEqual(violations);
  }
  expectLaw(rule, example, instance, rota);
  expectSeverity(rule, example, instance, rota);
}

/** The fields of a violation that an example states, without those that are empty. */
function subjectOf(violation: Violation): ExpectedFinding {
  const { date, office, department, staff, actual, limit, amount, unit } = violation;
  return {
    ...(date !== null && { date }),
    ...(office !== null && { office }),
    ...(department !== null && { department }),
    ...(staff !== null && { staff }),
    ...(violation.time !== null && { time: written(violation.time) }),
    actual,
    limit,
    amount,
    unit: unit as Unit,
  };
}

function written({ from, to }: { readonly from: number; readonly to: number }): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const text = `${clock(from)}-${clock(to)}`;
  expect(time(text)).toEqual({ from, to });
  return text;
}

const LEAKS = /undefined|NaN|\bnull\b|\[object|Infinity| {2}|^\s|\s$/;

/** Both texts are there, in two languages, whole sentences, and say whom or what they are about. */
export function expectGoodWords(instance: Instance, violation: Violation): void {
  for (const text of [violation.message, violation.advice]) {
    expect(text).not.toBeNull();
    for (const words of [text!.en, text!.sv]) {
      expect(words).toMatch(/^\S.*\.$/);
      expect(words).not.toMatch(LEAKS);
    }
    expect(text!.en).not.toBe(text!.sv);
  }
  const { office, staff, department } = violation;
  const concerned = staff ?? office ?? department;
  if (concerned === null) return;
  const { theCase } = instance;
  const names = [...theCase.staff, ...theCase.offices, ...theCase.departments]
    .filter(({ id }) => id === concerned)
    .flatMap(({ id, name }) => [id, name]);
  for (const words of [violation.message.en, violation.message.sv]) {
    expect([concerned, ...names].some((name) => words.includes(name))).toBe(true);
  }
}

function expectGoodUnit(rule: Rule, { amount, unit, cost }: Violation): void {
  const weight = rule.meta.weights[unit as Unit] ?? 0;
  expect(Number.isInteger(weight) && weight > 0).toBe(true);
  expect(Number.isInteger(amount) && amount > 0).toBe(true);
  expect(Number.isInteger(cost) && cost > 0).toBe(true);
}

/** The rows in other orders: backwards, turned about the middle, and dealt in two hands. */
function shuffles(rows: readonly Assignment[]): Assignment[][] {
  const middle = Math.ceil(rows.length / 2);
  return [
    rows.toReversed(),
    [...rows.slice(middle), ...rows.slice(0, middle)],
    [...rows.filter((_, i) => i % 2 === 1), ...rows.filter((_, i) => i % 2 === 0)],
  ];
}

/** The least slack of the rule's rows costs what its findings do, wherever a program can express the rota. */
function expectLaw(rule: Rule, example: Example, instance: Instance, rota: Rota): void {
  const rules = rulesFor(rule, instance, true);
  const formulation = formulate(instance, rules);
  const { point, unplaced } = encode(formulation, rota);
  expect({ expressible: unplaced.length === 0 }).toEqual({
    expressible: example.expressible !== false,
  });
  if (example.expressible === false) return;
  const plain = (rows: readonly Assignment[]) =>
    rows.map((own) => ({ ...withoutBreak(own), status: "planned" }));
  expect(plain(decode(formulation, point).assignments)).toEqual(plain(rota.assignments));
  const findings = judge(instance, rules, rota).filter((own) => own.rule === rule.meta.id);
  const slack = slackByRule(formulation.program, point).get(rule.meta.id) ?? 0;
  expect(slack).toBe(sum(findings, ({ cost }) => cost));
}

/** A hard rule refuses what breaks it, or pays for it in tier 1; and no rule refuses what keeps it. */
function expectSeverity(
  rule: Rule,
  example: BreakingExample,
  instance: Instance,
  rota: Rota,
): void {
  const rules = rulesFor(rule, instance, false);
  const formulation = formulate(instance, rules);
  const { point, unplaced } = encode(formulation, rota);
  const broken = formulation.program.rows.some(
    (own) => own.origin.rule === rule.meta.id && own.tier < 2 && rowSlack(own, point) > 0,
  );
  const refused = unplaced.length > 0 || broken;
  const breaksHard = rules[0]!.severity === "hard" && example.findings.length > 0;
  if (breaksHard) expect({ refused }).toEqual({ refused: true });
  else if (example.expressible !== false) expect({ refused }).toEqual({ refused: false });
}
