import { describe, expect, it } from "vitest";
import type { Visit } from "../../src/domain/case.js";
import { visitsOn } from "../../src/domain/visits.js";
import { instanceOf, office, time } from "../support/build-case.js";

const visit = (weeks: Visit["weeks"], weekdays: Visit["weekdays"] = [3]): Visit => ({
  id: "law-firm",
  office: "valbo",
  partner: null,
  department: null,
  weekdays,
  time: time("13:00-16:00"),
  weeks,
  hosts: 1,
  rooms: 1,
});

/** The days of December 2026 (Wednesdays 2, 9, 16, 23 and 30; ISO weeks 49 to 53) on which a visit comes. */
function days(own: Visit, closed: readonly string[] = []): number[] {
  const closures = closed.map((date) => ({ date, office: null, reason: null }));
  const instance = instanceOf(
    { offices: [office("valbo")], visits: [own], closures },
    "2026-12-01",
    "2026-12-31",
  );
  return instance.dates
    .filter((date) => visitsOn(instance, "valbo", date).length > 0)
    .map((date) => Number(date.slice(8)));
}

describe("the dates of a visit", () => {
  it.each([
    ["all", [2, 9, 16, 23, 30]],
    ["odd", [2, 16, 30]],
    ["even", [9, 23]],
    ["1", [2]],
    ["2", [9]],
    ["4", [23]],
    ["last", [30]],
  ] as const)("%s", (weeks, expected) => {
    expect(days(visit(weeks))).toEqual(expected);
  });

  it("are none when the office is closed", () => {
    expect(days(visit("all"), ["2026-12-09", "2026-12-30"])).toEqual([2, 16, 23]);
  });

  it("are those of each of its weekdays: the first Tuesday is the first of the month", () => {
    expect(days(visit("1", [2, 4]))).toEqual([1, 3]);
  });

  it("are at its own office", () => {
    const instance = instanceOf({ offices: [office("satra")], visits: [visit("all")] });
    expect(visitsOn(instance, "satra", "2026-12-02")).toEqual([]);
  });
});
