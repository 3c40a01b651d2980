import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulate } from "../../src/planning/formulate.js";
import { HangingRows } from "../../src/program/hanging-rows.js";
import { linearise, lineariseNamed } from "../../src/program/linear.js";
import type { Program } from "../../src/program/program.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import { relax } from "../../src/solver/highs/relax.js";
import { Random } from "../../src/solver/search/random.js";
import { row } from "../solver/support/row.js";
import { randomInstance } from "../support/random-instance.js";
import { tinyProgram } from "./support/tiny-program.js";

/** Three people who may each serve an evening, which is a switch. */
const evening: Program = {
  variableCount: 4,
  variableNames: ["ann", "bo", "cai", "evening"],
  choices: [Int32Array.of(0), Int32Array.of(1), Int32Array.of(2)],
  switches: [{ variable: 3, members: Int32Array.of(0, 1, 2) }],
  rows: [],
  tierCount: 2,
};

/** Rows of a step that limit what happens in something that need not happen, with more than 0 while it doesn't. */
function untied(program: Program, tier: number): string[] {
  const { form, rowNames } = lineariseNamed(program, tier, new Map());
  return rowNames.filter((name, i) => {
    const columns = form.rowColumn.subarray(form.rowStart[i], form.rowStart[i + 1]);
    const variables = columns.filter((column) => column < form.variableCount);
    // That at most one of a choice is 1 is true whatever the switch.
    if (!name.startsWith("row ") || form.rowUpper[i]! <= 0 || variables.length === 0) return false;
    return program.switches.some(({ variable, members }) =>
      variables.every((column) => column === variable || members.includes(column)),
    );
  });
}

describe("a row that hangs on a switch", () => {
  it("limits nothing more than the part of the switch that is on", async () => {
    // The evening costs 100 and one and a half people must come; a third one costs 10. Half an evening would take them for 50.
    const rows = [row([0, 1, 2], 1, 2, 2), row([0, 1, 2], -2, -3, 0), row([3], 10, 0, 2)];
    const { result } = await relax(linearise({ ...evening, rows }, 2, new Map()), null);
    expect(result.bound).toBe(60);
  });

  it("is found by its members, and by the switch of fewest members", () => {
    const wider = {
      ...evening,
      variableCount: 5,
      switches: [{ variable: 4, members: Int32Array.of(0, 1) }, ...evening.switches],
    };
    const hanging = new HangingRows(wider);
    expect(hanging.switchOf(row([0, 1], 1, 1, 2))).toBe(4);
    expect(hanging.switchOf(row([1, 2], 1, 1, 2))).toBe(3);
    expect(hanging.switchOf(row([3, 0], 1, 1, 2))).toBe(3);
    expect(hanging.switchOf(row([4, 3], 1, 1, 2))).toBe(null);
    expect(hanging.switchOf(row([0, 1], 1, 0, 2))).toBe(null);
    expect(hanging.switchOf(row([0, 1], -1, -1, 1))).toBe(null);
  });

  it.each(
    Array.from({ length: 40 }, (_, k) => k),
  )("never admits what the row itself does not, be it in fractions (%i)", (seed) => {
    const program = tinyProgram(seed, { hanging: true });
    const random = new Random(seed);
    for (const tier of [1, 2]) {
      const form = linearise(program, tier, new Map());
      for (let tries = 0; tries < 50; tries++) {
        const values = Float64Array.from({ length: form.variableCount }, () => random.unit());
        for (let i = 0; i < form.rowCount; i++) {
          const slack = [...form.slackRow.keys()].find(
            (k) => form.rowColumn[form.rowStart[i + 1]! - 1] === form.variableCount + k,
          );
          if (slack === undefined) continue;
          const plain = program.rows[form.slackRow[slack]!]!;
          let sum = 0;
          for (const [k, v] of plain.variables.entries())
            sum += plain.coefficients[k]! * values[v]!;
          let lifted = -form.rowUpper[i]!;
          for (let k = form.rowStart[i]!; k < form.rowStart[i + 1]! - 1; k++) {
            lifted += form.rowValue[k]! * values[form.rowColumn[k]!]!;
          }
          expect(lifted).toBeGreaterThanOrEqual(sum - plain.limit - 1e-9);
        }
      }
    }
  });

  it("is tied to it in every rule's rows, whatever the case", { timeout: 120_000 }, () => {
    let tied = 0;
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const { program } = formulate(instance, activate(CATALOG, []));
        const hanging = new HangingRows(program);
        for (const tier of [1, 2]) {
          expect(untied(program, tier)).toEqual([]);
        }
        tied += program.rows.filter((one) => hanging.switchOf(one) !== null).length;
      }),
      { numRuns: 100 },
    );
    expect(tied).toBeGreaterThan(30);
  });
});
