import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareAssignments, compareText } from "../../src/domain/rota.js";
import { readCase } from "../../src/input/case/read-case.js";
import { readRota } from "../../src/input/case/read-rota.js";
import { formatNotice } from "../../src/input/notice.js";
import { tables } from "../../src/input/tables/catalog.js";
import { bytesOf, caseOf, filesOf, SMALL } from "../support/files.js";

/** A case that has every table, several rows each. */
const FULL: Readonly<Record<string, string>> = {
  "offices.csv":
    "office;area;opens;closes;rooms\nSätra;Norr;08:00;16:00;2\nBomhus;Syd;09:00;15:00;1\nValbo;;;;0\n",
  "availability.csv":
    "staff;department;date;weekday;from;to;status\nanna;soc;;mon-fri;;;\nbo;bygg;;mon|wed;08:00;17:00;prefer\nanna;soc;2026-12-08;;;;unavailable\nbo;bygg;;fri;;12:00;\ncaj;bygg;;tue;;;avoid\n",
  "evenings.csv": "office;month;min_evenings\n*;;2\nSätra;;3\nSätra;2026-12;1\nValbo;2027-01;0\n",
  "staff.csv":
    "staff;fte;offices;home;skills;min_hours_period;max_shifts\nanna;75 %;Sätra|Bomhus;Centrum;arabiska|bygglov;12,5;late=4|early=0\nbo;;;;;;\ncaj;0,5;*;Öster;;;\n",
  "departments.csv": "department;share;max_hours_month\nsoc;60 %;200\nbygg;;\n",
  "hours.csv":
    "office;date;weekday;opens;closes\n*;2026-12-24;;;\nSätra;;mon;10:00;18:00\n*;;mon-tue;8:00;9:00\nSätra;;mon;6:00;7:00\n",
  "shifts.csv":
    "shift;office;weekday;from;to;not_followed_by\nearly;;;08:00;12:00;\nlate;Sätra;mon-thu;12:00;18:00;early|late\n",
  "demand.csv":
    "office;weekday;department;skill;min;per;shift;weight;over_weight\n*;;soc;;1;;;;\nSätra;mon;;arabiska;2;week;;2;\n*;;bygg;;1;day;;;1\n*;;bygg;;1;day;early;;\n",
  "closures.csv": "date;office;reason\n2026-12-23;;x\n2026-12-22;Sätra;\n2026-12-22;Bomhus;y\n",
  "visits.csv":
    "visit;office;weekday;from;to;weeks\nlaw;Sätra;wed;13:00;16:00;odd\nclub;Bomhus;;;;last\n",
  "separations.csv": "department;other;scope\nsoc;bygg;room\nbygg;soc;office\n",
  "bookings.csv":
    "office;date;from;to;rooms\nSätra;2026-12-03;17:00;20:00;1\nSätra;2026-12-03;17:00;20:00;1\nBomhus;2026-12-02;9:00;10:00;\n",
  "travel.csv": "from;to;minutes\nCentrum;Sätra;25\nSätra;Bomhus;15\n",
  "disruptions.csv":
    "date;to_date;staff;office;what\n2026-12-08;2026-12-09;bo;;away\n2026-12-10;;;Bomhus;closed\n",
  "pins.csv":
    "staff;date;office;from;to;pin\nanna;2026-12-09;Sätra;;;must\nbo;2026-12-09;;16:00;;forbid\nanna;2026-12-02;;;;\n",
  "requests.csv": "staff;date;shift;wish;weight\nbo;2026-12-07;late;off;2\nanna;2026-12-07;;on;\n",
  "history.csv":
    "date;office;from;to;staff;department\n2026-11-30;Sätra;16:00;18:00;gone;x\n2026-11-30;Bomhus;09:00;12:00;anna;\n",
  "published.csv":
    "date;office;from;to;staff;department;status\n2026-12-02;Sätra;16:00;18:00;gone;x;planned\n2026-12-01;Bomhus;09:00;12:00;anna;;pinned\n",
  "ledger.csv":
    "month;staff;department;measure;before;after;balance_before;balance\n2026-11;anna;soc;evenings;2;3;;-0,25\n2026-11;;soc;hours;1,5;41,25;0;-0,33\n2026-10;gone;x;travel_minutes;;80;;40\n",
  "budget.csv":
    "month;year;item;amount\n;2026;staff;2 000 000\n;2026;premises;500 000\n2026-12;;staff;170 000\n",
  "rules.csv": "rule;severity;weight;parameter;value\nr;soft;5;;\nr;;;n;2\n",
};

const RULES = {
  rules: [
    {
      id: "r",
      alwaysHard: false,
      severity: "soft" as const,
      parameters: [{ name: "n", kind: "integer" as const }],
    },
  ],
};

describe("a case", () => {
  const whole = readCase(filesOf(FULL), RULES);

  test("with every table is read without a notice, and has every table", () => {
    expect(whole.notices.map((notice) => formatNotice(notice, "en"))).toEqual([]);
    for (const [name, rows] of Object.entries(whole.case ?? {}))
      expect(rows.length, name).toBeGreaterThan(0);
    expect(Object.keys(FULL).sort()).toEqual(
      Object.values(tables)
        .map(({ file }) => file)
        .sort(),
    );
  });

  test("does not depend on the order of rows, columns or files", () => {
    const shuffled = fc.tuple(
      ...Object.entries(FULL).map(([file, text]) => {
        const [header, ...rows] = text
          .trimEnd()
          .split("\n")
          .map((line) => line.split(";"));
        const order = fc.shuffledSubarray(
          header!.map((_, i) => i),
          { minLength: header!.length },
        );
        const lines = fc.shuffledSubarray(rows, { minLength: rows.length });
        return fc
          .tuple(order, lines)
          .map(
            ([columns, body]) =>
              [
                file,
                [header!, ...body].map((row) => columns.map((i) => row[i]).join(";")).join("\n"),
              ] as const,
          );
      }),
    );
    const everyFile = Object.keys(FULL).length;
    const given = shuffled.chain((files) => fc.shuffledSubarray(files, { minLength: everyFile }));
    fc.assert(
      fc.property(given, (files) => {
        expect(readCase(filesOf(Object.fromEntries(files)), RULES)).toEqual(whole);
      }),
    );
  });

  test("is in canonical order", () => {
    const { offices, staff, history, published } = whole.case!;
    for (const rows of [offices, staff]) {
      const ids = rows.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort(compareText));
    }
    for (const rows of [history, published])
      expect(rows).toEqual([...rows].sort(compareAssignments));
  });

  test("does not depend on encoding, line ends or delimiter", () => {
    const tabbed = Object.entries(FULL).map(([file, text]) => [
      file,
      `\uFEFF${text.replaceAll(";", "\t").replaceAll("\n", "\r\n")}`,
    ]);
    expect(readCase(filesOf(Object.fromEntries(tabbed)), RULES)).toEqual(whole);
  });
});

describe("whatever the bytes", () => {
  const theCase = caseOf();
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 200 }).map(bytesOf),
    fc
      .string({ unit: fc.constantFrom(..."office;,\t\n\r\"'#=-*|%0128:åÄ "), maxLength: 200 })
      .map(bytesOf),
  );

  test("reading never throws, and a case without errors is a case", () => {
    const names = fc.constantFrom(...Object.keys(FULL), "kontor.csv", "x.csv", "__proto__", "");
    fc.assert(
      fc.property(fc.array(fc.tuple(names, noise), { maxLength: 4 }), (given) => {
        const files = new Map([...filesOf(SMALL), ...given]);
        const { case: read, notices } = readCase(files, RULES);
        expect(read === null).toBe(notices.some(({ severity }) => severity === "error"));
        for (const notice of notices) {
          expect(formatNotice(notice, "sv")).toMatch(/^[^\n]*$/);
          expect(notice.line ?? 1).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a cell of anything never throws", () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 20 })
      .map((text) => `"${text.replaceAll('"', '""')}"`);
    const file = fc.constantFrom(...Object.values(tables));
    fc.assert(
      fc.property(file, fc.array(cell, { minLength: 14, maxLength: 14 }), (table, cells) => {
        const names = [...table.columns.keys()];
        const text = `${names.join(";")}\n${cells.slice(0, names.length).join(";")}\n`;
        readCase(filesOf({ ...FULL, [table.file]: text }), RULES);
      }),
      { numRuns: 500 },
    );
  });

  test("reading a rota never throws", () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        expect(readRota("r.csv", bytes, theCase).rows).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });
});
