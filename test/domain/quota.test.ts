import { describe, expect, it } from "vitest";
import type { LedgerRow } from "../../src/domain/case.js";
import { eveningQuotas, fairEvenings } from "../../src/domain/quota.js";
import { workloadQuotas } from "../../src/domain/workload.js";
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

  it("ask each office, and cap each person, once in every month of the period", () => {
    const staff = [member("anna", { maxEveningsMonth: 1 }), member("bo")];
    const tables = { ...base, staff, evenings: of(3) };
    const over = (first: string, last: string) =>
      eveningQuotas(instanceOf(tables, first, last)).map((own) => own.share);
    expect(over("2026-12-01", "2026-12-31")).toEqual([1, 2]);
    expect(over("2026-12-01", "2027-01-31")).toEqual([2, 4]);
    expect(over("2026-12-31", "2027-01-31")).toEqual([2, 2]);
    const january = evening("valbo", { month: "2027-01", minEvenings: 5, minStaff: 1 });
    const differing = { ...tables, evenings: [...of(3), january] };
    expect(
      eveningQuotas(instanceOf(differing, "2026-12-01", "2027-01-31")).map((own) => own.share),
    ).toEqual([2, 6]);
  });

  it("are kept in the books to the hundredth, so that no one's debt is rounded up month by month", () => {
    const staff = [member("anna"), member("bo", { fte: 0.8 })];
    const shares = fairEvenings(instanceOf({ ...base, staff, evenings: of(2) }), [2]);
    expect(shares.get("anna")).toBeCloseTo(2 / 1.8, 2);
    expect(shares.get("bo")).toBeCloseTo(1.6 / 1.8, 2);
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

describe("quotas of evenings with a ledger", () => {
  const base = {
    offices: [office("valbo")],
    evenings: [evening("valbo", { minEvenings: 2, minStaff: 1 })],
    ...people("anna", "bo", "cai"),
  };
  const booked = (month: string, staff: string, balance: number): LedgerRow => ({
    month,
    staff,
    department: "service",
    measure: "evenings",
    before: 1,
    after: 5,
    balanceBefore: 0,
    balance,
  });

  it("make up for what is owed and spare who has much to the credit", () => {
    const ledger = [booked("2026-11", "anna", -1), booked("2026-11", "bo", 1)];
    const [anna, bo, cai] = eveningQuotas(instanceOf({ ...base, ledger }));
    expect([anna!.share, bo!.share, cai!.share]).toEqual([1.5, 0, 0.5]);
    expect([anna!.done, bo!.done, cai!.done]).toEqual([5, 5, 0]);
  });

  it("do not count again what the ledger counts, and count what comes after it", () => {
    const history = [late("2026-10-27", "anna"), late("2026-10-29", "anna")];
    const ledger = [booked("2026-10", "anna", 0)];
    const counted = eveningQuotas(instanceOf({ ...base, ledger, history }));
    expect(counted.map(({ share }) => share)).toEqual([2 / 3, 2 / 3, 2 / 3]);
    const later = [...history, late("2026-11-24", "anna"), late("2026-11-26", "anna")];
    const [anna] = eveningQuotas(instanceOf({ ...base, ledger, history: later }));
    expect([anna!.share, anna!.done]).toEqual([0, 7]);
  });

  it("begin a month that is planned again from what its own ledger says was before", () => {
    const ledger = [booked("2026-12", "anna", -9), booked("2026-11", "bo", -9)];
    const [anna, bo] = eveningQuotas(instanceOf({ ...base, ledger }));
    expect([anna!.done, bo!.done]).toEqual([1, 0]);
    expect(anna!.share).toBe(bo!.share);
  });

  it("take no notice of later months", () => {
    const ledger = [booked("2027-01", "anna", -9)];
    expect(limits(eveningQuotas(instanceOf({ ...base, ledger })))).toEqual(
      limits(eveningQuotas(instanceOf(base))),
    );
  });
});

describe("quotas of evenings, pro rata", () => {
  it("ask half of who is there half of her time", () => {
    const away = ["2026-12-16", "2026-12-23", "2026-12-24"].map((date) =>
      available("anna", { date }, "00:00-24:00", { status: "unavailable" }),
    );
    const tables = {
      offices: [office("valbo")],
      evenings: [evening("valbo", { minEvenings: 6, minStaff: 1, weekdays: [3, 4] })],
      staff: [member("anna"), member("bo")],
      availability: [
        available("anna", { weekdays: [3, 4] }),
        available("bo", { weekdays: [3, 4] }),
        ...away,
      ],
    };
    const [anna, bo] = eveningQuotas(instanceOf(tables, "2026-12-09", "2026-12-24"));
    expect([anna!.share, bo!.share]).toEqual([2, 4]);
  });

  it("ask nobody to make up for the time before the loan", () => {
    const tables = {
      offices: [office("valbo")],
      evenings: [evening("valbo", { minEvenings: 2, minStaff: 1 })],
      availability: people("anna", "bo").availability,
      history: [late("2026-11-24", "anna"), late("2026-11-26", "anna")],
    };
    const since = (first: string | null) =>
      eveningQuotas(
        instanceOf({ ...tables, staff: [member("anna"), member("bo", { first })] }),
      ).map(({ share }) => share);
    expect(since(null)).toEqual([0, 2]);
    expect(since("2026-12-01")).toEqual([1, 1]);
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

  it("ask for evenings, and cap the hours of each, once in every month of the period", () => {
    const staff = [member("anna", { maxMinutesMonth: 420 }), member("bo")];
    const tables = { ...people("anna", "bo"), staff, offices: [office("valbo")] };
    const over = (first: string, last: string, more = {}) =>
      workloadQuotas(instanceOf({ ...tables, ...more }, first, last), 0).map(({ share }) => share);
    expect(over("2026-11-30", "2026-11-30")).toEqual([210, 210]);
    expect(
      over("2026-11-26", "2026-12-04", { offices: [office("valbo", { minStaff: 2 })] }),
    ).toEqual([840, 2940]);
    const evenings = [evening("valbo", { minEvenings: 1, minStaff: 1 })];
    expect(over("2026-11-30", "2026-12-01", { evenings })).toEqual([540, 540]);
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

  it("make up for the ledger's hours, one tolerance of them at the most", () => {
    const booked = (balance: number): LedgerRow[] => [
      {
        month: "2026-11",
        staff: "anna",
        department: "service",
        measure: "hours",
        before: null,
        after: 4000,
        balanceBefore: null,
        balance,
      },
    ];
    const [anna, bo] = shares({ ledger: booked(60) });
    expect([anna!.share, bo!.share, anna!.done]).toEqual([810, 870, 4000]);
    expect(shares({ ledger: booked(900) })).toEqual(shares({ ledger: booked(60) }));
    expect(shares({ ledger: booked(-900) })[0]!.share).toBe(870);
  });
});
