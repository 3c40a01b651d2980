import { describe, expect, it } from "vitest";
import { judge } from "../../src/planning/judge.js";
import { splitDuty } from "../../src/rules/split-duty.js";
import { staffOverlap } from "../../src/rules/staff-overlap.js";
import { office, people } from "../support/build-case.js";
import { allSoft } from "../support/law.js";
import type { BreakingExample, Example } from "../support/test-rule.js";
import {
  expectGoodWords,
  instanceOfExample,
  refuseSloppiness,
  rotaOf,
  setting,
} from "../support/test-rule.js";

const tables = { offices: [office("valbo")], ...people("anna") };
const keep: Example = { name: "keep", tables, rota: [] };
const twice = "2026-12-01 valbo day 09:00-16:00 anna";
const broken: BreakingExample = {
  name: "break",
  tables,
  rota: [twice, twice],
  expressible: false,
  findings: [{ actual: 420, limit: 0, amount: 420, unit: "minutes" }],
};

describe("the harness of rules refuses", () => {
  it("nothing that is well made", () => {
    refuseSloppiness(staffOverlap, { keeps: [keep], breaks: [broken] });
  });

  it.each([
    ["a rule that nothing keeps", { keeps: [], breaks: [broken] }, /no example keeps it/],
    ["a rule that nothing breaks", { keeps: [keep], breaks: [] }, /no example breaks it/],
    [
      "two examples of one name",
      { keeps: [keep, { ...keep, rota: [twice] }], breaks: [broken] },
      /two examples are named "keep"/,
    ],
    [
      "the same example under two names",
      { keeps: [keep, { ...keep, name: "other" }], breaks: [broken] },
      /"keep" and "other" are the same/,
    ],
    [
      "a break without findings",
      { keeps: [keep], breaks: [{ ...broken, findings: [] }] },
      /expects no finding/,
    ],
  ])("%s", (_, examples, why) => {
    expect(() => refuseSloppiness(staffOverlap, examples)).toThrow(why);
  });

  it("a parameter that no example shows at work", () => {
    const idle = {
      ...keep,
      name: "idle",
      tables: { ...tables, ruleSettings: [setting("split-duty", "max_gap", 30)] },
    };
    expect(() => refuseSloppiness(splitDuty, { keeps: [keep, idle], breaks: [broken] })).toThrow(
      /no example has another verdict by its value of max_gap/,
    );
  });

  it("words that are missing, leak, or name nobody", () => {
    const instance = instanceOfExample(broken);
    const [violation] = judge(
      instance,
      allSoft(instance, [staffOverlap]),
      rotaOf(instance, broken),
    );
    const bad = (en: string, sv: string) => () =>
      expectGoodWords(instance, { ...violation!, message: { en, sv } });
    expect(bad("anna is here.", "anna är här.")).not.toThrow();
    expect(bad("anna is here.", "anna is here.")).toThrow();
    expect(bad("anna is here", "anna är här")).toThrow();
    expect(bad("anna is NaN.", "anna är här.")).toThrow();
    expect(bad("anna is undefined.", "anna är här.")).toThrow();
    expect(bad("anna is [object Object].", "anna är här.")).toThrow();
    expect(bad("Somebody is here.", "Någon är här.")).toThrow();
    expect(() => expectGoodWords(instance, { ...violation!, advice: null })).toThrow();
  });
});
