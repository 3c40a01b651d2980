import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, rota } from "./support/rota.js";

/** One office that needs one person on Mondays to Fridays; three who can, one of them on Tuesdays only. */
const CASE = {
  "offices.csv": "office,open_days,opens,closes,min_staff\nvalbo,mon-fri,09:00,14:00,1\n",
  "availability.csv": [
    "staff,department,weekday,from,to",
    "anna,bygg,mon-fri,08:00,17:00",
    "bo,bygg,mon-fri,08:00,17:00",
    "cia,bygg,tue,08:00,17:00",
    "",
  ].join("\n"),
  "evenings.csv": "office,min_evenings,weekdays,from,to\nvalbo,0,mon-thu,16:00,18:00\n",
};
const dir = mkdtempSync(join(tmpdir(), "rota-disruptions-"));
const MONTH = ["--case", "c", "--month", "2026-12"];
const TODAY = ["--today", "2026-11-30"];
/** Somebody is wanted on Tuesday the 8th; a pin makes it anna. */
const DAY = "2026-12-08";

beforeAll(() => {
  const files = { ...CASE, "pins.csv": `staff,date,office\nanna,${DAY},valbo\n` };
  mkdirSync(join(dir, "c"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, "c", name), text);
  const solved = ["solve", "c", "--month", "2026-12", "--out", "o", "--quiet", "--effort", "0.1"];
  expect(rota(dir, solved).code).toBe(0);
}, 60_000);

/** The case and its rota in a folder of one test. */
function ownFolder(): string {
  const own = emptyFolder();
  cpSync(dir, own, { recursive: true });
  return own;
}

/** Who works on {@link DAY} in the rota of a folder. */
function atWork(cwd: string, out: string): string[] {
  const rows = readFileSync(join(cwd, out, "rota.csv"), "utf8")
    .trim()
    .split("\n");
  return rows.filter((row) => row.startsWith(DAY)).map((row) => row.split(",")[5]!);
}

function repair(cwd: string, from: string, to: string, ...more: string[]) {
  return rota(cwd, ["repair", `${from}/rota.csv`, ...MONTH, ...TODAY, ...more, "--out", to]);
}

function validate(cwd: string, folder: string, ...more: string[]) {
  return rota(cwd, ["validate", `${folder}/rota.csv`, ...MONTH, ...more]);
}

describe("what has happened travels with the repaired rota", { timeout: 60_000 }, () => {
  it("keeps who is away out of the next repair, and validate agrees without a word of a changed case", () => {
    const cwd = ownFolder();
    expect(atWork(cwd, "o")).toEqual(["anna"]);
    expect(repair(cwd, "o", "r1", "--absent", "anna@2026-12-07..2026-12-10").code).toBe(0);
    const [second] = atWork(cwd, "r1");
    expect(second).not.toBe("anna");
    const judged = validate(cwd, "r1");
    expect(judged.code).toBe(0);
    expect(judged.out).not.toContain("has changed");
    expect(repair(cwd, "r1", "r2", "--absent", `${second}@${DAY}`).code).toBe(0);
    expect(atWork(cwd, "r2")).toEqual([second === "bo" ? "cia" : "bo"]);
    expect(readFileSync(join(cwd, "r2", "disruptions.csv"), "utf8")).toBe(
      [
        "date,to_date,staff,office,what",
        "2026-12-07,2026-12-10,anna,,away",
        `${DAY},${DAY},${second},,away`,
        "",
      ].join("\n"),
    );
    expect(validate(cwd, "r2").code).toBe(0);
    const last = repair(cwd, "r2", "r3", "--absent", `${atWork(cwd, "r2")[0]}@${DAY}`);
    expect(last.code).toBe(1);
    expect(atWork(cwd, "r3")).toEqual([]);
    const ranked = rota(cwd, [
      ...["repair", "r3/rota.csv", ...MONTH, ...TODAY],
      ...["--vacancy", `valbo@${DAY}`, "--json"],
    ]);
    expect(ranked.code).toBe(1);
    const told = JSON.parse(ranked.out);
    expect(told.able).toEqual([]);
    const away = { en: "is away that day", sv: "är borta den dagen" };
    expect(told.unable.map((own: { reasons: unknown }) => own.reasons)).toEqual([
      [away],
      [away],
      [away],
    ]);
  });

  it("knows a closed office again, in the next repair, in validate and in openings", () => {
    const cwd = ownFolder();
    expect(repair(cwd, "o", "r1", "--close", `valbo@${DAY}`).code).toBe(0);
    expect(validate(cwd, "r1").code).toBe(0);
    expect(repair(cwd, "r1", "r2", "--absent", "anna@2026-12-18").code).toBe(0);
    expect(atWork(cwd, "r2")).toEqual([]);
    expect(readFileSync(join(cwd, "r2", "openings.csv"), "utf8")).not.toContain(DAY);
    const shown = rota(cwd, ["show", "r2/rota.csv", "--lang", "sv"]).out;
    expect(shown).toContain(`valbo är stängt tis ${DAY}`);
  });

  it("ends an absence early, also one that the case itself has", () => {
    const cwd = ownFolder();
    writeFileSync(
      join(cwd, "c", "händelser.csv"),
      "datum;till_datum;personal\n2026-12-07;2026-12-18;anna\n",
    );
    expect(validate(cwd, "o").code).toBe(1);
    expect(repair(cwd, "o", "r1").code).toBe(0);
    expect(atWork(cwd, "r1")).not.toEqual(["anna"]);
    expect(repair(cwd, "r1", "r2", "--back", `anna@${DAY}`).code).toBe(0);
    expect(readFileSync(join(cwd, "r2", "disruptions.csv"), "utf8")).toBe(
      "date,to_date,staff,office,what\n2026-12-07,2026-12-07,anna,,away\n2026-12-08,2026-12-18,anna,,back\n",
    );
    // The pin of that day asks for her again.
    expect(atWork(cwd, "r2")).toContain("anna");
    expect(validate(cwd, "r2").code).toBe(0);
  });

  it("is taken in by solve from the folder that it writes to, and told of by diff", () => {
    const cwd = ownFolder();
    expect(repair(cwd, "o", "r1", "--absent", "anna@2026-12-01..2026-12-31").code).toBe(0);
    const again = ["solve", "c", "--month", "2026-12", "--out", "r1", "--quiet", "--effort", "0.1"];
    expect([0, 1]).toContain(rota(cwd, again).code);
    expect(readFileSync(join(cwd, "r1", "rota.csv"), "utf8")).not.toContain("anna");
    expect(existsSync(join(cwd, "r1", "disruptions.csv"))).toBe(true);
    const words = ["diff", "o/rota.csv", "r1/rota.csv", "--case", "c", "--json"];
    const { changes } = JSON.parse(rota(cwd, words).out);
    const hers = changes.filter(({ staff }: { staff: string }) => staff === "anna");
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.every(({ away }: { away: boolean }) => away)).toBe(true);
  });

  it("refuses a file beside the rota that is wrong, with its place", () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, "o", "disruptions.csv"), "date,staff\n2026-12-08,ana\n");
    const { code, err } = validate(cwd, "o");
    expect(code).toBe(65);
    expect(err).toMatch(/o\/disruptions\.csv:2:2.*"ana" is no staff member of the case/);
    expect(err).toContain("anna");
  });
});
