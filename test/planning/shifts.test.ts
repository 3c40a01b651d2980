import { describe, expect, it } from "vitest";
import type { Shift } from "../../src/domain/case.js";
import { timeWords } from "../../src/domain/words.js";
import { candidatesOf } from "../../src/planning/candidates.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import { evening, instanceOf, office, people, time } from "../support/build-case.js";

const shift = (id: string, hours: string, more: Partial<Shift> = {}): Shift => ({
  id,
  office: null,
  weekdays: [1, 2, 3, 4, 5],
  time: time(hours),
  paidMinutes: null,
  notFollowedBy: [],
  ...more,
});

/** Anna's duties in Valbo (09–16, evening 16–18 on Mondays to Thursdays), with kinds and paid minutes. */
function duties(date: string, ...shifts: readonly Shift[]): string[] {
  const instance = instanceOf({
    offices: [office("satra", { openDays: [] }), office("valbo")],
    evenings: [evening("valbo")],
    ...people("anna"),
    shifts,
  });
  return candidatesOf(instance, activate(CATALOG, []))
    .of("anna", date)
    .map(({ parts, paidMinutes }) =>
      [...parts.map((part) => `${part.kind} ${timeWords(part.time)}`), paidMinutes].join(", "),
    );
}

describe("duties of a case with shifts", () => {
  it("are the shifts and no others", () => {
    expect(
      duties("2026-12-01", shift("early", "09:00-12:30"), shift("late", "12:00-16:00")),
    ).toEqual(["day 09:00–12:30, 210", "day 12:00–16:00, 240"]);
  });

  it("are only the shifts of that office and weekday", () => {
    const elsewhere = shift("a", "09:00-12:00", { office: "satra" });
    expect(duties("2026-12-01", elsewhere, shift("b", "09:00-12:00", { weekdays: [5] }))).toEqual(
      [],
    );
  });

  it("are as long as the office is open, and evening in the evening's extra time", () => {
    expect(duties("2026-12-01", shift("late", "12:00-20:00"))).toEqual([
      "day 12:00–16:00, evening 16:00–18:00, 330",
    ]);
    expect(duties("2026-12-04", shift("late", "12:00-20:00"))).toEqual(["day 12:00–16:00, 240"]);
  });

  it("are paid as the shift says, and no more than is left of it in the opening hours", () => {
    expect(duties("2026-12-01", shift("a", "09:00-17:00", { paidMinutes: 480 }))).toEqual([
      "day 09:00–16:00, evening 16:00–17:00, 480",
    ]);
    expect(duties("2026-12-01", shift("a", "08:00-17:00", { paidMinutes: 480 }))).toEqual([
      "day 09:00–16:00, evening 16:00–17:00, 450",
    ]);
  });

  it("are one where two shifts come to the same hours, the one with these exact times", () => {
    expect(
      duties(
        "2026-12-04",
        shift("a", "08:00-12:00", { paidMinutes: 240 }),
        shift("b", "09:00-12:00", { paidMinutes: 180 }),
      ),
    ).toEqual(["day 09:00–12:00, 180"]);
  });
});
