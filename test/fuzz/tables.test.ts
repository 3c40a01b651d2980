import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseOfFiles } from "../../src/api/read-case.js";
import { Instance } from "../../src/domain/instance.js";
import { readRota } from "../../src/input/case/read-rota.js";
import { readScenarios } from "../../src/input/scenarios/read-scenarios.js";
import { tables } from "../../src/input/tables/catalog.js";
import { readTable } from "../../src/input/tables/read-table.js";
import { judge } from "../../src/planning/judge.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import {
  examplesOf,
  rotaExamples,
  SURROUNDING,
  scenarioExamples,
  TABLES,
} from "./support/corpus.js";
import { mutated, mutation } from "./support/mutations.js";
import { expectPlain, hasErrors, inputs, SEED, timed } from "./support/oracle.js";

const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });
const december = { first: "2026-12-01", last: "2026-12-31" };
const { case: around } = caseOfFiles(SURROUNDING);

/** A short run and a long one differ in nothing but how many inputs they try. */
describe("damaged files", () => {
  it.each(TABLES)("%s alone: read or refused in plain words", (name) => {
    const property = fc.property(
      fc.constantFrom(...examplesOf(name)),
      mutations,
      (example, changes) => {
        const bytes = mutated(example, changes);
        const { table, notices } = timed(() => readTable<unknown>("t.csv", bytes, tables[name]));
        expectPlain(notices);
        if (table === null && !hasErrors(notices)) expect.fail("neither table nor error");
        for (const { line, value } of table?.rows ?? []) {
          if (line < 2 && value !== null) expect.fail("a row before the header");
        }
      },
    );
    fc.assert(property, { numRuns: inputs(0.66 / TABLES.length, 100), seed: SEED });
  }, 3_600_000);

  it.each(TABLES)("%s in a case: read or refused in plain words", (name) => {
    const property = fc.property(
      fc.constantFrom(...examplesOf(name)),
      mutations,
      (example, changes) => {
        const files = new Map([...SURROUNDING, [`${name}.csv`, mutated(example, changes)]]);
        const { case: theCase, notices } = timed(() => caseOfFiles(files));
        expectPlain(notices);
        if ((theCase === null) !== hasErrors(notices)) expect.fail("neither case nor error");
      },
    );
    fc.assert(property, { numRuns: inputs(0.1 / TABLES.length, 50), seed: SEED });
  }, 3_600_000);

  it("every table: what is read can be judged", () => {
    const rows = readRota("rota.csv", rotaExamples()[8]!, around).rows;
    const assignments = rows.map(({ assignment }) => assignment);
    const examples = TABLES.flatMap((name) =>
      examplesOf(name).map((example) => [name, example] as const),
    );
    const property = fc.property(
      fc.constantFrom(...examples),
      mutations,
      ([name, example], changes) => {
        const files = new Map([...SURROUNDING, [`${name}.csv`, mutated(example, changes)]]);
        const { case: theCase } = caseOfFiles(files);
        if (theCase === null) return;
        const instance = new Instance(theCase, december, new Map());
        const rules = activate(CATALOG, theCase.ruleSettings);
        const violations = timed(() => judge(instance, rules, { assignments }));
        const broken = violations.filter(
          ({ amount, cost }) => !(amount > 0) || !Number.isFinite(cost),
        );
        expect(broken).toEqual([]);
      },
    );
    fc.assert(property, { numRuns: inputs(0.03, 150), seed: SEED });
  }, 3_600_000);

  it("rota.csv: read or refused in plain words, with a case and without", () => {
    const property = fc.property(
      fc.constantFrom(...rotaExamples()),
      mutations,
      fc.boolean(),
      (example, changes, alone) => {
        const bytes = mutated(example, changes);
        const { rows, notices } = timed(() => readRota("rota.csv", bytes, alone ? null : around));
        expectPlain(notices);
        for (const { assignment, line } of rows) {
          if (line < 2 || assignment.time.from >= assignment.time.to) expect.fail("no row");
        }
      },
    );
    fc.assert(property, { numRuns: inputs(0.16, 300), seed: SEED });
  }, 3_600_000);

  it("scenarios.csv: cases, or refused in plain words", () => {
    const property = fc.property(
      fc.constantFrom(...scenarioExamples()),
      mutations,
      (example, changes) => {
        const file = { name: "scenarios.csv", bytes: mutated(example, changes) };
        const { scenarios, notices } = timed(() =>
          readScenarios(SURROUNDING, { file, vary: [] }, { rules: [] }),
        );
        expectPlain(notices);
        if ((scenarios === null) !== hasErrors(notices)) expect.fail("neither cases nor error");
      },
    );
    fc.assert(property, { numRuns: inputs(0.05, 100), seed: SEED });
  }, 3_600_000);
});
