import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesOf } from "../../../src/domain/calendar.js";
import { formatTime } from "../../../src/domain/interval.js";
import { type Codec, readCell } from "../../../src/input/values/codec.js";
import { date, dates, month, time, weekdays } from "../../../src/input/values/dates.js";

function read<T>(codec: Codec<T>, cell: string): T | string {
  const parsed = readCell(codec.schema, cell);
  return "value" in parsed ? parsed.value : `no: ${parsed.fault.suggestion?.en ?? ""}`;
}

describe("date", () => {
  test.each([
    ["2026-12-01", "2026-12-01"],
    ["20261201", "2026-12-01"],
    ["2026/12/01", "2026-12-01"],
    ["2026/12/1", "2026-12-01"],
    ["2026.2.3", "2026-02-03"],
    ["2026-12-01 00:00:00", "2026-12-01"],
    ["2026-12-01T00:00", "2026-12-01"],
    ["2028-02-29", "2028-02-29"],
    ["46357", "2026-12-01"],
    ["46357,0", "2026-12-01"],
    ["2026-12-01T00:00:00.000Z", "2026-12-01"],
    ["2026\u20112\u20113", "2026-02-03"],
  ])("%s is %s", (cell, iso) => {
    expect(read(date, cell)).toBe(iso);
  });

  test.each([
    ["1/12/2026", 'Did you mean "2026-12-01" or "2026-01-12"?'],
    ["13/12/2026", 'Did you mean "2026-12-13"?'],
    ["12.1.26", 'Did you mean "2026-01-12" or "2026-12-01" or "2012-01-26"?'],
    ["46357,5", ""],
    ["2026-02-29", ""],
    ["2026-13-01", ""],
    ["2206-12-01", ""],
    ["0026-12-01", ""],
    ["2026-12/01", ""],
    ["2026-12", ""],
    ["2026-12-01 08:00", ""],
    ["99/99/2026", ""],
    ["tomorrow", ""],
    ["12345", ""],
  ])("%s is refused: %s", (cell, suggestion) => {
    expect(read(date, cell)).toBe(`no: ${suggestion}`);
  });

  test("every date of the century reads as itself, in each form", () => {
    const days = datesOf({ first: "2000-01-01", last: "2099-12-31" });
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.constantFrom("-", "/", ".", ""), (iso, mark) => {
        expect(read(date, iso.replaceAll("-", mark))).toBe(iso);
      }),
    );
  });
});

describe("month", () => {
  test.each([
    ["2026-12", "2026-12"],
    ["2026/12", "2026-12"],
    ["202612", "2026-12"],
    ["2026-3", "2026-03"],
    ["2026-12-01", "2026-12"],
    ["dec-26", "2026-12"],
    ["Maj 2027", "2027-05"],
    ["okt-26", "2026-10"],
    ["oct-26", "2026-10"],
    ["mars 2027", "2027-03"],
    ["*", null],
  ])("%s is %s", (cell, iso) => {
    expect(read(month, cell)).toBe(iso);
  });

  test.each([
    ["2026-12-02", 'Did you mean "2026-12"?'],
    ["2026-13", ""],
    ["12-2026", ""],
    ["foo-26", ""],
    ["1926-12", ""],
    ["december", ""],
  ])("%s is refused: %s", (cell, suggestion) => {
    expect(read(month, cell)).toBe(`no: ${suggestion}`);
  });
});

describe("time", () => {
  test.each([
    ["00:00", 0],
    ["8:00", 480],
    ["08.30", 510],
    ["08:00:00", 480],
    ["16.45.00", 1005],
    ["24:00", 1440],
    ["0,666666667", 960],
    ["0.333333", 480],
    ["0.25", 360],
    ["0,3541667", 510],
    ["00:30", 30],
    ["0.30", 30],
    ["8:00 AM", 480],
    ["4:00:00 pm", 960],
    ["12:15 AM", 15],
    ["1899-12-30 08:00:00", 480],
    ["24:00:00", 1440],
  ])("%s is minute %i", (cell, minute) => {
    expect(read(time, cell)).toBe(minute);
  });

  test.each([
    ["8", 'Did you mean "08:00"?'],
    ["1630", 'Did you mean "16:30"?'],
    ["kl. 16", 'Did you mean "16:00"?'],
    ["0,3", 'Did you mean "07:12"?'],
    ["13:00 AM", ""],
    ["24:01", ""],
    ["25", ""],
    ["12:60", ""],
    ["08:00:30", ""],
    ["8:0", ""],
    ["-1:00", ""],
    ["noon", ""],
  ])("%s is refused: %s", (cell, suggestion) => {
    expect(read(time, cell)).toBe(`no: ${suggestion}`);
  });

  test("every minute reads as itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => {
        expect(read(time, formatTime(minute))).toBe(minute);
      }),
    );
  });
});

describe("weekdays", () => {
  test.each([
    ["mon-fri", [1, 2, 3, 4, 5]],
    ["mån-tors", [1, 2, 3, 4]],
    ["man-tor", [1, 2, 3, 4]],
    ["Måndag – Fredag", [1, 2, 3, 4, 5]],
    ["mon|wed", [1, 3]],
    ["ons | mån", [1, 3]],
    ["fri-mon", [1, 5, 6, 7]],
    ["sön", [7]],
    ["SON", [7]],
    ["lör.", [6]],
    ["lordag", [6]],
    ["tis|tis", [2]],
    ["mon-mon", [1]],
    ["tisdagar", [2]],
    ["mon,wed-thu", [1, 3, 4]],
    ["*", [1, 2, 3, 4, 5, 6, 7]],
  ])("%s is %j", (cell, days) => {
    expect(read(weekdays, cell)).toEqual(days);
  });

  test.each([
    ["mno", 'Did you mean "mon"?'],
    ["onsdg", 'Did you mean "onsdag"?'],
    ["mon-", ""],
    ["mon|", ""],
    ["mon-wed-fri", 'Did you mean "mon|wed|fri"?'],
    ["1-5", ""],
    ["|", ""],
  ])("%s is refused: %s", (cell, suggestion) => {
    expect(read(weekdays, cell)).toBe(`no: ${suggestion}`);
  });
});

describe("dates", () => {
  test.each([
    ["2027-07-05", "2027-07-05", "2027-07-05"],
    ["2027-07-05..2027-07-31", "2027-07-05", "2027-07-31"],
    ["2027-07-05 .. 2027-07-31", "2027-07-05", "2027-07-31"],
    ["2027-07-05–2027-07-31", "2027-07-05", "2027-07-31"],
    ["2027-07-05 - 2027-07-31", "2027-07-05", "2027-07-31"],
    ["2027-07-05/2027-07-31", "2027-07-05", "2027-07-31"],
    ["2027-07-05 till 2027-07-31", "2027-07-05", "2027-07-31"],
    ["2027-07-05 t.o.m. 2027-07-31", "2027-07-05", "2027-07-31"],
    ["20270705..20270731", "2027-07-05", "2027-07-31"],
  ])("%s", (cell, first, last) => {
    expect(read(dates, cell)).toEqual({ first, last });
  });

  test.each([
    "2027-07-31..2027-07-05",
    "2027-07-05..2028-07-05",
    "2027-07-05..",
    "2027-07-05..31",
    "2027-07-05..2027-07-32",
    "2027",
  ])("%s is refused", (cell) => {
    expect(read(dates, cell)).toMatch(/^no/);
  });
});

describe("words for several weekdays", () => {
  test.each([
    ["vardagar", [1, 2, 3, 4, 5]],
    ["Vardag", [1, 2, 3, 4, 5]],
    ["weekend", [6, 7]],
    ["helger", [6, 7]],
    ["alla dagar", [1, 2, 3, 4, 5, 6, 7]],
    ["mån, ons och fre", [1, 3, 5]],
    ["mån till tors", [1, 2, 3, 4]],
    ["mån\u2011tors", [1, 2, 3, 4]],
  ])("%s", (cell, days) => {
    expect(read(weekdays, cell)).toEqual(days);
  });
});
