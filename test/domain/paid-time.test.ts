import { describe, expect, it } from "vitest";
import type { Shift } from "../../src/domain/case.js";
import { paidOn, shiftOf, shiftsAt } from "../../src/domain/paid-time.js";
import { evening, instanceOf, office, people, row, time } from "../support/build-case.js";

const BREAKS = { stretchMinutes: 300, breakMinutes: 30 };
const shift = (id: string, hours: string, more: Partial<Shift> = {}): Shift => ({
  id,
  office: null,
  weekdays: [1, 2, 3, 4, 5],
  time: time(hours),
  paidMinutes: null,
  notFollowedBy: [],
  ...more,
});
const instance = (...shifts: readonly Shift[]) =>
  instanceOf({
    offices: [office("satra"), office("valbo")],
    evenings: [evening("valbo")],
    ...people("anna"),
    shifts,
  });
const rows = (...texts: readonly string[]) => texts.map((text) => row(text));

describe("shifts", () => {
  it("are at their office, on their weekdays", () => {
    const early = shift("early", "07:00-13:00", { office: "valbo", weekdays: [2] });
    expect(shiftsAt(instance(early), "valbo", "2026-12-01")).toEqual([early]);
    expect(shiftsAt(instance(early), "satra", "2026-12-01")).toEqual([]);
    expect(shiftsAt(instance(early), "valbo", "2026-12-02")).toEqual([]);
  });

  it("are known by their exact times before those of another inside the opening hours", () => {
    const both = instance(shift("long", "08:00-13:00"), shift("short", "09:00-13:00"));
    expect(shiftOf(both, rows("2026-12-01 valbo day 09:00-13:00 anna"))?.id).toBe("short");
    expect(shiftOf(both, rows("2026-12-01 valbo day 08:00-13:00 anna"))?.id).toBe("long");
  });

  it("are known by what the opening hours leave of them, with the evening and without", () => {
    const late = instance(shift("late", "12:00-20:00"));
    const day = "2026-12-01 valbo day 12:00-16:00 anna";
    expect(shiftOf(late, rows(day))?.id).toBe("late");
    expect(shiftOf(late, rows(day, "2026-12-01 valbo evening 16:00-18:00 anna"))?.id).toBe("late");
    expect(shiftOf(late, rows("2026-12-01 valbo day 12:00-15:00 anna"))).toBeNull();
  });

  it("are none when there are none, when nothing is worked, and at two offices", () => {
    const early = instance(shift("early", "09:00-12:00"));
    const two = rows(
      "2026-12-01 satra day 09:00-10:00 anna",
      "2026-12-01 valbo day 10:00-12:00 anna",
    );
    expect(shiftOf(early, two)).toBeNull();
    expect(shiftOf(early, [])).toBeNull();
    expect(shiftOf(instance(), rows("2026-12-01 valbo day 09:00-12:00 anna"))).toBeNull();
  });
});

describe("paid time", () => {
  const whole = rows("2026-12-01 valbo day 09:00-16:00 anna");

  it("is what the shift pays, also nothing", () => {
    expect(paidOn(instance(shift("a", "09:00-16:00", { paidMinutes: 480 })), whole, BREAKS)).toBe(
      480,
    );
    expect(paidOn(instance(shift("a", "09:00-16:00", { paidMinutes: 0 })), whole, BREAKS)).toBe(0);
  });

  it("is the time less the break of a shift that says nothing, and without a shift", () => {
    expect(paidOn(instance(shift("a", "09:00-16:00")), whole, BREAKS)).toBe(390);
    expect(paidOn(instance(shift("a", "09:00-15:00", { paidMinutes: 1 })), whole, BREAKS)).toBe(
      390,
    );
    expect(paidOn(instance(), whole, BREAKS)).toBe(390);
  });
});
