import { describe, expect, test } from "vitest";
import { caseOf, linesOf } from "../../support/files.js";

const AVAILABILITY = "staff;department;date;weekday;from;to;status\n";
const BO = "bo;bygg;;mon-fri;;;\n";

describe("what tables say together is odd: a warning, and the case is read", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "a person of two departments",
      { "availability.csv": `${AVAILABILITY}${BO}anna;soc;;mon;;;\nanna;bygg;;tue;;;\n` },
      [
        'availability.csv:4:2: warning: "anna" is lent by "bygg" here and by "soc" in line 3 (column department).',
      ],
    ],
    [
      "available and unavailable at once",
      {
        "availability.csv": `${AVAILABILITY}${BO}bo;bygg;2026-12-08;;08:00;17:00;\nbo;bygg;2026-12-08;;;;unavailable\n`,
      },
      [
        'availability.csv:3:1: warning: "bo" is unavailable in all of this time by line 4: the row has no effect (column staff).',
      ],
    ],
    [
      "an hour away of a day's time is no contradiction",
      {
        "availability.csv": `${AVAILABILITY}${BO}bo;bygg;2026-12-08;;08:00;17:00;\nbo;bygg;2026-12-08;;12:00;13:00;unavailable\n`,
      },
      [],
    ],
    [
      "more least staff than desks",
      {
        "offices.csv":
          "office;opens;closes;min_staff;desks\nSätra;08:00;16:00;5;4\nBomhus;09:00;15:00;2;2\n",
        "evenings.csv": "office;min_staff\n*;3\n",
      },
      [
        'evenings.csv:2:2: warning: 3 people are asked for at once, and "Bomhus" has 2 desks (column min_staff).',
        'offices.csv:2:4: warning: 5 people are asked for at once, and "Sätra" has 4 desks (column min_staff).',
      ],
    ],
    [
      "more rooms than there are, by two bookings together",
      {
        "offices.csv": "office;opens;closes;rooms\nSätra;08:00;16:00;3\nBomhus;09:00;15:00;1\n",
        "bookings.csv":
          "office;date;from;to;rooms\nSätra;2026-12-08;09:00;12:00;2\nSätra;2026-12-08;11:00;13:00;2\nSätra;2026-12-08;13:00;14:00;3\n",
      },
      ['bookings.csv:3:5: warning: 4 rooms are taken at once, and "Sätra" has 3 (column rooms).'],
    ],
    [
      "evenings of some offices",
      { "evenings.csv": "office\nSätra\n" },
      [
        'evenings.csv: warning: no row for "Bomhus": no evenings there; a row with min_evenings 0 says that this is meant.',
      ],
    ],
    [
      "evenings that are meant to be none",
      { "evenings.csv": "office;min_evenings\nSätra;2\nBomhus;0\n" },
      [],
    ],
    [
      "shares beyond the whole",
      { "departments.csv": "department;share\nsoc;0,6\nbygg;0,5\n" },
      ["departments.csv: warning: the shares of the departments add up to 110 %."],
    ],
    [
      "a visit on a day without opening",
      {
        "visits.csv":
          "visit;office;weekday;from;to;weeks\na;Sätra;sat;09:00;12:00;\nb;Sätra;mon;09:00;12:00;\n",
      },
      [
        'visits.csv:2:3: warning: "Sätra" is never open then: the row has no effect (column weekday).',
      ],
    ],
    [
      "demand that never applies, and demand of an evening",
      {
        "demand.csv":
          "office;date;weekday;from;to\nSätra;;sat;;\nSätra;2026-12-25;;;\nSätra;;mon;16:00;18:00\nSätra;2026-12-08;;;\n",
      },
      [
        'demand.csv:2:1: warning: "Sätra" is never open then: the row has no effect (column office).',
        'demand.csv:3:1: warning: "Sätra" is never open then: the row has no effect (column office).',
      ],
    ],
  ])("%s", (_, texts, lines) => {
    expect(linesOf(texts)).toEqual(lines);
    expect(() => caseOf(texts)).not.toThrow();
  });
});

describe("dates of another year", () => {
  const december = "anna;soc;2026-12-07;;;;\nanna;soc;2026-12-08;;;;\nanna;soc;2026-12-09;;;;\n";
  const texts = { "availability.csv": AVAILABILITY + BO + december };
  test("one row of a table", () => {
    const closures = "date\n2025-12-11\n2026-12-28\n2027-03-01\n";
    expect(linesOf({ ...texts, "closures.csv": closures })).toEqual([
      "closures.csv:2:1: warning: 2025-12-11 lies far from the other dates of the case (2026-12-07..2027-03-01); is the year right? (column date).",
    ]);
  });

  test("a table as a whole", () => {
    expect(linesOf({ ...texts, "closures.csv": "date\n2022-12-21\n2022-12-22\n" })).toEqual([
      "closures.csv: warning: all dates of the table (2022-12-21..2022-12-22) lie far from the other dates of the case (2026-12-07..2026-12-09).",
    ]);
  });

  test("a list that is kept from year to year is none", () => {
    const years = ["2025", "2026", "2027"].flatMap((year) => [`${year}-03-01`, `${year}-12-23`]);
    expect(linesOf({ ...texts, "closures.csv": `date\n${years.join("\n")}\n` })).toEqual([]);
  });
});

describe("pins that cannot be kept", () => {
  const pins = (rows: string) => linesOf({ "pins.csv": `staff;date;office;from;to;pin\n${rows}` });
  test.each([
    [
      "two offices at once",
      "anna;2026-12-08;Sätra;09:00;12:00;must\nanna;2026-12-08;Bomhus;11:00;14:00;must\n",
      `pins.csv:3:2: warning: the pin of "anna" on 2026-12-08 can't be kept together with line 2 (column date).`,
    ],
    [
      "must and must not",
      "anna;2026-12-08;Sätra;;;must\nanna;2026-12-08;;08:00;18:00;forbid\n",
      `pins.csv:3:2: warning: the pin of "anna" on 2026-12-08 can't be kept together with line 2 (column date).`,
    ],
    [
      "a closed day",
      "anna;2026-12-24;Sätra;;;must\n",
      `pins.csv:2:2: warning: the pin can't be kept: "Sätra" is closed on 2026-12-24 (julafton) (column date).`,
    ],
    [
      "wider than the opening",
      "anna;2026-12-08;Sätra;07:00;12:00;must\n",
      'pins.csv:2:2: warning: the pin asks for 07:00–12:00 and "Sätra" is open 08:00–16:00, 16:00–18:00 on 2026-12-08 (column date).',
    ],
  ])("%s", (_, rows, line) => {
    expect(pins(rows)).toEqual([line]);
  });

  test("of somebody who is away", () => {
    expect(
      linesOf({
        "availability.csv": `${AVAILABILITY}${BO}`,
        "pins.csv": "staff;date;pin\nbo;2026-12-12;must\nbo;2026-12-08;must\n",
        "hours.csv": "office;date;opens;closes\nSätra;2026-12-12;09:00;12:00\n",
      }),
    ).toEqual([
      `pins.csv:2:2: warning: the pin can't be kept: "bo" is not available then by the availability (column date).`,
    ]);
  });

  test.each([
    "anna;2026-12-08;Sätra;09:00;11:00;must\nanna;2026-12-08;Bomhus;12:00;14:00;must\n",
    "anna;2026-12-08;Sätra;;;must\nanna;2026-12-08;Bomhus;;;forbid\n",
    "anna;2026-12-08;Sätra;;;must\nanna;2026-12-08;Sätra;16:00;18:00;forbid\n",
    "anna;2026-12-08;Sätra;16:00;18:00;must\n",
    "anna;2026-12-24;Sätra;;;forbid\n",
  ])("%s can be kept", (rows) => {
    expect(pins(rows)).toEqual([]);
  });
});
