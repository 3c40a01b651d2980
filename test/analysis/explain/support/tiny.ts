import fc from "fast-check";
import { hardOnly } from "../../../../src/analysis/explain/explain.js";
import type { Baseline } from "../../../../src/analysis/explain/items.js";
import type { Case } from "../../../../src/domain/case.js";
import type { Instance } from "../../../../src/domain/instance.js";
import { decode } from "../../../../src/planning/encoding.js";
import { formulate } from "../../../../src/planning/formulate.js";
import { completeSwitches } from "../../../../src/program/complete-switches.js";
import { admissible, tierValues } from "../../../../src/program/evaluate.js";
import type { Point, Program } from "../../../../src/program/program.js";
import { CATALOG } from "../../../../src/rules/catalog.js";
import { activate } from "../../../../src/rules/settings.js";
import { available, evening, instanceOf, member, office } from "../../../support/build-case.js";

/** Cases so small that every rota of theirs can be tried: evenings alone, Tuesday to Thursday. */
export const FIRST = "2026-12-01";
export const LAST = "2026-12-03";
const DAYS = [2, 3, 4] as const;

const person = (id: string, offices: readonly string[]) =>
  fc.record({
    id: fc.constant(id),
    department: fc.constantFrom("service", "social"),
    days: fc.subarray([...DAYS]),
    until: fc.constantFrom("24:00", "24:00", "17:00"),
    offices: fc.oneof(fc.constant(null), fc.subarray([...offices])),
    maxEveningsMonth: fc.constantFrom(null, null, 0, 1),
    maxMinutesWeek: fc.constantFrom(2400, 2400, 120, 240),
  });

const eveningsAt = (id: string) =>
  fc.record({
    office: fc.constant(id),
    minEvenings: fc.integer({ min: 1, max: 2 }),
    weekdays: fc.subarray([...DAYS], { minLength: 1 }),
    minStaff: fc.integer({ min: 1, max: 2 }),
    minGapDays: fc.constantFrom(0, 0, 2),
  });

/** A tiny case of one office and three people, or of two offices and two people. */
export const tinyCases: fc.Arbitrary<Partial<Case>> = fc
  .constantFrom(
    { offices: ["valbo"], ids: ["ali", "bea", "cai"] },
    { offices: ["satra", "valbo"], ids: ["ali", "bea"] },
  )
  .chain(({ offices, ids }) =>
    fc.record({
      evenings: fc.tuple(...offices.map(eveningsAt)),
      people: fc.tuple(...ids.map((id) => person(id, offices))),
      apart: fc.constantFrom(false, false, offices.length === 1),
    }),
  )
  .map(({ evenings, people, apart }) => ({
    offices: evenings.map((row) => office(row.office, { open: null })),
    evenings: evenings.map((row) => evening(row.office, row)),
    staff: people.map(({ days: _days, until: _until, ...own }) => member(own.id, own)),
    availability: people.map(({ id, days, until, department }) =>
      available(id, { weekdays: days }, `08:00-${until}`, { department }),
    ),
    separations: apart
      ? [{ department: "service", other: "social", scope: "office" as const }]
      : [],
  }));

/** The instance of a tiny case. */
export function tinyInstance(tables: Partial<Case>): Instance {
  return instanceOf(tables, FIRST, LAST);
}

/** Every admissible point of a program. */
function* pointsOf(program: Program): Generator<Point> {
  const point = new Uint8Array(program.variableCount);
  function* from(index: number): Generator<Point> {
    const choice = program.choices[index];
    if (!choice) {
      const whole = completeSwitches(program, point);
      if (admissible(program, whole)) yield whole;
      return;
    }
    yield* from(index + 1);
    for (const variable of choice) {
      point[variable] = 1;
      yield* from(index + 1);
      point[variable] = 0;
    }
  }
  yield* from(0);
}

/** The best rota by the hard rules, found by trying all, and what it costs in tier 1. */
export function bestOf(instance: Instance): Baseline & { readonly cost: number } {
  const rules = hardOnly(activate(CATALOG, instance.theCase.ruleSettings));
  const formulation = formulate(instance, rules);
  let best: Point | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const point of pointsOf(formulation.program)) {
    const [value] = tierValues(formulation.program, point);
    if (value! >= cost) continue;
    best = point.slice();
    cost = value!;
    if (cost === 0) break;
  }
  return { instance, rules, formulation, rota: decode(formulation, best!), cost };
}
