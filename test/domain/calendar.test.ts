import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateOfDayNumber,
  datesOf,
  dayNumber,
  daysBetween,
  isIsoDate,
  isIsoMonth,
  isoWeekOf,
  mondayOf,
  monthOf,
  monthOfPeriod,
  periodName,
  periodOfMonth,
  shareOfMonth,
  weekdayOf,
  within,
} from "../../src/domain/calendar.js";

const dates = fc
  .integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") })
  .map(dateOfDayNumber);
const utc = (date: string) => DateTime.fromISO(date, { zone: "utc" });

describe("dates", () => {
  it("agree with luxon on weekday, week, Monday, month and the days around", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const day = utc(date);
        expect(weekdayOf(date)).toBe(day.weekday);
        expect(isoWeekOf(date)).toBe(`${day.weekYear}-W${String(day.weekNumber).padStart(2, "0")}`);
        expect(mondayOf(date)).toBe(day.startOf("week").toISODate());
        expect(monthOf(date)).toBe(day.toFormat("yyyy-MM"));
        const later = addDays(date, days);
        expect(later).toBe(day.plus({ days }).toISODate());
        expect(daysBetween(date, later)).toBe(days);
        expect(isIsoDate(date)).toBe(date >= "2000" && date < "2100");
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
      }),
      { numRuns: 1000 },
    );
  });

  it("agree with luxon on the length of months", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const period = periodOfMonth(monthOf(date));
        expect(period.first).toBe(utc(date).startOf("month").toISODate());
        expect(period.last).toBe(utc(date).endOf("month").toISODate());
        const all = datesOf(period);
        expect(all).toHaveLength(utc(date).daysInMonth!);
        expect(all).toContain(date);
        expect(all).toEqual([...all].sort());
      }),
    );
  });

  it.each([
    ["2026-12-27", "2026-W52"],
    ["2026-12-28", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2020-12-28", "2020-W53"],
    ["2021-01-03", "2020-W53"],
    ["2024-12-30", "2025-W01"],
    ["2023-01-01", "2022-W52"],
  ])("%s lies in week %s", (date, week) => {
    expect(isoWeekOf(date)).toBe(week);
  });

  it("are dates only when they exist and are written in full", () => {
    expect(["2024-02-29", "2000-02-29", "2026-12-31"].every(isIsoDate)).toBe(true);
    for (const text of [
      "2026-02-29",
      "1999-12-31",
      "2100-01-01",
      "1900-02-29",
      "2026-13-01",
      "2026-1-01",
      "2026-12-32",
      "x",
      "",
    ]) {
      expect(isIsoDate(text)).toBe(false);
    }
    expect(["2026-01", "2026-12"].every(isIsoMonth)).toBe(true);
    for (const text of ["2026-00", "2026-13", "2026-1", "2026-12-01", "0001-01", "9999-12"])
      expect(isIsoMonth(text)).toBe(false);
  });

  it("lie within a period when they are its first, its last or between", () => {
    const period = { first: "2026-12-02", last: "2026-12-04" };
    const inside = ["01", "02", "03", "04", "05"].map((day) => within(period, `2026-12-${day}`));
    expect(inside).toEqual([false, true, true, true, false]);
    expect(datesOf({ first: "2026-12-02", last: "2026-12-01" })).toEqual([]);
  });
});

describe("periods that are not a month", () => {
  it("are known from whole months", () => {
    const name = (first: string, last: string) => periodName({ first, last });
    expect(monthOfPeriod({ first: "2028-02-01", last: "2028-02-29" })).toBe("2028-02");
    expect(monthOfPeriod({ first: "2028-02-01", last: "2028-02-28" })).toBeNull();
    expect(monthOfPeriod({ first: "2028-02-02", last: "2028-02-29" })).toBeNull();
    expect(name("2026-12-01", "2026-12-31")).toBe("2026-12");
    expect(name("2026-12-01", "2027-01-31")).toBe("2026-12-01..2027-01-31");
  });

  it("ask a cut month for its part by the days", () => {
    const part = (first: string, last: string) => shareOfMonth(2, "2026-12", { first, last });
    expect(part("2026-12-01", "2026-12-31")).toBe(2);
    expect(part("2026-11-20", "2027-01-10")).toBe(2);
    expect(part("2026-12-01", "2026-12-15")).toBe(0);
    expect(part("2026-12-01", "2026-12-16")).toBe(1);
    expect(part("2026-12-17", "2027-01-10")).toBe(1);
    expect(part("2027-01-01", "2027-01-10")).toBe(0);
  });

  it("that follow each other share a month's number without rest", () => {
    const days = datesOf(periodOfMonth("2026-12"));
    const numbers = fc.integer({ min: 0, max: 1_000_000 });
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(numbers, cuts, (number, at) => {
        const starts = [0, ...at.sort((a, b) => a - b)];
        const parts = starts.map((start, i) => {
          const last = days[(starts[i + 1] ?? days.length) - 1]!;
          return shareOfMonth(number, "2026-12", { first: days[start]!, last });
        });
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(number);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
