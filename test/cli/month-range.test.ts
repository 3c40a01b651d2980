import { describe, expect, it } from "vitest";
import { monthsFrom } from "../../src/cli/month-range.js";

describe("a range of months", () => {
  it("has the first and the last, over the turn of the year", () => {
    expect(monthsFrom("2026-11..2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(monthsFrom("2026-12..2026-12")).toEqual(["2026-12"]);
  });

  it("is at most two years", () => {
    expect(monthsFrom("2026-01..2027-12")).toHaveLength(24);
    expect(monthsFrom("2026-01..2028-01")).toBeNull();
    expect(monthsFrom("0001-01..9999-12")).toBeNull();
  });

  it("is nothing else", () => {
    for (const value of [
      "",
      "2026-12",
      "2026-12..",
      "..2026-12",
      "2027-01..2026-12",
      "2026-13..2027-01",
      "2026-01..2026-02..2026-03",
      "2026-1..2026-2",
    ]) {
      expect(monthsFrom(value), value).toBeNull();
    }
  });
});
