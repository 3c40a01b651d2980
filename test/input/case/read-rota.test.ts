import { describe, expect, test } from "vitest";
import { readRota } from "../../../src/input/case/read-rota.js";
import { formatNotice } from "../../../src/input/notice.js";
import { bytesOf, caseOf } from "../../support/files.js";

const theCase = caseOf({
  "evenings.csv":
    "office;month;from;to\nSätra;;16:00;18:00\nSätra;2026-12;17:00;19:00\nBomhus;;14:00;18:00\n",
  "hours.csv": "office;date;weekday;opens;closes\nBomhus;2026-12-02;;10:00;12:00\nBomhus;;thu;;\n",
});

const read = (text: string, of: typeof theCase | null = theCase) => {
  const { rows, columns, notices } = readRota("mine.csv", bytesOf(text), of);
  return { rows, columns, lines: notices.map((notice) => formatNotice(notice, "en")) };
};

describe("readRota", () => {
  test("reads what rota writes, in Swedish too, with lines and columns", () => {
    const text =
      "# schema\ndatum;kontor;slag;från;till;personal;förvaltning;status\n2026-12-01;Sätra;kväll;17:00;19:00;anna;bygg;låst\n\n2026-12-01;Sätra;dag;08:00;16:00;bo;bygg;planerad\n";
    const { rows, columns, lines } = read(text);
    expect(lines).toEqual([]);
    expect(rows).toEqual([
      {
        line: 3,
        assignment: {
          date: "2026-12-01",
          office: "Sätra",
          kind: "evening",
          time: { from: 1020, to: 1140 },
          staff: "anna",
          department: "bygg",
          status: "pinned",
        },
      },
      {
        line: 5,
        assignment: expect.objectContaining({ kind: "day", staff: "bo", status: "planned" }),
      },
    ]);
    expect([...columns]).toEqual([
      ["date", 1],
      ["office", 2],
      ["kind", 3],
      ["from", 4],
      ["to", 5],
      ["staff", 6],
      ["department", 7],
      ["status", 8],
    ]);
  });

  test.each([
    ["2026-11-03;Sätra;16:00;18:00", "evening", "inside the every-month window"],
    ["2026-12-01;Sätra;16:00;18:00", "day", "the month's own window is later"],
    ["2026-12-01;Sätra;17:30;18:30", "evening", "a part of the window"],
    ["2026-12-01;Sätra;08:00;18:00", "day", "longer than the window"],
    ["2026-12-01;Bomhus;14:00;15:00", "day", "inside the window and the usual hours"],
    ["2026-12-01;Bomhus;14:00;16:00", "evening", "inside the window, past the usual hours"],
    ["2026-12-02;Bomhus;14:00;15:00", "evening", "other hours on that date"],
    ["2026-12-03;Bomhus;14:00;15:00", "evening", "closed on that weekday"],
  ])("without a kind %s is %s: %s", (row, kind) => {
    const { rows } = read(`date;office;from;to;staff\n${row};anna\n`);
    expect(rows).toMatchObject([{ assignment: { kind, department: "soc", status: "planned" } }]);
  });

  test("offices, people and departments that the case does not know are errors", () => {
    const { rows, lines } = read(
      "date;office;from;to;staff;department\n2026-12-01;Satra;8:00;9:00;ana;sco\n2026-12-01;Sätra;8:00;9:00;anna;\n",
    );
    expect(lines).toEqual([
      'mine.csv:2:2: "Satra" is no office of the case (column office). Did you mean "Sätra"?',
      'mine.csv:2:5: "ana" is no staff member of the case (column staff). Did you mean "anna"?',
      'mine.csv:2:6: "sco" is no department of the case (column department). Did you mean "soc"?',
    ]);
    expect(rows).toHaveLength(2);
  });

  test("without a case nothing is checked against it", () => {
    const { rows, lines } = read("date;office;from;to;staff\n2026-12-01;X;16:00;18:00;y\n", null);
    expect(lines).toEqual([]);
    expect(rows).toMatchObject([{ assignment: { kind: "day", department: "" } }]);
  });

  test("wrong rows are told and left out; a file that is none has no rows", () => {
    const { rows, lines } = read(
      "date;office;from;to;staff\n1/12/2026;Sätra;18:00;16:00;anna\n2026-12-01;Sätra;18:00;16:00;anna\n",
    );
    expect(rows).toEqual([]);
    expect(lines).toHaveLength(2);
    expect(read("")).toMatchObject({ rows: [], lines: [expect.stringContaining("no header row")] });
  });
});
