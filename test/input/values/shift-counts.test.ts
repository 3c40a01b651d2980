import { describe, expect, test } from "vitest";
import { readCell } from "../../../src/input/values/codec.js";
import { shiftCounts } from "../../../src/input/values/shift-counts.js";
import { caseOf, linesOf } from "../../support/files.js";

const read = (cell: string) => readCell(shiftCounts.schema, cell);
const fault = (cell: string) => {
  const parsed = read(cell);
  return "fault" in parsed ? parsed.fault.message : null;
};

describe("numbers of times by shift", () => {
  test.each([
    ["late=4", [["late", 4]]],
    [
      "L=14|N=0",
      [
        ["L", 14],
        ["N", 0],
      ],
    ],
    [
      " early = 3 | a=b=2 |",
      [
        ["early", 3],
        ["a=b", 2],
      ],
    ],
  ])("%s", (cell, counts) => {
    const parsed = read(cell);
    expect("value" in parsed && [...parsed.value]).toEqual(counts);
  });

  test.each([
    ["late", "is no shift with a number", "är inget pass med ett antal"],
    ["=4", "is no shift with a number", "är inget pass med ett antal"],
    ["late=", "is no number", "är inget tal"],
    ["late=1,5", "is no whole number", "är inget heltal"],
    ["late=367", "is out of range", "ligger utanför gränserna"],
    ["late=1|late=2", "stands there twice", "står där två gånger"],
    ["|", "the list is empty", "listan är tom"],
  ])("%s is refused", (cell, en, sv) => {
    expect(fault(cell)?.en).toContain(en);
    expect(fault(cell)?.sv).toContain(sv);
  });
});

const SHIFTS = "shift;from;to;not_followed_by\nearly;08:00;12:00;\nlate;12:00;16:00;early\n";

describe("limits of a person in staff.csv", () => {
  test("are read with the rest", () => {
    const { staff, shifts, demand } = caseOf({
      "shifts.csv": SHIFTS,
      "staff.csv":
        "personal;förvaltning;min_timmar_månad;max_dagar_i_följd;max_helger;max_pass\nanna;soc;37,5;5;;late=4|early=0\nbo;bygg;;;2;\n",
      "demand.csv": "kontor;mål;pass;vikt;vikt_över\nSätra;2;late;100;1\nBomhus;1;;;\n",
    });
    expect(staff[0]!.limits).toMatchObject({
      minMinutesMonth: 2250,
      maxDaysInRow: 5,
      minDaysInRow: null,
      maxWeekends: null,
      maxShifts: [
        { shift: "late", most: 4 },
        { shift: "early", most: 0 },
      ],
    });
    expect(staff[1]!.limits).toMatchObject({ maxDaysInRow: null, maxWeekends: 2, maxShifts: [] });
    expect(shifts.map(({ notFollowedBy }) => notFollowedBy)).toEqual([[], ["early"]]);
    expect(demand).toMatchObject([
      { office: "Bomhus", min: 0, target: 1, shift: null, weight: 1, overWeight: null },
      { office: "Sätra", min: 0, target: 2, shift: "late", weight: 100, overWeight: 1 },
    ]);
  });

  test("that contradict each other or name unknown shifts are errors, all in one run", () => {
    const lines = linesOf({
      "shifts.csv": SHIFTS.replace(";early\n", ";eraly\n"),
      "staff.csv":
        "staff;department;min_days_in_row;max_days_in_row;min_hours_period;max_hours_period;max_shifts\nanna;soc;3;2;40;30;\nbo;bygg;;;;;laet=4\n",
    });
    expect(lines).toEqual([
      expect.stringMatching(/^shifts\.csv:3:4: "eraly" is no shift.*Did you mean "early"\?$/),
      expect.stringMatching(/^staff\.csv:2:4: .*less than the least one.*max_days_in_row/),
      expect.stringMatching(/^staff\.csv:2:6: .*less than the least one.*max_hours_period/),
      expect.stringMatching(/^staff\.csv:3:7: .*laet.* is no shift.*Did you mean "late"\?$/),
    ]);
  });
});
