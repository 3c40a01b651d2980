import { describe, expect, it } from "vitest";
import { eveningQuotas, workloadQuotas } from "../../src/domain/quota.js";
import {
  available,
  evening,
  instanceOf,
  member,
  office,
  people,
  row,
  time,
} from "../support/build-case.js";

const late = (date: string, staff: string, at = "valbo") =>
  row(`${date} ${at} evening 16:00-18:00 ${staff}`);
const limits = (quotas: ReturnType<typeof eveningQuotas>) =>
  quotas.map(({ staff, low, high }) => [staff.id, low, high]);

describe("quotas of evenings", () => {
  const base = { offices: [office("valbo")], ...people("anna", "bo", "cai") };
  const of = (minEvenings: number, minStaff = 1) => [evening("valbo", { minEvenings, minStaff })];

  it("are whole when the share is, else one of two", () => {
    expect(limits(eveningQuotas(instanceOf({ ...base, evenings: of(3) })))).toEqual([
      ["anna", 1, 1],
      ["bo", 1, 1],
      ["cai", 1, 1],
    ]);
    expect(limits(eveningQuotas(instanceOf({ ...base, evenings: of(2, 2) })))).toEqual([
      ["anna", 1, 2],
      ["bo", 1, 2],
      ["cai", 1, 2],
    ]);
  });

  it("count a date of the history once, before the period only, and evenings only", () => {
    const history = [
      late("2026-11-26", "anna"),
      late("2026-11-26", "anna", "satra"),
      late("2026-11-24", "anna"),
      late("2026-12-01", "anna"),
      row("2026-11-25 valbo day 09:00-16:00 anna"),
    ];
    const [anna, bo] = eveningQuotas(instanceOf({ ...base, evenings: of(2), history }));
    expect([anna!.done, anna!.low, anna!.high]).toEqual([2, 0, 0]);
    expect([bo!.done, bo!.low, bo!.high]).toEqual([0, 1, 1]);
  });

  it("leave out people who can serve none, and keep to what each can", () => {
    const availability = [
      available("anna", {}, "09:00-17:00"),
      available("bo", { weekdays: [2] }),
      available("cai"),
    ];
    const quotas = eveningQuotas(instanceOf({ ...base, evenings: of(3), availability }));
    expect(limits(quotas)).toEqual([
      ["bo", 1, 1],
      ["cai", 2, 2],
    ]);
    const staff = [member("anna", { maxEveningsMonth: 0 }), member("bo"), member("cai")];
    expect(limits(eveningQuotas(instanceOf({ ...base, staff, evenings: of(2) })))).toEqual([
      ["anna", 0, 0],
      ["bo", 1, 1],
      ["cai", 1, 1],
    ]);
  });

  it("ask nothing for evenings that the day opening covers or that have no allowed date", () => {
    const covered = { ...base, offices: [office("valbo", { open: time("09:00-18:00") })] };
    expect(eveningQuotas(instanceOf({ ...covered, evenings: of(3) }))).toEqual([]);
    const saturdays = [evening("valbo", { weekdays: [6] })];
    expect(eveningQuotas(instanceOf({ ...base, evenings: saturdays }))).toEqual([]);
  });

  it("are shared by those who may come to each office", () => {
    const staff = [
      member("anna", { offices: ["satra"] }),
      member("bo"),
      member("cai", { offices: ["valbo"] }),
    ];
    const offices = [office("satra"), office("valbo")];
    const evenings = ["satra", "valbo"].map((id) => evening(id, { minEvenings: 3, minStaff: 1 }));
    expect(limits(eveningQuotas(instanceOf({ ...base, offices, staff, evenings })))).toEqual([
      ["anna", 2, 2],
      ["bo", 2, 2],
      ["cai", 2, 2],
    ]);
  });
});

describe("quotas of working time", () => {
  const base = { offices: [office("valbo")], ...people("anna", "bo") };
  const shares = (tables: object) => workloadQuotas(instanceOf({ ...base, ...tables }), 60);

  it("divide what the offices ask for by what each is lent, give or take the tolerance", () => {
    expect(shares({}).map(({ staff, share, low, high }) => [staff.id, share, low, high])).toEqual([
      ["anna", 840, 780, 900],
      ["bo", 840, 780, 900],
    ]);
    const half = { availability: [available("anna"), available("bo", { weekdays: [2, 3] })] };
    const [anna, bo] = shares(half);
    expect(Math.abs(anna!.share - 1120)).toBeLessThanOrEqual(30);
    expect(anna!.share + bo!.share).toBe(1680);
  });

  it("count evenings with their staff, and offices with theirs", () => {
    const two = { offices: [office("valbo", { minStaff: 2 })] };
    expect(shares(two).map(({ share }) => share)).toEqual([1680, 1680]);
    const evenings = [evening("valbo", { minEvenings: 2, minStaff: 2 })];
    expect(shares({ evenings }).map(({ share }) => share)).toEqual([1080, 1080]);
    expect(shares({ offices: [office("valbo", { minStaff: 0 })] })[0]!.low).toBe(0);
  });

  it("lend no more than the week and the month allow, where an office is open", () => {
    const lent = (more: object) => shares({ staff: [member("anna", more), member("bo")] });
    expect(lent({ maxMinutesWeek: 840 })[0]!.share).toBe(570);
    expect(lent({ maxMinutesMonth: 840 })[0]!.share).toBe(570);
    expect(lent({ maxMinutesMonth: 0 }).map(({ staff }) => staff.id)).toEqual(["bo"]);
    expect(lent({ offices: [] }).map(({ staff }) => staff.id)).toEqual(["bo"]);
    const night = { availability: [available("anna", {}, "17:00-24:00"), available("bo")] };
    expect(shares(night).map(({ staff }) => staff.id)).toEqual(["bo"]);
  });
});
