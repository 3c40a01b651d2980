import { describe, expect, test } from "vitest";
import { formatNotice } from "../../../src/input/notice.js";
import { availability } from "../../../src/input/tables/availability.js";
import { budget } from "../../../src/input/tables/budget.js";
import { closures } from "../../../src/input/tables/closures.js";
import { demand } from "../../../src/input/tables/demand.js";
import { disruptions } from "../../../src/input/tables/disruptions.js";
import { evenings } from "../../../src/input/tables/evenings.js";
import { hours } from "../../../src/input/tables/hours.js";
import { offices } from "../../../src/input/tables/offices.js";
import { pins } from "../../../src/input/tables/pins.js";
import { readTable } from "../../../src/input/tables/read-table.js";
import { rules } from "../../../src/input/tables/rules.js";
import { separations } from "../../../src/input/tables/separations.js";
import { shifts } from "../../../src/input/tables/shifts.js";
import { staff } from "../../../src/input/tables/staff.js";
import type { Table } from "../../../src/input/tables/table.js";
import { bytesOf } from "../../support/files.js";

function read<R>(table: Table<R>, text: string) {
  const result = readTable("t.csv", bytesOf(text), table);
  return {
    // A row with a range of dates is a list of rows.
    values: result.table?.rows.flatMap(({ value }) => value) ?? null,
    notices: result.notices,
    lines: result.notices.map((notice) => formatNotice(notice, "en")),
  };
}

describe("what spreadsheets leave in a file", () => {
  test("a title above the header and empty rows and columns are passed over", () => {
    const { values, lines } = read(
      offices,
      ";Kontor i december;;\n;;;\n;kontor;minst_personal\n;Sätra;3\n",
    );
    expect(lines).toEqual([]);
    expect(values).toMatchObject([{ id: "Sätra", minStaff: 3 }]);
  });

  test("a title that is no cell's width of the table leaves the delimiter to the header", () => {
    expect(read(offices, "Lokala kontor\nkontor,minst_personal\nSätra,3\n").values).toMatchObject([
      { id: "Sätra", minStaff: 3 },
    ]);
  });

  test("a file that was pasted into one column is taken apart, line by line", () => {
    const text = '"kontor;namn;minst_personal"\n"Sätra;""Hall; A"";3"\n"Valbo;;x"\n';
    const { values, lines } = read(offices, text);
    expect(values).toMatchObject([{ id: "Sätra", name: "Hall; A", minStaff: 3 }, null]);
    expect(lines.join()).toContain('t.csv:3:3: "x" is no number');
  });

  test.each([
    "Summa",
    "SUMMA:",
    "Totalt",
    "Total",
  ])("a row of sums (%s) is told and not read", (word) => {
    const { values, lines } = read(offices, `kontor;minst_personal\nSätra;3\n${word};3\n`);
    expect(values).toHaveLength(1);
    expect(lines).toEqual([
      `t.csv:3:1: warning: the row begins with "${word}": it is taken for a row of sums and not read.`,
    ]);
  });

  test("an error of the spreadsheet is a value of no column", () => {
    const { lines } = read(offices, "kontor;namn\nSätra;#REF!\n#SAKNAS!;Valbo\n");
    expect(lines).toEqual([
      't.csv:2:2: "#REF!" is an error of the spreadsheet, not a value; mend the formula there (column namn). Expected: text.',
      't.csv:3:1: "#SAKNAS!" is an error of the spreadsheet, not a value; mend the formula there (column kontor). Expected: a short name on one line, without |.',
    ]);
  });
});

describe("headers", () => {
  test("any order, case, language and separator", () => {
    const { values, lines } = read(
      offices,
      "Min Staff;KONTOR;öppet-dagar;oppnar;Closes\n3;Sätra;mån;8:00;9:00\n",
    );
    expect(lines).toEqual([]);
    expect(values).toMatchObject([
      { id: "Sätra", minStaff: 3, openDays: [1], open: { from: 480, to: 540 } },
    ]);
  });

  test.each([
    ["office;office\nA;B", "duplicate-column", 't.csv:1:2: the column "office" is given twice.'],
    [
      "kontor;Office\nA;B",
      "duplicate-column",
      't.csv:1:2: the column "kontor" / "Office" is given twice.',
    ],
    ["office;nmae\nA;B", "unknown-column", 'Did you mean "name"?'],
    ["office;öppnr\nA;8:00", "unknown-column", 'Did you mean "öppnar"?'],
    [
      "name\nA",
      "missing-column",
      't.csv:1: the column "office" is missing. Expected: a header row with office (Swedish: kontor).',
    ],
    ["office;personnummer\nA;1", "sensitive-column", "dataskyddslagen 2018:218"],
    ["office\nA;B", "surplus-cell", 't.csv:2:2: the cell "B" stands in a column without a header.'],
    [
      "office;;name\nA;x;B",
      "surplus-cell",
      't.csv:2:2: the cell "x" stands in a column without a header.',
    ],
  ])("%j: %s", (text, code, words) => {
    const { notices, lines } = read(offices, text);
    expect(notices).toMatchObject([{ code, severity: "error" }]);
    expect(lines[0]).toContain(words);
  });

  test("a sensitive column of a table about people names the law, in both languages", () => {
    const { notices } = read(
      availability,
      "staff;department;weekday;frånvaroorsak\nanna;soc;mon;influensa\n",
    );
    expect(notices).toMatchObject([{ code: "sensitive-column", line: 1, column: 4, value: null }]);
    expect(JSON.stringify(notices)).not.toContain("influensa");
    expect(notices[0]!.message.sv).toContain("3 kap.");
  });

  test("a closed office may have its reason", () => {
    expect(read(closures, "datum;orsak\n2026-12-23;inventering\n")).toMatchObject({
      lines: [],
      values: [{ date: "2026-12-23", office: null, reason: "inventering" }],
    });
  });

  test("empty headers without cells, and missing cells at a row's end, do no harm", () => {
    const { values, lines } = read(offices, "office;name;;\nA;B;;\nC\n");
    expect(lines).toEqual([]);
    expect(values).toMatchObject([{ name: "B" }, { name: "C" }]);
  });

  test("a missing column is one error, and its rows are read no further than they can", () => {
    const { values, notices } = read(availability, "staff;from\nanna;x\nbo;08:00\n");
    expect(notices.map(({ code, line }) => [code, line])).toEqual([
      ["missing-column", 1],
      ["missing-column", 1],
      ["invalid-value", 2],
    ]);
    expect(notices[1]!.message.en).toBe('the column "date" or "weekday" is missing');
    expect(values).toEqual([null, null]);
  });

  test.each(["", "# nothing\n"])("a file without header says which one it wants", (text) => {
    expect(read(closures, text)).toMatchObject({
      values: null,
      lines: ["t.csv: the file has no header row. Expected: date;office;reason;to_date."],
    });
  });
});

describe("rows", () => {
  test.each<[string, Table<unknown>, string, string]>([
    [
      "required cells",
      offices,
      "office;name\n;A",
      "2:1: the cell must be filled in (column office)",
    ],
    [
      "opens without closes",
      offices,
      "office;opens\nA;8:00",
      "2: give both the opening and the closing time",
    ],
    ["closes without opens", offices, "office;opens;closes\nA;;8:00", "2:2: give both the opening"],
    [
      "closes before it opens",
      offices,
      "office;opens;closes\nA;9:00;8:00",
      "2:3: 08:00 is not after the start 09:00",
    ],
    ["min_staff below 0", offices, "office;min_staff\nA;-1", '2:2: "-1" is out of range'],
    ["desks of 0", offices, "office;desks\nA;0", '2:2: "0" is out of range'],
    [
      "from equal to to",
      availability,
      "staff;department;weekday;from;to\na;b;mon;8:00;8:00",
      "2:5: 08:00 is not after",
    ],
    [
      "midnight as 00:00",
      availability,
      "staff;department;weekday;from;to\na;b;mon;8:00;00:00",
      'Midnight as an end is "24:00".',
    ],
    [
      "neither date nor weekday",
      availability,
      "staff;department;weekday\na;b;",
      "2: neither date nor weekday is given",
    ],
    [
      "both date and weekday",
      availability,
      "staff;department;weekday;date\na;b;mon;2026-12-01",
      "2:3: both date and weekday are given",
    ],
    [
      "an unknown status",
      availability,
      "staff;department;weekday;status\na;b;mon;avialable",
      'Did you mean "available"?',
    ],
    [
      "an identity number",
      availability,
      "staff;department;weekday\n811218-9876;b;mon",
      "2:1: personal identity numbers are refused",
    ],
    [
      "max below min",
      evenings,
      "office;max_evenings\nA;1",
      "2:2: the value is less than the least one",
    ],
    [
      "the same office and month",
      evenings,
      "office;month\nA;2026-12\na;2026-12-01",
      "3:1: line 2 is about the same office, month",
    ],
    [
      "every month twice",
      evenings,
      "office;month\n*;\n*;*",
      "3:1: line 2 is about the same office, month",
    ],
    ["fte 0", staff, "staff;fte\na;0", "Expected: a share above 0 and at most 1.5"],
    ["fte 75", staff, "staff;fte\na;75", 'Did you mean "75 %"?'],
    [
      "last date before first",
      staff,
      "staff;from;to\na;2026-12-02;2026-12-01",
      "2:3: the last date lies before the first one",
    ],
    ["ids that differ by case", staff, "staff\nÅsa\nåsa", '3:1: "åsa" stands in line 2 already'],
    [
      "ids that differ by Unicode form",
      offices,
      "office\nSätra\nSa\u0308tra",
      '3:1: "Sätra" stands in line 2 already',
    ],
    ["hours with one end", hours, "office;weekday;closes\nA;mon;12:00", "2: give both the opening"],
    [
      "a shift that pays too much",
      shifts,
      "shift;from;to;paid_minutes\nx;8:00;9:00;61",
      "2:4: the shift is shorter",
    ],
    ["target below min", demand, "office;min;target\nA;2;1", "2:3: the value is less"],
    [
      "the same demand",
      demand,
      "office;skill\nA;x\nA;X",
      "3:1: line 2 is about the same office, date",
    ],
    [
      "a department apart from itself",
      separations,
      "department;other\na;a",
      "2:2: a department cannot be kept apart from itself",
    ],
    [
      "a contradicting pin",
      pins,
      "staff;date;pin\na;2026-12-01;must\na;2026-12-01;forbid",
      "3:1: line 2 is about the same staff, date",
    ],
    [
      "month and year",
      budget,
      "month;year;item;amount\n2026-12;2026;staff;1",
      "2:2: both month and year are given",
    ],
    [
      "a budget item in both languages",
      budget,
      "year;item;amount\n2026;personal;1\n2026;Staff;2",
      "3: line 2 is about the same month, year, item",
    ],
    [
      "a parameter without value",
      rules,
      "rule;parameter\nx;days",
      "2: give both the parameter and its value",
    ],
    ["a rule row that sets nothing", rules, "rule;weight\nx;", "2: the row sets nothing"],
  ])("%s", (_, table, text, words) => {
    const { lines, notices } = read(table, text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
    expect(notices[0]!.severity).toBe("error");
  });

  test("an identity number is not repeated", () => {
    const { notices } = read(staff, "staff;name\na;Anna 811218-9876\n");
    expect(notices).toMatchObject([{ code: "sensitive-value", line: 2, column: 2, value: null }]);
    expect(JSON.stringify(notices)).not.toContain("9876");
  });

  test("all trouble of a row is told at once", () => {
    const { notices } = read(availability, "staff;department;weekday;from\n;b;mno;x\n");
    expect(notices.map(({ column }) => column)).toEqual([1, 3, 4]);
  });

  test.each<[string, Table<unknown>, string, object]>([
    [
      "availability all day",
      availability,
      "staff;department;weekday\na;b;*",
      { time: { from: 0, to: 1440 }, status: "available", date: null },
    ],
    [
      "a dated absence",
      availability,
      "personal;förvaltning;datum;status\na;b;2026-12-01;Ej tillgänglig",
      { weekdays: [], status: "unavailable" },
    ],
    ["closed", hours, "office;date;opens\n*;2026-12-01;", { office: null, open: null }],
    [
      "fte to hours",
      staff,
      "staff;fte\na;75 %",
      { fte: 0.75, maxMinutesWeek: 1800, name: "a", offices: null },
    ],
    [
      "hours of one's own",
      staff,
      "staff;fte;max_hours_week;offices\na;0,5;37,5;A|B",
      { maxMinutesWeek: 2250, offices: ["A", "B"] },
    ],
    [
      "demand every day",
      demand,
      "office\n*",
      { weekdays: [1, 2, 3, 4, 5, 6, 7], min: 1, target: null, time: null, per: "opening" },
    ],
    [
      "demand with a target only",
      demand,
      "office;target;to\nA;2;12:00",
      { min: 0, target: 2, time: { from: 0, to: 720 } },
    ],
    [
      "a pin at any time",
      pins,
      "staff;date\na;2026-12-01",
      { office: null, time: null, pin: "must" },
    ],
    [
      "a pin from noon",
      pins,
      "personal;datum;från;låsning\na;2026-12-01;12:00;får inte",
      { time: { from: 720, to: 1440 }, pin: "forbid" },
    ],
    [
      "a budget",
      budget,
      "år;post;belopp\n2026;Personal;2 000 000",
      { item: "staff", amount: 200_000_000, month: null, year: 2026 },
    ],
    ["a budget of one's own", budget, "år;post;belopp\n2026;Fika;1", { item: "Fika" }],
  ])("%s", (_, table, text, value) => {
    const { values, lines } = read(table, text);
    expect(lines).toEqual([]);
    expect(values).toMatchObject([value]);
  });
});

describe("disruptions.csv", () => {
  test("people and offices, one date or several, in Swedish and English", () => {
    const { values, lines } = read(
      disruptions,
      "datum;till_datum;personal;kontor;vad\n2026-12-08;2026-12-11;anna;;borta\n2026-12-14;;;Sätra;stängt\n2026-12-10;;anna;;back\n2026-12-15;;bo;;\n",
    );
    expect(lines).toEqual([]);
    const anna = { staff: "anna", office: null };
    expect(values).toEqual([
      { first: "2026-12-08", last: "2026-12-11", ...anna, what: "away" },
      { first: "2026-12-14", last: "2026-12-14", staff: null, office: "Sätra", what: "away" },
      { first: "2026-12-10", last: "2026-12-10", ...anna, what: "back" },
      { first: "2026-12-15", last: "2026-12-15", staff: "bo", office: null, what: "away" },
    ]);
  });

  test.each([
    ["2026-12-08,2026-12-07,anna,", "t.csv:2:2"],
    ["2026-12-08,,anna,Sätra", "t.csv:2:"],
    ["2026-12-08,,,", "t.csv:2"],
  ])("%s is an error at its cell", (row, place) => {
    const { values, lines } = read(disruptions, `date,to_date,staff,office\n${row}\n`);
    expect(values).toEqual([null]);
    expect(lines.join("\n")).toContain(place);
  });

  test("no reason for an absence is taken, neither as a column nor as a word", () => {
    const word = read(disruptions, "date,staff,what\n2026-12-08,anna,sjuk\n");
    expect(word.lines.join("\n")).toContain("reasons for absence are sensitive personal data");
    const column = read(disruptions, "date,staff,reason\n2026-12-08,anna,flu\n");
    expect(column.notices.map(({ severity }) => severity)).toContain("error");
  });
});
