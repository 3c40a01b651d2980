import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readExcelFile from "read-excel-file/universal";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Report } from "../../../src/outputs/report.js";
import { sheetNames } from "../../../src/report/xlsx/sheets.js";
import { rotaWorkbook } from "../../../src/report/xlsx/workbook.js";
import { LOAN } from "../support/loan.js";
import { evening, missingEvening, sampleReport } from "../support/sample-report.js";

const HOSTILE = [
  "=cmd()",
  "+1+1",
  "<script>",
  '"a";b',
  "constructor",
  "__proto__",
  "_x0041_",
  "Åsa Ö",
];

/** True where LibreOffice is not installed. CI never skips: there it must be. */
const NO_OFFICE = spawnSync("soffice", ["--version"]).status !== 0 && process.env.CI !== "true";

/** A report in which people have names that mean something to spreadsheets, XML or JavaScript. */
function hostile(): Report {
  const { statistics } = sampleReport();
  const [person] = statistics.people;
  return sampleReport({
    assignments: HOSTILE.map((staff) => ({ ...evening, staff })),
    statistics: {
      ...statistics,
      people: HOSTILE.map((name) => ({ ...person!, staff: name, name })),
    },
    violations: [missingEvening, { ...missingEvening, severity: "soft", date: "2026-12-08" }],
  });
}

async function sheetsOf(bytes: Uint8Array) {
  const read = await readExcelFile(new Blob([new Uint8Array(bytes)]));
  return new Map(read.map(({ sheet, data }) => [sheet, data]));
}

describe("rotaWorkbook", () => {
  afterEach(() => vi.useRealTimers());

  it("has a sheet for each view, in the language", async () => {
    const sv = await sheetsOf(await rotaWorkbook(sampleReport(), "sv"));
    expect([...sv.keys()]).toEqual([
      "Schema",
      "Sätra",
      "Personer",
      "Regelbrott",
      "Rättvisa",
      "Timmar och kostnad",
      "Liggare",
      "Ämneskalender",
    ]);
    const en = await sheetsOf(await rotaWorkbook(sampleReport(), "en"));
    expect([...en.keys()]).toEqual([
      "Rota",
      "Sätra",
      "People",
      "Violations",
      "Fairness",
      "Hours and cost",
      "Ledger",
      "Trade calendar",
    ]);
  });

  it("has the ledger, departments first, and the trade calendar", async () => {
    const sheets = await sheetsOf(await rotaWorkbook(sampleReport(LOAN), "en"));
    expect(sheets.get("Ledger")!.slice(1)).toEqual([
      ["bygglov", null, "paid hours", 0, 2, 2, 1.5, 0, 0.5],
      ["bygglov", "bo", "evenings", 1, 1, 2, 0.5, -0.25, 0.25],
    ]);
    expect(sheets.get("Trade calendar")!.slice(1)).toEqual([
      ["Sätra", "bygglov", 2, 3, 2, "2026-12-01, 2026-12-29"],
    ]);
  });

  it("holds real dates and times", async () => {
    const rows = (await sheetsOf(await rotaWorkbook(sampleReport(), "en"))).get("Rota")!;
    const [date, day, office, kind, from, to, name] = rows[1]!;
    expect(date).toEqual(new Date("2026-12-08T00:00:00Z"));
    expect([day, office, kind, name]).toEqual(["Tue", "Sätra", "evening", "anna"]);
    expect((from as unknown as Date).toISOString()).toMatch(/T1(6:00:00|5:59:59)/);
    expect((to as unknown as Date).toISOString()).toMatch(/T1(8:00:00|7:59:59)/);
  });

  it("gives the same bytes at another time", async () => {
    vi.useFakeTimers({ now: new Date("2026-01-01T00:00:00Z"), toFake: ["Date"] });
    const first = await rotaWorkbook(hostile(), "sv");
    vi.setSystemTime(new Date("2031-06-07T08:09:10Z"));
    expect(Buffer.compare(first, await rotaWorkbook(hostile(), "sv"))).toBe(0);
  });

  it("keeps every name as text, whatever it means elsewhere", async () => {
    const rows = (await sheetsOf(await rotaWorkbook(hostile(), "en"))).get("Rota")!;
    const names = rows.slice(1).map((row) => String(row[6]).replace("\u200B", ""));
    // read-excel-file leaves Excel's own escape as it is in shared texts; LibreOffice below undoes it.
    expect(names.map((name) => name.replace("_x005F_", "_"))).toEqual(HOSTILE);
  });

  it.skipIf(NO_OFFICE)("opens in LibreOffice with the same values", async () => {
    const csv = inLibreOffice(await rotaWorkbook(hostile(), "en"));
    const rota = csv("Rota").split("\n");
    expect(rota[0]).toBe(
      "Date;Day;Office;Kind;From;To;Name;Id;Department;Status;Break from;Break to",
    );
    expect(rota[1]).toMatch(
      /^2026-12-08;Tue;Sätra;evening;(16:00|04:00:00 PM);(18:00|06:00:00 PM);=cmd\(\);=cmd\(\);/,
    );
    for (const name of HOSTILE) expect(csv("Rota")).toContain(name.replaceAll('"', '""'));
    expect(csv("Violations")).toContain("Sätra has 1 evening; it must have 2.");
    expect(csv("Sätra")).toContain("16:00–18:00 =cmd()");
    expect(csv("People").split("\n")[1]).toContain("Sätra *");
    expect(csv("Hours and cost")).toContain("Sum;2;2;2;4");
  });

  it("puts more than twenty offices on one sheet", async () => {
    const { statistics } = sampleReport();
    const offices = Array.from({ length: 21 }, (_, i) => ({
      ...statistics.offices[0]!,
      office: `o${i}`,
      name: `Office ${i}`,
    }));
    const report = sampleReport({ statistics: { ...statistics, offices } });
    const sheets = await sheetsOf(await rotaWorkbook(report, "en"));
    expect([...sheets.keys()]).toContain("Offices");
    expect(sheets.size).toBe(8);
    expect(sheets.get("Offices")!.filter(([cell]) => /^Office \d/.test(String(cell)))).toHaveLength(
      21,
    );
  });
});

describe("sheetNames", () => {
  it("gives names that Excel takes, each once", () => {
    const long = "Medborgarkontor i Norra Hedesunda och Söderfors";
    const names = sheetNames([
      "a/b[c]:*?\\",
      "A B C",
      "a b c",
      long,
      long,
      "'x'",
      "",
      "History",
      "😀".repeat(20),
    ]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^(?!')[^[\]:*?/\\]+(?<!')$/);
      expect(name).not.toMatch(/\p{Cs}/u);
    }
    expect(names[7]).toBe("History (2)");
  });
});

/** Opens a workbook in LibreOffice; answers each sheet as CSV. */
function inLibreOffice(bytes: Uint8Array): (sheet: string) => string {
  const dir = mkdtempSync(join(tmpdir(), "rota-xlsx-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, "rota.xlsx"), bytes);
  const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";
  const profile = `-env:UserInstallation=file://${dir}/profile`;
  const args = [
    profile,
    "--headless",
    "--convert-to",
    filter,
    "--outdir",
    dir,
    join(dir, "rota.xlsx"),
  ];
  const { status, stderr } = spawnSync("soffice", args, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const files = readdirSync(dir);
  return (sheet) =>
    readFileSync(join(dir, files.find((name) => name === `rota-${sheet}.csv`)!), "utf8");
}
