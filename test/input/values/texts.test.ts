import { describe, expect, test } from "vitest";
import { type Codec, readCell } from "../../../src/input/values/codec.js";
import { holdsIdentityNumber, sensitiveHeader } from "../../../src/input/values/personal-data.js";
import {
  choice,
  id,
  idOrAll,
  ids,
  idsOrAll,
  personId,
  personText,
} from "../../../src/input/values/texts.js";

function read<T>(codec: Codec<T>, cell: string): T | string {
  const parsed = readCell(codec.schema, cell);
  return "value" in parsed ? parsed.value : `no: ${parsed.fault.suggestion?.en ?? ""}`;
}

describe("ids", () => {
  test.each([
    "Sätra",
    "Spånga-Tensta",
    "__proto__",
    "constructor",
    "a b",
    "=x",
    "1",
  ])("%s is an id", (cell) => {
    expect([read(id, cell), read(idOrAll, cell), read(ids, cell)]).toEqual([cell, cell, [cell]]);
  });

  test.each(["*", "a|b", "a\nb", "a\tb"])("%j is none", (cell) => {
    expect(read(id, cell)).toBe("no: ");
  });

  test("* is all where all is possible", () => {
    expect([read(idOrAll, "*"), read(idsOrAll, "*"), read(ids, "*")]).toEqual([null, null, "no: "]);
  });

  test("a list is parted by |, each value once", () => {
    expect(read(ids, "arabiska | somaliska||arabiska")).toEqual(["arabiska", "somaliska"]);
    expect(read(ids, "|")).toBe("no: ");
  });
});

describe("choice", () => {
  const status = choice({
    yes: { en: ["yes"], sv: ["ja", "helst_inte"] },
    no: { en: ["no"], sv: ["nej", "ej_tillgänglig"] },
  });

  test.each([
    ["yes", "yes"],
    ["JA", "yes"],
    ["Helst inte", "yes"],
    ["helst-inte", "yes"],
    ["ej tillganglig", "no"],
  ])("%s is %s", (cell, value) => {
    expect(read(status, cell)).toBe(value);
  });

  test("a word that is none has a suggestion", () => {
    expect(read(status, "ej_tilgänglig")).toBe('no: Did you mean "ej_tillgänglig"?');
    expect(read(status, "constructor")).toBe("no: ");
    expect(status.expected).toEqual({ en: "yes, no", sv: "ja, nej" });
  });
});

describe("personal identity numbers", () => {
  test.each([
    "811218-9876",
    "8112189876",
    "19811218-9876",
    "198112189876",
    "811218+9876",
    "Anna 811218-9876",
    "670919-9530",
    "701063-2391",
    "000229-0005",
  ])("%s is refused", (cell) => {
    expect(holdsIdentityNumber(cell)).toBe(true);
    expect(read(personId, cell)).toBe("no: ");
    expect(read(personText, cell)).toBe("no: ");
  });

  test.each([
    ["anna", "a name"],
    ["811218-9875", "a wrong check digit"],
    ["811318-9873", "no month"],
    ["556036-0793", "an organisation number"],
    ["070-123 45 67", "a telephone number"],
    ["12345", "a staff number"],
    ["1811218987600", "too many digits"],
  ])("%s is let pass: %s", (cell) => {
    expect(holdsIdentityNumber(cell)).toBe(false);
  });
});

describe("sensitive headers", () => {
  test.each([
    ["orsak", "absence-reason"],
    ["Frånvaro-orsak", "absence-reason"],
    ["frånvaroorsak", "absence-reason"],
    ["reason", "absence-reason"],
    ["absence reason", "absence-reason"],
    ["Diagnosis", "absence-reason"],
    ["sjukskriven", "absence-reason"],
    ["personnummer", "identity-number"],
    ["Pers.nr pnr", null],
    ["PNR", "identity-number"],
    ["ssn", "identity-number"],
    ["weekdy", null],
    ["frånvaro", "absence-reason"],
  ])("%s: %s", (header, kind) => {
    expect(sensitiveHeader(header, true)).toBe(kind);
  });

  test("a table that is not about people may give reasons, but no identity numbers", () => {
    expect(sensitiveHeader("orsak", false)).toBeNull();
    expect(sensitiveHeader("personnummer", false)).toBe("identity-number");
  });
});
