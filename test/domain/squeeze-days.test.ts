import { describe, expect, it } from "vitest";
import { periodOfMonth } from "../../src/domain/calendar.js";
import { squeezeDays } from "../../src/domain/squeeze-days.js";

const of = (month: string, ...holidays: readonly string[]) =>
  squeezeDays(periodOfMonth(month), new Map(holidays.map((date) => [date, "holiday"])));

describe("squeeze days", () => {
  it("lie between a holiday and a weekend", () => {
    expect(of("2027-05", "2027-05-06")).toEqual(["2027-05-07"]);
    expect(of("2026-01", "2026-01-06")).toEqual(["2026-01-05"]);
  });

  it("lie between two holidays, also over the turn of the month", () => {
    expect(of("2026-12", "2026-12-29", "2026-12-31")).toEqual(["2026-12-28", "2026-12-30"]);
    expect(of("2027-09", "2027-08-31", "2027-09-02")).toEqual(["2027-09-01", "2027-09-03"]);
  });

  it("are no days off themselves, are single, and need a holiday beside them", () => {
    expect(of("2026-12", "2026-12-23")).toEqual([]);
    expect(of("2026-12")).toEqual([]);
    expect(of("2026-12", "2026-12-24", "2026-12-25")).toEqual([]);
  });
});
