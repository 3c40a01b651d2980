import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkLines } from "../../mutants/check-lines.js";
import { mutateOf, testsOf, unitsOf } from "../../mutants/units.js";
import { CATALOG } from "../../src/rules/catalog.js";

const FILES: Readonly<Record<string, string>> = {
  rule: `import { shared as sum, unused } from "./helper.js";
import { addDays } from "../domain/calendar.js";

export const rule = defineRule({
  *constrain(candidates) {
    yield rows(candidates);
  },
  *check(rota) {
    yield* judge(rota, sum);
  },
});

function rows() {}

function* judge(rota: RotaView) {
  yield limit(rota);
}

const limit = (rota: RotaView) =>
  rota.days;
`,
  helper: `export function shared() {
  return inner();
}

function inner() {}

export function unused() {
  return inner();
}
`,
  bare: "export const bare = defineRule({ meta: {} });\n",
};
const read = (file: string) => FILES[file]!;

describe("the lines of a rule that judge", () => {
  it("are its check and what that reaches, also in the helpers, and nothing else", () => {
    expect([...checkLines("rule", read)]).toEqual([
      [
        "rule",
        [
          { from: 8, to: 10 },
          { from: 15, to: 17 },
          { from: 19, to: 20 },
        ],
      ],
      [
        "helper",
        [
          { from: 1, to: 3 },
          { from: 5, to: 5 },
        ],
      ],
    ]);
  });

  it("must be there", () => {
    expect(() => checkLines("bare", read)).toThrow("bare has no check");
  });
});

describe("the files that mutants are made in", () => {
  const units = unitsOf(fileURLToPath(new URL("../..", import.meta.url)));

  it("are all rules of the catalogue, each once", () => {
    const ids = CATALOG.map(({ meta }) => meta.id);
    const names = units.map(({ name }) => name);
    expect(names.filter((name) => ids.includes(name)).sort()).toEqual([...ids].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it("are judged by the examples of each rule that uses them", () => {
    const rule = units.find(({ name }) => name === "daily-rest")!;
    expect(testsOf(rule)).toEqual(["test/rules/daily-rest.test.ts"]);
    const helper = units.find(({ name }) => name === "department-time")!;
    expect(testsOf(helper)).toContain("test/rules/department-hours.test.ts");
    expect(testsOf(helper)).toContain("test/rules/department-share.test.ts");
  });

  it("are named with their lines, as the mutation tester wants it", () => {
    const lines = [
      { from: 3, to: 5 },
      { from: 9, to: 9 },
    ];
    expect(mutateOf({ name: "a", lines, rules: ["a"] })).toEqual([
      "src/rules/a.ts:3-5",
      "src/rules/a.ts:9-9",
    ]);
  });
});
