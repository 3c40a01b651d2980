import fc from "fast-check";
import { expect, it } from "vitest";
import type { Assignment } from "../../src/domain/rota.js";
import { decode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge } from "../../src/planning/judge.js";
import { allSoft, pointOf } from "../support/law.js";
import { randomInstance } from "../support/random-instance.js";

/** Rules whose advice names an id, because it is what a cell of a table must hold. */
const CELLS = ["allowed-office"];

it("messages call people and offices by their names, in both languages", () => {
  const rules = new Set<string>();
  const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  const property = fc.property(randomInstance, draws, (instance, drawn) => {
    const { staff, offices } = instance.theCase;
    const ids = [...staff, ...offices].map(({ id }) => id);
    const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ids.join("|")})(?![\\p{L}\\p{N}])`, "u");
    const { program, ...rest } = formulate(instance, allSoft(instance));
    const point = pointOf(program, () => drawn.next().value, 0.2);
    const planned = decode({ program, ...rest }, point).assignments;
    // Outside every opening, and several places at once, so that rules of no program have their say.
    const astray = planned.flatMap((row): Assignment[] => [
      row,
      { ...row, office: offices[0]!.id, time: { from: 0, to: 1440 } },
    ]);
    for (const violation of judge(instance, allSoft(instance), { assignments: astray })) {
      const { rule, message, advice } = violation;
      rules.add(rule);
      const said = [message, ...(CELLS.includes(rule) || !advice ? [] : [advice])];
      for (const text of said.flatMap(({ en, sv }) => [en, sv])) expect(text).not.toMatch(named);
    }
  });
  fc.assert(property, { numRuns: 60, seed: 1 });
  expect(rules.size).toBeGreaterThan(35);
}, 60_000);
