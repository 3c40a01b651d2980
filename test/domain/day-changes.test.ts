import { describe, expect, it } from "vitest";
import { dayChanges, eveningChanges } from "../../src/domain/day-changes.js";
import { joined, workKey } from "../../src/domain/published.js";
import { rota, row } from "../support/build-case.js";

const day = (date: string, staff: string, hours = "09:00-16:00") =>
  `2026-12-${date} valbo day ${hours} ${staff}`;
const late = (date: string, staff: string) => `2026-12-${date} valbo evening 16:00-18:00 ${staff}`;

describe("what differs between two rotas", () => {
  it("is a date of a person, with the work before and after", () => {
    const before = rota(day("01", "anna"), day("02", "bo"), day("03", "bo")).assignments;
    const after = rota(day("01", "cilla"), day("02", "bo"), late("03", "bo")).assignments;
    const shown = dayChanges(before, after).map((change) => [
      change.date,
      change.staff,
      change.before.length,
      change.after.length,
    ]);
    expect(shown).toEqual([
      ["2026-12-01", "anna", 1, 0],
      ["2026-12-01", "cilla", 0, 1],
      ["2026-12-03", "bo", 1, 1],
    ]);
  });

  it("is nothing when the same work is cut into other rows", () => {
    const cut = rota(day("01", "anna", "09:00-12:00"), day("01", "anna", "12:00-16:00"));
    expect(dayChanges(cut.assignments, rota(day("01", "anna")).assignments)).toEqual([]);
    expect(joined(cut.assignments)).toEqual([row(day("01", "anna"))]);
  });

  it("tells work with a gap from work without one, and day from evening", () => {
    const keys = [
      [day("01", "a")],
      [day("01", "a", "09:00-12:00"), day("01", "a", "13:00-16:00")],
      ["2026-12-01 valbo evening 09:00-16:00 a"],
      ["2026-12-01 satra day 09:00-16:00 a"],
    ].map((rows) => workKey(rota(...rows).assignments));
    expect(new Set(keys).size).toBe(4);
  });

  it("names evenings that only one of them holds", () => {
    const before = rota(late("01", "anna"), late("01", "bo"), late("02", "bo")).assignments;
    const after = rota(late("01", "anna"), late("03", "bo")).assignments;
    expect(eveningChanges(before, after)).toEqual([
      { office: "valbo", date: "2026-12-02", held: "before" },
      { office: "valbo", date: "2026-12-03", held: "after" },
    ]);
  });
});
