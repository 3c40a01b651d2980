import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMonth } from "../../src/analysis/plan-month.js";
import { addDays } from "../../src/domain/calendar.js";
import { sum } from "../../src/domain/collections.js";
import { Instance } from "../../src/domain/instance.js";
import type { Rota } from "../../src/domain/rota.js";
import type { Violation } from "../../src/domain/violation.js";
import { workRow } from "../../src/figures/provenance.js";
import { readRota } from "../../src/input/case/read-rota.js";
import { decode } from "../../src/planning/encoding.js";
import { type Formulation, formulate } from "../../src/planning/formulate.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { completeSwitches } from "../../src/program/complete-switches.js";
import { admissible, compareTiers } from "../../src/program/evaluate.js";
import type { Point, Program } from "../../src/program/program.js";
import { csv } from "../../src/report/csv.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { type ActiveRule, activate } from "../../src/rules/settings.js";
import { SOLVER_NAMES } from "../../src/solver/solvers.js";
import { testContext } from "../solver/support/context.js";
import { bytesOf } from "../support/files.js";
import { randomInstance } from "../support/random-instance.js";

/*
 * Every backend against trying every rota. The value of a rota is what the rules' own judgement says: the rows that the
 * solvers see play no part in it. `DIFFERENTIAL_RUNS=300 npx vitest run test/planning/differential.test.ts` for a long run.
 */
const RUNS = Number(process.env.DIFFERENTIAL_RUNS ?? 3);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
/** How many rotas are tried at the most; judging one takes about a millisecond. */
const MOST_ROTAS = RUNS > 20 ? 3000 : 250;
const FEWEST_ROTAS = 6;

interface TinyCase {
  readonly instance: Instance;
  readonly rules: readonly ActiveRule[];
  readonly formulation: Formulation;
}

/** The first part of a random instance, fewer people and days, that has few enough rotas to try them all. */
function tinyPart(full: Instance): TinyCase | null {
  const rules = activate(CATALOG, full.theCase.ruleSettings);
  for (const days of [3, 2, 1, 0]) {
    for (const people of [3, 2, 1]) {
      const { theCase, holidays, today } = full;
      const { first } = full.period;
      const period = { first, last: addDays(first, days) };
      const fewer = { ...theCase, staff: theCase.staff.slice(0, people) };
      const instance = new Instance(fewer, period, holidays, today);
      const formulation = formulate(instance, rules);
      const rotas = rotaCount(formulation.program);
      if (rotas >= FEWEST_ROTAS && rotas <= MOST_ROTAS) return { instance, rules, formulation };
    }
  }
  return null;
}

/** How many rotas a program can express. */
function rotaCount({ choices }: Program): number {
  return choices.reduce((product, choice) => product * (choice.length + 1), 1);
}

/** Every point of a program whose switches follow from its duties. */
function* pointsOf(program: Program): Iterable<Point> {
  for (let code = 0; code < rotaCount(program); code++) {
    const point = new Uint8Array(program.variableCount);
    let rest = code;
    for (const choice of program.choices) {
      const taken = rest % (choice.length + 1);
      rest = Math.floor(rest / (choice.length + 1));
      if (taken > 0) point[choice[taken - 1]!] = 1;
    }
    yield completeSwitches(program, point);
  }
}

/** The least that the judgement says of any rota that the rigid rows allow; and that they forbid only what is broken. */
function bestByTrying({ instance, rules, formulation }: TinyCase): number[] {
  let best: number[] | null = null;
  for (const point of pointsOf(formulation.program)) {
    const violations = judge(instance, rules, decode(formulation, point));
    if (!admissible(formulation.program, point)) {
      expect(violations.some(({ severity }) => severity === "hard")).toBe(true);
      continue;
    }
    const totals = tierTotals(violations);
    if (best === null || compareTiers(totals, best) < 0) best = totals;
  }
  return best!;
}

/** The rota as it comes back from the text of its file. */
function throughText(rota: Rota, { theCase }: Instance, language: "en" | "sv"): Rota {
  const columns = Object.fromEntries(
    ["date", "office", "kind", "from", "to", "staff", "department"].map((name) => [
      name,
      (row: ReturnType<typeof workRow>) => row[name as keyof typeof row],
    ]),
  );
  const text = csv(columns, rota.assignments.map(workRow), language);
  const { rows, notices } = readRota("rota.csv", bytesOf(text), theCase);
  expect(notices).toEqual([]);
  return { assignments: rows.map(({ assignment }) => assignment) };
}

/** Violations without the words: rule, subject and figures. */
function figures(violations: readonly Violation[]) {
  return violations.map(({ message: _, advice: _advice, ...rest }) => rest);
}

/** Minutes outside every availability, counted minute by minute; nothing of the rule `availability` is used. */
function minutesUnavailable({ theCase }: Instance, { assignments }: Rota): number {
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  let minutes = 0;
  const worked = new Map<string, Set<number>>();
  for (const { staff, date, time } of assignments) {
    const own = worked.get(`${staff} ${date}`) ?? new Set();
    for (let minute = time.from; minute < time.to; minute++) own.add(minute);
    worked.set(`${staff} ${date}`, own);
  }
  for (const [key, own] of worked) {
    const [staff, date] = key.split(" ") as [string, string];
    const member = theCase.staff.find(({ id }) => id === staff)!;
    const lent = (member.first ?? date) <= date && date <= (member.last ?? date);
    const mine = theCase.availability.filter((row) => row.staff === staff);
    const dated = mine.filter((row) => row.date === date);
    const valid =
      dated.length > 0
        ? dated
        : mine.filter((row) => row.weekdays.some((day) => day === weekday(date)));
    for (const minute of own) {
      const here = valid.filter(({ time }) => time.from <= minute && minute < time.to);
      const free = lent && here.length > 0 && !here.some(({ status }) => status === "unavailable");
      if (!free) minutes++;
    }
  }
  return minutes;
}

const cases = fc
  .sample(randomInstance, { seed: SEED, numRuns: RUNS * 20 })
  .flatMap((full) => tinyPart(full) ?? [])
  .slice(0, RUNS);

describe("every backend against trying every rota", () => {
  it("has cases to try", () => {
    expect(cases.length).toBe(RUNS);
  });

  it.each(cases.map((tiny, index) => [index, tiny] as const))(
    "case %i",
    async (_, tiny) => {
      const { instance, rules } = tiny;
      const best = bestByTrying(tiny);
      for (const solver of SOLVER_NAMES) {
        const limits = { seed: 1, effort: 0.2, gap: 0, timeLimitSeconds: null };
        const plan = await planMonth({ instance, rules, solver, ...limits }, testContext());
        const told = { solver, values: plan.tiers.map(({ incumbent }) => incumbent) };
        expect(told).toEqual({ solver, values: best });
        if (solver !== "search")
          expect({ solver, end: plan.termination }).toEqual({ solver, end: "optimal" });
        for (const language of ["en", "sv"] as const) {
          const again = throughText(plan.rota!, instance, language);
          expect(figures(judge(instance, rules, again))).toEqual(figures(plan.violations));
        }
        for (const { cost, amount, unit, rule } of plan.violations) {
          const active = rules.find((each) => each.rule.meta.id === rule)!;
          expect(cost).toBe(
            amount * active.weightOf(unit as Parameters<typeof active.weightOf>[0]),
          );
        }
      }
    },
    120_000,
  );

  it("finds the minutes outside availability that a count minute by minute finds", () => {
    for (const { instance, rules, formulation } of cases) {
      for (const shift of [0, 60, 600]) {
        for (const { staff, date, ...row } of formulation.candidates.duties.slice(0, 5)) {
          const rota = {
            assignments: row.parts.map(({ kind, time }) => ({
              ...{ date, staff, kind, office: row.office, department: row.department },
              time: { from: Math.max(0, time.from - shift), to: time.to },
              status: "planned" as const,
            })),
          };
          const found = judge(instance, rules, rota).filter(({ rule }) => rule === "availability");
          expect(sum(found, ({ amount }) => amount)).toBe(minutesUnavailable(instance, rota));
        }
      }
    }
  });
});
