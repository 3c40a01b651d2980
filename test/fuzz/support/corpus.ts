import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scenariosTable } from "../../../src/input/scenarios/table.js";
import { type TableName, tableNames, tables } from "../../../src/input/tables/catalog.js";
import { rota } from "../../../src/input/tables/rota.js";
import type { Table } from "../../../src/input/tables/table.js";
import { fixture } from "../../cli/support/rota.js";
import { filesOf, SMALL } from "../../support/files.js";

const CASES = ["gavle", "satra", "huddinge", "spanga-tensta", "three-files", "broken-input"];

/** So many lines of a fixture are enough: what is damaged is a line or two. */
const LINES = 8;

/** A whole small case that stands around a damaged file. */
export const SURROUNDING: ReadonlyMap<string, Uint8Array> = filesOf({
  ...SMALL,
  "staff.csv": "staff;name;department;skills\nanna;Anna Ö;soc;arabiska\nbo;Bo;bygg;\n",
  "shifts.csv": "shift;from;to\nearly;08:00;12:00\n",
});

/** Good and bad examples of a table: of its definition in both languages, and of the fixtures, in every encoding. */
export function examplesOf(name: TableName): readonly Uint8Array[] {
  const table: Table<unknown> = tables[name];
  const texts = [...definitionTexts(table), ...fixtureTexts(table)];
  return texts.flatMap(encodings);
}

/** Examples of a rota file. */
export function rotaExamples(): readonly Uint8Array[] {
  const rows = [
    "date,office,kind,from,to,staff,department,status",
    "2026-12-07,Sätra,day,08:00,16:00,anna,soc,planned",
    "2026-12-08,Bomhus,evening,16:00,18:00,bo,bygg,pinned",
    "2026-12-08,Bomhus,,16:00,18:00,anna,,",
  ];
  return [...definitionTexts(rota), `${rows.join("\n")}\n`].flatMap(encodings);
}

/** Examples of a scenarios file, with an error and without. */
export function scenarioExamples(): readonly Uint8Array[] {
  const rows = [
    "scenario;action;table;key;column;value",
    "fewer;set;offices;office=Sätra;min_staff;1|2",
    "half;scale;staff;staff=anna&department=soc;fte;0,5..1 step 0,25",
    "gone;remove;availability;staff=bo;;",
    "more;add;staff;staff=cia&department=soc;;",
    "none;set;offices;office=Nowhere;desks;x",
  ];
  const texts = [rows.slice(0, -1), rows].map((lines) => `${lines.join("\n")}\n`);
  return [...definitionTexts(scenariosTable), ...texts].flatMap(encodings);
}

/** Every table by name. */
export const TABLES: readonly TableName[] = tableNames;

function definitionTexts(table: Table<unknown>): string[] {
  const columns = [...table.columns];
  const english = [columns.map(([name]) => name), columns.map(([, { example }]) => example)];
  const swedish = [
    columns.map(([, { sv }]) => sv[0]),
    columns.map(([, { example, exampleSv }]) => exampleSv ?? example),
  ];
  return [english, swedish].map((rows) => `${rows.map((row) => row.join(";")).join("\r\n")}\r\n`);
}

function fixtureTexts({ file, swedishFiles }: Table<unknown>): string[] {
  return CASES.flatMap((name) => {
    const there = readdirSync(fixture(name)).filter((entry) =>
      [file, ...swedishFiles].includes(entry),
    );
    return there.map((entry) => {
      const text = readFileSync(join(fixture(name), entry), "utf8");
      return text.split("\n").slice(0, LINES).join("\n");
    });
  });
}

function encodings(text: string): Uint8Array[] {
  return [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(`\uFEFF${text}`, "utf16le"),
    Buffer.from(text, "latin1"),
  ];
}
