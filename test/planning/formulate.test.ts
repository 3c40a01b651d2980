import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/case.js";
import { Instance } from "../../src/domain/instance.js";
import { canonical } from "../../src/input/case/order.js";
import { decode, encode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { admissible, rowSlack, tierValues } from "../../src/program/evaluate.js";
import { rowShape, variableGroups } from "../../src/program/row-shape.js";
import { validateProgram } from "../../src/program/validate-program.js";
import { CATALOG } from "../../src/rules/catalog.js";
import type { RowDraft } from "../../src/rules/rule.js";
import { defineRule } from "../../src/rules/rule.js";
import type { ActiveRule } from "../../src/rules/settings.js";
import { activate } from "../../src/rules/settings.js";
import { instanceOf, office, people, rota } from "../support/build-case.js";
import { pointOf } from "../support/law.js";
import { randomInstance } from "../support/random-instance.js";

const instance = instanceOf(
  { offices: [office("valbo")], ...people("anna", "bo") },
  "2026-12-01",
  "2026-12-01",
);
/** Variables 0 to 2 are anna's, 3 to 5 bo's. */
const DUTIES = 6;

/** A rule that has just these rows. */
const ruleOf = (...rows: Omit<RowDraft, "unit" | "scale">[]) =>
  defineRule({
    meta: { ...CATALOG[0]!.meta, id: "made-up", alwaysHard: false, weights: { minutes: 7 } },
    parameters: {},
    *constrain() {
      for (const row of rows) yield { ...row, scale: 3, unit: "minutes" };
    },
    *check() {},
  });
const under = (severity: ActiveRule["severity"], ...rows: Omit<RowDraft, "unit" | "scale">[]) =>
  formulate(
    instance,
    activate([ruleOf(...rows)], []).map((active) => ({ ...active, severity })),
  ).program;

const most = {
  subject: { part: "most" },
  terms: [
    [0, 1],
    [3, 1],
  ],
  limit: 1,
} as const;
const least = {
  subject: { part: "least" },
  terms: [
    [0, -1],
    [3, -1],
  ],
  limit: -1,
} as const;

describe("the program of a case", () => {
  it("leaves out what costs nothing, and keeps what is rigid", () => {
    const free = (severity: ActiveRule["severity"]) =>
      formulate(
        instance,
        activate([ruleOf(most, least)], []).map((own) => ({ ...own, severity, weightOf: () => 0 })),
      ).program.rows.map(({ tier }) => tier);
    expect(free("soft")).toEqual([]);
    expect(free("hard")).toEqual([0]);
  });

  it("has the rows of a soft rule in tier 2, at weight times scale", () => {
    const { rows, variableCount } = under("soft", most, least);
    expect(variableCount).toBe(DUTIES);
    expect(rows.map(({ name, tier, weight }) => [name, tier, weight])).toEqual([
      ["made-up: most", 2, 21],
      ["made-up: least", 2, 21],
    ]);
  });

  it("has what a hard rule forbids as rigid rows, and what it asks for in tier 1", () => {
    const { rows } = under("hard", most, least);
    expect(rows.map(({ name, tier, weight }) => [name, tier, weight])).toEqual([
      ["made-up: most", 0, 0],
      ["made-up: least", 1, 21],
    ]);
  });

  it("has no rows of a rule that is off", () => {
    expect(under("off", most, least).rows).toEqual([]);
  });

  it("drops rows that no point can break, and terms of nothing", () => {
    const same = {
      subject: { part: "same" },
      terms: [
        [0, 1],
        [1, 1],
      ],
      limit: 1,
    } as const;
    const far = {
      subject: { part: "far" },
      terms: [
        [0, 1],
        [3, 1],
      ],
      limit: 2,
    } as const;
    const negative = {
      subject: { part: "negative" },
      terms: [
        [0, -5],
        [3, 1],
      ],
      limit: 1,
    } as const;
    const empty = { subject: { part: "empty" }, terms: [], limit: -2 } as const;
    const zero = {
      subject: { part: "zero" },
      terms: [
        [0, 2],
        [1, 0],
      ],
      limit: 1,
    } as const;
    const { rows } = under("soft", same, far, negative, empty, zero);
    expect(rows.map(({ name }) => name)).toEqual(["made-up: empty", "made-up: zero"]);
    expect([...rows[1]!.variables]).toEqual([0]);
  });

  it("lets each person have one duty a date", () => {
    const { choices } = under("off");
    expect(choices.map((choice) => [...choice])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });
});

describe("the stages and lines of a program", () => {
  it("are the dates and the people of its choices", () => {
    const days = instanceOf(
      { offices: [office("valbo")], ...people("anna", "bo") },
      "2026-12-01",
      "2026-12-03",
    );
    const { program, candidates } = formulate(days, []);
    const dateOf = new Map(candidates.duties.map(({ variable, date }) => [variable, date]));
    const dates = [...new Set(dateOf.values())].sort();
    expect(dates.length).toBeGreaterThan(1);
    expect(Array.from(program.stages!, (stage) => dates[stage])).toEqual(
      program.choices.map((choice) => dateOf.get(choice[0]!)),
    );
    const staffOf = new Map(candidates.duties.map(({ variable, staff }) => [variable, staff]));
    const staff = [...new Set(staffOf.values())];
    expect(staff).toHaveLength(2);
    expect(Array.from(program.lines!, (line) => staff[line])).toEqual(
      program.choices.map((choice) => staffOf.get(choice[0]!)),
    );
  });
});

describe("the program of any case", () => {
  const cases = fc.tuple(randomInstance, fc.integer({ min: 1, max: 1000 }));
  const draws = (seed: number) => {
    let state = seed;
    return () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
  };

  it("is well formed, and admits the empty rota, whose cost is what the report says", () => {
    fc.assert(
      fc.property(randomInstance, (any) => {
        const rules = activate(CATALOG, []);
        const formulation = formulate(any, rules);
        const { program } = formulation;
        validateProgram(program);
        const empty = new Uint8Array(program.variableCount);
        expect(admissible(program, empty)).toBe(true);
        expect(decode(formulation, empty).assignments).toEqual([]);
        expect(tierTotals(judge(any, rules, { assignments: [] }))).toEqual(
          tierValues(program, empty),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("has no row that no point can break", () => {
    fc.assert(
      fc.property(randomInstance, (any) => {
        const { program } = formulate(any, activate(CATALOG, []));
        const group = variableGroups(program);
        for (const row of program.rows) {
          expect(rowShape(row, group).kind).not.toBe("void");
          if (row.tier === 0) expect(row.limit).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for the same tables in another order, as the reader sorts them", () => {
    fc.assert(
      fc.property(cases, ([any, seed]) => {
        const draw = draws(seed);
        const shuffle = <T>(rows: readonly T[]) =>
          rows
            .map((row) => [draw(), row] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, row]) => row);
        const read = (turn: <T>(rows: readonly T[]) => readonly T[]): Case =>
          Object.fromEntries(
            (Object.keys(any.theCase) as (keyof Case)[]).map((table) => [
              table,
              canonical(table, turn(any.theCase[table] as never[])),
            ]),
          ) as unknown as Case;
        const program = (tables: Case) =>
          formulate(
            new Instance(tables, any.period, any.holidays),
            activate(CATALOG, tables.ruleSettings),
          ).program;
        expect(program(read(shuffle))).toEqual(program(read((rows) => rows)));
      }),
      { numRuns: 60 },
    );
  });

  it("turns points into rotas and back", () => {
    fc.assert(
      fc.property(cases, ([any, seed]) => {
        const formulation = formulate(any, activate(CATALOG, []));
        const point = pointOf(formulation.program, draws(seed), 0.5);
        const made = decode(formulation, point);
        const { point: back, unplaced } = encode(formulation, made);
        expect(unplaced).toEqual([]);
        expect([...back]).toEqual([...point]);
        expect([
          ...encode(formulation, { assignments: made.assignments.toReversed() }).point,
        ]).toEqual([...point]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a rota that the program cannot express", () => {
  it("is placed as far as it can be, and the rest is told", () => {
    const formulation = formulate(instance, activate(CATALOG, []));
    const made = rota(
      "2026-12-01 valbo day 09:00-16:00 anna",
      "2026-12-01 valbo day 09:00-11:00 bo",
      "2026-12-02 valbo day 09:00-16:00 bo",
      "2026-12-01 valbo day 09:00-16:00 gone",
    );
    const { point, unplaced } = encode(formulation, made);
    expect(decode(formulation, point).assignments).toEqual(
      made.assignments.filter(({ staff }) => staff === "anna"),
    );
    expect(unplaced.map(({ date, staff }) => [date, staff])).toEqual([
      ["2026-12-01", "bo"],
      ["2026-12-01", "gone"],
      ["2026-12-02", "bo"],
    ]);
    const broken = formulation.program.rows.filter((row) => rowSlack(row, point) > 0);
    expect(broken.filter(({ tier }) => tier < 2)).toEqual([]);
  });

  it("of two offices or of two rows at once is not placed", () => {
    const two = instanceOf(
      { offices: [office("satra"), office("valbo")], ...people("anna") },
      "2026-12-01",
      "2026-12-01",
    );
    const formulation = formulate(two, activate(CATALOG, []));
    const made = rota(
      "2026-12-01 satra day 09:00-12:30 anna",
      "2026-12-01 valbo day 12:30-16:00 anna",
    );
    expect(encode(formulation, made).unplaced).toEqual(made.assignments);
  });
});
