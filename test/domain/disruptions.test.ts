import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesOf, within } from "../../src/domain/calendar.js";
import type { Disruption } from "../../src/domain/case.js";
import {
  awayOn,
  closedOn,
  newsBeside,
  newsFrom,
  settled,
  withNews,
} from "../../src/domain/disruptions.js";
import { Instance } from "../../src/domain/instance.js";
import { available, caseOf, evening, member, office, pin, time } from "../support/build-case.js";

const DECEMBER = { first: "2026-12-01", last: "2026-12-31" };
const on = (first: number, last = first) => ({
  first: `2026-12-${String(first).padStart(2, "0")}`,
  last: `2026-12-${String(last).padStart(2, "0")}`,
});
const back = (staff: string, first: number, last: number): Disruption => ({
  ...awayOn(staff, on(first, last)),
  what: "back",
});

const arbitraryRow = fc
  .record({
    subject: fc.constantFrom<Pick<Disruption, "staff" | "office">>(
      { staff: "anna", office: null },
      { staff: "bo", office: null },
      { staff: null, office: "anna" },
    ),
    days: fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 })),
    what: fc.constantFrom<Disruption["what"]>("away", "away", "back"),
  })
  .map(
    ({ subject, days, what }): Disruption => ({
      ...subject,
      ...on(Math.min(...days), Math.max(...days)),
      what,
    }),
  );
const arbitraryLayer = fc.array(arbitraryRow, { maxLength: 5 });

/** What holds of a person or office on a date, day by day: the last layer that says anything, and there `back`. */
function isAway(layers: readonly (readonly Disruption[])[], of: Disruption, date: string): boolean {
  let away = false;
  for (const layer of layers) {
    const own = layer.filter(
      (row) => row.staff === of.staff && row.office === of.office && within(row, date),
    );
    if (own.some(({ what }) => what === "back")) away = false;
    else if (own.length > 0) away = true;
  }
  return away;
}

describe("what has happened", () => {
  it("holds as the last layer says, on every date of everybody", () => {
    fc.assert(
      fc.property(fc.array(arbitraryLayer, { maxLength: 3 }), (layers) => {
        const now = settled(layers);
        expect(settled([now])).toEqual(now);
        for (const row of layers.flat()) {
          for (const date of datesOf(DECEMBER)) {
            expect(isAway([now], row, date)).toBe(isAway(layers, row, date));
          }
        }
      }),
    );
  });

  it("is the same when what is written beside a rota is laid on the case again", () => {
    fc.assert(
      fc.property(arbitraryLayer, arbitraryLayer, (ofCase, later) => {
        const now = settled([ofCase, later]);
        expect(settled([ofCase, newsBeside(now, ofCase)])).toEqual(now);
      }),
    );
  });

  it("joins what touches, and ends an absence early", () => {
    const rows = [awayOn("bo", on(9, 10)), awayOn("anna", on(7, 9)), awayOn("anna", on(10, 11))];
    expect(settled([rows, [back("anna", 10, 31)]])).toEqual([
      awayOn("anna", on(7, 9)),
      awayOn("bo", on(9, 10)),
    ]);
  });

  it("leaves out what has been", () => {
    const rows = [awayOn("anna", on(1, 3)), awayOn("anna", on(4, 8)), closedOn("valbo", on(9))];
    expect(newsFrom(rows, "2026-12-06")).toEqual([
      awayOn("anna", on(6, 8)),
      closedOn("valbo", on(9)),
    ]);
    expect(newsFrom(rows, null)).toEqual(rows);
  });

  it("beats availability, opening hours and pins, and leaves other dates alone", () => {
    const theCase = caseOf({
      offices: [office("valbo", { open: time("09:00-14:00") })],
      staff: [member("anna"), member("bo")],
      availability: [available("anna"), available("bo")],
      evenings: [evening("valbo")],
      pins: [
        pin("anna", "2026-12-08"),
        pin("bo", "2026-12-09", { office: "valbo" }),
        pin("bo", "2026-12-10", { office: "valbo" }),
      ],
    });
    const news = [awayOn("anna", on(8)), closedOn("valbo", on(9))];
    const instance = new Instance(withNews(theCase, news), DECEMBER, new Map());
    expect(instance.freeTimes("anna", "2026-12-08")).toEqual([]);
    expect(instance.freeTimes("anna", "2026-12-09")).not.toEqual([]);
    expect(instance.freeTimes("bo", "2026-12-08")).not.toEqual([]);
    expect(instance.isClosed("valbo", "2026-12-09")).toBe(true);
    expect(instance.openHours("valbo", "2026-12-09")).toEqual([]);
    expect(instance.eveningWindow("valbo", "2026-12-09")).toBeNull();
    expect(instance.openHours("valbo", "2026-12-08")).toEqual([time("09:00-14:00")]);
    expect(instance.pins.map(({ date }) => date)).toEqual(["2026-12-10"]);
  });
});
