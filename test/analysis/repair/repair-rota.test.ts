import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RepairRequest, repairRota } from "../../../src/analysis/repair/repair-rota.js";
import type { Case } from "../../../src/domain/case.js";
import { dayChanges } from "../../../src/domain/day-changes.js";
import { awayOn, closedOn } from "../../../src/domain/disruptions.js";
import { decode } from "../../../src/planning/encoding.js";
import { formulate } from "../../../src/planning/formulate.js";
import { CATALOG } from "../../../src/rules/catalog.js";
import { activate } from "../../../src/rules/settings.js";
import { available, caseOf, member, office, pin, rota } from "../../support/build-case.js";
import { pointOf } from "../../support/law.js";
import { randomInstance } from "../../support/random-instance.js";

const day = (date: string, staff: string, at = "valbo") =>
  `2026-12-${date} ${at} day 09:00-16:00 ${staff}`;
const PERIOD = { first: "2026-12-01", last: "2026-12-31" };

/** One office that needs one person; who can come on which weekday. */
function offices(
  weekdays: Readonly<Record<string, readonly (1 | 2 | 3 | 4 | 5)[]>>,
  more: Partial<Case> = {},
): Case {
  return caseOf({
    offices: [office("valbo", { openDays: [2, 3] })],
    staff: Object.keys(weekdays).map((id) => member(id)),
    availability: Object.entries(weekdays).map(([id, days]) => available(id, { weekdays: days })),
    ...more,
  });
}

function repaired(
  theCase: Case,
  rows: readonly string[],
  more: Partial<RepairRequest> & { absent?: readonly [string, string, string?] },
) {
  const [staff, first, last = first] = more.absent ?? [];
  const news =
    staff === undefined
      ? []
      : [awayOn(staff, { first: `2026-12-${first}`, last: `2026-12-${last}` })];
  const published = rota(...rows).assignments;
  const repair = repairRota({
    theCase,
    period: PERIOD,
    holidays: new Map(),
    published,
    today: "2026-11-01",
    news,
    kept: [],
    effort: 1,
    ...more,
  });
  const changes = dayChanges(published, repair.rota.assignments).map(
    ({ staff: who, date, before, after }) =>
      `${date.slice(8)} ${who} ${before.length > 0 ? "-" : ""}${after.length > 0 ? "+" : ""}`,
  );
  const broken = repair.violations.filter(({ severity }) => severity === "hard");
  return { repair, changes, broken: broken.map(({ rule, date }) => `${rule} ${date}`) };
}

const DATES = ["01", "02", "08", "09", "15", "16", "22", "23", "29", "30"];
const anna = DATES.map((date) => day(date, "anna"));

describe("the repair of an announced rota", () => {
  it("puts one substitute in, and changes nothing else", () => {
    const theCase = offices({ anna: [2, 3], bo: [2, 3], cilla: [2, 3] });
    const { changes, broken, repair } = repaired(theCase, anna, { absent: ["anna", "08"] });
    expect(changes).toEqual(["08 anna -", "08 bo +"]);
    expect(broken).toEqual([]);
    expect(repair.fewest).toBe(true);
  });

  it("leaves the gap and says so when nobody can come", () => {
    const theCase = offices({ anna: [2, 3], bo: [3] });
    const { changes, broken, repair } = repaired(theCase, anna, { absent: ["anna", "08"] });
    expect(changes).toEqual(["08 anna -"]);
    expect(broken).toEqual(["opening-cover 2026-12-08"]);
    expect(repair.fewest).toBe(true);
  });

  it("moves two people when one cannot simply step in", () => {
    const theCase = caseOf({
      offices: [office("satra", { openDays: [2] }), office("valbo", { openDays: [2] })],
      staff: [
        member("anna", { offices: ["valbo"] }),
        member("bo"),
        member("cilla", { offices: ["satra"] }),
      ],
      availability: ["anna", "bo", "cilla"].map((id) => available(id)),
    });
    const dates = ["01", "08", "15", "22", "29"];
    const rows = dates.flatMap((date) => [day(date, "anna"), day(date, "bo", "satra")]);
    const { changes, broken, repair } = repaired(theCase, rows, { absent: ["anna", "08"] });
    expect(changes).toEqual(["08 anna -", "08 bo -+", "08 cilla +"]);
    expect(broken).toEqual([]);
    expect(repair.fewest).toBe(true);
  });

  it("does nothing to dates that have been", () => {
    const theCase = offices({ anna: [2, 3], bo: [2, 3] });
    const absent = ["anna", "01", "09"] as const;
    const { changes } = repaired(theCase, anna, { absent, today: "2026-12-08" });
    expect(changes).toEqual(["08 anna -", "08 bo +", "09 anna -", "09 bo +"]);
  });

  it("keeps what it is told to keep", () => {
    const theCase = offices({ anna: [2, 3], bo: [2, 3], cilla: [2, 3] });
    const kept = [{ staff: "bo", office: null, ...PERIOD }];
    const { changes } = repaired(theCase, anna, { absent: ["anna", "08"], kept });
    expect(changes).toEqual(["08 anna -", "08 cilla +"]);
  });

  it("closes an office without blaming anybody", () => {
    const theCase = offices(
      { anna: [2, 3] },
      { pins: [pin("anna", "2026-12-08", { office: "valbo" })] },
    );
    const news = [closedOn("valbo", { first: "2026-12-08", last: "2026-12-08" })];
    const { changes, broken } = repaired(theCase, anna, { news });
    expect(changes).toEqual(["08 anna -"]);
    expect(broken).toEqual([]);
  });

  it("counts and prices what is told at short notice, and nothing of what is told in time", () => {
    const theCase = offices(
      { anna: [2, 3], bo: [2, 3] },
      {
        ruleSettings: [
          { rule: "weekly-hours", severity: "off", weight: null, parameter: null, value: null },
        ],
      },
    );
    const one = repaired(theCase, anna, { absent: ["anna", "29"], today: "2026-12-01" });
    expect(one.changes).toEqual(["29 anna -", "29 bo +"]);
    expect(one.repair.violations.filter(({ rule }) => rule === "publication-notice")).toEqual([]);
    const soon = repaired(theCase, anna, { absent: ["anna", "02"], today: "2026-12-01" });
    const notice = soon.repair.violations.filter(({ rule }) => rule === "publication-notice");
    expect(notice.map(({ staff, unit }) => `${staff} ${unit}`)).toEqual([
      "bo duties",
      "bo person-minutes",
    ]);
  });

  it("keeps a duty of the past that no program can express, and a hand-made one that is possible", () => {
    const theCase = offices({ anna: [2, 3], bo: [2, 3] });
    const rows = [
      "2026-12-01 valbo day 03:00-04:00 anna",
      "2026-12-02 valbo day 09:00-12:10 anna",
      "2026-12-02 valbo day 12:10-16:00 bo",
      ...anna.slice(2),
    ];
    const { changes } = repaired(theCase, rows, { absent: ["anna", "08"], today: "2026-12-02" });
    expect(changes).toEqual(["08 anna -", "08 bo +"]);
  });

  it("judges every repair of random cases as the program does", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(randomInstance, fc.integer({ min: 0, max: 999 }), (instance, seed) => {
        const { theCase, period, holidays } = instance;
        const rules = activate(CATALOG, theCase.ruleSettings);
        const formulation = formulate(instance, rules);
        let at = seed;
        const draw = () => {
          at = (at * 7919 + 17) % 1009;
          return at / 1009;
        };
        const published = decode(formulation, pointOf(formulation.program, draw, 0.6)).assignments;
        const [first] = published;
        if (first === undefined) return;
        const news = [awayOn(first.staff, { first: first.date, last: first.date })];
        const repair = repairRota({
          theCase,
          period,
          holidays,
          published,
          today: instance.today,
          news,
          kept: [],
          effort: 0.01,
        });
        const away = repair.rota.assignments.filter(
          ({ staff, date }) => staff === first.staff && date === first.date,
        );
        if ((instance.today ?? "") <= first.date) expect(away).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
