import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, fixture, rota } from "./support/rota.js";

const HEADER = "date,office,kind,from,to,staff,department,status";
const MONTH = ["--month", "2026-12"];
const ANNOUNCED = "2026-12-07,strömsbro,day,10:00,14:30,alva,kundservice,planned";
const INSTEAD = "2026-12-07,strömsbro,day,10:00,14:30,björn,kundservice,planned";

/** The case with an announced rota of one duty. */
function announcedCase(): string {
  const dir = join(emptyFolder(), "case");
  cpSync(fixture("three-files"), dir, { recursive: true });
  writeFileSync(join(dir, "published.csv"), `${HEADER}\n${ANNOUNCED}\n`);
  return dir;
}

describe("rota validate --today", () => {
  const judged = (...more: string[]) =>
    rota(
      ".",
      [
        "validate",
        "-",
        "--case",
        announcedCase(),
        ...MONTH,
        "--rule",
        "publication-notice",
        ...more,
      ],
      `${HEADER}\n${INSTEAD}\n`,
    );

  it("counts the notice of what differs from published.csv", () => {
    const { code, out } = judged("--today", "2026-12-01", "--fail-on", "soft");
    expect(code).toBe(1);
    expect(out).toMatch(
      /^<stdin>:2: publication-notice \(soft\): björn's work on Mon 2026-12-07 is changed 6 days ahead; 14 are needed\./m,
    );
    expect(out).toMatch(
      /publication-notice \(soft\): alva's work on Mon 2026-12-07 is changed 6 days ahead/,
    );
    expect(judged("--today", "2026-12-01", "--lang", "sv").out).toMatch(
      /Arbetet för alva mån 2026-12-07 ändras 6 dagar i förväg; 14 behövs\./,
    );
  });

  it("finds nothing early enough, nor without the date, whatever day it is", () => {
    for (const more of [["--today", "2026-11-20"], []]) {
      const { code, out } = judged(...more, "--fail-on", "soft");
      expect({ code, found: out.includes("publication-notice") }).toEqual({
        code: 0,
        found: false,
      });
    }
  });

  it.each(["tomorrow", "2026-02-30"])("refuses %s as a date", (word) => {
    const { code, out, err } = judged("--today", word);
    expect({ code, out }).toEqual({ code: 64, out: "" });
    expect(err).toContain("A date looks like 2026-12-31");
  });
});

describe("rota solve --today", () => {
  const SOLVE = [...MONTH, "--effort", "0.1", "--quiet", "--out", "out"];
  const solved = (...more: string[]) => {
    const cwd = emptyFolder();
    const { code, err } = rota(cwd, ["solve", announcedCase(), ...SOLVE, ...more]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return JSON.parse(readFileSync(join(cwd, "out", "report.json"), "utf8"));
  };

  it("weighs the notice, tells of it, and says from when it was counted", () => {
    const { settings, violations } = solved("--today", "2026-12-01");
    expect(settings.today).toBe("2026-12-01");
    expect(violations.map(({ rule }: { rule: string }) => rule)).toContain("publication-notice");
  }, 60_000);

  it("says nothing of notice without it", () => {
    const { settings, violations } = solved();
    expect(settings).not.toHaveProperty("today");
    expect(violations.map(({ rule }: { rule: string }) => rule)).not.toContain(
      "publication-notice",
    );
  }, 60_000);
});
