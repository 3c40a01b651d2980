import { describe, expect, it } from "vitest";
import { DEFAULT_COSTS } from "../../../src/analysis/explain/changes.js";
import type { Explanation } from "../../../src/domain/explanation.js";
import { explanationText } from "../../../src/report/explain/text.js";
import { PLAIN } from "../../../src/report/layout.js";
import { testContext } from "../../solver/support/context.js";
import {
  available,
  demand,
  evening,
  instanceOf,
  member,
  office,
  people,
  pin,
  row,
} from "../../support/build-case.js";
import { explained, itemsOf, onlyExplanation } from "./support/explained.js";

const EVENINGS_ONLY = { open: null };

/** What is changed by each way out, cheapest first. */
const waysOf = ({ waysOut }: Explanation) =>
  waysOut.map(({ changes }) => changes.map(({ kind }) => kind).join("+"));

/** Every conflict here is small enough to be proven. */
function expectProven({ outcome, conflict }: Explanation): void {
  expect(outcome).toBe("explained");
  expect(conflict?.minimal).toBe(true);
  expect(conflict?.items.every(({ needed }) => needed)).toBe(true);
  expect(conflict?.proofs).toBe((conflict?.items.length ?? 0) + 1);
}

describe("explainMonth", { timeout: 300_000 }, () => {
  it("says nothing of a month whose requirements can be met", async () => {
    const { plan, explanations, others } = await explained(
      instanceOf({
        offices: [office("valbo", EVENINGS_ONLY)],
        evenings: [evening("valbo")],
        ...people("anna", "bo"),
      }),
    );
    expect(plan.tiers[0]).toMatchObject({ incumbent: 0, bound: 0 });
    expect([...explanations, ...others]).toEqual([]);
  });

  it("names the people who aren't available, the office and its rules", async () => {
    const found = await onlyExplanation({
      offices: [office("valbo", EVENINGS_ONLY)],
      evenings: [evening("valbo", { minEvenings: 1, weekdays: [2] })],
      staff: [member("anna"), member("bo")],
      availability: [available("anna"), available("bo", { weekdays: [3] })],
    });
    expectProven(found);
    expect(itemsOf(found)).toEqual([
      "availability bo",
      "evening-cover valbo",
      "evening-weekday valbo",
    ]);
    expect(found.requirement).toMatchObject({ rule: "evening-count", office: "valbo" });
    expect(waysOf(found)).toEqual([
      "available",
      "evening-weekday",
      "evening-less",
      "evening-staff",
    ]);
    expect(found.cheapestProven).toBe(true);
    expect(found.people).toMatchObject([
      { rule: null, people: [{ staff: "anna", dates: ["2026-12-01"] }] },
      { rule: "availability", people: [{ staff: "bo", dates: [] }] },
    ]);
  });

  it("names the closed day that no pin can be kept on", async () => {
    const found = await onlyExplanation({
      offices: [office("valbo"), office("satra")],
      ...people("anna", "bo"),
      closures: [{ date: "2026-12-03", office: null, reason: "julafton" }],
      pins: [pin("anna", "2026-12-03")],
    });
    expect(found.conflict).toMatchObject({
      items: [],
      facts: [{ en: "Every office is closed on Thu 2026-12-03 (julafton)." }],
    });
    const month = { month: "2026-12", explanations: [found], others: [], bestProven: true };
    const text = explanationText(month, "sv", PLAIN, 100);
    expect(text).toContain("Alla kontor är stängda tors 2026-12-03 (julafton).");
    expect(text).not.toContain("vem som än kom");
  });

  it("never proposes to call in somebody who is on leave", async () => {
    const tables = (leave: string) => ({
      offices: [office("valbo", EVENINGS_ONLY)],
      evenings: [evening("valbo", { minEvenings: 1, weekdays: [2 as const] })],
      staff: [member("anna"), member("bo"), member("cia")],
      availability: [
        available("anna"),
        available("bo"),
        available("bo", { date: "2026-12-01" }, leave, { status: "unavailable" }),
        available("cia", { weekdays: [3] }),
      ],
    });
    const asked = async (leave: string) => {
      const { waysOut } = await onlyExplanation(tables(leave));
      return waysOut.flatMap(({ changes }) => changes.map(({ text }) => text.en));
    };
    const away = await asked("00:00-24:00");
    expect(away.some((text) => text.includes("cia, for instance"))).toBe(true);
    expect(away.some((text) => text.includes("bo, for instance"))).toBe(false);
    const partly = await asked("17:00-24:00");
    expect(partly.some((text) => text.includes("bo, for instance"))).toBe(false);
  });

  it("finds two hard rules that collide: secrecy against two people in the evening", async () => {
    const found = await onlyExplanation({
      offices: [office("satra", EVENINGS_ONLY)],
      evenings: [evening("satra", { minEvenings: 1 })],
      staff: [member("anna", { department: "social" }), member("bo", { department: "polis" })],
      availability: [
        available("anna", undefined, "00:00-24:00", { department: "social" }),
        available("bo", undefined, "00:00-24:00", { department: "polis" }),
      ],
      separations: [{ department: "social", other: "polis", scope: "office" }],
    });
    expectProven(found);
    expect(itemsOf(found)).toEqual(["evening-cover satra", "department-separation satra"]);
    expect(found.conflict?.items[1]?.text.sv).toBe(
      "Sekretess håller isär social och polis på satra: inte båda samtidigt.",
    );
    expect(waysOf(found)).not.toContain("department-separation");
    expect(waysOf(found)).toEqual(["evening-less", "evening-staff"]);
  });

  it("finds a department that has lent all its hours", async () => {
    const found = await onlyExplanation({
      offices: [office("valbo", EVENINGS_ONLY)],
      evenings: [evening("valbo", { minEvenings: 2 })],
      ...people("anna", "bo"),
      departments: [
        {
          id: "service",
          name: "Service",
          minMinutesMonth: null,
          maxMinutesMonth: 360,
          share: null,
          hourlyCost: null,
        },
      ],
    });
    expectProven(found);
    expect(itemsOf(found)).toEqual(["evening-cover valbo", "department-hours service"]);
    expect(found.waysOut[0]).toMatchObject({
      cost: 12,
      changes: [
        {
          kind: "department-hours",
          file: "departments.csv",
          text: { en: "Ask Service for 2 h more a month (max_hours_month)." },
        },
      ],
    });
  });

  it("finds that nobody is missing but hours are", async () => {
    const found = await onlyExplanation({
      offices: [office("valbo", EVENINGS_ONLY)],
      evenings: [evening("valbo", { minEvenings: 2, minStaff: 1 })],
      staff: [member("anna", { maxMinutesWeek: 200 })],
      availability: [available("anna")],
    });
    expectProven(found);
    expect(itemsOf(found)).toEqual(["weekly-hours anna"]);
    expect(found.waysOut[0]?.changes[0]).toMatchObject({
      kind: "weekly-hours",
      text: { sv: "Avtala om 1 h mer i veckan för anna (max_timmar_vecka)." },
    });
  });

  it("names another requirement that needs the same people", async () => {
    const { explanations } = await explained(
      instanceOf(
        {
          offices: [office("satra", EVENINGS_ONLY), office("valbo", EVENINGS_ONLY)],
          evenings: [
            evening("satra", { minEvenings: 1, minStaff: 1 }),
            evening("valbo", { minEvenings: 1, minStaff: 1 }),
          ],
          ...people("anna"),
        },
        "2026-12-01",
        "2026-12-01",
      ),
    );
    expect(explanations).toHaveLength(1);
    const found = explanations[0]!;
    expectProven(found);
    const other = found.requirement.office === "satra" ? "valbo" : "satra";
    const kept = found.conflict?.items.filter(({ kind }) => kind === "requirement");
    expect(kept).toMatchObject([{ rule: "evening-count", office: other }]);
  });

  it("explains a day without staff, and who may not serve there", async () => {
    const found = await onlyExplanation(
      {
        offices: [office("valbo")],
        staff: [member("anna", { offices: [] }), member("bo")],
        availability: [available("anna"), available("bo", { weekdays: [1] })],
      },
      "2026-12-01",
      "2026-12-01",
    );
    expectProven(found);
    expect(itemsOf(found)).toEqual(["allowed-office anna", "availability bo"]);
    expect(waysOf(found)).toEqual(["allowed-office", "available", "opening-staff"]);
    expect(found.people.map(({ rule }) => rule)).toEqual(["availability", "allowed-office"]);
  });

  it("explains a demand of a department and a pin that can't be kept", async () => {
    const { explanations } = await explained(
      instanceOf(
        {
          offices: [office("valbo")],
          ...people("anna"),
          demand: [demand("valbo", { department: "social" })],
          pins: [pin("bo", "2026-12-01")],
        },
        "2026-12-01",
        "2026-12-01",
      ),
    );
    const rules = explanations.map(({ requirement }) => requirement.rule);
    expect(rules.sort()).toEqual(["demand-cover", "pins"]);
    for (const one of explanations) expect(one.conflict?.items).toEqual([]);
  });

  it("blames a forbidding pin, and proposes to take it away", async () => {
    const found = await onlyExplanation(
      {
        offices: [office("valbo")],
        ...people("anna"),
        pins: [pin("anna", "2026-12-01", { pin: "forbid" })],
      },
      "2026-12-01",
      "2026-12-01",
    );
    expectProven(found);
    expect(itemsOf(found)).toEqual(["pins anna"]);
    expect(waysOf(found)).toContain("pin");
  });

  it("knows that a closed office can hold no evening", async () => {
    const found = await onlyExplanation(
      {
        offices: [office("valbo", EVENINGS_ONLY)],
        evenings: [evening("valbo", { minEvenings: 1, minStaff: 1 })],
        ...people("anna"),
        closures: [{ date: "2026-12-01", office: "valbo", reason: "flytt" }],
      },
      "2026-12-01",
      "2026-12-01",
    );
    expectProven(found);
    expect(itemsOf(found)).toEqual(["closures valbo"]);
    expect(found.conflict?.items[0]?.text.en).toBe("valbo is closed on Tue 2026-12-01.");
  });

  it("counts what the days before the period leave of the gap between evenings", async () => {
    const found = await onlyExplanation(
      {
        offices: [office("valbo", EVENINGS_ONLY)],
        evenings: [evening("valbo", { minEvenings: 1, minStaff: 1, minGapDays: 3 })],
        ...people("anna"),
        history: [row("2026-11-30 valbo evening 16:00-18:00 anna")],
      },
      "2026-12-01",
      "2026-12-01",
    );
    expectProven(found);
    expect(itemsOf(found)).toEqual(["evening-spacing valbo"]);
    expect(found.waysOut[0]?.changes[0]).toMatchObject({ kind: "evening-spacing", cost: 18 });
  });

  it("explains no more than asked for, and lists the rest", async () => {
    const tables = { offices: [office("bomhus"), office("satra"), office("valbo")] };
    const instance = instanceOf(tables, "2026-12-01", "2026-12-01");
    const some = await explained(instance, { most: 1 });
    expect(some.explanations).toHaveLength(1);
    expect(some.others).toHaveLength(2);
    const one = await explained(instance, { wanted: ({ office: id }) => id === "satra" });
    expect(one.explanations.map(({ requirement }) => requirement.office)).toEqual(["satra"]);
    expect(one.others).toEqual([]);
  });

  it("calls nothing proven when there is no time", async () => {
    const { explanations } = await explained(
      instanceOf({
        offices: [office("valbo", EVENINGS_ONLY)],
        evenings: [evening("valbo", { minEvenings: 1 })],
        ...people("anna"),
      }),
      { timeLimitSeconds: 0 },
    );
    for (const one of explanations) {
      expect(one).toMatchObject({ outcome: "open", conflict: null, waysOut: [] });
    }
  });
});

describe("explainMonth at its limits", { timeout: 300_000 }, () => {
  const lacking = () =>
    instanceOf(
      {
        offices: [office("valbo", EVENINGS_ONLY)],
        evenings: [evening("valbo", { minEvenings: 1, weekdays: [2] })],
        staff: [member("anna"), member("bo")],
        availability: [available("anna"), available("bo", { weekdays: [3] })],
      },
      "2026-12-01",
      "2026-12-04",
    );
  /** Explains with a clock that stands still until `end` is called; then the minute is over. */
  const explainedUntil = async (request: (end: () => void) => object) => {
    let now = 0;
    const end = () => {
      now = 1e6;
    };
    const context = testContext({ now: () => now });
    const { explanations } = await explained(
      lacking(),
      { timeLimitSeconds: 60, ...request(end) },
      context,
    );
    return explanations[0]!;
  };
  const told = (explanation: Explanation) =>
    explanationText(
      { month: "2026-12", explanations: [explanation], others: [], bestProven: true },
      "en",
      PLAIN,
      100,
      "everything",
    );

  it("leaves open what collides when the time is up before it is known", async () => {
    const found = await explainedUntil((end) => ({ onTarget: end }));
    expect(found).toMatchObject({ outcome: "open", conflict: null, waysOut: [], cutShort: true });
    expect(told(found)).not.toContain("No way out");
  });

  it("names what collides and says that there was no time for a way out", async () => {
    const costs = (end: () => void) => ({
      ...DEFAULT_COSTS,
      get eveningWeekday() {
        end();
        return DEFAULT_COSTS.eveningWeekday;
      },
    });
    const found = await explainedUntil((end) => ({ costs: costs(end) }));
    expect(found).toMatchObject({ outcome: "explained", waysOut: [], cutShort: true });
    expect(found.cheapestProven).toBe(false);
    expect(itemsOf(found)).toContain("availability bo");
    expect(told(found)).toContain("The time limit came before a way out was found");
  });

  it("does not blame the limit when there was time enough", async () => {
    const found = await explainedUntil(() => ({}));
    expect(found.waysOut.length).toBeGreaterThan(0);
    expect(found.cutShort).toBe(false);
  });
});
