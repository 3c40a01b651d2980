import { expect, it } from "vitest";
import { freeTimeOf } from "../../src/domain/free-time.js";
import { available, time } from "../support/build-case.js";

const part = (hours: string, status: "available" | "prefer" | "avoid" | "unavailable") =>
  available("anna", {}, hours, { status });

it("what is to be avoided comes before what is preferred, and being away before both", () => {
  const { parts, times } = freeTimeOf([
    part("08:00-18:00", "available"),
    part("09:00-12:00", "prefer"),
    part("11:00-13:00", "avoid"),
    part("12:30-14:00", "unavailable"),
  ]);
  const said = parts.map((own) => [own.time, own.status]);
  expect(said).toEqual([
    [time("08:00-09:00"), "available"],
    [time("09:00-11:00"), "prefer"],
    [time("11:00-12:30"), "avoid"],
    [time("14:00-18:00"), "available"],
  ]);
  expect(times).toEqual(parts.map((own) => own.time));
});

it("of no rows is none", () => {
  expect(freeTimeOf([])).toEqual({ parts: [], times: [] });
});
