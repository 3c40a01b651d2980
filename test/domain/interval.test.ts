import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverOver } from "../../src/domain/cover.js";
import { paidMinutes } from "../../src/domain/duty.js";
import type { Interval } from "../../src/domain/interval.js";
import {
  contains,
  formatTime,
  intersect,
  minutesOf,
  minutesOutside,
  minutesShared,
  overlapOf,
  parseTime,
  subtract,
  union,
} from "../../src/domain/interval.js";

/** A short day, so that stretches meet, touch and are empty often. */
const DAY = 24;
const stretch = fc
  .tuple(fc.nat({ max: DAY }), fc.nat({ max: DAY }))
  .map(([a, b]): Interval => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const stretches = fc.array(stretch, { maxLength: 6 });
const MINUTES = Array.from({ length: DAY }, (_, minute) => minute);

/** The minutes that some stretch covers. */
const bits = (list: readonly Interval[]) =>
  MINUTES.map((minute) => list.some(({ from, to }) => from <= minute && minute < to));

function expectCanonical(list: readonly Interval[]): void {
  for (const [index, { from, to }] of list.entries()) {
    expect(from).toBeLessThan(to);
    if (index > 0) expect(list[index - 1]!.to).toBeLessThan(from);
  }
}

describe("stretches of a day, minute by minute", () => {
  it("unite, and are disjoint and in order then", () => {
    fc.assert(
      fc.property(stretches, (list) => {
        const joined = union(list);
        expect(bits(joined)).toEqual(bits(list));
        expectCanonical(joined);
        expect(union([...list].reverse())).toEqual(joined);
        // A union is answered as it is, without a copy.
        expect(union(joined)).toBe(joined);
      }),
    );
  });

  it("are cut out", () => {
    fc.assert(
      fc.property(stretches, stretches, (base, taken) => {
        const left = subtract(base, taken);
        const cut = bits(taken);
        expect(bits(left)).toEqual(bits(base).map((on, minute) => on && !cut[minute]));
        expectCanonical(left);
        expect(minutesOutside(base, taken)).toBe(bits(left).filter(Boolean).length);
      }),
    );
  });

  it("intersect, whichever comes first", () => {
    fc.assert(
      fc.property(stretches, stretches, (a, b) => {
        const common = intersect(a, b);
        const right = bits(b);
        expect(bits(common)).toEqual(bits(a).map((on, minute) => on && right[minute]));
        expectCanonical(common);
        expect(intersect(b, a)).toEqual(common);
        expect(minutesShared(a, b)).toBe(bits(common).filter(Boolean).length);
      }),
    );
  });

  it("overlap and contain each other", () => {
    fc.assert(
      fc.property(stretch, stretch, (a, b) => {
        const both = bits([a]).map((on, minute) => on && bits([b])[minute]);
        expect(overlapOf(a, b)).toBe(both.filter(Boolean).length);
        expect(minutesOf(a)).toBe(bits([a]).filter(Boolean).length);
        fc.pre(minutesOf(b) > 0);
        expect(contains(a, b)).toBe(overlapOf(a, b) === minutesOf(b));
      }),
    );
  });

  it("are covered by as many as are present at each minute, in stretches as long as possible", () => {
    fc.assert(
      fc.property(stretch, stretches, (time, presences) => {
        const cover = coverOver(time, presences);
        const counted = cover.flatMap((own) => new Array(minutesOf(own.time)).fill(own.present));
        const expected = MINUTES.slice(time.from, time.to).map(
          (minute) => presences.filter((p) => p.from <= minute && minute < p.to).length,
        );
        expect(counted).toEqual(expected);
        for (const [index, own] of cover.entries()) {
          expect(own.time.from).toBe(cover[index - 1]?.time.to ?? time.from);
          expect(own.present).not.toBe(cover[index - 1]?.present);
        }
      }),
    );
  });
});

describe("paid time", () => {
  const terms = { stretchMinutes: 300, breakMinutes: 30 };
  const paid = (...list: [number, number][]) =>
    paidMinutes(
      list.map(([from, to]) => ({ from, to })),
      terms,
    );

  it("takes a break out of each stretch that is longer than allowed", () => {
    expect(paid([540, 840])).toBe(300);
    expect(paid([540, 841])).toBe(271);
    expect(paid([540, 700], [700, 960])).toBe(390);
    expect(paid([0, 360], [361, 720])).toBe(720 - 30);
    expect(paid([0, 360], [390, 720])).toBe(330 + 300);
    expect(paid([540, 960], [600, 700])).toBe(390);
    expect(paid()).toBe(0);
  });

  it("is all time when there are no breaks", () => {
    const none = { stretchMinutes: Number.POSITIVE_INFINITY, breakMinutes: 0 };
    expect(paidMinutes([{ from: 0, to: 1440 }], none)).toBe(1440);
  });
});

describe("times of day", () => {
  it("read as they are written, up to 24:00", () => {
    for (let minute = 0; minute <= 1440; minute++)
      expect(parseTime(formatTime(minute))).toBe(minute);
    expect(formatTime(1440)).toBe("24:00");
    expect(parseTime("9:05")).toBe(545);
    expect(parseTime("9.05")).toBe(545);
  });

  it.each([
    "24:01",
    "25:00",
    "12:60",
    "12",
    "12:5",
    "noon",
    "",
    "-1:00",
    "112:00",
  ])("%j is none", (text) => {
    expect(parseTime(text)).toBeNull();
  });
});
