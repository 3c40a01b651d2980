import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instance } from "../../src/domain/instance.js";
import type { Assignment, Rota } from "../../src/domain/rota.js";
import { compareAssignments } from "../../src/domain/rota.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { isUnavoidable } from "../../src/planning/unavoidable.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import {
  available,
  evening,
  instanceOf,
  office,
  people,
  rota,
  time,
} from "../support/build-case.js";

const DATE = "2026-12-01";
const RULES = activate(CATALOG, []).filter(({ severity }) => severity === "hard");
const hard = (instance: Instance, own: Rota) =>
  judge(instance, RULES, own).filter(({ severity }) => severity === "hard");
const isProved = (instance: Instance, own: Rota) =>
  isUnavoidable(instance, RULES, judge(instance, RULES, own));

/** Hours that each of two people is available and each of two offices is open, 9 to 12. */
const HOURS = [9, 10, 11];
const hours = fc.subarray(HOURS);
const setting = fc
  .record({
    anna: hours,
    bo: hours,
    opens: fc.tuple(hours, hours),
    least: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ anna, bo, opens, least }) => {
    const rows = (id: string, own: readonly number[]) =>
      own.map((hour) => available(id, { date: DATE }, span(hour)));
    return instanceOf(
      {
        offices: [
          office("valbo", { open: null, minStaff: least }),
          office("satra", { open: null, minStaff: 1 }),
        ],
        hours: opens.flatMap((own, index) =>
          own.map((hour) => ({
            office: ["valbo", "satra"][index]!,
            date: DATE,
            weekdays: [],
            open: time(span(hour)),
          })),
        ),
        staff: people("anna", "bo").staff,
        availability: [...rows("anna", anna), ...rows("bo", bo)],
      },
      DATE,
      DATE,
    );
  });

function span(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00-${String(hour + 1).padStart(2, "0")}:00`;
}

/** Every rota in which each person is at one office or nowhere in each hour: 27 a person. */
function allRotas(instance: Instance): Rota[] {
  let rotas: Assignment[][] = [[]];
  for (const { id } of instance.theCase.staff) {
    for (const hour of HOURS) {
      rotas = rotas.flatMap((rows) => [
        rows,
        ...["valbo", "satra"].map((at) => [
          ...rows,
          ...rota(`${DATE} ${at} day ${span(hour)} ${id}`).assignments,
        ]),
      ]);
    }
  }
  return rotas.map((rows) => ({ assignments: rows.sort(compareAssignments) }));
}

describe("what cannot be avoided", () => {
  it("is bettered by no rota that keeps to the people's times, whatever its duties are like", {
    timeout: 600_000,
  }, () => {
    let proved = 0;
    fc.assert(
      fc.property(setting, (instance) => {
        const rotas = allRotas(instance);
        const accepted = rotas.flatMap((own) => {
          const broken = hard(instance, own);
          const isGiven = broken.every(({ rule }) => rule === "opening-cover");
          return isGiven ? [{ own, total: tierTotals(broken)[0] }] : [];
        });
        const best = Math.min(...accepted.map(({ total }) => total));
        for (const { own, total } of accepted) {
          if (total === 0 || !isProved(instance, own)) continue;
          proved++;
          expect(total).toBe(best);
        }
      }),
      { numRuns: 20, seed: 7 },
    );
    expect(proved).toBeGreaterThan(5);
  });

  it("is the time at which nobody is there; not one that a split day could fill", () => {
    const at = (...availability: Parameters<typeof available>[]) =>
      instanceOf(
        {
          offices: [office("valbo", { open: time("09:00-16:00") })],
          staff: people("anna").staff,
          availability: availability.map((own) => available(...own)),
        },
        DATE,
        DATE,
      );
    const morning = rota(`${DATE} valbo day 09:00-12:00 anna`);
    expect(isProved(at(["anna", {}, "09:00-12:00"]), morning)).toBe(true);
    expect(isProved(at(["anna", {}, "09:00-12:00"], ["anna", {}, "13:30-16:00"]), morning)).toBe(
      false,
    );
  });

  it("is an evening on which nobody is there on any date; not one that another weekday could have", () => {
    const tables = (until: string) => ({
      offices: [office("valbo", { open: null })],
      evenings: [evening("valbo", { minEvenings: 1, weekdays: [3] })],
      staff: people("anna").staff,
      availability: [available("anna", {}, `09:00-${until}`)],
    });
    const none: Rota = { assignments: [] };
    expect(isProved(instanceOf(tables("16:00")), none)).toBe(true);
    expect(isProved(instanceOf(tables("16:30")), none)).toBe(false);
  });
});
