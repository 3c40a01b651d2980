import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readCase } from "../../../src/input/case/read-case.js";
import { caseOf, filesOf, linesOf, readWith, SMALL } from "../../support/files.js";

describe("files", () => {
  test("the three required files make a case", () => {
    const theCase = caseOf();
    expect(theCase.offices.map(({ id }) => id)).toEqual(["Bomhus", "Sätra"]);
    expect(theCase.staff).toMatchObject([
      { id: "anna", name: "anna", department: "soc", fte: 1, maxMinutesWeek: 2400, offices: null },
      { id: "bo", department: "bygg" },
    ]);
    expect(theCase.departments).toMatchObject([{ id: "bygg", name: "bygg" }, { id: "soc" }]);
    expect(theCase.evenings.map(({ office, minEvenings }) => [office, minEvenings])).toEqual([
      ["Bomhus", 2],
      ["Sätra", 2],
    ]);
  });

  test("missing files are told apart, each with what it is for", () => {
    const { case: none, notices } = readCase(new Map(), { rules: [] });
    expect(none).toBeNull();
    expect(notices.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["missing-file", "availability.csv", null],
      ["missing-file", "evenings.csv", null],
      ["missing-file", "offices.csv", null],
    ]);
  });

  test("a workbook beside the missing file is pointed at", () => {
    const { notices } = readCase(new Map([["Kontor.xlsx", new Uint8Array()]]), { rules: [] });
    const offices = notices.find(({ file }) => file === "offices.csv");
    expect(offices?.suggestion?.en).toBe('Save "Kontor.xlsx" as “CSV UTF-8”.');
  });

  test.each([
    ["OFFICES.CSV", "Tillgänglighet.csv", "kvallar.csv"],
    ["kontor.csv", "tillganglighet.csv", "kva\u0308llar.csv"],
  ])("Swedish names, in any case and Unicode form: %s %s %s", (offices, availability, evenings) => {
    const files = filesOf({
      [offices]: SMALL["offices.csv"],
      [availability]: SMALL["availability.csv"],
      [evenings]: SMALL["evenings.csv"],
    });
    expect(readCase(files, { rules: [] })).toEqual({ case: caseOf(), notices: [] });
  });

  test.each([
    ["evening.csv", "error", 'Did you mean "evenings.csv"?'],
    ["personnal.csv", "error", 'Did you mean "personal.csv"?'],
    ["offices-old.csv", "warning", undefined],
    ["notes.csv", "warning", undefined],
  ])("the unknown file %s is an %s", (file, severity, suggestion) => {
    const { notices } = readWith({ [file]: "x\n" });
    expect(notices).toMatchObject([{ code: "unknown-file", severity, file, line: null }]);
    expect(notices[0]!.suggestion?.en).toBe(suggestion);
  });

  test.each([
    "rota.csv",
    "openings.csv",
    "violations.csv",
    "story.md",
    "rota.xlsx",
  ])("%s is let be", (file) => {
    expect(readWith({ [file]: "x\n" }).notices).toEqual([]);
  });

  test("a table given twice is an error", () => {
    expect(linesOf({ "kontor.csv": "kontor\nSätra\n" })).toEqual([
      'offices.csv: the same table as "kontor.csv". Expected: one file for each table.',
    ]);
  });

  test("each file may have an encoding and delimiter of its own", () => {
    const files = new Map<string, Uint8Array>([
      ["offices.csv", iconv.encode(SMALL["offices.csv"].replaceAll("\n", "\r\n"), "windows-1252")],
      [
        "availability.csv",
        iconv.encode(SMALL["availability.csv"].replaceAll(";", "\t"), "utf-16le", { addBOM: true }),
      ],
      ["evenings.csv", iconv.encode("sep=,\noffice,month\n*,\n", "utf8", { addBOM: true })],
    ]);
    expect(readCase(files, { rules: [] })).toEqual({ case: caseOf(), notices: [] });
  });

  test("a file without data rows counts as not given", () => {
    const empty = {
      "staff.csv": "staff\n",
      "departments.csv": "department\n",
      "shifts.csv": "# x\nshift;from;to\n",
    };
    expect(caseOf(empty)).toEqual(caseOf());
  });

  test("offices and availability need rows", () => {
    expect(
      linesOf({
        "offices.csv": "office\n",
        "availability.csv": "staff;department;date\n",
        "evenings.csv": "office\n",
      }),
    ).toEqual([
      "availability.csv: the file has a header and no rows.",
      "offices.csv: the file has a header and no rows.",
    ]);
  });
});

describe("references", () => {
  const STAFF = "staff;name;offices;home;skills\nanna;;Sätra;Centrum;arabiska\nbo;;;;\n";

  test.each<[string, Record<string, string>, string]>([
    [
      "office in evenings",
      { "evenings.csv": "office\nSatraa\n" },
      'evenings.csv:2:1: "Satraa" is no office (column office). Expected: an office from offices.csv. Did you mean "Sätra"?',
    ],
    ["office in hours", { "hours.csv": "office;weekday\nBomhs;mon\n" }, 'Did you mean "Bomhus"?'],
    ["office in demand", { "demand.csv": "kontor\nX\n" }, 'demand.csv:2:1: "X" is no office'],
    [
      "office in closures",
      { "closures.csv": "date;office\n2026-12-01;X\n" },
      'closures.csv:2:2: "X" is no office',
    ],
    [
      "office in visits",
      { "visits.csv": "visit;office;from;to\nv;X;8:00;9:00\n" },
      'visits.csv:2:2: "X" is no office',
    ],
    [
      "office in bookings",
      { "bookings.csv": "office;date;from;to\nX;2026-12-01;8:00;9:00\n" },
      'bookings.csv:2:1: "X" is no office',
    ],
    [
      "office in pins",
      { "pins.csv": "staff;date;office\nanna;2026-12-01;X\n" },
      'pins.csv:2:3: "X" is no office',
    ],
    [
      "office in requests",
      { "requests.csv": "staff;date;office\nanna;2026-12-01;X\n" },
      'requests.csv:2:3: "X" is no office',
    ],
    [
      "office in shifts",
      { "shifts.csv": "shift;office;from;to\nx;X;8:00;9:00\n" },
      'shifts.csv:2:2: "X" is no office',
    ],
    [
      "offices of staff",
      { "staff.csv": "staff;offices\nanna;Sätra|X|Bomhus\nbo;\n" },
      'staff.csv:2:2: "X" is no office',
    ],
    [
      "an office in other letter case",
      { "evenings.csv": "office\nsätra\n" },
      'Did you mean "Sätra"?',
    ],
    [
      "place in travel",
      { "staff.csv": STAFF, "travel.csv": "from;to;minutes\nCentrum;Sätra;5\nCentrm;Sätra;6\n" },
      'travel.csv:3:1: "Centrm" is neither an office nor a home place (column from). Expected: a place from offices.csv or staff.csv. Did you mean "Centrum"?',
    ],
    [
      "staff in pins",
      { "pins.csv": "staff;date\nana;2026-12-01\n" },
      'pins.csv:2:1: "ana" is no staff member (column staff). Expected: a person from availability.csv. Did you mean "anna"?',
    ],
    [
      "staff in requests",
      { "requests.csv": "staff;date\nana;2026-12-01\n" },
      'requests.csv:2:1: "ana" is no staff member',
    ],
    [
      "staff in availability",
      { "personal.csv": "staff\nanna\nboo\n" },
      'availability.csv:3:1: "bo" is no staff member (column staff). Expected: a person from personal.csv. Did you mean "boo"?',
    ],
    [
      "department in demand",
      { "demand.csv": "office;department\n*;sco\n" },
      'demand.csv:2:2: "sco" is no department (column department). Expected: a department from availability.csv or staff.csv. Did you mean "soc"?',
    ],
    [
      "department in visits",
      { "visits.csv": "visit;office;from;to;department\nv;Sätra;8:00;9:00;X\n" },
      'visits.csv:2:5: "X" is no department',
    ],
    [
      "departments in separations",
      { "separations.csv": "department;other\nsoc;polis\n" },
      'separations.csv:2:2: "polis" is no department',
    ],
    [
      "department in availability",
      { "departments.csv": "department\nsoc\nbyggl\n" },
      'availability.csv:3:2: "bygg" is no department',
    ],
    [
      "department in staff",
      {
        "departments.csv": "department\nsoc\nbygg\n",
        "staff.csv": "staff;department\nanna;sco\nbo;bygg\n",
      },
      'staff.csv:2:2: "sco" is no department',
    ],
    [
      "shift in requests",
      { "requests.csv": "staff;date;shift\nanna;2026-12-01;late\n" },
      'requests.csv:2:3: "late" is no shift',
    ],
    [
      "people who differ by letter case",
      { "availability.csv": "staff;department;weekday\nanna;soc;mon\nAnna;soc;tue\n" },
      'availability.csv:3:1: "Anna" differs from "anna" (availability.csv:2) in letter case only',
    ],
  ])("%s", (_, texts, line) => {
    const lines = linesOf(texts).filter((text) => !text.includes("will not be planned"));
    expect(
      lines.some((text) => text.includes(line)),
      lines.join("\n"),
    ).toBe(true);
    expect(readWith(texts).case).toBeNull();
  });

  test("a skill that nobody has is a warning", () => {
    const texts = { "staff.csv": STAFF, "demand.csv": "office;skill\n*;arabisk\nSätra;arabiska\n" };
    expect(linesOf(texts)).toEqual([
      'demand.csv:2:2: warning: "arabisk" is a skill that nobody has (column skill). Expected: a skill from staff.csv. Did you mean "arabiska"?',
    ]);
    expect(caseOf(texts).demand).toHaveLength(3);
  });

  test("a person without availability is a warning, and not without a department", () => {
    expect(linesOf({ "staff.csv": "staff;department\nanna;\nbo;\ncaj;soc\n" })).toEqual([
      'staff.csv:4:1: warning: "caj" has no row in availability.csv and will not be planned (column staff).',
    ]);
    expect(linesOf({ "staff.csv": "staff;department\nanna;\nbo;\ncaj;\n" })).toEqual([
      "staff.csv:4:2: the person has no department, neither here nor in the availability (column department).",
    ]);
  });

  test("history refers to nothing", () => {
    const { history } = caseOf({
      "history.csv":
        "date;office;from;to;staff\n2026-11-30;Gone;8:00;9:00;left\n2026-11-30;Sätra;16:00;18:00;anna\n2026-11-30;Sätra;8:00;18:00;bo\n",
    });
    expect(history).toMatchObject([
      { office: "Gone", staff: "left", department: "", kind: "day", status: "planned" },
      { office: "Sätra", staff: "bo", department: "bygg", kind: "day" },
      { office: "Sätra", staff: "anna", department: "soc", kind: "evening" },
    ]);
  });

  test("the announced rota is read as history is, and a mistake in it has its place", () => {
    const { published, history } = caseOf({
      "publicerat.csv":
        "datum;kontor;från;till;personal\n2026-12-02;Gone;8:00;9:00;left\n2026-12-01;Sätra;16:00;18:00;anna\n2026-12-01;Sätra;8:00;18:00;bo\n",
    });
    expect(history).toEqual([]);
    expect(published).toMatchObject([
      { date: "2026-12-01", office: "Sätra", staff: "bo", department: "bygg", kind: "day" },
      { date: "2026-12-01", office: "Sätra", staff: "anna", department: "soc", kind: "evening" },
      { date: "2026-12-02", office: "Gone", staff: "left", department: "", status: "planned" },
    ]);
    expect(
      linesOf({ "published.csv": "date;office;from;to;staff\n1 dec;Sätra;8:00;9:00;anna\n" }),
    ).toEqual([expect.stringMatching(/^published\.csv:2:1: "1 dec" is no date/)]);
  });

  test("a file that cannot be read blames no one else", () => {
    expect(
      linesOf({
        "offices.csv": 'office;name\nSätra;"x\n',
        "staff.csv": "\0",
        "hours.csv": "office;weekday\nSätra;mon\n",
      }),
    ).toEqual([
      expect.stringMatching(/^offices\.csv:2: a quotation mark/),
      expect.stringMatching(/^staff\.csv:1: the file holds NUL bytes/),
    ]);
    expect(linesOf({ "offices.csv": "name\nSätra\n" })).toEqual([
      expect.stringContaining('the column "office" is missing'),
    ]);
  });

  test("an office whose row has another mistake is still known", () => {
    expect(
      linesOf({ "offices.csv": "office;desks\nSätra;x\n", "evenings.csv": "office\nSätra\n" }),
    ).toEqual([expect.stringContaining('offices.csv:2:2: "x" is no number')]);
  });

  test("ids like __proto__ and constructor simply work", () => {
    const { case: theCase, notices } = readWith({
      "offices.csv": "office;opens;closes\n__proto__;08:00;16:00\nconstructor;08:00;16:00\n",
      "availability.csv":
        "staff;department;weekday\n__proto__;constructor;mon\ntoString;__proto__;mon\n",
      "evenings.csv": "office\n__proto__\nconstructor\n",
      "pins.csv": "staff;date;office\n__proto__;2026-12-07;constructor\n",
    });
    expect(notices).toEqual([]);
    expect(theCase?.staff.map(({ id }) => id)).toEqual(["__proto__", "toString"]);
    expect(theCase?.departments.map(({ id }) => id)).toEqual(["__proto__", "constructor"]);
    expect(
      linesOf({
        "pins.csv": "staff;date\n__proto__;2026-12-01\n",
        "evenings.csv": "office\nconstructor\n",
      }),
    ).toHaveLength(2);
  });
});

test("all trouble of all files is told in one run, in order", () => {
  const lines = linesOf({
    "offices.csv": "office;opens;closes\nSätra;8:00;\n",
    "availability.csv": "staff;department;weekday\nanna;soc;mno\n",
    "kvällar.csv": "kontor\nSatra\n",
    "evenings.csv": "",
    "pins.csv": "staff;date\nx;1/12/2026\n",
    "rules.csv": "rule;severity\nno-rule;hard\n",
  });
  expect(lines.map((line) => line.split(" ")[0])).toEqual([
    "availability.csv:2:3:",
    "evenings.csv:",
    "kvällar.csv:",
    "offices.csv:2:3:",
    "pins.csv:2:1:",
    "pins.csv:2:2:",
    "rules.csv:2:1:",
  ]);
});

describe("what stands for all offices", () => {
  test("evenings: an office's own row replaces the row for all with the same month", () => {
    const { evenings } = caseOf({
      "evenings.csv": "office;month;min_evenings\n*;;2\nSätra;;3\n*;2026-12;1\nBomhus;2027-01;4\n",
    });
    expect(evenings.map(({ office, month, minEvenings }) => [office, month, minEvenings])).toEqual([
      ["Bomhus", null, 2],
      ["Bomhus", "2026-12", 1],
      ["Bomhus", "2027-01", 4],
      ["Sätra", null, 3],
      ["Sätra", "2026-12", 1],
    ]);
  });

  test("hours: an office's own rows replace rows for all on the same date or weekday", () => {
    const { hours } = caseOf({
      "hours.csv":
        "office;date;weekday;opens;closes\n*;;mon-wed;10:00;12:00\n*;;mon;13:00;14:00\nSätra;;mon;;\n*;2026-12-24;;;\nBomhus;2026-12-24;;9:00;10:00\n",
    });
    const shown = hours.map((row) => [
      row.office,
      row.date ?? row.weekdays.join(""),
      row.open?.from ?? "closed",
    ]);
    expect(shown).toEqual([
      ["Bomhus", "1", 780],
      ["Bomhus", "123", 600],
      ["Bomhus", "2026-12-24", 540],
      ["Sätra", "1", "closed"],
      ["Sätra", "23", 600],
      ["Sätra", "2026-12-24", "closed"],
    ]);
  });

  test("hours: closed and open on the same day is an error", () => {
    expect(
      linesOf({
        "hours.csv": "office;weekday;opens;closes\nSätra;mon-tue;8:00;9:00\nSätra;tue;;\n",
      }),
    ).toEqual([
      "hours.csv:3:1: the row says closed, and line 2 gives opening hours for the same day (column office).",
    ]);
  });

  test("demand: one row for each office, beside an office's own", () => {
    expect(
      caseOf({ "demand.csv": "office;min\n*;1\nSätra;2\n" }).demand.map(({ office, min }) => [
        office,
        min,
      ]),
    ).toEqual([
      ["Bomhus", 1],
      ["Sätra", 1],
      ["Sätra", 2],
    ]);
  });

  test("closures, pins and shifts: none in particular", () => {
    const theCase = caseOf({
      "closures.csv": "date;office\n2026-12-01;*\n2026-12-02;\n",
      "pins.csv": "staff;date;office\nanna;2026-12-01;*\n",
      "shifts.csv": "shift;office;from;to\nx;*;8:00;9:00\n",
    });
    expect(
      [...theCase.closures, ...theCase.pins, ...theCase.shifts].map(({ office }) => office),
    ).toEqual([null, null, null, null]);
  });
});

describe("defaults that come from other tables", () => {
  test("a visit has the office's days and hours", () => {
    const { visits } = caseOf({ "visits.csv": "visit;office;from\nv;Sätra;13:00\nw;Bomhus;\n" });
    expect(visits).toMatchObject([
      { id: "v", weekdays: [1, 2, 3, 4, 5], time: { from: 780, to: 960 }, weeks: "all" },
      { id: "w", time: { from: 540, to: 900 } },
    ]);
  });

  test("a visit that the office's hours do not tell needs its own", () => {
    const texts = {
      "offices.csv": "office\nSätra\nBomhus\n",
      "visits.csv": "visit;office\nv;Sätra\n",
    };
    expect(linesOf(texts)).toEqual([expect.stringContaining("visits.csv:2: give from and to")]);
    expect(linesOf({ "visits.csv": "visit;office;from\nv;Sätra;17:00\n" })).toHaveLength(1);
  });

  test("a person's department: staff.csv, else the first availability row in canonical order", () => {
    const availability = "staff;department;weekday\nanna;soc;tue\nanna;bygg;mon\n";
    const without = caseOf({ "availability.csv": availability });
    expect(without.staff).toMatchObject([{ id: "anna", department: "bygg" }]);
    const given = caseOf({
      "availability.csv": availability,
      "staff.csv": "staff;department\nanna;soc\n",
    });
    expect(given.staff).toMatchObject([{ id: "anna", department: "soc" }]);
    expect(given.departments.map(({ id }) => id)).toEqual(["bygg", "soc"]);
  });
});
