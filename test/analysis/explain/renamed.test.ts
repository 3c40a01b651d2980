import { describe, expect, it } from "vitest";
import type { Case } from "../../../src/domain/case.js";
import { formulate } from "../../../src/planning/formulate.js";
import { CATALOG } from "../../../src/rules/catalog.js";
import { activate } from "../../../src/rules/settings.js";
import {
  available,
  demand,
  evening,
  instanceOf,
  member,
  office,
  pin,
} from "../../support/build-case.js";
import { explained } from "./support/explained.js";

/** Ids that hold spaces, a colon, dates, times and each other; they sort as the plain ones do. */
const RENAMED: readonly (readonly [plain: string, awkward: string])[] = [
  ["anna", "anna: bo 2026-12-02 09:00–16:00"],
  ["bo", "bo"],
  ["cia", "cia 0 valbo 2026-W49"],
  ["kronan", "kronan drop-in: valbo 2026-12-04"],
  ["polis", "polis 2026-12 least"],
  ["social", "social polis at valbo"],
  ["valbo", "valbo"],
  ["valbon", "valbo norra: 2026-12-03 16:00–18:00"],
];

const awkward = new Map(RENAMED);

/** The tables with every id renamed, wherever it stands. */
function renamed<T>(value: T): T {
  if (typeof value === "string") return (awkward.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map(renamed) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, renamed(own)])) as T;
}

/** A text with the plain ids again: of two ids that stand in one place, the longer one is meant. */
function plainAgain(text: string): string {
  const longestFirst = RENAMED.toSorted(([, a], [, b]) => b.length - a.length);
  const marked = longestFirst.reduce(
    (now, [, long], index) => now.replaceAll(JSON.stringify(long).slice(1, -1), `<${index}>`),
    text,
  );
  return longestFirst.reduce((now, [plain], index) => now.replaceAll(`<${index}>`, plain), marked);
}

const CLOSED = { open: null };
const one = { minEvenings: 1, minStaff: 1 };

const CASES: Readonly<Record<string, Partial<Case>>> = {
  "evenings at two offices, one id inside the other": {
    offices: [office("valbo", CLOSED), office("valbon", CLOSED)],
    evenings: [
      evening("valbo", { minEvenings: 2, weekdays: [2] }),
      evening("valbon", { minEvenings: 2, weekdays: [3, 4], minStaff: 2 }),
    ],
    staff: [member("anna", { offices: ["valbo"] }), member("bo"), member("cia")],
    availability: [available("anna"), available("bo"), available("cia", { weekdays: [3] })],
  },
  "demand of a department, by the opening and by the week": {
    offices: [office("valbo"), office("valbon")],
    demand: [
      demand("valbo", { department: "polis", per: "week", min: 3 }),
      demand("valbon", { department: "social", min: 1, weekdays: [2] }),
    ],
    staff: [member("anna", { department: "polis" }), member("bo", { department: "social" })],
    availability: [
      available("anna", { weekdays: [2, 3] }, "00:00-24:00", { department: "polis" }),
      available("bo", { weekdays: [3] }, "00:00-24:00", { department: "social" }),
    ],
  },
  "secrecy, a visit and pins": {
    offices: [office("valbo"), office("valbon")],
    visits: [
      {
        id: "kronan",
        office: "valbon",
        partner: null,
        department: null,
        weekdays: [2],
        time: { from: 600, to: 720 },
        weeks: "all",
        hosts: 2,
        rooms: 0,
      },
    ],
    pins: [pin("anna", "2026-12-01", { office: "valbo" }), pin("bo", "2026-12-02")],
    separations: [{ department: "polis", other: "social", scope: "office" }],
    demand: [
      demand("valbo", { department: "polis", weekdays: [4] }),
      demand("valbo", { department: "social", weekdays: [4] }),
    ],
    staff: [member("anna", { department: "polis" }), member("bo", { department: "social" })],
    availability: [
      available("anna", undefined, "00:00-24:00", { department: "polis" }),
      available("bo", { weekdays: [2, 4] }, "00:00-24:00", { department: "social" }),
    ],
  },
  "hours of a department and of people": {
    offices: [office("valbo", CLOSED), office("valbon", CLOSED)],
    evenings: [evening("valbo", one), evening("valbon", { ...one, minEvenings: 3 })],
    staff: [
      member("anna", { department: "polis", maxMinutesWeek: 120 }),
      member("bo", { department: "polis", maxEveningsMonth: 1 }),
    ],
    availability: [
      available("anna", undefined, "00:00-24:00", { department: "polis" }),
      available("bo", undefined, "00:00-24:00", { department: "polis" }),
    ],
    departments: [
      {
        id: "polis",
        name: "polis",
        minMinutesMonth: null,
        maxMinutesMonth: 180,
        share: null,
        hourlyCost: null,
      },
    ],
  },
};

describe("ids of any kind", { timeout: 300_000 }, () => {
  it.each(Object.entries(CASES))("get the same explanations: %s", async (_name, tables) => {
    const plain = await explained(instanceOf(tables), { most: 2 });
    const other = await explained(instanceOf(renamed(tables)), { most: 2 });
    expect(plain.explanations.length).toBeGreaterThan(0);
    const told = JSON.stringify([other.explanations, other.others], null, 1);
    expect(plainAgain(told).split("\n")).toEqual(
      JSON.stringify([plain.explanations, plain.others], null, 1).split("\n"),
    );
  });

  it.each(Object.entries(CASES))("get rows with names of their own: %s", (_name, tables) => {
    const instance = instanceOf(renamed(tables));
    const soft = activate(CATALOG, []).map((rule) => ({ ...rule, severity: "soft" as const }));
    const { program } = formulate(instance, soft);
    const names = program.rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(program.variableNames).size).toBe(program.variableCount);
  });
});
