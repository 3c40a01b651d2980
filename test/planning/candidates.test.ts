import { describe, expect, it } from "vitest";
import type { Case, Severity } from "../../src/domain/case.js";
import { candidatesOf } from "../../src/planning/candidates.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import {
  available,
  evening,
  instanceOf,
  member,
  office,
  people,
  pin,
  time,
} from "../support/build-case.js";
import { allSoft } from "../support/law.js";

const TUESDAY = "2026-12-01";
const base = { offices: [office("valbo")], evenings: [evening("valbo")], ...people("anna") };
const severity = (rule: string, value: Severity) => ({
  rule,
  severity: value,
  weight: null,
  parameter: null,
  value: null,
});

function candidates(tables: Partial<Case>, soft = false, date = TUESDAY) {
  const instance = instanceOf({ ...base, ...tables }, date, date);
  const rules = soft ? allSoft(instance) : activate(CATALOG, instance.theCase.ruleSettings);
  return candidatesOf(instance, rules);
}
const hours = (own: ReturnType<typeof candidates>) =>
  own.duties.map(({ parts }) =>
    parts.map(({ kind, time: t }) => `${kind[0]}${t.from / 60}-${t.to / 60}`).join("+"),
  );

describe("candidates", () => {
  it("are the runs of blocks, numbered in order, the evening's switch last", () => {
    const own = candidates({});
    expect(hours(own)).toEqual([
      "d9-12.5",
      "d12.5-16",
      "e16-18",
      "d9-16",
      "d12.5-16+e16-18",
      "d9-16+e16-18",
    ]);
    expect(own.duties.map(({ variable }) => variable)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(own.duties.map(({ paidMinutes }) => paidMinutes)).toEqual([
      210, 210, 120, 390, 300, 510,
    ]);
    expect(own.evenings.map(({ variable }) => variable)).toEqual([6]);
  });

  it("leave out what a hard rule forbids, and keep it when the rule is soft", () => {
    const cases: Partial<Case>[] = [
      { availability: [available("anna", { weekdays: [3] })] },
      { staff: [member("anna", { offices: ["satra"] })] },
      { pins: [pin("anna", TUESDAY, { pin: "forbid" })] },
    ];
    for (const tables of cases) {
      expect(candidates(tables).duties).toEqual([]);
      expect(candidates(tables).evenings).toEqual([]);
      expect(candidates(tables, true).duties.length).toBeGreaterThan(0);
    }
    const late = { offices: [office("valbo", { open: time("04:00-08:00") })] };
    expect(hours(candidates(late))).not.toContain("d4-8");
    const soft = { ...late, ruleSettings: [severity("daily-rest", "soft")] };
    expect(hours(candidates(soft))).toContain("d4-8");
  });

  it("go on after an hour away, as far as the day may be split", () => {
    const away = (hours: string, more: Partial<Case> = {}) =>
      candidates({
        evenings: [],
        availability: [available("anna"), available("anna", {}, hours, { status: "unavailable" })],
        ...more,
      }).duties.map(({ presence }) => presence.map(({ from, to }) => [from / 60, to / 60]));
    const whole = [
      [9, 12],
      [13, 16],
    ];
    expect(away("12:00-13:00")).toContainEqual(whole);
    expect(away("12:00-13:00")).toHaveLength(3);
    expect(away("12:00-13:30")).toHaveLength(2);
    expect(away("12:00-13:30", { ruleSettings: [severity("split-duty", "off")] })).toHaveLength(3);
  });

  it("hold no evening on a weekday that is not allowed, unless that is soft", () => {
    const friday = "2026-12-04";
    expect(candidates({}, false, friday).evenings).toEqual([]);
    expect(hours(candidates({}, false, friday))).toEqual(["d9-12.5", "d12.5-16", "d9-16"]);
    const soft = { ruleSettings: [severity("evening-weekday", "soft")] };
    expect(candidates(soft, false, friday).evenings).toHaveLength(1);
  });

  it("serve evenings whole: who goes at five does not come", () => {
    const own = candidates({ availability: [available("anna", {}, "09:00-17:00")] });
    expect(hours(own).some((text) => text.includes("e"))).toBe(false);
    expect(own.evenings).toEqual([]);
  });

  it("know an evening that the day opening holds without a switch, on any weekday", () => {
    const covered = { offices: [office("valbo", { open: time("09:00-18:00") })] };
    for (const date of [TUESDAY, "2026-12-04"]) {
      expect(candidates(covered, false, date).evenings.map(({ variable }) => variable)).toEqual([
        null,
      ]);
    }
  });

  it("belong to the department that lends the person when the duty begins", () => {
    const own = candidates({
      availability: [
        available("anna", {}, "00:00-12:30", { department: "social" }),
        available("anna", {}, "12:30-24:00", { department: "bygglov" }),
      ],
    });
    const lenders = new Map(own.duties.map((duty, index) => [hours(own)[index], duty.department]));
    expect([lenders.get("d9-16"), lenders.get("d12.5-16"), lenders.get("e16-18")]).toEqual([
      "social",
      "bygglov",
      "bygglov",
    ]);
  });

  it("are found by person, office, evening and block", () => {
    const own = candidates({
      ...people("anna", "bo"),
      offices: [office("satra"), office("valbo")],
    });
    expect(own.of("anna", TUESDAY)).toHaveLength(9);
    expect(own.at("satra", TUESDAY)).toHaveLength(6);
    expect(own.at("valbo", "2026-12-02")).toEqual([]);
    expect(own.evening("valbo", TUESDAY)?.office).toBe("valbo");
    expect(own.evening("satra", TUESDAY)).toBeUndefined();
    const [morning] = own.blocks("satra", TUESDAY);
    expect(own.present("satra", TUESDAY, morning!).map(({ staff }) => staff)).toEqual([
      "anna",
      "anna",
      "bo",
      "bo",
    ]);
  });
});
