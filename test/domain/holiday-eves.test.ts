import { describe, expect, it } from "vitest";
import { eveOf } from "../../src/domain/holiday-eves.js";

describe("eves of holidays with extra pay from 16:00", () => {
  it.each([
    ["2027-01-05", "trettondag jul"],
    ["2026-04-30", "första maj"],
    ["2026-05-13", "Kristi himmelsfärdsdag"],
    ["2025-05-28", "Kristi himmelsfärdsdag"],
    ["2026-06-05", "nationaldagen"],
    ["2024-06-05", "nationaldagen"],
    ["2026-10-30", "alla helgons dag"],
    ["2027-11-05", "alla helgons dag"],
  ])("%s is the weekday before %s", (date, name) => {
    expect(eveOf(date)?.sv).toBe(name);
  });

  it("is the Friday when the holiday is a Sunday or a Monday", () => {
    expect(eveOf("2028-04-28")?.sv).toBe("första maj");
    expect(eveOf("2027-04-30")?.sv).toBe("första maj");
    expect(eveOf("2032-04-30")?.sv).toBe("första maj");
  });

  it.each([
    "2026-12-23",
    "2026-05-12",
    "2026-05-01",
    "2026-10-29",
    "2026-06-06",
    "2027-11-04",
  ])("%s is none", (date) => {
    expect(eveOf(date)).toBeNull();
  });
});
