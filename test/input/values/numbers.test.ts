import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Codec, readCell } from "../../../src/input/values/codec.js";
import { hours, integer, money, parseDecimal, share } from "../../../src/input/values/numbers.js";

function read<T>(codec: Codec<T>, cell: string): T | string {
  const parsed = readCell(codec.schema, cell);
  return "value" in parsed ? parsed.value : `no: ${parsed.fault.suggestion?.en ?? ""}`;
}

describe("integer", () => {
  test.each([
    ["0", 0],
    ["12 000", 12_000],
    ["12,0", 12],
    ["12.0", 12],
    ["+3", 3],
    ["007", 7],
  ])("%s is %i", (cell, value) => {
    expect(read(integer(), cell)).toBe(value);
  });

  test.each([
    "-1",
    "−1",
    "1,5",
    "2 st",
    "",
    "1e3x",
    "Infinity",
    "NaN",
    "0x10",
    "99999999999",
    "1 00",
    "9".repeat(400),
  ])("%s is refused", (cell) => {
    expect(read(integer(), cell)).toMatch(/^no/);
  });

  test("limits are inside", () => {
    const codec = integer({ min: 1, max: 31 });
    expect(["0", "1", "31", "32"].map((cell) => read(codec, cell))).toEqual([
      "no: ",
      1,
      31,
      "no: ",
    ]);
    expect(codec.expected).toEqual({
      en: "a whole number from 1 to 31",
      sv: "ett heltal från 1 till 31",
    });
  });

  test("numbers that read in two ways are refused with the likely one", () => {
    expect(read(integer(), "1.200.000")).toBe('no: Did you mean "1200000"?');
    expect(read(integer(), "3E+06")).toBe('no: Did you mean "3000000"?');
  });
});

describe("hours that look like a clock", () => {
  test.each([
    ["37.30", 'no: Did you mean "37:30" or "37:18"?'],
    ["38,15", 'no: Did you mean "38:15" or "38:09"?'],
    ["7,05", 'no: Did you mean "7:05" or "7:03"?'],
    ["37,25", 2235],
    ["37,50", 2250],
    ["37,75", 2265],
    ["36,33", 2180],
    ["37,00", 2220],
    ["37,3", 2238],
  ])("%s", (cell, value) => {
    expect(read(hours(), cell)).toBe(value);
  });
});

describe("hours are minutes", () => {
  test.each([
    ["40", 2400],
    ["37,5", 2250],
    ["37.5", 2250],
    ["37:30", 2250],
    ["38,25", 2295],
    ["33,33", 2000],
    ["7 h", 420],
    ["7,5 tim", 450],
    ["0", 0],
  ])("%s is %i", (cell, minutes) => {
    expect(read(hours(), cell)).toBe(minutes);
  });

  test.each(["-1", "169", "1:75", "full"])("%s is refused", (cell) => {
    expect(read(hours({ max: 168 }), cell)).toMatch(/^no/);
  });
});

describe("money is öre", () => {
  test.each([
    ["350", 35_000],
    ["349,50", 34_950],
    ["349.5", 34_950],
    ["3 000 000", 300_000_000],
    ["3 000 000,25 kr", 300_000_025],
    ["12 SEK", 1200],
    ["1,15", 115],
    ["0", 0],
  ])("%s is %i", (cell, ore) => {
    expect(read(money(), cell)).toBe(ore);
  });

  test.each([
    ["1.000", 'Did you mean "1000"?'],
    ["1,000", 'Did you mean "1000"?'],
    ["3,000,000", 'Did you mean "3000000"?'],
    ["1.000,50", 'Did you mean "1000,50"?'],
    ["2,5E+06", 'Did you mean "2500000"?'],
    ["-5", ""],
    ["3 mnkr", ""],
    ["2000000000000", ""],
  ])("%s is refused: %s", (cell, suggestion) => {
    expect(read(money(), cell)).toBe(`no: ${suggestion}`);
  });

  test("every amount of öre reads back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (ore) => {
        const cell = `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, "0")}`;
        expect(read(money(), cell)).toBe(ore);
      }),
    );
  });
});

describe("share", () => {
  test.each([
    ["0,25", 0.25],
    ["0.25", 0.25],
    ["25 %", 0.25],
    ["25%", 0.25],
    ["33,3 %", 0.333],
    ["1", 1],
    ["100 %", 1],
    ["0", 0],
  ])("%s is %d", (cell, value) => {
    expect(read(share(1, false), cell)).toBe(value);
  });

  test.each([
    ["75", 'Did you mean "75 %"?'],
    ["1,5", 'Did you mean "1,5 %"?'],
    ["120 %", ""],
    ["-0,1", ""],
    ["%", ""],
  ])("%s is refused: %s", (cell, suggestion) => {
    expect(read(share(1, false), cell)).toBe(`no: ${suggestion}`);
  });

  test("a degree of employment is above 0 and at most 1.5", () => {
    const fte = share(1.5, true);
    expect(["0", "0,01", "1,5", "1,51", "150 %"].map((cell) => read(fte, cell))).toEqual([
      "no: ",
      0.01,
      1.5,
      'no: Did you mean "1,51 %"?',
      1.5,
    ]);
  });
});

test("a decimal with comma or point and with spaces reads as the number", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.integer({ min: 0, max: 99 }),
      (whole, part) => {
        const spaced = String(whole).replace(/\B(?=(\d{3})+$)/g, " ");
        const digits = String(part).padStart(2, "0");
        const value = Number(`${whole}.${digits}`);
        expect(parseDecimal(`${spaced},${digits}`)).toEqual({ value });
        expect(parseDecimal(`${whole}.${digits}`)).toEqual({ value });
      },
    ),
  );
});
