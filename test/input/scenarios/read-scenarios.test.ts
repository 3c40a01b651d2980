import { describe, expect, test } from "vitest";
import type { Case } from "../../../src/domain/case.js";
import { formatNotice } from "../../../src/input/notice.js";
import { readScenarios } from "../../../src/input/scenarios/read-scenarios.js";
import { withoutNames } from "../../../src/input/scenarios/without-names.js";
import { bytesOf, filesOf, readWith, SMALL } from "../../support/files.js";

const MORE = {
  ...SMALL,
  "offices.csv":
    "# a comment\noffice;opens;closes;min_staff\nSätra;08:00;16:00;2\nBomhus;09:00;15:00;\n",
  "staff.csv":
    "staff;name;department;fte;offices;skills\nanna;Anna Berg;soc;75 %;Sätra|Bomhus;arabiska|finska\nbo;Bo Ek;bygg;;Bomhus;\n",
  "departments.csv": "department;name;hourly_cost\nsoc;Socialtjänst;349,50\nbygg;Bygglov;400\n",
  "pins.csv": "staff;date;office;pin\nbo;2026-12-01;Bomhus;must\n",
} as const;

const HEAD = "scenario;action;table;key;column;value";

function read(rows: readonly string[], vary: readonly string[] = [], files = MORE, head = HEAD) {
  const bytes = bytesOf(`${[head, ...rows].join("\n")}\n`);
  const file = rows.length === 0 ? null : { name: "s.csv", bytes };
  return readScenarios(filesOf(files), { file, vary }, { rules: [] });
}

/** The one scenario's case; throws with the notices when there is none. */
function made(...rows: string[]): Case {
  const { scenarios, notices } = read(rows);
  if (scenarios === null) throw new Error(notices.map((one) => formatNotice(one, "en")).join("\n"));
  return scenarios[0]!.case;
}

const lines = (rows: readonly string[], vary: readonly string[] = []) =>
  read(rows, vary).notices.map((notice) => formatNotice(notice, "en"));

const office = (theCase: Case, id: string) => theCase.offices.find((one) => one.id === id);
const person = (theCase: Case, id: string) => theCase.staff.find((one) => one.id === id);

describe("set", () => {
  test("changes the cells of the rows that the key means, and no others", () => {
    const theCase = made("x;set;offices;office=Sätra;min_staff;3");
    expect(theCase.offices.map(({ id, minStaff }) => [id, minStaff])).toEqual([
      ["Bomhus", 1],
      ["Sätra", 3],
    ]);
    expect({ ...theCase, offices: [] }).toEqual({ ...readWith(MORE).case, offices: [] });
  });

  test("reaches columns that the file does not have, and empties cells", () => {
    expect(office(made("x;set;offices;;residents;1200"), "Bomhus")?.residents).toBe(1200);
    expect(person(made("x;set;staff;staff=anna;offices;"), "anna")?.offices).toBeNull();
  });

  test("compares what cells mean: numbers, defaults, one skill of several", () => {
    expect(person(made("x;set;staff;fte=0,75;fte;0,5"), "anna")?.fte).toBe(0.5);
    expect(office(made("x;set;offices;min_staff=1;min_staff;4"), "Bomhus")?.minStaff).toBe(4);
    expect(person(made("x;set;staff;skills=finska;fte;0,4"), "anna")?.fte).toBe(0.4);
    expect(person(made("x;set;staff;staff=*&department=bygg;fte;0,4"), "bo")?.fte).toBe(0.4);
  });

  test("weekdays mean the same row only when they are the same", () => {
    expect(lines(["x;set;availability;staff=bo&weekday=tue;status;avoid"])).toEqual([
      's.csv:2:4: no row of availability.csv has "weekday=tue" (column key). Expected: a key that at least one row has, or the action add.',
    ]);
    const theCase = made("x;set;availability;staff=bo&weekday=mån-fre;status;avoid");
    expect(theCase.availability.find(({ staff }) => staff === "bo")?.status).toBe("avoid");
  });

  test("Swedish headers, actions, tables, columns and values", () => {
    const head = "scenario;åtgärd;tabell;nyckel;kolumn;värde";
    const { scenarios } = read(["x;sätt;kontor;kontor=Sätra;minst_personal;3"], [], MORE, head);
    expect(office(scenarios![0]!.case, "Sätra")?.minStaff).toBe(3);
  });
});

describe("add", () => {
  test("makes a row of the key's cells, in a table that there was no file for", () => {
    const theCase = made("x;add;closures;date=2026-12-07&office=Sätra;reason;flytt");
    expect(theCase.closures).toEqual([{ date: "2026-12-07", office: "Sätra", reason: "flytt" }]);
  });

  test("rows of the same key fill in one row; a new scenario begins anew", () => {
    const rows = ["add;offices;office=Valbo;opens;10:00", "add;offices;office=Valbo;closes;14:00"];
    const { scenarios } = read([
      ...rows.map((row) => `x;${row}`),
      ...rows.map((row) => `y;${row}`),
    ]);
    for (const { case: theCase } of scenarios!) {
      expect(theCase.offices).toHaveLength(3);
      expect(office(theCase, "Valbo")?.open).toEqual({ from: 600, to: 840 });
    }
  });
});

describe("remove", () => {
  test("takes with it what refers to what is gone: rows, and names in lists", () => {
    const theCase = made("x;remove;offices;office=Bomhus;;");
    expect(theCase.offices.map(({ id }) => id)).toEqual(["Sätra"]);
    expect(person(theCase, "anna")?.offices).toEqual(["Sätra"]);
    expect(theCase.staff.map(({ id }) => id)).toEqual(["anna"]);
    expect(theCase.pins).toEqual([]);
    expect(theCase.availability.map(({ staff }) => staff)).toEqual(["anna"]);
  });

  test("a department that leaves takes its people", () => {
    const theCase = made("x;remove;departments;department=soc;;");
    expect(theCase.staff.map(({ id }) => id)).toEqual(["bo"]);
    expect(theCase.availability.map(({ staff }) => staff)).toEqual(["bo"]);
  });

  test("people who leave one by one leave their department where it is", () => {
    const theCase = made("x;remove;staff;department=soc;;");
    expect(theCase.departments.map(({ id }) => id)).toEqual(["bygg", "soc"]);
    expect(theCase.staff.map(({ id }) => id)).toEqual(["bo"]);
  });
});

describe("scale", () => {
  test("multiplies, as finely as the column takes it", () => {
    const cost = made("x;scale;departments;department=soc;hourly_cost;1,15").departments;
    expect(cost.find(({ id }) => id === "soc")?.hourlyCost).toBe(40193);
    expect(office(made("x;scale;offices;office=Sätra;min_staff;1,6"), "Sätra")?.minStaff).toBe(3);
    expect(person(made("x;scale;staff;staff=anna;fte;0,5"), "anna")?.fte).toBe(0.375);
    expect(person(made("x;scale;staff;staff=bo;fte;0,5"), "bo")?.fte).toBe(0.5);
  });

  test("says when there is nothing to scale", () => {
    expect(lines(["x;scale;offices;;residents;1,1"])[0]).toContain(
      "s.csv:2: residents is empty in a row that is meant",
    );
    expect(lines(["x;scale;offices;;opens;1,1"])[0]).toContain(
      's.csv:2:6: "8.8" is no time of day',
    );
  });
});

describe("sweeps", () => {
  test("several make a grid, the first varying slowest", () => {
    const { scenarios } = read([
      "g;set;evenings;;min_evenings;1..2",
      "g;set;staff;staff=bo;fte;0,5|1",
    ]);
    expect(scenarios!.map(({ name }) => name)).toEqual([
      "g min_evenings=1 fte=0,5",
      "g min_evenings=1 fte=1",
      "g min_evenings=2 fte=0,5",
      "g min_evenings=2 fte=1",
    ]);
    expect(scenarios!.map(({ axes }) => axes.map(({ index }) => index))).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(scenarios!.map((one) => one.case.evenings[0]!.minEvenings)).toEqual([1, 1, 2, 2]);
  });

  test("sweeps of one column are told apart by their keys", () => {
    const rows = ["g;set;staff;staff=anna;fte;0,5|1", "g;set;staff;staff=bo;fte;0,5|1"];
    expect(read(rows).scenarios![1]!.name).toBe("g anna.fte=0,5 bo.fte=1");
  });

  test("those of the command line make a grid of their own", () => {
    const { scenarios } = read(
      ["x;set;staff;staff=bo;fte;0,5"],
      ["evenings.min_evenings=1..2", "staff[staff=anna].fte*=0.5|1"],
    );
    expect(scenarios!.map(({ name }) => name)).toEqual([
      "x",
      "min_evenings=1 fte*=0.5",
      "min_evenings=1 fte*=1",
      "min_evenings=2 fte*=0.5",
      "min_evenings=2 fte*=1",
    ]);
    expect(person(scenarios![1]!.case, "anna")?.fte).toBe(0.375);
  });

  test("too many are refused, not begun", () => {
    expect(
      lines(["g;set;evenings;;min_evenings;1..31", "g;scale;staff;;fte;0.001..0.999"])[0],
    ).toBe(
      's.csv:2: "g" has 30969 combinations, more than 10000. Expected: fewer or shorter ranges.',
    );
  });
});

describe("what is wrong is told of the scenarios file", () => {
  test.each([
    [
      "x;removed;offices;;opens;1",
      's.csv:2:2: "removed" is none of the words (column action). Expected: set, add, remove, scale. Did you mean "remove"?',
    ],
    ["x;set;ofices;;opens;09:00", 's.csv:2:3: "ofices" is none of the words (column table).'],
    ["x;set;offices;offce=Sätra;opens;09:00", 's.csv:2:4: "offce" is no column of offices.csv'],
    [
      "x;set;offices;office=Setra;opens;09:00",
      's.csv:2:4: no row of offices.csv has "office=Setra" (column key). Expected: a key that at least one row has, or the action add. Did you mean "Sätra"?',
    ],
    [
      "x;set;offices;Sätra;opens;09:00",
      's.csv:2:4: "Sätra" is no key (column key). Expected: column=value',
    ],
    ["x;set;offices;office=Sätra;open;09:00", 's.csv:2:5: "open" is no column of offices.csv'],
    [
      "x;set;offices;office=Sätra;opens;25:00",
      's.csv:2:6: "25:00" is no time of day (column value). Expected: a time as HH:MM',
    ],
    ["x;set;offices;office=Sätra;;09:00", "s.csv:2:5: the column to change is missing"],
    ["x;remove;offices;office=Sätra;opens;", "s.csv:2:5: remove takes whole rows"],
    ["x;add;offices;;name;Valbo", "s.csv:2:4: the key must hold the cells of the new row"],
    ["x;scale;departments;;hourly_cost;much", 's.csv:2:6: "much" is no factor'],
    ["baseline;set;offices;;opens;09:00", 's.csv:2:1: "baseline" is the case as it is'],
    ["x;set;offices;office=Sätra;closes;07:00", "s.csv:2:6: "],
    [
      "x;set;staff;staff=bo;department;skola",
      's.csv:2:6: "skola" is no department (column value).',
    ],
    ["x;add;offices;name=Valbo;;", "s.csv:2: the cell must be filled in"],
    ["x;add;offices;office=Sätra;;", 's.csv:2:4: "Sätra" stands in line'],
    ["x;set;staff;staff=bo;name;19121212-1212", "s.csv:2:6: "],
  ])("%s", (row, said) => {
    const { scenarios, notices } = read([row]);
    expect(scenarios).toBeNull();
    expect(notices.map((notice) => formatNotice(notice, "en"))[0]).toContain(said);
    for (const { message } of notices) expect(message.sv).not.toBe(message.en);
  });

  test("a personal identity number is not repeated", () => {
    expect(lines(["x;set;staff;staff=bo;name;19121212-1212"]).join()).not.toContain("1212-1212");
  });

  test("all of it in one run, and once for a whole grid", () => {
    const rows = [
      "a;set;offices;office=Q;min_staff;1..3",
      "b;set;ofices;;opens;1",
      "c;set;staff;;fte;9",
    ];
    expect(lines(rows).map((line) => line.slice(0, 9))).toEqual(["s.csv:3:3", "s.csv:4:6"]);
    expect(lines(rows.slice(0, 1))).toHaveLength(1);
  });

  test("a case that falls apart where no row of the scenario stands names the scenario", () => {
    const [line] = lines(["gone;remove;availability;;;"]);
    expect(line).toContain("s.csv:2: the scenario gone makes a case that does not hold together");
  });

  test("of --vary too", () => {
    expect(lines([], ["evening.min_evenings=1"])[0]).toContain('--vary: "evening" is no table');
    expect(lines([], ["min_evenings=1..2"])[0]).toContain(
      '--vary: "min_evenings=1..2" is no sweep',
    );
    expect(lines([], ["evenings.min_evening=1"])[0]).toContain('Did you mean "min_evenings"?');
  });
});

describe("withoutNames", () => {
  test("takes names of people and departments away, and nothing else", () => {
    const before = readWith(MORE).case!;
    const texts = [...withoutNames(filesOf(MORE)).values()].map((bytes) =>
      Buffer.from(bytes).toString(),
    );
    for (const name of ["Anna", "Berg", "Ek", "Socialtjänst", "a comment"]) {
      expect(texts.join()).not.toContain(name);
    }
    const after = readScenarios(
      withoutNames(filesOf(MORE)),
      { file: null, vary: ["staff.fte=1"] },
      { rules: [] },
    );
    const expected = {
      ...before,
      staff: before.staff.map((one) => ({ ...one, fte: 1, maxMinutesWeek: 2400, name: one.id })),
      departments: before.departments.map((one) => ({ ...one, name: one.id })),
    };
    expect(after.scenarios![0]!.case).toEqual(expected);
  });
});
