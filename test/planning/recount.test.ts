import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMonth } from "../../src/analysis/plan-month.js";
import { readCaseAt } from "../../src/api/case-files.js";
import { settingOf } from "../../src/api/judge-rota.js";
import { completeBreaks } from "../../src/domain/break-plan.js";
import { periodOfMonth } from "../../src/domain/calendar.js";
import { Instance } from "../../src/domain/instance.js";
import { eveningQuotas } from "../../src/domain/quota.js";
import type { Assignment, Rota } from "../../src/domain/rota.js";
import { decode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge } from "../../src/planning/judge.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { type ActiveRule, activate, breakTerms } from "../../src/rules/settings.js";
import { fixture } from "../cli/support/rota.js";
import { testContext } from "../solver/support/context.js";
import { allSoft, pointOf } from "../support/law.js";
import { randomInstance } from "../support/random-instance.js";
import { type Counted, recountOf } from "./recount/facts.js";
import { cover, evenings, gaps } from "./recount/openings.js";
import { type Carrier, mostCarried, sharingOf } from "./recount/shares.js";
import { budget, dailyRest, hours, overlaps, weeklyRest } from "./recount/work.js";

/*
 * The amounts of the rules that matter most, counted a second time from the sentence of each. `RECOUNT_RUNS=5000 npx vitest
 * run test/planning/recount.test.ts` for a long run.
 */
const RUNS = Number(process.env.RECOUNT_RUNS ?? 120);
const SEED = Number(process.env.RECOUNT_SEED ?? 1);

const COUNTS = [evenings, cover, gaps, overlaps, dailyRest, weeklyRest, hours, budget];

/** Which fields of a violation tell the subjects of a rule apart. */
const WHERE = {
  "evening-count": ["date", "office"],
  "evening-cover": ["date", "office"],
  "opening-cover": ["date", "office"],
  "department-gap": ["office", "department"],
  "staff-overlap": ["date", "staff"],
  "daily-rest": ["date", "staff"],
  "weekly-rest": ["date", "staff"],
  "weekly-hours": ["date", "staff"],
  "average-hours": ["date", "staff"],
  "monthly-budget": ["date"],
} as const;

/** The amounts of each rule by subject, in order; subjects that keep the rule are left out. */
function totals(counted: readonly Counted[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { rule, where, amount } of counted) {
    const key = [rule, ...where].join(" ");
    if (amount > 0) found.set(key, (found.get(key) ?? 0) + amount);
  }
  return new Map([...found].sort());
}

/** Holds the judgement of a rota against the recount; answers the rules that it breaks. */
function expectRecounted(instance: Instance, rules: readonly ActiveRule[], rota: Rota): string[] {
  const judged = judge(instance, rules, rota).flatMap(({ rule, amount, ...of }): Counted[] => {
    const fields = WHERE[rule as keyof typeof WHERE];
    return fields ? [{ rule, where: fields.map((field) => of[field]), amount }] : [];
  });
  const isOn = (id: string) =>
    rules.some(({ rule, severity }) => rule.meta.id === id && severity !== "off");
  const recount = recountOf(instance, completeBreaks(instance, rota, breakTerms(rules)));
  const counted = COUNTS.flatMap((count) => count(recount)).filter(({ rule }) => isOn(rule));
  expect([...totals(judged)]).toEqual([...totals(counted)]);
  return judged.map(({ rule }) => rule);
}

/** Rows that no program would choose: at any time, of any kind, several at once. */
function anyRow({ theCase, dates }: Instance): fc.Arbitrary<Assignment> {
  const id = (rows: readonly { readonly id: string }[]) =>
    fc.constantFrom(...rows.map((row) => row.id));
  return fc.record({
    date: fc.constantFrom(...dates),
    office: id(theCase.offices),
    kind: fc.constantFrom("day" as const, "evening" as const),
    time: fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, length]) => ({ from: 15 * from, to: Math.min(1440, 15 * (from + length)) })),
    staff: id(theCase.staff),
    department: id(theCase.departments),
    status: fc.constant("planned" as const),
  });
}

const setting = randomInstance.chain((instance) =>
  fc.record({
    instance: fc.constant(instance),
    draws: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
    noise: fc.array(anyRow(instance), { maxLength: 6 }),
  }),
);

describe("amounts counted a second time", () => {
  it("are those of the judgement, for rotas that a program can choose and with any rows besides", () => {
    const broken = new Map<string, number>();
    const property = fc.property(setting, ({ instance, draws, noise }) => {
      const formulation = formulate(instance, allSoft(instance));
      const point = pointOf(formulation.program, () => draws.next().value, 0.3);
      const planned = decode(formulation, point).assignments;
      const rules = activate(CATALOG, instance.theCase.ruleSettings);
      for (const assignments of [planned, [...planned, ...noise]]) {
        for (const rule of expectRecounted(instance, rules, { assignments })) {
          broken.set(rule, (broken.get(rule) ?? 0) + 1);
        }
      }
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
    // A rule that is never broken here would prove nothing.
    const seldom = Object.keys(WHERE).filter((rule) => (broken.get(rule) ?? 0) < 10);
    expect(seldom).toEqual([]);
  }, 3_600_000);

  it.each([
    "gavle",
    "satra",
    "huddinge",
    "spanga-tensta",
  ])("are those of the judgement in %s, whole and with rows lost, moved and twice", async (name) => {
    const { case: theCase } = await readCaseAt(fixture(name));
    const { instance, rules } = await settingOf(theCase!, periodOfMonth("2026-12"));
    const limits = { seed: 1, effort: 0.02, gap: 0.1, timeLimitSeconds: null };
    const plan = await planMonth({ instance, rules, solver: "search", ...limits }, testContext());
    const rows = plan.rota!.assignments;
    expect(rows.length).toBeGreaterThan(20);
    expectRecounted(instance, rules, { assignments: rows });
    const damaged = rows.flatMap((row, i): Assignment[] => {
      if (i % 7 === 0) return [];
      const { from, to } = row.time;
      if (i % 11 === 0) return [{ ...row, time: { from: Math.max(0, from - 240), to } }];
      if (i % 13 === 0) return [row, { ...row, time: { from, to: Math.min(1440, to + 300) } }];
      return [i % 5 === 0 ? { ...row, staff: rows[(i + 9) % rows.length]!.staff } : row];
    });
    const broken = expectRecounted(instance, rules, { assignments: damaged });
    expect(new Set(broken).size).toBeGreaterThan(2);
  }, 120_000);
});

describe("fair shares of evenings counted a second time", () => {
  const PIECE = 1 / 12;

  it("carry all that can be carried, and nobody carries what a less burdened one could", () => {
    let shared = 0;
    const property = fc.property(setting, ({ instance, draws }) => {
      const { theCase, period, holidays } = instance;
      const fresh = new Instance({ ...theCase, history: [], ledger: [] }, period, holidays);
      const sharing = sharingOf(recountOf(fresh, { assignments: [] }));
      const quotas = eveningQuotas(fresh);
      const shareOf = new Map(quotas.map(({ staff, share }) => [staff.id, share]));
      const { carriers } = sharing;
      expect([...shareOf.keys()]).toEqual(carriers.map(({ staff }) => staff));
      const carried = (own: readonly Carrier[]) =>
        own.reduce((sum, { staff }) => sum + shareOf.get(staff)!, 0);
      const all = mostCarried(sharing, carriers);
      expect(carried(carriers)).toBeCloseTo(all, 6);
      if (all > 0) shared++;
      const level = ({ staff, weight }: Carrier) => shareOf.get(staff)! / weight;
      const falling = carriers.toSorted((a, b) => level(b) - level(a));
      for (const [i, next] of falling.entries()) {
        const [most, least] = [falling.slice(0, i), falling.slice(i)];
        const last = most.at(-1);
        const step = 2 * PIECE * Math.max(...carriers.map(({ weight }) => 1 / weight));
        if (!last || level(last) - level(next) <= step) continue;
        // The more burdened ones carry only what the others cannot.
        const alone = all - mostCarried(sharing, least);
        expect(Math.abs(carried(most) - alone)).toBeLessThan(PIECE * carriers.length);
      }
      expectOff(fresh, quotas, draws);
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
    expect(shared).toBeGreaterThan(RUNS / 10);
  }, 3_600_000);

  /** Who serves more evenings than the share rounded up, or fewer than it rounded down, is off by the difference. */
  function expectOff(
    instance: Instance,
    quotas: ReturnType<typeof eveningQuotas>,
    draws: fc.Stream<number>,
  ): void {
    const formulation = formulate(instance, allSoft(instance));
    const point = pointOf(formulation.program, () => draws.next().value, 0.2);
    const rota = decode(formulation, point);
    const off = quotas.flatMap(({ staff, share }) => {
      const evenings = rota.assignments.filter(
        (row) => row.staff === staff.id && row.kind === "evening",
      );
      const served = new Set(evenings.map(({ date }) => date)).size;
      const above = served - Math.ceil(share - PIECE);
      const below = Math.floor(share + PIECE) - served;
      const amount = Math.max(above, below);
      return amount > 0 ? [[staff.id, amount]] : [];
    });
    const judged = judge(instance, activate(CATALOG, []), rota)
      .filter(({ rule }) => rule === "evening-share")
      .map(({ staff, amount }) => [staff, amount]);
    expect(judged.sort()).toEqual(off.sort());
  }
});
