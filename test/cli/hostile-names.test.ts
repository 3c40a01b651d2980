import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import readExcelFile from "read-excel-file/universal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanCell } from "../../src/input/text/split.js";
import { textsOf } from "../report/html/support/markup.js";
import { type Run, rota } from "./support/rota.js";

const RIGHT_TO_LEFT = "\u200F";
const SCRIPT = "<script>alert(1)</script>";
const OFFICE = `=cmd() "Åby" ${SCRIPT} vid ån`;
const PEOPLE = [`Åsa 'Ö' "ä" ${SCRIPT}`, "=cmd()", "Noa Ärla"];
const DEPARTMENTS = [`=cmd() "Bygg" & ${SCRIPT}`, "Miljö 'åäö'"];
const ALL = [OFFICE, ...PEOPLE, ...DEPARTMENTS];

describe("names that mean something to spreadsheets, browsers or terminals", () => {
  const dir = mkdtempSync(join(tmpdir(), "rota-names-"));
  const out = join(dir, "out");
  const read = (name: string) => readFileSync(join(out, name), "utf8");
  let run: Run;

  // Ids are names here, so that they stand in the tables too. Two people too few: there is something broken to tell.
  beforeAll(() => {
    write("offices.csv", [
      ["office", "open_days", "opens", "closes", "min_staff", "rooms"],
      [OFFICE, "tue|wed", "10:00", "16:00", "5", "2"],
    ]);
    write("availability.csv", [
      ["staff", "department", "weekday", "from", "to"],
      ...PEOPLE.map((name, i) => [name, DEPARTMENTS[i % 2]!, "mon-fri", "08:00", "18:15"]),
    ]);
    write("evenings.csv", [
      ["office", "min_evenings"],
      [OFFICE, "2"],
    ]);
    run = rota(dir, ["solve", ".", "--month", "2026-12", "--out", "out", "--slot-desk", "0"]);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function write(name: string, rows: readonly (readonly string[])[]): void {
    // A mark that does not show, as text that was copied has: the reader leaves it out.
    const marked = (cell: string) => cell.replace(/ (?=\S+$)/, `${RIGHT_TO_LEFT} `);
    const quoted = (cell: string) => `"${marked(cell).replaceAll('"', '""')}"`;
    const text = rows.map((row) => `${row.map(quoted).join(";")}\n`).join("");
    writeFileSync(join(dir, name), text);
  }

  it("are solved", () => {
    expect(run.code).toBe(1);
  });

  it.each([
    ["rota.csv", { office: [OFFICE], staff: PEOPLE, department: DEPARTMENTS }],
    ["openings.csv", { office: [OFFICE] }],
    ["slots.csv", { office: [OFFICE], department: DEPARTMENTS }],
    ["violations.csv", { office: [OFFICE] }],
  ])("stand in %s, none as a formula", (name, columns) => {
    const rows = parse(read(name), { columns: true, bom: true, delimiter: [",", ";"] }) as Record<
      string,
      string
    >[];
    for (const [column, names] of Object.entries(columns)) {
      const found = rows.map((row) => cleanCell(row[column]!)).filter((cell) => cell !== "");
      expect(new Set(found)).toEqual(new Set(names));
    }
    const formulas = rows
      .flatMap((row) => Object.values(row))
      .filter((cell) => /^[=+@]/.test(cell));
    expect(formulas).toEqual([]);
  });

  it("stand in report.json as they are", () => {
    const { statistics } = JSON.parse(read("report.json"));
    const named = [...statistics.offices, ...statistics.people, ...statistics.departments];
    expect(new Set(named.map(({ name }: { name: string }) => name))).toEqual(new Set(ALL));
  });

  it("are text in the pages, and the public one names no person", () => {
    const pages = { "report.html": ALL, "openings.html": [OFFICE, ...DEPARTMENTS] };
    for (const [name, names] of Object.entries(pages)) {
      const html = read(name);
      expect(html).not.toContain(SCRIPT);
      const texts = textsOf(html);
      for (const each of names) expect(texts.some((text) => text.includes(each))).toBe(true);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
      expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/i.test(id))).toEqual([]);
    }
    const open = textsOf(read("openings.html")).join("\n");
    for (const person of ["Åsa", "Noa", "Ärla"]) expect(open).not.toContain(person);
  });

  it("are text in the workbook", async () => {
    const sheets = await readExcelFile(new Blob([readFileSync(join(out, "rota.xlsx"))]));
    const cells = sheets.flatMap(({ data }) => data.flat()).map(String);
    for (const name of ALL) expect(cells).toContain(name);
  });

  it("are text in the calendars, whose files and UIDs have plain names", () => {
    const names = readdirSync(join(out, "calendars"));
    expect(names).toHaveLength(1 + PEOPLE.length);
    const calendars = names.map((name) => ICAL.Component.fromString(read(`calendars/${name}`)));
    const said = calendars.flatMap((calendar) => [
      String(calendar.getFirstPropertyValue("x-wr-calname")),
      ...eventsOf(calendar).flatMap((event) => [event.location, event.description]),
    ]);
    for (const name of ALL) expect(said.some((text) => text.includes(name))).toBe(true);
    const uids = calendars.flatMap((calendar) => eventsOf(calendar).map(({ uid }) => uid));
    for (const name of [...names, ...uids]) expect(name).toMatch(/^[a-z0-9åäö_~@.-]+$/);
  });

  it("are told without invisible signs on the terminal", () => {
    const shown = ["week", "office", "person"].map((by) =>
      rota(dir, ["show", join("out", "rota.csv"), "--by", by]),
    );
    for (const { code, err } of shown) expect({ code, err }).toEqual({ code: 0, err: "" });
    const [week, office, person] = shown.map((one) => one.out);
    expect(run.out).toContain(plain(OFFICE));
    expect(week).toContain("=cmd()");
    expect(office).toContain(plain(OFFICE));
    for (const name of [...PEOPLE, ...DEPARTMENTS]) expect(person).toContain(plain(name));
    for (const text of [run.out, run.err, ...shown.map((one) => one.out)]) {
      expect(text).not.toContain(RIGHT_TO_LEFT);
    }
  });
});

function eventsOf(calendar: ICAL.Component): ICAL.Event[] {
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

/** A name as a terminal gets it. */
function plain(name: string): string {
  return name.replaceAll(RIGHT_TO_LEFT, " ");
}
