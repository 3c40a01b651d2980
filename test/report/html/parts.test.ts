import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sha256Base64 } from "../../../src/domain/sha256.js";
import { shortCodes } from "../../../src/report/html/codes.js";
import {
  hoursText,
  kronorText,
  numberText,
  percentText,
  signedText,
  spanText,
} from "../../../src/report/html/format.js";

describe("sha256Base64", () => {
  it("is SHA-256 for texts of every length around a block, and beyond ASCII", () => {
    const texts = Array.from(
      { length: 200 },
      (_, length) => "å".repeat(length % 7) + "a".repeat(length),
    );
    for (const text of [...texts, "Ö€😀".repeat(5000)]) {
      expect(sha256Base64(text)).toBe(createHash("sha256").update(text).digest("base64"));
    }
  });
});

describe("shortCodes", () => {
  it.each([
    [["Kundservice", "Socialtjänst", "Samhällsbyggnad"], 1, ["K", "S", "Sa"]],
    [["Valbo", "Vallentuna", "Vaxholm", "Åby"], 2, ["Va", "Val", "Vax", "Åb"]],
    [["Medborgarkontor Sätra", "Medborgarkontor Åby"], 2, ["MS", "MÅ"]],
    [["A", "a", "", "<b>"], 1, ["A", "a2", "?2", "B"]],
  ])("gives %j with at least %i letters %j", (names, shortest, codes) => {
    expect(shortCodes(names, shortest)).toEqual(codes);
  });

  it("gives a thousand namesakes a code each", () => {
    const codes = shortCodes(
      Array.from({ length: 1000 }, (_, i) => `Kontor ${i % 10}`),
      2,
    );
    expect(new Set(codes.map((code) => code.toUpperCase())).size).toBe(1000);
  });
});

describe("figures", () => {
  it("are written as the language writes them", () => {
    expect(numberText(1234567.891, "sv", 1)).toBe("1\u00a0234\u00a0567,9");
    expect(numberText(1234567.891, "en", 1)).toBe("1,234,567.9");
    expect(numberText(-0.04, "sv", 1)).toBe("0");
    expect(numberText(-1500, "sv")).toBe("\u22121\u00a0500");
    expect(signedText(2.5, "sv", 1)).toBe("+2,5");
    expect(signedText(0, "sv")).toBe("0");
    expect(hoursText(90, "sv")).toBe("1,5");
    expect(kronorText(636697, "sv")).toBe("636\u00a0697\u00a0kr");
    expect(kronorText(636697, "en")).toBe("SEK\u00a0636,697");
    expect(percentText(0.4453, "sv", 2)).toBe("44,53\u00a0%");
    expect(spanText("09:00", "16:30")).toBe("9–16:30");
    expect(spanText("00:00", "24:00")).toBe("0–24");
  });
});
