import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "./support/rota.js";

const CASE = fixture("three-files");
const dir = mkdtempSync(join(tmpdir(), "rota-repair-"));
const ROTA = join(dir, "out", "rota.csv");
const base = [ROTA, "--case", CASE, "--month", "2026-12", "--today", "2026-11-25"];
/** The first duty of the rota. */
let first: { readonly date: string; readonly office: string; readonly staff: string };

beforeAll(() => {
  rota(dir, ["solve", CASE, "--month", "2026-12", "--out", "out", "--quiet", "--effort", "0.2"]);
  const [, line = ""] = readFileSync(ROTA, "utf8").split("\n");
  const [date = "", office = "", , , , staff = ""] = line.split(",");
  first = { date, office, staff };
}, 120_000);

describe("rota repair", () => {
  it("mends an absence, writes the rota with its changes, and calendars that update the old ones", () => {
    const cwd = emptyFolder();
    const absent = `${first.staff}@${first.date}`;
    const { code, out, err } = rota(cwd, ["repair", ...base, "--absent", absent, "--out", "new"]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("changes.html") });
    expect(out).toMatch(/^Repaired: every hard rule is kept\.\nProved: /);
    const told = JSON.parse(readFileSync(join(cwd, "new", "changes.json"), "utf8"));
    expect(told).toMatchObject({ schemaVersion: 1, fewest: true, broken: [] });
    const own = { date: first.date, staff: first.staff, away: true, kind: "removed" };
    expect(told.diff.changes).toContainEqual(expect.objectContaining(own));
    const rows = readFileSync(join(cwd, "new", "rota.csv"), "utf8");
    expect(rows).not.toMatch(new RegExp(`^${first.date}.*,${first.staff},`, "m"));
    expect(readFileSync(join(cwd, "new", "changes.html"), "utf8")).toContain("<!doctype html>");
    const calendar = join("calendars", `person-${first.staff}.ics`);
    const sequences = readFileSync(join(cwd, "new", calendar), "utf8").match(/^SEQUENCE:1/gm);
    expect(sequences?.length).toBeGreaterThan(0);
    const judged = rota(cwd, ["validate", "new/rota.csv", "--case", CASE, "--month", "2026-12"]);
    expect(judged.code).toBe(0);
    const again = rota(cwd, ["repair", ...base, "--absent", absent, "--out", "again", "--quiet"]);
    expect(again.code).toBe(0);
    expect(readFileSync(join(cwd, "again", "rota.csv"), "utf8")).toBe(rows);
  }, 60_000);

  it("ends with 130 and writes the best repair so far when it is cut short while solvers look for fewer changes", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "new"));
    writeFileSync(join(cwd, "new", "rota.csv"), "old");
    const away = `${first.staff}@2026-12-01..2026-12-31`;
    const few = ["--effort", "0.01", "--out", "new", "--force"];
    const args = ["repair", ...base, "--absent", away, ...few];
    const child = spawn(process.execPath, [BIN, ...args], { cwd, env: ENGLISH });
    let err = "";
    child.stderr.on("data", (data) => {
      err += String(data);
      if (String(data).includes("looking for one with fewer changes")) child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({
      code: 130,
      err: expect.stringContaining("fewest changes so far is written"),
    });
    expect(readdirSync(join(cwd, "new"))).toContain("changes.html");
    const written = join(cwd, "new", "rota.csv");
    expect(readFileSync(written, "utf8")).not.toBe("old");
    expect(readFileSync(`${written}.bak`, "utf8")).toBe("old");
    const judged = ["validate", written, "--case", CASE, "--month", "2026-12", "--quiet"];
    expect([0, 1]).toContain(rota(cwd, judged).code);
  }, 60_000);

  it("lists who could step in, and writes nothing", () => {
    const cwd = emptyFolder();
    const words = [
      "--absent",
      `${first.staff}@${first.date}`,
      "--gap",
      `${first.office}@${first.date}`,
    ];
    const { code, out } = rota(cwd, ["repair", ...base, ...words, "--json"]);
    const report = JSON.parse(out);
    expect(code).toBe(
      report.able.some((own: { breaks: unknown[] }) => own.breaks.length === 0) ? 0 : 1,
    );
    const listed = [...report.able, ...report.unable].map(({ staff }: { staff: string }) => staff);
    expect(listed).toContain(first.staff);
    const swedish = rota(cwd, ["repair", ...base, ...words, "--lang", "sv"]).out;
    expect(swedish).toContain("Vem som inte kan, och på grund av vad");
  }, 60_000);

  it.each([
    [["--absent", "nobody@2026-12-08"], 64, 'there is no person "nobody"'],
    [["--absent", "alva@8 December"], 64, "It looks like anna@2026-12-08"],
    [["--absent", "alva@2026-12-08..2026-12-01"], 64, "lies before the first"],
    [["--gap", "hemlingby@2026-12-06"], 64, "is not open on 2026-12-06"],
    [["--gap", "hemlingby@2026-12-07", "--from", "12:00"], 64, "give both --from and --to"],
    [["--today", "2027-02-01"], 64, "all of 2026-12 has been"],
  ])("says what is wrong with %j", (words, code, text) => {
    const run = rota(emptyFolder(), ["repair", ...base, ...words]);
    expect({ code: run.code, out: run.out }).toEqual({ code, out: "" });
    expect(run.err).toContain(text);
  });
});

describe("rota diff", () => {
  it("compares two files, with a case or without", () => {
    const cwd = emptyFolder();
    const rows = readFileSync(ROTA, "utf8").split("\n");
    writeFileSync(join(cwd, "b.csv"), [rows[0], ...rows.slice(2)].join("\n"));
    const words = ["diff", ROTA, "b.csv", "--today", "2026-11-30"];
    const bare = rota(cwd, [...words, "--html", "page.html"]);
    expect(bare).toMatchObject({ code: 0, err: "" });
    expect(bare.out).toContain("1 changed day; 1 person has to be told.");
    expect(readFileSync(join(cwd, "page.html"), "utf8")).toContain("Changes in the rota");
    const { out } = rota(cwd, [...words, "--case", CASE, "--json"]);
    expect(JSON.parse(out).changes).toMatchObject(
      [{ ...first, office: undefined, kind: "removed" }].map(({ date, staff, kind }) => ({
        date,
        staff,
        kind,
      })),
    );
    expect(rota(cwd, ["diff", ROTA, ROTA]).out).toBe("The rotas are the same.\n");
  }, 60_000);
});

describe("rota stress", () => {
  it("tries every absence, writes a table and a picture, and tells the same twice", () => {
    const cwd = emptyFolder();
    const words = ["stress", CASE, "--rota", ROTA, "--month", "2026-12", "--json", "--quiet"];
    const { code, out, err } = rota(cwd, [...words, "--vacancy", "kundservice", "--out", "risk"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out);
    expect(report.strains.length).toBeGreaterThan(20);
    expect(report.vacancy.lostAfter).toBeLessThanOrEqual(report.vacancy.lostBefore);
    expect(readFileSync(join(cwd, "risk", "stress.json"), "utf8")).toBe(out);
    expect(
      readFileSync(join(cwd, "risk", "stress.csv"), "utf8")
        .trim()
        .split("\n"),
    ).toHaveLength(report.strains.length + 1);
    expect(readFileSync(join(cwd, "risk", "stress.html"), "utf8")).toContain('class="heat"');
    const again = JSON.parse(rota(cwd, words).out);
    expect(again.strains).toEqual(report.strains);
  }, 120_000);
});
