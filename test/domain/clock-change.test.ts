import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { dateOfDayNumber, dayNumber } from "../../src/domain/calendar.js";
import {
  elapsedMinutes,
  minutesAfterMidnight,
  minutesToMidnight,
} from "../../src/domain/clock-change.js";

describe("clock changes", () => {
  it.each([
    ["2026-03-28", 1440],
    ["2026-03-29", 1380],
    ["2026-03-30", 1440],
    ["2026-10-25", 1500],
  ])("%s has %i minutes", (date, minutes) => {
    expect(minutesAfterMidnight(date, 1440)).toBe(minutes);
    expect(minutesToMidnight(date, 0)).toBe(minutes);
  });

  it("shorten only what comes after them", () => {
    expect(minutesAfterMidnight("2026-03-29", 60)).toBe(60);
    expect(minutesAfterMidnight("2026-03-29", 420)).toBe(360);
    expect(minutesToMidnight("2026-03-29", 60)).toBe(1320);
    expect(minutesAfterMidnight("2026-10-25", 420)).toBe(480);
  });

  it.each([
    ["2026-03-28", "2026-03-29", 600],
    ["2026-10-24", "2026-10-25", 720],
    ["2026-12-01", "2026-12-02", 660],
  ])("from 20:00 on %s to 07:00 on %s are %i minutes", (date, next, minutes) => {
    expect(elapsedMinutes({ date, minute: 1200 }, { date: next, minute: 420 })).toBe(minutes);
  });

  it("count midnight as the start of the next day", () => {
    const next = { date: "2026-03-29", minute: 420 };
    expect(elapsedMinutes({ date: "2026-03-28", minute: 1440 }, next)).toBe(360);
    expect(
      elapsedMinutes({ date: "2026-10-24", minute: 1440 }, { date: "2026-10-25", minute: 420 }),
    ).toBe(480);
  });

  it("pass as luxon says between any two evenings and mornings", () => {
    const day = fc.integer({ min: dayNumber("2020-01-01"), max: dayNumber("2035-12-31") });
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(day, minute, minute, (number, end, start) => {
        const [date, next] = [dateOfDayNumber(number), dateOfDayNumber(number + 1)];
        const at = (on: string, m: number) =>
          DateTime.fromISO(on, { zone: "Europe/Stockholm" }).set({
            hour: Math.floor(m / 60),
            minute: m % 60,
          });
        const real = (at(next, start).toMillis() - at(date, end).toMillis()) / 60_000;
        expect(elapsedMinutes({ date, minute: end }, { date: next, minute: start })).toBe(real);
        expect(minutesToMidnight(date, end) + minutesAfterMidnight(next, start)).toBe(real);
      }),
      { numRuns: 2000 },
    );
  });

  it("do not bend a single day", () => {
    expect(
      elapsedMinutes({ date: "2026-03-29", minute: 480 }, { date: "2026-03-29", minute: 500 }),
    ).toBe(20);
  });
});
