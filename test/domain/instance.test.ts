import { describe, expect, it } from "vitest";
import { heldByDay, Instance, onAllowedWeekday } from "../../src/domain/instance.js";
import { staffBudget } from "../../src/domain/money.js";
import {
  available,
  caseOf,
  evening,
  instanceOf,
  member,
  office,
  time,
} from "../support/build-case.js";

const TUESDAY = "2026-12-01";
const hours = (open: string | null, date: string | null = null) => ({
  office: "valbo",
  date,
  weekdays: date === null ? ([2] as const) : [],
  open: open === null ? null : time(open),
});
const times = (instance: Instance, date = TUESDAY, staff = "anna") =>
  instance.available(staff, date).map(({ time: t, status, department }) => [t, status, department]);

describe("opening hours of a date", () => {
  const open = (tables: Parameters<typeof instanceOf>[0], date = TUESDAY, holiday?: string) =>
    instanceOf(
      { offices: [office("valbo"), office("satra")], ...tables },
      "2026-12-01",
      "2026-12-06",
      new Map(holiday ? [[holiday, "helgdag"]] : []),
    ).openHours("valbo", date);

  it("are the office's own on its open days", () => {
    expect(open({})).toEqual([time("09:00-16:00")]);
    expect(open({}, "2026-12-05")).toEqual([]);
    expect(open({ offices: [office("valbo", { open: null })] })).toEqual([]);
    expect(open({ offices: [] })).toEqual([]);
  });

  it("are those of hours.csv: a dated row before the weekday's, that before the office's", () => {
    expect(open({ hours: [hours("10:00-12:00")] })).toEqual([time("10:00-12:00")]);
    expect(open({ hours: [hours("10:00-12:00")] }, "2026-12-02")).toEqual([time("09:00-16:00")]);
    expect(open({ hours: [hours("10:00-12:00"), hours("11:00-13:00", TUESDAY)] })).toEqual([
      time("11:00-13:00"),
    ]);
    expect(open({ hours: [hours(null)] })).toEqual([]);
    expect(open({ hours: [hours(null, TUESDAY)] })).toEqual([]);
    expect(open({ hours: [hours("13:00-16:00"), hours("09:00-12:00")] })).toEqual([
      time("09:00-12:00"),
      time("13:00-16:00"),
    ]);
    expect(open({ hours: [hours("09:00-12:00"), hours("12:00-13:00")] })).toEqual([
      time("09:00-13:00"),
    ]);
  });

  it("are none on holidays and closures unless a dated row opens", () => {
    const closure = { date: TUESDAY, office: null, reason: null };
    expect(open({}, TUESDAY, TUESDAY)).toEqual([]);
    expect(open({ hours: [hours("10:00-12:00")] }, TUESDAY, TUESDAY)).toEqual([]);
    expect(open({ hours: [hours("10:00-12:00", TUESDAY)] }, TUESDAY, TUESDAY)).toEqual([
      time("10:00-12:00"),
    ]);
    expect(open({ closures: [closure] })).toEqual([]);
    expect(open({ closures: [{ ...closure, office: "valbo" }] })).toEqual([]);
    expect(open({ closures: [{ ...closure, office: "satra" }] })).toEqual([time("09:00-16:00")]);
    expect(open({ closures: [{ ...closure, date: "2026-12-02" }] })).toEqual([time("09:00-16:00")]);
    expect(open({ closures: [closure], hours: [hours("10:00-12:00", TUESDAY)] })).toEqual([
      time("10:00-12:00"),
    ]);
  });

  it("say why a date is closed", () => {
    const reason = (text: string | null) =>
      instanceOf(
        { closures: [{ date: TUESDAY, office: null, reason: text }] },
        TUESDAY,
        TUESDAY,
        new Map([["2026-12-25", "juldagen"]]),
      );
    expect(reason("flytt").closureReason("valbo", TUESDAY)).toBe("flytt");
    expect(reason(null).closureReason("valbo", TUESDAY)).toBe("closures.csv");
    expect(reason(null).closureReason("valbo", "2026-12-25")).toBe("juldagen");
    expect(reason(null).closureReason("valbo", "2026-12-02")).toBeNull();
  });
});

describe("the time that a person is lent on a date", () => {
  it("comes from dated rows alone when there are any", () => {
    const rows = [
      available("anna", {}, "08:00-12:00"),
      available("anna", { date: TUESDAY }, "13:00-15:00"),
    ];
    const instance = instanceOf({ staff: [member("anna")], availability: rows });
    expect(times(instance)).toEqual([[time("13:00-15:00"), "available", "service"]]);
    expect(times(instance, "2026-12-02")).toEqual([[time("08:00-12:00"), "available", "service"]]);
    expect(times(instance, "2026-12-05")).toEqual([]);
    expect(times(instance, TUESDAY, "bo")).toEqual([]);
  });

  it("goes to unavailable before avoid before prefer before available", () => {
    const of = (hoursOf: string, status: "available" | "prefer" | "avoid" | "unavailable") =>
      available("anna", {}, hoursOf, { status });
    const rows = [
      of("08:00-18:00", "available"),
      of("10:00-16:00", "prefer"),
      of("11:00-15:00", "avoid"),
      of("12:00-13:00", "unavailable"),
    ];
    const expected = [
      [time("08:00-10:00"), "available", "service"],
      [time("10:00-11:00"), "prefer", "service"],
      [time("11:00-12:00"), "avoid", "service"],
      [time("13:00-15:00"), "avoid", "service"],
      [time("15:00-16:00"), "prefer", "service"],
      [time("16:00-18:00"), "available", "service"],
    ];
    for (const order of [rows, rows.toReversed()]) {
      const instance = instanceOf({ staff: [member("anna")], availability: order });
      expect(times(instance)).toEqual(expected);
      expect(instance.unavailableMinutes("anna", TUESDAY, [time("07:00-13:30")])).toBe(120);
    }
  });

  it("is nothing outside the dates of the loan", () => {
    const staff = [member("anna", { first: "2026-12-02", last: "2026-12-03" })];
    const instance = instanceOf({ staff, availability: [available("anna")] });
    const lent = instance.dates.map((date) => instance.available("anna", date).length);
    expect(lent).toEqual([0, 1, 1, 0]);
  });

  it("never overlaps, and belongs to the department that lends it", () => {
    const rows = [
      available("anna", {}, "08:00-12:00", { department: "social" }),
      available("anna", {}, "11:00-16:00", { department: "bygglov" }),
    ];
    const instance = instanceOf({ staff: [member("anna")], availability: rows });
    expect(times(instance)).toEqual([
      [time("08:00-12:00"), "available", "social"],
      [time("12:00-16:00"), "available", "bygglov"],
    ]);
    expect(instance.departmentAt("anna", TUESDAY, time("11:00-13:00"))).toBe("social");
    expect(instance.departmentAt("anna", TUESDAY, time("12:00-13:00"))).toBe("bygglov");
    expect(instance.departmentAt("anna", TUESDAY, time("16:00-17:00"))).toBe("service");
    expect(instance.departmentAt("nobody", TUESDAY, time("16:00-17:00"))).toBe("");
  });
});

describe("evenings", () => {
  const base = { offices: [office("valbo")] };

  it("are asked for by the month's own row before the row for every month", () => {
    const every = evening("valbo", { minEvenings: 2 });
    const december = evening("valbo", { minEvenings: 3, month: "2026-12" });
    for (const evenings of [
      [every, december],
      [december, every],
    ]) {
      const instance = instanceOf({ ...base, evenings });
      expect(instance.eveningRequirement("valbo", TUESDAY)).toBe(december);
      expect(instance.eveningRequirement("valbo", "2026-11-30")).toBe(every);
      expect(instance.eveningRequirement("satra", TUESDAY)).toBeNull();
    }
    const only = instanceOf({ ...base, evenings: [december] });
    expect(only.eveningRequirement("valbo", "2027-01-01")).toBeNull();
    expect(only.eveningWindow("valbo", "2027-01-01")).toBeNull();
  });

  it("are extra as far as the day opening does not cover them", () => {
    const extra = (open: string) =>
      instanceOf({
        offices: [office("valbo", { open: time(open) })],
        evenings: [evening("valbo")],
      }).eveningWindow("valbo", TUESDAY)!;
    expect(extra("09:00-16:00").extra).toEqual([time("16:00-18:00")]);
    expect(extra("09:00-17:00").extra).toEqual([time("17:00-18:00")]);
    expect(extra("16:30-17:00").extra).toEqual([time("16:00-16:30"), time("17:00-18:00")]);
    expect(heldByDay(extra("09:00-18:00"))).toBe(true);
    expect(heldByDay(extra("09:00-17:59"))).toBe(false);
  });

  it("can be held on any date that is not closed; the weekday is another matter", () => {
    const instance = instanceOf(
      {
        ...base,
        evenings: [evening("valbo")],
        hours: [hours(null, "2026-12-02"), hours("09:00-12:00", "2026-12-03")],
      },
      TUESDAY,
      "2026-12-05",
      new Map([
        ["2026-12-03", "helgdag"],
        ["2026-12-04", "helgdag"],
      ]),
    );
    const windows = instance.dates.map((date) => instance.eveningWindow("valbo", date));
    expect(windows.map((window) => window !== null)).toEqual([true, false, true, false, true]);
    expect(onAllowedWeekday(windows[0]!)).toBe(true);
    expect(onAllowedWeekday(windows[4]!)).toBe(false);
  });

  it("can be served by those who may come and are free all the time", () => {
    const instance = instanceOf({
      ...base,
      evenings: [evening("valbo")],
      staff: [
        member("anna", { offices: ["valbo"] }),
        member("bo", { offices: ["satra"] }),
        member("cai"),
      ],
      availability: [
        available("anna", {}, "16:00-18:00"),
        available("bo"),
        available("cai", {}, "16:00-17:59"),
      ],
    });
    const window = instance.eveningWindow("valbo", TUESDAY)!;
    const who = ["anna", "bo", "cai"].filter((id) => instance.couldServeEvening(id, window));
    expect(who).toEqual(["anna"]);
  });
});

describe("a month that the period cuts", () => {
  const budget = [{ month: "2026-12", year: null, item: "staff", amount: 31_000_000 }];
  const over = (first: string, last: string, sharesMonths?: true) =>
    new Instance(
      caseOf({ offices: [office("valbo")], evenings: [evening("valbo")], budget }),
      { first, last, ...(sharesMonths && { sharesMonths }) },
      new Map(),
    );
  const asked = (instance: Instance, date: string) => [
    instance.eveningRequirement("valbo", date)?.minEvenings,
    staffBudget(instance, "2026-12"),
  ];

  it("is asked for the part of its days, and what is left of it later", () => {
    const early = over("2026-11-16", "2026-12-16", true);
    expect(asked(early, "2026-12-10")).toEqual([1, 160_000]);
    expect(early.eveningRequirement("valbo", "2026-11-20")?.minEvenings).toBe(1);
    expect(asked(over("2026-12-17", "2027-01-10", true), "2026-12-17")).toEqual([1, 150_000]);
    expect(asked(over("2026-12-01", "2026-12-31", true), "2026-12-17")).toEqual([2, 310_000]);
  });

  it("is asked for all of it when the period stands for the month", () => {
    expect(asked(over("2026-12-01", "2026-12-04"), "2026-12-01")).toEqual([2, 310_000]);
  });
});

describe("weeks of a period", () => {
  const weeks = (first: string, last: string) =>
    new Instance(caseOf({}), { first, last }, new Map()).weeks.map(({ monday, dates, counts }) => [
      monday,
      dates.length,
      counts,
    ]);

  it("are ISO weeks, and count with three working days inside", () => {
    expect(weeks("2026-12-01", "2026-12-31")).toEqual([
      ["2026-11-30", 6, true],
      ["2026-12-07", 7, true],
      ["2026-12-14", 7, true],
      ["2026-12-21", 7, true],
      ["2026-12-28", 4, true],
    ]);
    expect(weeks("2026-12-02", "2026-12-06")).toEqual([["2026-11-30", 5, true]]);
    expect(weeks("2026-12-03", "2026-12-06")).toEqual([["2026-11-30", 4, false]]);
    expect(weeks("2026-12-28", "2026-12-30")).toEqual([["2026-12-28", 3, true]]);
    expect(weeks("2026-12-28", "2026-12-29")).toEqual([["2026-12-28", 2, false]]);
    expect(weeks("2026-12-05", "2026-12-06")).toEqual([["2026-11-30", 2, false]]);
  });
});

describe("people", () => {
  it("have offices and skills by their rows", () => {
    const staff = [member("anna", { offices: ["valbo"], skills: ["finska"] }), member("bo")];
    const instance = instanceOf({ staff, offices: [office("satra"), office("valbo")] });
    expect(["anna", "bo"].map((id) => instance.placesOf(id))).toEqual([[1], [0, 1]]);
    const may = (id: string, at: string) => instance.mayWorkAt(id, at);
    expect([may("anna", "valbo"), may("anna", "satra"), may("bo", "satra")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(instance.hasSkill("anna", "finska")).toBe(true);
    expect(instance.hasSkill("anna", "arabiska")).toBe(false);
    expect(instance.hasSkill("nobody", "finska")).toBe(false);
  });
});
