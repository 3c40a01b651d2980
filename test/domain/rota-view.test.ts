import { describe, expect, it } from "vitest";
import { compareAssignments } from "../../src/domain/rota.js";
import { earlierEvenings, RotaView } from "../../src/domain/rota-view.js";
import { evening, instanceOf, office, people, rota, row, time } from "../support/build-case.js";

const breaks = { stretchMinutes: 300, breakMinutes: 30 };
const instance = instanceOf({
  offices: [office("valbo"), office("satra", { open: time("09:00-18:00") })],
  evenings: [evening("valbo"), evening("satra")],
  ...people("anna", "bo"),
  history: [
    row("2026-11-30 valbo evening 16:00-18:00 anna"),
    row("2026-11-30 valbo evening 16:00-18:00 bo"),
    row("2026-11-24 valbo evening 16:00-18:00 bo"),
    row("2026-11-24 satra day 09:00-16:00 anna"),
    row("2026-12-01 valbo evening 16:00-18:00 bo"),
  ],
});
const planned = rota(
  "2026-12-01 valbo day 09:00-16:00 anna",
  "2026-12-01 valbo evening 16:00-18:00 anna",
  "2026-12-01 satra day 09:00-12:00 bo",
  "2026-12-02 valbo day 09:00-12:00 bo",
  "2026-12-02 valbo day 13:00-16:00 bo",
);
const view = new RotaView(instance, planned, breaks);

describe("a rota laid out for judging", () => {
  it("has the rows of a person in the period, and the history's before it", () => {
    expect(view.of("anna", "2026-12-01")).toHaveLength(2);
    expect(view.of("bo", "2026-12-01")).toHaveLength(1);
    expect(view.of("anna", "2026-11-30")).toHaveLength(1);
    expect(view.of("anna", "2026-12-03")).toEqual([]);
    expect(view.historyOf("bo").map(({ date }) => date)).toEqual(["2026-11-30", "2026-11-24"]);
    expect(view.historyOf("cai")).toEqual([]);
  });

  it("has the days of the period on which a person works, in order, and no others", () => {
    expect(view.workDays("bo")).toEqual([
      {
        date: "2026-12-01",
        rows: [row("2026-12-01 satra day 09:00-12:00 bo")],
        presence: [time("09:00-12:00")],
        paid: 180,
      },
      expect.objectContaining({ date: "2026-12-02", paid: 360 }),
    ]);
    expect(view.workDays("cai")).toEqual([]);
    const late = new RotaView(instance, rota("2026-12-05 valbo day 09:00-12:00 bo"), breaks);
    expect(late.workDays("bo")).toEqual([]);
  });

  it("knows when people are present and what of it is paid", () => {
    expect(view.presence("anna", "2026-12-01")).toEqual([time("09:00-18:00")]);
    expect(view.paid("anna", "2026-12-01")).toBe(510);
    expect(view.presence("bo", "2026-12-02")).toEqual([time("09:00-12:00"), time("13:00-16:00")]);
    expect(view.paid("bo", "2026-12-02")).toBe(360);
    expect(view.presencesAt("valbo", "2026-12-01")).toEqual([time("09:00-18:00")]);
    expect(view.presencesAt("valbo", "2026-12-02")).toEqual(view.presence("bo", "2026-12-02"));
    expect(view.presencesAt("valbo", "2026-12-01", ({ kind }) => kind === "day")).toEqual([
      time("09:00-16:00"),
    ]);
  });

  it("knows which evenings are held", () => {
    const held = (at: string) => view.windows(at).map((window) => view.isHeld(window));
    expect(held("valbo")).toEqual([true, false, false, false]);
    expect(held("satra")).toEqual([true, true, true, true]);
    expect(view.earlierEvenings("valbo")).toEqual(["2026-11-24", "2026-11-30"]);
    expect(earlierEvenings(instance, "satra")).toEqual([]);
  });

  it("does not depend on the order of the rows, and leaves them alone", () => {
    const backwards = { assignments: planned.assignments.toReversed() };
    expect(new RotaView(instance, backwards, breaks).rota).toEqual(view.rota);
    expect(backwards.assignments).toEqual(planned.assignments.toReversed());
  });
});

describe("the order of rows", () => {
  it("is by date, office, time, kind, person and department", () => {
    const rows = [
      row("2026-12-01 a day 09:00-12:00 x"),
      row("2026-12-01 a day 09:00-16:00 x"),
      row("2026-12-01 a evening 09:00-16:00 x"),
      row("2026-12-01 a evening 09:00-16:00 y", "a"),
      row("2026-12-01 a evening 09:00-16:00 y", "b"),
      row("2026-12-01 a day 10:00-11:00 x"),
      row("2026-12-01 b day 08:00-11:00 x"),
      row("2026-12-02 a day 08:00-11:00 x"),
    ];
    expect(rows.toReversed().sort(compareAssignments)).toEqual(rows);
  });
});
