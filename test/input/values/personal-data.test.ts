import { describe, expect, it, test } from "vitest";
import { readRota } from "../../../src/input/case/read-rota.js";
import { formatNotice } from "../../../src/input/notice.js";
import { tableNames, tables } from "../../../src/input/tables/catalog.js";
import { readTable } from "../../../src/input/tables/read-table.js";
import { holdsIdentityNumber, tellsReason } from "../../../src/input/values/personal-data.js";
import { bytesOf, linesOf } from "../../support/files.js";

const NUMBER = "850709-9805";

describe("personal identity numbers", () => {
  test.each([
    NUMBER,
    "8507099805",
    "198507099805",
    "19850709-9805",
    "850709 9805",
    "850709 - 9805",
    "850709–9805",
    "850709−9805",
    "850709‑9805",
    "1985-07-09-9805",
    "85.07.09-9805",
    "８５０７０９-９８０５",
    "701063-2391",
    "7010632391",
    "070123-4569",
    "Anna (850709-9805)",
  ])("%s is refused", (text) => {
    expect(holdsIdentityNumber(text)).toBe(true);
  });

  test.each([
    ["0701234569", "a mobile number, though it would pass as a number"],
    ["070-123 45 69", "a mobile number"],
    ["+46701234569", "a mobile number from abroad"],
    ["026-17 80 00", "a telephone number"],
    ["2026-12-07", "a date"],
    ["20261207", "a date"],
    ["2026-12-07 16:00", "a date and a time"],
    ["25008507099805", "a longer number"],
    ["A12345678", "a staff id"],
    ["850709-9804", "a wrong check digit"],
    ["108507099805", "no century that anybody was born in"],
  ])("%s is let pass: %s", (text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
  });

  it.each(tableNames)("in any text of %s.csv are refused, explained and never repeated", (name) => {
    const columns = [...tables[name].columns];
    const header = columns.map(([column]) => column).join(";");
    for (const [column] of columns) {
      const row = columns.map(([other]) => (other === column ? NUMBER : "")).join(";");
      const { notices } = readTable<unknown>("t.csv", bytesOf(`${header}\n${row}\n`), tables[name]);
      const about = notices.filter(({ code }) => code === "sensitive-value");
      expect(about, column).toMatchObject([{ line: 2, value: null }]);
      for (const language of ["en", "sv"] as const) {
        const said = notices.map((notice) => formatNotice(notice, language)).join("\n");
        expect(said).not.toContain(NUMBER);
        expect(said).toContain("dataskyddslagen 2018:218");
      }
    }
  });

  it("are refused in a rota file too", () => {
    const text = `date,office,from,to,staff\n2026-12-07,Sätra,08:00,12:00,${NUMBER}\n`;
    const { rows, notices } = readRota("rota.csv", bytesOf(text), null);
    expect(rows).toEqual([]);
    expect(notices).toMatchObject([{ code: "sensitive-value", line: 2, column: 5, value: null }]);
  });

  it("are not repeated where they stand for a header, nor in a column without one", () => {
    const lines = linesOf({
      "staff.csv": `anna;${NUMBER}\nbo;x\n`,
      "pins.csv": `staff;date\nanna;2026-12-07;${NUMBER}\n`,
    });
    expect(lines.join("\n")).not.toContain(NUMBER);
    expect(lines.filter((line) => line.includes("identity numbers are refused"))).toHaveLength(2);
  });
});

describe("a status that tells why somebody is away", () => {
  test.each([
    "sjuk",
    "Sjukskriven",
    "VAB",
    "föräldraledig",
    "sick leave",
    "rehab",
  ])("%s is refused, explained and never repeated", (word) => {
    expect(tellsReason(word)).toBe(true);
    const [line] = linesOf({
      "availability.csv": `staff;department;weekday;status\nanna;soc;mon;${word}\nanna;soc;tue;\n`,
    });
    expect(line).toContain("dataskyddslagen 2018:218");
    expect(line).not.toContain(word);
  });

  test.each(["available", "ej tillgänglig", "gärna", "ledig", "prefre"])("%s is not", (word) => {
    expect(tellsReason(word)).toBe(false);
  });
});
