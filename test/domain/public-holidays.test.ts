import { describe, expect, it } from "vitest";
import { publicHolidays } from "../../src/domain/public-holidays.js";

describe("publicHolidays", () => {
  it("has those of every week that the period touches, and no others", () => {
    const december = publicHolidays({ first: "2026-12-01", last: "2026-12-30" });
    expect([...december]).toEqual([
      ["2026-12-24", "julafton"],
      ["2026-12-25", "juldagen"],
      ["2026-12-26", "annandag jul"],
      ["2026-12-31", "nyårsafton"],
      ["2027-01-01", "nyårsdagen"],
    ]);
    expect(publicHolidays({ first: "2027-01-11", last: "2027-01-17" })).toEqual(new Map());
    const endOfWeek = publicHolidays({ first: "2027-01-02", last: "2027-01-05" });
    expect([...endOfWeek.keys()]).toEqual(["2026-12-31", "2027-01-01", "2027-01-06"]);
  });
});
