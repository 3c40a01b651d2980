import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertInstance, OBJECTIVE_UNIT } from "../../bench/curtois/convert.js";
import { dateOf, horizonDates } from "../../bench/curtois/dates.js";
import { type CurtoisInstance, parseInstance } from "../../bench/curtois/instance.js";
import { readRoster } from "../../bench/curtois/roster.js";
import { type Roster, scoreRoster } from "../../bench/curtois/score.js";
import { shiftTimes } from "../../bench/curtois/shift-times.js";
import { ruleDescriptions } from "../../src/api/rules-in-force.js";
import { Instance } from "../../src/domain/instance.js";
import type { Rota } from "../../src/domain/rota.js";
import { readCase } from "../../src/input/case/read-case.js";
import { decode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge, tierTotals } from "../../src/planning/judge.js";
import { admissible } from "../../src/program/evaluate.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { activate } from "../../src/rules/settings.js";
import { pointOf } from "../support/law.js";
import { TINY } from "./tiny-instance.js";

const tiny = parseInstance(TINY);

/** A roster written as one line a person: `E` early, `L` late, `.` off. */
function roster(lines: Readonly<Record<string, string>>): Roster {
  const shifts: Readonly<Record<string, string>> = { E: "early", L: "late" };
  return new Map(
    Object.entries(lines).map(([person, days]) => {
      const worked = [...days].flatMap((letter, day): [number, string][] =>
        shifts[letter] ? [[day, shifts[letter]]] : [],
      );
      return [person, new Map(worked)];
    }),
  );
}

describe("parseInstance", () => {
  test("reads every section", () => {
    expect(tiny.horizon).toBe(14);
    expect(tiny.shifts[1]).toEqual({ id: "late", minutes: 480, notNext: ["early"] });
    expect(tiny.staff[2]).toMatchObject({ id: "cy", maxMinutes: 3000, minConsecutiveOff: 1 });
    expect(tiny.staff[2]!.maxShifts.get("early")).toBe(2);
    expect(tiny.staff[1]!.daysOff).toEqual([0, 1]);
    expect(tiny.offRequests).toEqual([{ staff: "cy", day: 5, shift: "late", weight: 7 }]);
    expect(tiny.cover).toHaveLength(4);
  });

  test.each([
    ["no horizon", TINY.replace("SECTION_HORIZON", "SECTION_OTHER"), /SECTION_HORIZON/],
    ["a word for a number", TINY.replace("early,420", "early,long"), /line 7: long/],
    ["a request of nobody", TINY.replace("cy,5,late", "di,5,late"), /di, who is nobody/],
    ["cover of no shift", TINY.replace("5,late,0", "5,night,0"), /night, which is no shift/],
  ])("refuses %s", (_, text, message) => {
    expect(() => parseInstance(text)).toThrow(message);
  });
});

describe("scoreRoster", () => {
  const good = { ann: "LL.....LLL....", bo: "..EE..........", cy: ".............." };

  test("adds up requests and cover", () => {
    const { broken, objective } = scoreRoster(tiny, roster(good));
    expect(broken).toEqual([]);
    // ann's early on day 1 is not given (4); early on days 0 and 1 is missing (200).
    expect(objective).toBe(204);
  });

  test("counts what is too much and broken off-requests", () => {
    const { objective } = scoreRoster(tiny, roster({ ...good, cy: "....LL........" }));
    expect(objective).toBe(204 + 7 + 1);
  });

  test.each([
    ["a day off", { bo: ".EE..........." }, "bo: works on day 1, a day off"],
    ["a succession", { cy: ".LE..........." }, "cy: early on day 2 follows late"],
    ["a count", { cy: ".EEE.........." }, "cy: works early 3 times, at most 2"],
    [
      "a shift that is never allowed",
      { bo: "..L..........." },
      "bo: works late 1 times, at most 0",
    ],
    ["too many minutes", { cy: "..LLLL..LLLL.." }, "cy: works 3840 minutes, at most 3000"],
    ["too few minutes", { ann: "LL............" }, "ann: works 960 minutes, at least 1200"],
    ["a long run", { bo: "..EEEEE......." }, "bo: 5 days worked in a row from day 2, at most 4"],
    [
      "a short run",
      { ann: "LL...L..LL...." },
      "ann: 1 days worked in a row from day 5, at least 2",
    ],
    [
      "too short a rest",
      { bo: "..EE.EE......." },
      "bo: 1 days off in a row from day 4, at least 2",
    ],
    ["weekends", { ann: "LL...LL...LLL." }, "ann: works 2 weekends, at most 1"],
    ["a stranger", { di: ".............." }, "di is not in the instance"],
  ])("finds %s", (_, change, message) => {
    expect(scoreRoster(tiny, roster({ ...good, ...change })).broken).toEqual([message]);
  });

  test.each([
    ["worked", "L......LLL...L"],
    ["off", ".LL....LLLLL.."],
    ["off at the end", "LL......LLLLL."],
  ])("short runs of days %s are allowed at the edges", (_, ann) => {
    const { broken } = scoreRoster(tiny, roster({ ...good, ann }));
    expect(broken.filter((what) => what.includes("in a row"))).toEqual([]);
  });
});

describe("shiftTimes", () => {
  const shift = (id: string, minutes: number) => ({ id, minutes, notNext: [] });

  test("are as long as the shifts, and no two are the same", () => {
    const shifts = [shift("e", 480), shift("d", 480), shift("l", 480), shift("n", 720)];
    const times = [...shiftTimes(shifts)];
    expect(times).toEqual([
      ["e", { from: 0, to: 480 }],
      ["d", { from: 480, to: 960 }],
      ["l", { from: 960, to: 1440 }],
      ["n", { from: 0, to: 720 }],
    ]);
  });

  test("of many shifts of one length lie in the day and differ", () => {
    const shifts = Array.from({ length: 40 }, (_, i) => shift(`s${i}`, 600));
    const times = [...shiftTimes(shifts).values()];
    expect(new Set(times.map(({ from }) => from)).size).toBe(40);
    for (const { from, to } of times) {
      expect(to - from).toBe(600);
      expect(from >= 0 && to <= 1440).toBe(true);
    }
  });

  test("are refused when there are none", () => {
    expect(() => shiftTimes([shift("a", 1441)])).toThrow(/longer than a day/);
    expect(() => shiftTimes([shift("a", 1440), shift("b", 1440)])).toThrow(/no different times/);
  });
});

describe("convertInstance", () => {
  const files = convertInstance(
    tiny,
    CATALOG.map(({ meta }) => meta),
  );
  const row = (file: string, start: string) =>
    files
      .get(file)!
      .split("\n")
      .find((line) => line.startsWith(start));

  test("gives each person the own limits", () => {
    expect(row("staff.csv", "cy;")).toBe("cy;ward;168;00:00;50:00;5;1;1;2;early=2");
    expect(row("staff.csv", "bo;")).toBe("bo;ward;168;00:00;80:00;4;1;2;2;late=0");
  });

  test("says the order of shifts, wishes and cover with their weights", () => {
    expect(row("shifts.csv", "late")).toBe("late;00:00;08:00;480;early");
    expect(row("requests.csv", "cy")).toBe("cy;2027-02-06;late;off;7");
    expect(row("demand.csv", "ward;2027-02-06")).toBe("ward;2027-02-06;late;0;0;day;100;1");
    expect(row("availability.csv", "bo;ward;;2027-02-02")).toBe("bo;ward;;2027-02-02;unavailable");
  });

  test("switches off what the format does not have, and only what may be", () => {
    expect(files.get("rules.csv")).toContain("evening-share;off\n");
    expect(files.get("rules.csv")).not.toMatch(/^pins/m);
    expect(files.get("rules.csv")).toContain("demand-surplus;soft\n");
  });

  test("refuses cover that nothing is paid for missing", () => {
    const free = parseInstance(TINY.replace("0,early,1,100,1", "0,early,1,0,1"));
    expect(() => convertInstance(free, [])).toThrow(/day 0, shift early/);
  });

  test("a rota in those times is read back", () => {
    const rota = [
      "date,office,kind,from,to,staff,department,status",
      "2027-02-01,ward,day,00:00,08:00,ann,ward,planned",
      "2027-02-03,ward,day,00:00,07:00,bo,ward,planned",
      "",
    ].join("\n");
    expect(readRoster(tiny, rota)).toEqual(
      new Map([
        ["ann", new Map([[0, "late"]])],
        ["bo", new Map([[2, "early"]])],
      ]),
    );
    expect(() => readRoster(tiny, rota.replace("2027-02-03", "2027-03-03"))).toThrow(/horizon/);
    expect(() => readRoster(tiny, rota.replace("07:00", "07:05"))).toThrow(/no shift/);
  });
});

/** The case of an instance, and its program under the rules of the case. */
function formulated(instance: CurtoisInstance) {
  const files = convertInstance(
    instance,
    CATALOG.map(({ meta }) => meta),
  );
  const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const { case: theCase, notices } = readCase(bytes, { rules: ruleDescriptions(CATALOG) });
  expect(notices.filter(({ severity }) => severity === "error")).toEqual([]);
  const { from, to } = horizonDates(instance.horizon);
  const own = new Instance(theCase!, { first: from, last: to }, new Map());
  const rules = activate(CATALOG, theCase!.ruleSettings);
  return { own, rules, formulation: formulate(own, rules) };
}

/** A rota as the roster that it is. */
function rosterOf(instance: CurtoisInstance, rota: Rota): Roster {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const rows = rota.assignments.map(({ date, time, staff }) =>
    [date, "ward", "day", clock(time.from), clock(time.to), staff, "ward", "planned"].join(","),
  );
  const header = "date,office,kind,from,to,staff,department,status";
  return readRoster(instance, [header, ...rows, ""].join("\n"));
}

describe("the case of an instance", () => {
  const { own, rules, formulation } = formulated(tiny);

  test("a rota costs what the benchmark says, and keeps its hard rules exactly when the benchmark does", () => {
    let sound = 0;
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        fc.constantFrom(0.3, 0.6, 0.8, 0.95),
        (stream, idle) => {
          const draw = () => stream.next().value as number;
          const point = pointOf(formulation.program, draw, idle);
          const rota = decode(formulation, point);
          const { broken, objective } = scoreRoster(tiny, rosterOf(tiny, rota));
          const [hard, soft] = tierTotals(judge(own, rules, rota));
          expect(soft).toBe(OBJECTIVE_UNIT * objective);
          expect(hard === 0).toBe(broken.length === 0);
          expect(admissible(formulation.program, point) && hard === 0).toBe(broken.length === 0);
          if (broken.length === 0) sound++;
        },
      ),
      { numRuns: 300 },
    );
    for (const roster of [{ ann: "LL.....LLL....", bo: "..EE..........", cy: ".............." }]) {
      expect(scoreRoster(tiny, rosterOf(tiny, rotaOf(roster)))).toEqual({
        broken: [],
        objective: 204,
      });
      const violations = judge(own, rules, rotaOf(roster));
      expect(tierTotals(violations)).toEqual([0, 204 * OBJECTIVE_UNIT]);
      sound++;
    }
    expect(sound).toBeGreaterThan(0);
  });
});

/** A rota from one line a person, as {@link roster} has it. */
function rotaOf(lines: Readonly<Record<string, string>>): Rota {
  const times = shiftTimes(tiny.shifts);
  return {
    assignments: [...roster(lines)].flatMap(([staff, days]) =>
      [...days].map(([day, shift]) => ({
        date: dateOf(day),
        office: "ward",
        kind: "day" as const,
        time: times.get(shift)!,
        staff,
        department: "ward",
        status: "planned" as const,
      })),
    ),
  };
}
