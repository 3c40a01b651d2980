import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, ENGLISH, emptyFolder, rota } from "./support/rota.js";

/** A case of evenings only, that every month can be planned of in a moment. */
const CASE = {
  "offices.csv": "office,name\nsatra,Sätra\n",
  "evenings.csv": "office,min_evenings,min_staff\nsatra,2,1\n",
  "availability.csv":
    "staff,department,weekday,from,to\nanna,soc,tue,16:00,18:00\nbo,soc,thu,16:00,18:00\ncai,bygg,tue|thu,16:00,18:00\n",
};

function caseIn(dir: string, changes: Readonly<Record<string, string>> = {}): string {
  const path = join(dir, "case");
  mkdirSync(path);
  for (const [name, text] of Object.entries({ ...CASE, ...changes }))
    writeFileSync(join(path, name), text);
  return path;
}

function rowsOf(path: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]!])));
}

const SLOW = { timeout: 200_000 };

describe("solve --months", () => {
  it("writes a folder for each month and the year beside them, each fed to the next", SLOW, () => {
    const dir = emptyFolder();
    caseIn(dir);
    const { code, out, err } = rota(dir, [
      "solve",
      "case",
      "--months",
      "2026-12..2027-02",
      "--out",
      "year",
    ]);
    expect(code).toBe(0);
    expect(readdirSync(join(dir, "year")).sort()).toEqual([
      "2026-12",
      "2027-01",
      "2027-02",
      "year-people.csv",
      "year.csv",
      "year.html",
    ]);
    expect(out).toContain(
      "Every hard rule is kept in every month; every promised evening is held.",
    );
    expect(err).toContain("Wrote a folder for each month");
    const months = rowsOf(join(dir, "year", "year.csv"));
    expect(
      months.map(({ month, evenings_held, evenings_satra }) => [
        month,
        evenings_held,
        evenings_satra,
      ]),
    ).toEqual([
      ["2026-12", "2", "2"],
      ["2027-01", "2", "2"],
      ["2027-02", "2", "2"],
    ]);
    const people = rowsOf(join(dir, "year", "year-people.csv"));
    expect(people.map(({ after }) => Number(after))).toEqual([2, 2, 2]);
    const [anna] = rowsOf(join(dir, "year", "2027-02", "ledger.csv"));
    const [earlier] = rowsOf(join(dir, "year", "2027-01", "ledger.csv"));
    expect(anna).toMatchObject({ staff: "anna", measure: "evenings", before: earlier!.after });
    const page = readFileSync(join(dir, "year", "year.html"), "utf8");
    expect(page).toContain("2027-01/report.html");
  });

  it("is the same as month after month with --history and --ledger", SLOW, () => {
    const dir = emptyFolder();
    caseIn(dir);
    const solve = (...args: readonly string[]) =>
      expect(rota(dir, ["solve", "case", "--quiet", ...args]).code).toBe(0);
    solve("--months", "2026-12..2027-01", "--out", "year");
    solve("--month", "2026-12", "--out", "out/december");
    const before = ["--history", "out", "--ledger", "out/december/ledger.csv"];
    solve("--month", "2027-01", "--out", "out/january", ...before);
    for (const file of ["rota.csv", "ledger.csv", "violations.csv"]) {
      const alone = readFileSync(join(dir, "out", "january", file), "utf8");
      expect(alone, file).toBe(readFileSync(join(dir, "year", "2027-01", file), "utf8"));
    }
  });

  it("tells of a month without anybody before it plans any", () => {
    const dir = emptyFolder();
    const dated = "staff,department,date,from,to\nanna,soc,2026-12-01,16:00,18:00\n";
    caseIn(dir, { "availability.csv": dated });
    const { code, err } = rota(dir, ["solve", "case", "--months", "2026-12..2027-02"]);
    expect(code).toBe(65);
    expect(err).toContain("no availability for 2027-01");
    expect(err).toContain("no availability for 2027-02");
    expect(existsSync(join(dir, "out"))).toBe(false);
  });

  it("tells of a month in which every loan has ended", () => {
    const dir = emptyFolder();
    const staff = "staff,to\nanna,2026-12-31\nbo,2026-12-31\ncai,2027-01-04\n";
    caseIn(dir, { "staff.csv": staff });
    const { code, err } = rota(dir, ["solve", "case", "--months", "2026-12..2027-01"]);
    expect(code).toBe(65);
    expect(err).toContain("nobody is available in 2027-01");
  });

  it("answers the worst exit code, and still writes every month", SLOW, () => {
    const dir = emptyFolder();
    const evenings = "office,month,min_evenings,min_staff\nsatra,*,2,1\nsatra,2026-12,9,3\n";
    caseIn(dir, { "evenings.csv": evenings });
    const { code, out } = rota(dir, [
      "solve",
      "case",
      "--months",
      "2026-12..2027-01",
      "--lang",
      "sv",
    ]);
    expect(code).toBe(1);
    expect(out).toContain("Hårda regler bryts i 1 månad av 2; kvällar saknas i 1 månad.");
    expect(readdirSync(join(dir, "out", "case-2026-12..2027-01"))).toContain("2027-01");
  });

  it("takes no other period besides, and no other form of months", () => {
    const dir = emptyFolder();
    caseIn(dir);
    const run = (...args: readonly string[]) => rota(dir, ["solve", "case", ...args]);
    const both = run("--months", "2026-12..2027-01", "--month", "2026-12");
    expect([both.code, both.err]).toEqual([64, expect.stringContaining("either --months")]);
    const wrong = run("--months", "2027-01..2026-12");
    expect([wrong.code, wrong.err]).toEqual([64, expect.stringContaining("2026-09..2027-08")]);
  });

  it("keeps the months that are done when it is interrupted", SLOW, async () => {
    const dir = emptyFolder();
    caseIn(dir);
    const args = ["solve", "case", "--months", "2026-12..2028-11", "--out", "year"];
    const child = spawn(process.execPath, [BIN, ...args], { cwd: dir, env: ENGLISH });
    let err = "";
    let told = false;
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
      if (told || !/^2026-12: /m.test(err)) return;
      told = true;
      child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(130);
    expect(err).toContain("the months before it are kept.");
    const months = rowsOf(join(dir, "year", "year.csv")).map(({ month }) => month);
    const folders = readdirSync(join(dir, "year")).filter((name) => /^\d/.test(name));
    expect(folders.sort()).toEqual(months);
    expect(months[0]).toBe("2026-12");
    expect(months.length).toBeLessThan(24);
  });
});

describe("solve --history", () => {
  it("ends with 65 on rotas of later months, and with 66 when there is no such folder", () => {
    const dir = emptyFolder();
    caseIn(dir);
    mkdirSync(join(dir, "old"));
    const later = "date,office,kind,from,to,staff\n2027-03-02,satra,evening,16:00,18:00,anna\n";
    writeFileSync(join(dir, "old", "rota.csv"), later);
    const solve = (...args: readonly string[]) =>
      rota(dir, ["solve", "case", "--month", "2026-12", ...args]);
    const refused = solve("--history", "old");
    expect([refused.code, refused.err]).toEqual([
      65,
      expect.stringContaining("2027-03-02 lies after 2026-12, which is planned now"),
    ]);
    expect(solve("--history", "gone").code).toBe(66);
    expect(solve("--ledger", "gone.csv").code).toBe(66);
    const wrong = solve("--ledger", "old/rota.csv");
    expect([wrong.code, wrong.err]).toEqual([65, expect.stringContaining("old/rota.csv")]);
    expect(existsSync(join(dir, "out"))).toBe(false);
  });
});
