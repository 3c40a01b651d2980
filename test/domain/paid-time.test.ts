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

  it("is of what the opening hours leave of a shift, and never more than the shift pays", () => {
    const cut = (paidMinutes: number) => instance(shift("a", "07:00-20:00", { paidMinutes }));
    expect(paidOn(cut(660), whole, BREAKS)).toBe(390);
    expect(paidOn(cut(120), whole, BREAKS)).toBe(120);
  });

  it("goes on through a pause that is shorter than the break, and pays it", () => {
    const apart = (...times: readonly string[]) =>
      rows(...times.map((one) => `2026-12-01 valbo day ${one} anna`));
    expect(paidOn(instance(), apart("09:00-12:00", "12:10-16:00"), BREAKS)).toBe(390);
    expect(paidOn(instance(), apart("09:00-12:00", "12:30-16:00"), BREAKS)).toBe(390);
    expect(paidOn(instance(), apart("09:00-11:00", "11:10-13:00"), BREAKS)).toBe(240);
  });

  it("counts the journey between two offices, as far as there is time for it", () => {
    const far = instanceOf({
      offices: [office("satra"), office("valbo")],
      ...people("anna"),
      travel: [{ from: "valbo", to: "satra", minutes: 40 }],
    });
    const day = (from: string) =>
      rows("2026-12-01 satra day 09:00-11:00 anna", `2026-12-01 valbo day ${from} anna`);
    expect(paidOn(far, day("12:30-14:30"), BREAKS)).toBe(280);
    expect(paidOn(far, day("12:00-14:00"), BREAKS)).toBe(300);
    expect(paidOn(far, day("11:00-13:00"), BREAKS)).toBe(240);
  });
});
