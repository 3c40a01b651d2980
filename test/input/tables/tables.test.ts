import { describe, expect, test } from "vitest";
import { formatNotice } from "../../../src/input/notice.js";
import { tables } from "../../../src/input/tables/catalog.js";
import { columnNames } from "../../../src/input/tables/header.js";
import { readTable } from "../../../src/input/tables/read-table.js";
import { rota } from "../../../src/input/tables/rota.js";
import { readCell } from "../../../src/input/values/codec.js";
import { foldWord } from "../../../src/input/values/suggest.js";
import { bytesOf } from "../../support/files.js";

const all = [...Object.values(tables), rota];

/** Columns and defaults as the contract in product.md has them; required ones are marked with `!`. */
const CONTRACT: Readonly<Record<string, string>> = {
  "offices.csv":
    "office! name area open_days=mon-fri opens closes min_staff=1 desks rooms=0 residents min_staff_break breaks=unpaid",
  "availability.csv": "staff! department! date weekday from to status=available to_date weeks=all",
  "disruptions.csv": "date! to_date staff office what=away",
  "evenings.csv":
    "office! month min_evenings=2 max_evenings weekdays=mon-thu from=16:00 to=18:00 min_staff=2 min_gap_days=0",
  "staff.csv":
    "staff! name department role fte=1 max_hours_week max_hours_month max_evenings_month offices home skills hourly_cost from to min_hours_month min_hours_period max_hours_period max_days_in_row min_days_in_row min_days_off_in_row max_days_off_in_row max_weekends max_shifts protected=no",
  "departments.csv": "department! name min_hours_month max_hours_month share hourly_cost",
  "hours.csv": "office! date weekday opens closes to_date weeks=all",
  "shifts.csv": "shift! office weekday=* from! to! paid_minutes not_followed_by",
  "demand.csv":
    "office! date weekday from to department skill min target per=opening shift weight=1 over_weight max_gap_weeks to_date weeks=all",
  "closures.csv": "date! office reason to_date",
  "visits.csv": "visit! office! partner department weekday from to weeks=all hosts=1 rooms=0",
  "separations.csv": "department! other! scope=office",
  "bookings.csv": "office! date! from! to! rooms=1 booked_by",
  "travel.csv": "from! to! minutes!",
  "pins.csv": "staff! date! office from to pin=must to_date",
  "requests.csv": "staff! date! shift office wish=on weight=1 to_date",
  "history.csv":
    "date! office! kind from! to! staff! department status=planned break_from break_to",
  "published.csv":
    "date! office! kind from! to! staff! department status=planned break_from break_to",
  "ledger.csv":
    "month! staff department! measure! before actual after! share balance_before balance!",
  "budget.csv": "month year item! amount!",
  "rules.csv": "rule! severity weight parameter value",
  "rota.csv": "date! office! kind from! to! staff! department status=planned break_from break_to",
};

/** Tables whose examples name things in each language's own words. */
const TRANSLATED = [
  "shifts.csv",
  "visits.csv",
  "closures.csv",
  "requests.csv",
  "demand.csv",
  "staff.csv",
];

describe.each(all.map((table) => [table.file, table] as const))("%s", (file, table) => {
  test("has the columns, defaults and file name of the contract", () => {
    const columns = [...table.columns].map(([name, { required, fallback }]) =>
      [name, required ? "!" : "", fallback === null ? "" : `=${fallback}`].join(""),
    );
    expect(columns.join(" ")).toBe(CONTRACT[file]);
    expect(["offices.csv", "availability.csv", "evenings.csv"].includes(file)).toBe(table.required);
  });

  test("no header name stands for two columns", () => {
    const words = [...table.columns].flatMap(([name, { sv, en = [] }]) =>
      [...new Set([name, ...sv, ...en].map(foldWord))].map((word) => [word, name]),
    );
    expect(new Set(words.map(([word]) => word)).size).toBe(words.length);
    expect(columnNames(table).size).toBe(words.length);
  });

  test("every column is explained in both languages, and its examples are valid", () => {
    for (const [name, column] of table.columns) {
      for (const text of [column.doc.en, column.doc.sv]) expect(text, name).toMatch(/^\S.*\.$/);
      for (const example of [column.example, column.exampleSv ?? column.example]) {
        expect(readCell(column.schema, example), `${name} ${example}`).toHaveProperty("value");
      }
    }
  });

  test("a row of examples reads alike with English and Swedish headers and cells", () => {
    const columns = [...table.columns].filter(
      ([name]) =>
        !table.either.some(({ columns: [first], withFirst = [] }) =>
          [first, ...withFirst].includes(name),
        ),
    );
    const english = [columns.map(([name]) => name), columns.map(([, { example }]) => example)];
    const swedish = [
      columns.map(([, { sv }]) => sv[0].toUpperCase().replaceAll("_", " ")),
      columns.map(([, { example, exampleSv }]) => exampleSv ?? example),
    ];
    const [en, sv] = [english, swedish].map((rows) => {
      const text = rows.map((row) => row.join(";")).join("\n");
      const { table: read, notices } = readTable<unknown>(file, bytesOf(text), table);
      expect(notices.map((notice) => formatNotice(notice, "en"))).toEqual([]);
      expect(read?.rows[0]?.value).not.toBeNull();
      return read?.rows[0]?.value;
    });
    if (!TRANSLATED.includes(file)) expect(sv).toEqual(en);
  });
});

describe("the Swedish header names of the contract", () => {
  const NAMES =
    "kontor=office namn=name område=area öppetdagar=open_days öppnar=opens stänger=closes minst_personal=min_staff " +
    "platser=desks rum=rooms invånare=residents personal=staff förvaltning=department datum=date veckodag=weekday " +
    "från=from till=to status=status månad=month minst_kvällar=min_evenings högst_kvällar=max_evenings " +
    "veckodagar=weekdays minst_dagar_emellan=min_gap_days roll=role sysselsättningsgrad=fte " +
    "max_timmar_vecka=max_hours_week max_timmar_månad=max_hours_month max_kvällar_månad=max_evenings_month " +
    "hemort=home kompetenser=skills timkostnad=hourly_cost regel=rule allvar=severity vikt=weight " +
    "parameter=parameter värde=value";

  test.each(
    NAMES.split(" ").map((pair) => pair.split("=") as [string, string]),
  )("%s is %s", (sv, en) => {
    const having = all.filter((table) => table.columns.has(en));
    expect(having.length).toBeGreaterThan(0);
    for (const table of having) {
      expect(columnNames(table).get(foldWord(sv)), table.file).toBe(en);
    }
  });
});
