import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, fixture, rota } from "./support/rota.js";

const evenings = fixture("evenings-only");
const dates = ["--from", "2026-12-14", "--to", "2027-01-17"];

describe("a period that is not a month", () => {
  it("is planned, judged and written with all its dates", () => {
    const dir = emptyFolder();
    const { code, out } = rota(dir, ["solve", evenings, ...dates]);
    expect(code).toBe(0);
    expect(out).toContain("Rota for 14 December 2026 to 17 January 2027: every hard rule is kept.");
    // Two evenings a month: both of December fall on its second part, one of two on the first half of January.
    expect(out).toContain("6 held, 6 required");
    expect(out).toContain("Mon 14");
    const made = join(dir, "out", "evenings-only-2026-12-14..2027-01-17");
    const report = JSON.parse(readFileSync(join(made, "report.json"), "utf8"));
    expect(report).toMatchObject({
      month: "2026-12",
      period: { first: "2026-12-14", last: "2027-01-17" },
    });
    const html = readFileSync(join(made, "report.html"), "utf8");
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("o0-01-15");
    const args = ["validate", join(made, "rota.csv"), "--case", evenings];
    expect(rota(dir, [...args, ...dates]).code).toBe(0);
    const cut = rota(dir, [...args, "--month", "2026-12"]);
    expect(cut.code).toBe(65);
    expect(cut.err).toContain("is not in 2026-12");
  });

  it("is asked for by both dates, and not beside a month", () => {
    const check = (...args: string[]) => rota(".", ["check", evenings, ...args]);
    expect(check(...dates).code).toBe(0);
    for (const [args, why] of [
      [["--from", "2026-12-14"], "give both --from and --to"],
      [["--to", "2026-12-14"], "give both --from and --to"],
      [["--from", "2026-12-14", "--to", "2026-12-13"], "lies before --from 2026-12-14"],
      [[...dates, "--month", "2026-12"], "give either --month or --from and --to"],
      [["--from", "2026-01-01", "--to", "2027-01-02"], "at most 366 days"],
      [["--from", "2026-02-30", "--to", "2027-01-02"], "A date looks like 2026-12-31"],
    ] as const) {
      const { code, err } = check(...args);
      expect(err).toContain(why);
      expect(code).toBe(64);
    }
  });

  it("may be a whole leap year, or a day", () => {
    for (const [from, to] of [
      ["2028-01-01", "2028-12-31"],
      ["2028-02-29", "2028-02-29"],
    ] as const) {
      expect(rota(".", ["check", evenings, "--from", from, "--to", to]).code).toBe(0);
    }
  });

  it("of which the case says nothing is an error", () => {
    const dir = emptyFolder();
    cpSync(evenings, dir, { recursive: true });
    const dated = "staff,department,date\nalva,kundservice,2027-01-31\n";
    writeFileSync(join(dir, "availability.csv"), dated);
    const args = ["check", ".", "--from", "2027-02-01", "--to", "2027-03-14", "--lang", "sv"];
    const { code, err, out } = rota(dir, args);
    expect(code).toBe(65);
    expect(out + err).toContain("ingen tillgänglighet för 2027-02-01..2027-03-14");
  });
});
