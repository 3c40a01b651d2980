import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { redDays } from "../../src/domain/red-days.js";

const YEARS = Array.from({ length: 2200 - 1990 }, (_, index) => 1990 + index);

describe("the red days of a year", () => {
  it("are those that date-holidays knows, for two centuries", () => {
    const calendar = new Holidays("SE");
    for (const year of YEARS) {
      const known = calendar
        .getHolidays(year, "sv")
        .filter(({ type }) => type === "public" || type === "bank")
        .map(({ date, name }) => [date.slice(0, 10), name] as const);
      expect([...new Map(redDays(year))], String(year)).toEqual([...new Map(known)]);
    }
  });

  it("are in order, with Easter where the tables of the calendar have it", () => {
    for (const year of YEARS) {
      const dates = redDays(year).map(([date]) => date);
      expect(dates).toEqual([...dates].sort());
    }
    const easter = (year: number) => redDays(year).find(([, name]) => name === "påskdagen")?.[0];
    // The earliest and latest that can be, and both exceptions of the tables.
    expect([1818, 2285, 1943, 2038, 1981, 1954, 2049, 2076].map(easter)).toEqual([
      ...["1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25"],
      ...["1981-04-19", "1954-04-18", "2049-04-18", "2076-04-19"],
    ]);
  });
});
