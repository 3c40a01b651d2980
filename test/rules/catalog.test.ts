import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Text } from "../../src/domain/text.js";
import { CATALOG } from "../../src/rules/catalog.js";
import type { Rule } from "../../src/rules/rule.js";

const SOURCES = new URL("../../src/rules/", import.meta.url);
const TESTS = new URL("./", import.meta.url);
const ids = CATALOG.map(({ meta }) => meta.id);
const source = (id: string) => readFileSync(new URL(`${id}.ts`, SOURCES), "utf8");

/** Texts that name files and nothing else, and so are the same in every language. */
const isFileName = (text: string) => /^[a-z]+\.csv$/.test(text);

function expectText({ en, sv }: Text): void {
  expect(en.trim()).toBe(en);
  expect(sv.trim()).toBe(sv);
  expect(en.length).toBeGreaterThan(0);
  expect(sv.length).toBeGreaterThan(0);
  if (!isFileName(en)) expect(sv).not.toBe(en);
}

describe("the catalogue of rules", () => {
  it("has no id twice", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("lists every rule file of the folder", () => {
    const files = readdirSync(SOURCES).filter((name) =>
      readFileSync(new URL(name, SOURCES), "utf8").includes("= defineRule({"),
    );
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it("has a file of words for each rule and for nothing else", () => {
    const files = readdirSync(new URL("words/", TESTS));
    expect(files.sort()).toEqual(ids.map((id) => `${id}.txt`).sort());
  });

  it.each(ids)("%s is in kebab-case and named like its file", (id) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(source(id)).toContain(`id: "${id}"`);
  });

  it.each(ids)("%s imports no other rule", (id) => {
    const imported = [...source(id).matchAll(/from "\.\/([\w-]+)\.js"/g)].map(([, name]) => name);
    expect(imported.filter((name) => ids.includes(name!))).toEqual([]);
  });

  it.each(ids)("%s has its examples, put through the harness", (id) => {
    const file = new URL(`${id}.test.ts`, TESTS);
    expect(existsSync(file)).toBe(true);
    const test = readFileSync(file, "utf8");
    const [, name] = /export const (\w+) = defineRule/.exec(source(id))!;
    expect(test).toContain(`import { ${name} } from "../../src/rules/${id}.js"`);
    expect(test).toContain(`testRule(${name}, {`);
  });
});

describe.each(CATALOG.map((rule): [string, Rule] => [rule.meta.id, rule]))("%s", (_, rule) => {
  const { meta } = rule;

  it("speaks both languages", () => {
    for (const text of [meta.title, meta.statement, meta.formula, meta.source]) expectText(text);
    expect(meta.statement.en).toMatch(/^[A-Z].*\.$/);
    expect(meta.statement.sv).toMatch(/^[A-ZÅÄÖ].*\.$/);
    for (const { meaning } of Object.values(rule.parameters)) expectText(meaning);
  });

  it("weighs each of its units with a positive whole number", () => {
    const weights = Object.values(meta.weights);
    expect(weights.length).toBeGreaterThan(0);
    for (const weight of weights) expect(Number.isInteger(weight) && weight > 0).toBe(true);
  });

  it("is hard when nothing may weaken it", () => {
    if (meta.alwaysHard) expect(meta.severity).toBe("hard");
  });

  it("has parameters with a default in range and a source", () => {
    for (const [name, spec] of Object.entries<Rule["parameters"][string]>(rule.parameters)) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(spec.min).toBeLessThanOrEqual(spec.default);
      expect(spec.default).toBeLessThanOrEqual(spec.max);
      expectText(spec.source);
    }
  });
});
