import { describe, expect, it, test } from "vitest";
import { formatNotice } from "../../src/input/notice.js";
import { safeName } from "../../src/report/ics/names.js";
import { caseOf, linesOf, readWith } from "../support/files.js";

/** Two ways to write what looks the same. */
const TWINS = [
  ["letter case", "Sätra", "SÄTRA"],
  ["Unicode form", "S\u00E4tra", "Sa\u0308tra"],
  ["an invisible character", "Sätra", "Sä\u200Btra"],
  ["a mark for writing to the left", "Sätra", "Sätra\u200F"],
  ["letter case of ß", "straße", "STRASSE"],
  ["full-width letters", "Satra", "Ｓatra"],
] as const;

describe("ids that only a computer tells apart", () => {
  test.each(TWINS)("by %s are refused in one table", (_, one, other) => {
    const lines = linesOf({ "offices.csv": `office\n${one}\n${other}\n` });
    expect(lines[0]).toMatch(/^offices\.csv:3:1: .* stands in line 2 already/);
  });
});

describe("people and offices that only letter case tells apart", () => {
  it("are refused across rows of the availability, where no staff.csv lists them", () => {
    const lines = linesOf({
      "availability.csv": "staff;department;weekday\nanna;soc;mon\nAnna;soc;tue\n",
    });
    expect(lines.join("\n")).toMatch(/availability\.csv:3:1: .*anna/i);
  });
});

describe("ids that mean something to a program", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"];

  it("are ids like any other", () => {
    const theCase = caseOf({
      "offices.csv": `office;opens;closes\n${names.map((name) => `${name};08:00;16:00`).join("\n")}\n`,
      "availability.csv": `staff;department;weekday\n${names.map((name) => `${name};${name};mon`).join("\n")}\n`,
      "evenings.csv": "office\n*\n",
    });
    const sorted = [...names].sort();
    expect(theCase.offices.map(({ id }) => id)).toEqual(sorted);
    expect(theCase.staff.map(({ id }) => id)).toEqual(sorted);
    expect(theCase.departments.map(({ id }) => id)).toEqual(sorted);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("as headers, rules and files are unknown like any other", () => {
    const { notices } = readWith({
      "__proto__.csv": "a\n",
      "pins.csv": `staff;date;${names.join(";")}\n`,
      "rules.csv": `rule\n${names.join("\n")}\n`,
    });
    const codes = notices.map(({ code }) => code);
    expect(codes.filter((code) => code === "unknown-column")).toHaveLength(names.length);
    expect(notices.filter(({ file }) => file === "rules.csv")).toHaveLength(names.length);
    for (const notice of notices) expect(formatNotice(notice, "sv")).toMatch(/\S/);
  });
});

describe("files whose names a terminal would obey", () => {
  it("are told of in plain words", () => {
    const { notices } = readWith({ "\u001b[2Jx\n\u202e.csv": "a\n" });
    const lines = notices.map((notice) => formatNotice(notice, "en"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ \[2Jx {2}\.csv: warning: no table has this name/);
  });
});

describe("ids that would lead somewhere as the name of a file", () => {
  test.each([
    "../x",
    "..",
    "/etc/passwd",
    "C:\\x",
    "CON",
    "con.ics",
    "nul",
    "x.",
    "x ",
    "-rf",
    ".hidden",
    "a\u0000b",
    "x".repeat(500),
    "å".repeat(300),
  ])("%s becomes a plain name of its own", (id) => {
    const name = `person-${safeName(id)}.ics`;
    expect(name).toMatch(/^person-[a-z0-9åäö_~-]+\.ics$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  });

  it("never share a name, not even where letter case makes no difference", () => {
    const ids = ["Anna", "anna", "ANNA", "a_6e_", "a\u006E", "å", "Å", "a\u030A", "x.", "x", "x "];
    const names = ids.map((id) => safeName(id).toLowerCase());
    expect(new Set(names).size).toBe(new Set(ids).size);
  });
});
