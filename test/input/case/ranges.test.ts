import { describe, expect, test } from "vitest";
import { Instance } from "../../../src/domain/instance.js";
import { publicHolidays } from "../../../src/domain/public-holidays.js";
import { caseOf, linesOf } from "../../support/files.js";

/** When anna can work on a date, and how, with the rows given after her weekdays. */
function annaOn(date: string, rows: string, weekly = "anna;soc;;;mon-fri;;08:00;17:00;\n") {
  const header = "staff;department;date;to_date;weekday;weeks;from;to;status\n";
  const theCase = caseOf({
    "availability.csv": `${header}${weekly}bo;bygg;;;mon-fri;;;;\n${rows}`,
  });
  const instance = new Instance(theCase, { first: date, last: date }, new Map());
  return instance
    .available("anna", date)
    .map(({ time, status }) => `${time.from / 60}-${time.to / 60} ${status}`);
}

function openOn(date: string, texts: Readonly<Record<string, string>>, office = "Sätra") {
  const period = { first: date, last: date };
  const instance = new Instance(caseOf(texts), period, publicHolidays(period));
  return instance.openHours(office, date).map(({ from, to }) => `${from / 60}-${to / 60}`);
}

describe("dated availability lies on the weekday rows", () => {
  const day = "2026-12-08";
  test.each([
    [
      "an hour away takes an hour",
      `anna;soc;${day};;;;12:00;13:00;unavailable\n`,
      ["8-12 available", "13-17 available"],
    ],
    ["half a day's leave", `anna;soc;${day};;;;12:00;;unavailable\n`, ["8-12 available"]],
    ["avoid colours", `anna;soc;${day};;;;08:00;10:00;avoid\n`, ["8-10 avoid", "10-17 available"]],
    [
      "prefer colours",
      `anna;soc;${day};;;;15:00;19:00;prefer\n`,
      ["8-15 available", "15-19 prefer"],
    ],
    ["a whole day away", `anna;soc;${day};;;;;;unavailable\n`, []],
    ["available replaces", `anna;soc;${day};;;;10:00;12:00;\n`, ["10-12 available"]],
    [
      "available with an hour away",
      `anna;soc;${day};;;;10:00;15:00;\nanna;soc;${day};;;;12:00;13:00;unavailable\n`,
      ["10-12 available", "13-15 available"],
    ],
  ])("%s", (_, rows, times) => {
    expect(annaOn(day, rows)).toEqual(times);
    expect(annaOn("2026-12-09", rows)).toEqual(["8-17 available"]);
  });
});

describe("ranges of dates", () => {
  const leave = "anna;soc;2027-07-05..2027-07-30;;;;;;unavailable\n";
  test("leave of four weeks is one row, by a range or by to_date", () => {
    const same = "anna;soc;2027-07-05;2027-07-30;;;;;unavailable\n";
    for (const rows of [leave, same]) {
      expect(annaOn("2027-07-02", rows)).toEqual(["8-17 available"]);
      expect(annaOn("2027-07-05", rows)).toEqual([]);
      expect(annaOn("2027-07-30", rows)).toEqual([]);
      expect(annaOn("2027-08-02", rows)).toEqual(["8-17 available"]);
    }
  });

  test("a row for fewer days holds: one day in a month's leave", () => {
    const rows = `${leave}anna;soc;2027-07-14;;;;09:00;12:00;\n`;
    expect(annaOn("2027-07-14", rows)).toEqual(["9-12 available"]);
    expect(annaOn("2027-07-15", rows)).toEqual([]);
  });

  test("weekdays of a range", () => {
    const rows = "anna;soc;2027-07-05..2027-07-30;;fri;;12:00;;unavailable\n";
    expect(annaOn("2027-07-09", rows)).toEqual(["8-12 available"]);
    expect(annaOn("2027-07-08", rows)).toEqual(["8-17 available"]);
  });

  test("closures, requests and pins", () => {
    const theCase = caseOf({
      "closures.csv": "date;to_date\n2027-07-05..2027-07-07;\n2027-07-10;2027-07-11\n",
      "requests.csv": "staff;date;wish\nanna;2027-07-05..2027-07-06;off\n",
      "pins.csv": "staff;date;pin\nanna;2027-07-05..2027-07-06;forbid\n",
    });
    expect(theCase.closures.map(({ date }) => date)).toEqual([
      ...["2027-07-05", "2027-07-06", "2027-07-07", "2027-07-10", "2027-07-11"],
    ]);
    expect(theCase.requests).toHaveLength(2);
    expect(theCase.pins).toHaveLength(2);
  });

  test("summer hours are for the days that are open, and open no holiday or closed day", () => {
    const texts = {
      "hours.csv":
        "office;date;opens;closes\nSätra;2026-06-15..2026-08-14;10:00;14:00\nSätra;2026-07-01;12:00;13:00\n",
      "closures.csv": "date\n2026-07-02\n",
    };
    expect(openOn("2026-06-12", texts)).toEqual(["8-16"]);
    expect(openOn("2026-06-15", texts)).toEqual(["10-14"]);
    expect(openOn("2026-06-19", texts)).toEqual([]);
    expect(openOn("2026-06-20", texts)).toEqual([]);
    expect(openOn("2026-07-01", texts)).toEqual(["12-13"]);
    expect(openOn("2026-07-02", texts)).toEqual([]);
    expect(openOn("2026-06-15", texts, "Bomhus")).toEqual(["9-15"]);
  });

  test("a range of closed days closes each of them", () => {
    const texts = { "hours.csv": "office;date;opens;closes\n*;2026-07-06..2026-07-10;;\n" };
    expect(openOn("2026-07-08", texts)).toEqual([]);
    expect(openOn("2026-07-13", texts)).toEqual(["8-16"]);
  });

  test.each([
    [
      "anna;soc;;2026-12-10;mon;;;;\n",
      "availability.csv:2:4: to_date needs a single date in the date column (column to_date).",
    ],
    [
      "anna;soc;2026-12-10;2026-12-09;;;;;\n",
      "availability.csv:2:4: the last date 2026-12-09 is before the first, 2026-12-10 (column to_date).",
    ],
    [
      "anna;soc;2026-12-07..2026-12-08;;sat;;;;\n",
      "availability.csv:2:3: none of the dates 2026-12-07 to 2026-12-08 is such a day (column date).",
    ],
    [
      "anna;soc;2026-12-07;;mon;;;;\n",
      "availability.csv:2:5: both date and weekday are given; give one of them (column weekday).",
    ],
  ])("%s is wrong", (row, line) => {
    const header = "staff;department;date;to_date;weekday;weeks;from;to;status\n";
    expect(linesOf({ "availability.csv": header + row })[0]).toBe(line);
  });
});

describe("weeks", () => {
  test("odd and even weeks of a person", () => {
    const weekly = "anna;soc;;;mon;udda;;;\nanna;soc;;;tue;jämna;;;\nanna;soc;;;wed;andra;;;\n";
    // 2026-12-07 is the Monday of week 50.
    expect(annaOn("2026-12-07", "", weekly)).toEqual([]);
    expect(annaOn("2026-12-14", "", weekly)).toEqual(["0-24 available"]);
    expect(annaOn("2026-12-08", "", weekly)).toEqual(["0-24 available"]);
    expect(annaOn("2026-12-15", "", weekly)).toEqual([]);
    expect(annaOn("2026-12-09", "", weekly)).toEqual(["0-24 available"]);
    expect(annaOn("2026-12-02", "", weekly)).toEqual([]);
  });

  test("opening hours of the second Monday beat those of every Monday", () => {
    const texts = {
      "hours.csv":
        "office;weekday;weeks;opens;closes\nSätra;mon;;09:00;12:00\nSätra;mon;2;09:00;19:00\n",
    };
    expect(openOn("2026-12-07", texts)).toEqual(["9-12"]);
    expect(openOn("2026-12-14", texts)).toEqual(["9-19"]);
  });

  test("demand rows keep their weeks", () => {
    const theCase = caseOf({
      "demand.csv": "office;weekday;weeks\nSätra;mon;odd\nSätra;mon;even\n",
    });
    expect(theCase.demand.map(({ weeks }) => weeks)).toEqual(["even", "odd"]);
  });
});
