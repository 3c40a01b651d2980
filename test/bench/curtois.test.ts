import { describe, expect, test } from "vitest";
import { convertInstance } from "../../bench/curtois/convert.js";
import { parseInstance } from "../../bench/curtois/instance.js";
import { readRoster } from "../../bench/curtois/roster.js";
import { type Roster, scoreRoster } from "../../bench/curtois/score.js";
import { placeShifts } from "../../bench/curtois/slots.js";
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

describe("placeShifts", () => {
  const shift = (id: string, ...notNext: string[]) => ({ id, minutes: 480, notNext });

  test.each([
    ["one shift", [shift("d")]],
    ["late before early", [shift("e"), shift("l", "e")]],
    [
      "four in order",
      [shift("e"), shift("d", "e"), shift("l", "e", "d"), shift("n", "e", "d", "l")],
    ],
    ["a night that is followed by nothing else", [shift("a"), shift("b"), shift("n", "a", "b")]],
  ])("%s: the rest allows exactly the allowed successions", (_, shifts) => {
    const { starts, width, rest } = placeShifts(shifts);
    for (const { id, notNext } of shifts) {
      for (const next of shifts) {
        const between = 1440 - (starts.get(id)! + width) + starts.get(next.id)!;
        expect(between >= rest, `${id} then ${next.id}`).toBe(!notNext.includes(next.id));
      }
    }
    const sorted = [...starts.values()].sort((a, b) => a - b);
    for (const [i, start] of sorted.slice(1).entries()) {
      expect(start).toBeGreaterThanOrEqual(sorted[i]! + width);
    }
  });

  test.each([
    ["each forbids the other", [shift("a", "b"), shift("b", "a")]],
    ["a shift that may not follow itself", [shift("a"), shift("n", "a", "n")]],
  ])("refuses what no rest can say: %s", (_, shifts) => {
    expect(() => placeShifts(shifts)).toThrow(/no rest/);
  });
});

describe("convertInstance", () => {
  const rules = ["demand-target", "evening-share", "pins"].map((id) => ({
    id,
    alwaysHard: id === "pins",
  }));
  const { files, left } = convertInstance(tiny, rules);

  test("says what the tables can't", () => {
    expect(left).toEqual([
      "consecutive-days max differs between people: 5, 4",
      "consecutive-days min differs between people: 2, 1",
      "consecutive-days-off min differs between people: 2, 1",
      "weekends-worked max differs between people: 1, 2",
      "1 people have a most number of some shift",
      expect.stringContaining("a short run at the end"),
    ]);
  });

  test("switches off what is not needed and may be", () => {
    expect(files.get("rules.csv")).toContain("evening-share;off;;;\n");
    expect(files.get("rules.csv")).not.toContain("pins");
    expect(files.get("rules.csv")).not.toContain("demand-target;off");
  });

  test("keeps people from shifts that they never work", () => {
    const rows = files.get("availability.csv")!.split("\n");
    expect(rows.filter((row) => row.startsWith("bo;bo;*"))).toHaveLength(1);
    expect(rows.filter((row) => row.startsWith("ann;ann;*"))).toHaveLength(2);
    expect(rows).toContain("bo;bo;;2027-02-02;;;unavailable");
  });

  test("a rota in those times is read back", () => {
    const { starts } = placeShifts(tiny.shifts);
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const rota = [
      "date,office,kind,from,to,staff,department,status",
      `2027-02-01,ward,day,${clock(starts.get("late")!)},,ann,ann,planned`,
      `2027-02-03,ward,day,${clock(starts.get("early")!)},,bo,bo,planned`,
      "",
    ].join("\n");
    expect(readRoster(tiny, rota)).toEqual(
      new Map([
        ["ann", new Map([[0, "late"]])],
        ["bo", new Map([[2, "early"]])],
      ]),
    );
    expect(() => readRoster(tiny, rota.replace("2027-02-03", "2027-03-03"))).toThrow(/horizon/);
  });
});
