import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/domain/text.js";
import { readRota } from "../../src/input/case/read-rota.js";
import { openingsCsv, rotaCsv, violationsCsv } from "../../src/report/csv.js";
import { evening, missingEvening, sampleReport } from "./support/sample-report.js";

const languages: readonly Language[] = ["en", "sv"];

describe("rota.csv", () => {
  it("is plain CSV in English", () => {
    expect(rotaCsv(sampleReport(), "en")).toBe(
      "date,office,kind,from,to,staff,department,status,break_from,break_to\n" +
        "2026-12-08,sätra,evening,16:00,18:00,anna,socialtjänst,planned,,\n" +
        "2026-12-08,sätra,evening,16:00,18:00,bo,bygglov,planned,,\n",
    );
  });

  it("is what Swedish Excel opens in Swedish: byte order mark, semicolons, CRLF", () => {
    expect(rotaCsv(sampleReport({ assignments: [evening] }), "sv")).toBe(
      "\uFEFFdate;office;kind;from;to;staff;department;status;break_from;break_to\r\n" +
        "2026-12-08;sätra;evening;16:00;18:00;anna;socialtjänst;planned;;\r\n",
    );
  });

  it.each(["=SUM(A1)", "+x", "-x", "@x", "'=x", "''+x"])("guards %s against running", (staff) => {
    const csv = rotaCsv(sampleReport({ assignments: [{ ...evening, staff }] }), "en");
    expect(csv).toContain(`,'${staff},`);
  });

  it.each(["-5", "+46,5", "12", "x=y", "'quoted'"])("leaves %s as it is", (staff) => {
    const csv = rotaCsv(sampleReport({ assignments: [{ ...evening, staff }] }), "sv");
    expect(csv).toContain(`;${staff};`);
  });

  it("comes back unchanged from the reader, whatever the ids are", () => {
    const characters = fc.constantFrom(..."=+-@'\";,# .åäöÅaZ17");
    const id = fc
      .string({ unit: characters, minLength: 1, maxLength: 8 })
      .map((s) => `${s}x`.trim());
    fc.assert(
      fc.property(id, id, fc.constantFrom(...languages), (staff, office, language) => {
        const assignments = [{ ...evening, staff, office }];
        const bytes = new TextEncoder().encode(rotaCsv(sampleReport({ assignments }), language));
        const { rows, notices } = readRota("rota.csv", bytes, null);
        expect(notices).toEqual([]);
        expect(rows.map(({ assignment }) => [assignment.staff, assignment.office])).toEqual([
          [staff, office],
        ]);
      }),
    );
  });
});

describe("openings.csv", () => {
  it("counts people and names departments, never anybody", () => {
    const csv = openingsCsv(sampleReport(), "en");
    expect(csv).toBe(
      "date,office,kind,from,to,staff,departments\n" +
        "2026-12-08,sätra,evening,16:00,18:00,2,bygglov|socialtjänst\n",
    );
    expect(csv).not.toMatch(/anna|\bbo\b/);
  });
});

describe("violations.csv", () => {
  it("speaks the language, with empty cells for what a violation is not about", () => {
    const report = sampleReport({ violations: [missingEvening] });
    expect(violationsCsv(report, "sv").split("\r\n")[1]).toBe(
      "evening-count;hard;2026-12;sätra;;;16:00;18:00;1;2;1;evenings;" +
        '"Sätra har 1 kväll; det ska vara 2.";Be om en person till.;960',
    );
  });

  it("writes decimals as the language does", () => {
    const report = sampleReport({ violations: [{ ...missingEvening, limit: 2.5 }] });
    expect(violationsCsv(report, "sv")).toContain(";1;2,5;1;");
    expect(violationsCsv(report, "en")).toContain(",1,2.5,1,");
  });
});
