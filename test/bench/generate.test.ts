import { describe, expect, test } from "vitest";
import { generateCase } from "../../bench/generate/case.js";
import { SIZES } from "../../bench/generate/model.js";
import { districtsOf, neighboursOf } from "../../bench/generate/offices.js";
import { ruleDescriptions } from "../../src/api/rules-in-force.js";
import { periodOfMonth } from "../../src/domain/calendar.js";
import { groupBy, sum } from "../../src/domain/collections.js";
import { Instance } from "../../src/domain/instance.js";
import { publicHolidays } from "../../src/domain/public-holidays.js";
import { readCase } from "../../src/input/case/read-case.js";
import { readRota } from "../../src/input/case/read-rota.js";
import { formatNotice } from "../../src/input/notice.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A generated case as the program sees it. */
async function generated(size: string, seed: number) {
  const { files, witness } = generateCase(SIZES[size]!, seed);
  const input = new Map([...files].map(([name, text]) => [name, bytes(text)]));
  const { case: theCase, notices } = readCase(input, { rules: ruleDescriptions(CATALOG) });
  if (!theCase) throw new Error(notices.map((notice) => formatNotice(notice, "en")).join("\n"));
  const period = periodOfMonth("2026-12");
  const instance = new Instance(theCase, period, publicHolidays(period));
  const { rows } = readRota("witness.csv", bytes(witness), theCase);
  const rota = { assignments: rows.map(({ assignment }) => assignment) };
  return { theCase, notices, instance, rota };
}

describe("generateCase", () => {
  test("the same seed gives the same bytes, another seed others", () => {
    const [one, same, other] = [1, 1, 2].map((seed) => [...generateCase(SIZES.S!, seed).files]);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  test.each([
    ["S", 1],
    ["S", 2],
    ["S", 3],
    ["M", 1],
    ["M", 2],
    ["L", 1],
  ])("%s with seed %i is read without a notice, and every requirement can be met", async (size, seed) => {
    const { theCase, notices, instance, rota } = await generated(size, seed);
    expect(notices.map((notice) => formatNotice(notice, "en"))).toEqual([]);
    expect(theCase.offices).toHaveLength(SIZES[size]!.offices);
    expect(theCase.staff).toHaveLength(SIZES[size]!.staff);
    const violations = judge(instance, activate(CATALOG, theCase.ruleSettings), rota);
    const hard = violations.filter(({ severity }) => severity === "hard");
    expect(hard.map(({ message }) => message.en)).toEqual([]);
    expect(tierTotals(violations)[0]).toBe(0);
  });

  test.each([
    "S",
    "M",
    "L",
  ])("%s has about one and a half times the people it needs", async (size) => {
    const { instance } = await generated(size, 1);
    const { offices, staff } = instance.theCase;
    const need = sum(instance.dates, (date) =>
      sum(offices, ({ id, minStaff }) => (instance.openHours(id, date).length > 0 ? minStaff : 0)),
    );
    const open = instance.dates.filter((date) =>
      offices.some(({ id }) => instance.openHours(id, date).length > 0),
    );
    const supply = sum(
      open,
      (date) => staff.filter(({ id }) => instance.available(id, date).length > 0).length,
    );
    expect(supply / need).toBeGreaterThan(1.35);
    expect(supply / need).toBeLessThan(1.75);
  });

  test("refuses more offices than the people can staff", () => {
    expect(() => generateCase({ offices: 20, staff: 10 }, 1)).toThrow(/too few/);
  });
});

describe("districts", () => {
  test.each(Object.entries(SIZES))("%s: at most six offices each, none empty", (_, { offices }) => {
    const districts = districtsOf(offices);
    const sizes = groupBy(districts, (district) => district);
    for (const own of sizes.values()) {
      expect(own.length).toBeLessThanOrEqual(6);
      expect(own.length).toBeGreaterThanOrEqual(3);
    }
  });

  test("neighbours are mutual", () => {
    for (let a = 0; a < 27; a++) {
      for (const b of neighboursOf(a, 27)) expect(neighboursOf(b, 27)).toContain(a);
    }
  });
});
