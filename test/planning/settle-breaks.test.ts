import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeBreaks } from "../../src/domain/break-plan.js";
import type { Instance } from "../../src/domain/instance.js";
import type { Rota } from "../../src/domain/rota.js";
import type { Violation } from "../../src/domain/violation.js";
import { decode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge } from "../../src/planning/judge.js";
import { withBreaks } from "../../src/planning/settle-breaks.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate, breakTerms } from "../../src/rules/settings.js";
import { evening, instanceOf, office, people, row, time } from "../support/build-case.js";
import { pointOf } from "../support/law.js";
import { randomInstance } from "../support/random-instance.js";

const MINUTES = Array.from({ length: 1440 }, (_, minute) => minute);

/** Minutes of an opening with too few people, counted one by one from the rows, that no violation tells of. */
function untold(instance: Instance, rota: Rota, violations: readonly Violation[]): string[] {
  const told = violations.filter(({ rule }) => rule.endsWith("-cover") && rule !== "demand-cover");
  return instance.theCase.offices.flatMap((own) =>
    instance.dates.flatMap((date) => {
      const rows = rota.assignments.filter((r) => r.office === own.id && r.date === date);
      const open = instance.openHours(own.id, date);
      return MINUTES.filter((minute) => {
        const has = (span?: { from: number; to: number }) =>
          span !== undefined && span.from <= minute && minute < span.to;
        if (!open.some(has)) return false;
        const there = rows.filter((r) => has(r.time));
        const away = there.filter((r) => has(r.breakTime)).length;
        const kept = own.minStaffBreak ?? Math.max(1, own.minStaff - 1);
        const least = away > 0 ? Math.min(own.minStaff, kept) : own.minStaff;
        if (there.length - away >= least) return false;
        return !told.some((v) => v.office === own.id && v.date === date && v.time && has(v.time));
      }).map((minute) => `${own.id} ${date} ${minute}`);
    }),
  );
}

describe("breaks of a rota", () => {
  it("leave the least staff at every minute of every opening, or a violation says so", {
    timeout: 300_000,
  }, () => {
    fc.assert(
      fc.property(randomInstance, fc.integer({ min: 1 }), (instance, seed) => {
        const rules = activate(CATALOG, []);
        const formulation = formulate(instance, rules);
        let state = seed;
        const draw = () => {
          state = (state * 16807) % 2147483647;
          return state / 2147483647;
        };
        const drawn = decode(formulation, pointOf(formulation.program, draw, 0.2));
        const rota = withBreaks(formulation, rules, drawn);
        const violations = judge(instance, rules, rota);
        expect(untold(instance, rota, violations)).toEqual([]);
        expect(arrangeBreaks(instance, rota, breakTerms(rules))).toEqual(
          arrangeBreaks(instance, drawn, breakTerms(rules)),
        );
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 150) },
    );
  });

  it("lie near lunch, one after the other, and not in the evening", () => {
    const instance = instanceOf({
      offices: [office("valbo", { minStaff: 2, minStaffBreak: null, open: time("09:00-16:00") })],
      ...people("anna", "bo", "cia"),
      evenings: [evening("valbo")],
    });
    const rota = {
      assignments: [
        row("2026-12-01 valbo day 09:00-16:00 anna"),
        row("2026-12-01 valbo day 09:00-16:00 bo"),
        row("2026-12-01 valbo day 10:00-16:00 cia"),
        row("2026-12-01 valbo evening 16:00-18:00 anna"),
      ],
    };
    const arranged = arrangeBreaks(instance, rota, { stretchMinutes: 300, breakMinutes: 30 });
    expect(arranged.assignments.map(({ breakTime }) => breakTime)).toEqual([
      time("12:30-13:00"),
      time("12:00-12:30"),
      time("12:00-12:30"),
      undefined,
    ]);
  });
});
