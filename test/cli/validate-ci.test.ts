import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  BAD,
  EVENING,
  type Found,
  found,
  HEADER,
  JUDGE,
  THREE,
  withRota,
} from "./support/bad-rota.js";
import { fixture, rota } from "./support/rota.js";

describe("formats of validate", () => {
  it("are written together, besides the one on stdout", () => {
    const dir = withRota();
    const formats = ["text", "json", "sarif", "junit", "github", "gitlab"];
    const reports = formats.flatMap((format) => ["--report", `${format}=r.${format}`]);
    const { code, out } = rota(dir, [
      "validate",
      "rota.csv",
      ...JUDGE,
      "--format",
      "github",
      ...reports,
    ]);
    expect(code).toBe(1);
    expect(readFileSync(join(dir, "r.github"), "utf8")).toBe(out);
    expect(out).toMatch(
      /^::error file=rota\.csv,line=4,col=42,endColumn=47,title=Available \(availability\)::/m,
    );
    for (const format of formats) {
      const one = rota(dir, ["validate", "rota.csv", ...JUDGE, "--format", format]).out;
      expect(readFileSync(join(dir, `r.${format}`), "utf8")).toBe(one);
      expect(one).toContain("cilla");
    }
  });

  it("are all there or none", () => {
    const dir = withRota();
    writeFileSync(join(dir, "old.json"), "old");
    const reports = ["--report", "json=old.json", "--report", "sarif=none/r.sarif"];
    const { code, err } = rota(dir, ["validate", "rota.csv", ...JUDGE, ...reports]);
    expect(code).toBe(73);
    expect(err).toContain("cannot write none/r.sarif");
    expect(readFileSync(join(dir, "old.json"), "utf8")).toBe("old");
    expect(readdirSync(dir).sort()).toEqual(["old.json", "rota.csv"]);
  });

  it.each([
    [["--report", "sarf=r"], "A report looks like sarif=rota.sarif"],
    [["--report", "sarif"], "A report looks like sarif=rota.sarif"],
    [["--report", "json=a", "--report", "text=a"], "Two reports cannot be written to one file"],
    [["--rule", "evening-cont"], 'Did you mean "evening-count"?'],
    [["--fail-on", "sof"], 'Did you mean "soft"?'],
    [["--baseline", "a", "--write-baseline", "b"], "cannot be used with"],
  ])("refuse %j", (options, words) => {
    const { code, err } = rota(withRota(), ["validate", "rota.csv", ...JUDGE, ...options]);
    expect({ code, err }).toEqual({ code: 64, err: expect.stringContaining(words) });
  });

  it("tell unreadable input where CI shows it, in the rota and in the case", () => {
    const dir = withRota(BAD.replace("björn", "bjorn"));
    const report = ["--report", "sarif=r.sarif"];
    const run = rota(dir, ["validate", "rota.csv", ...JUDGE, "--format", "github", ...report]);
    expect(run.code).toBe(65);
    expect(run.out).toMatch(/^::error file=rota\.csv,line=3,.*Did you mean "björn"\?$/m);
    const sarif = JSON.parse(readFileSync(join(dir, "r.sarif"), "utf8")).runs[0];
    expect(sarif.results).toHaveLength(1);
    expect(sarif.invocations[0].executionSuccessful).toBe(false);
    cpSync(fixture("broken-input"), join(dir, "case"), { recursive: true });
    const broken = rota(dir, ["validate", "rota.csv", "--case", "case", "--format", "gitlab"]);
    expect(broken.code).toBe(65);
    const paths = JSON.parse(broken.out).map(
      (issue: { location: { path: string } }) => issue.location.path,
    );
    expect(paths).toContain("case/availability.csv");
  });

  it("name nobody: ids stand in the file, and only ids come out", () => {
    const dir = withRota();
    cpSync(THREE, join(dir, "case"), { recursive: true });
    writeFileSync(
      join(dir, "case", "staff.csv"),
      "staff;name;department\nalva;Alva Hemlig;kundservice\nbjörn;Björn Hemlig;kundservice\ncilla;Cilla Hemlig;kundservice\n" +
        "dan;Dan Hemlig;arbetsmarknad\neva;Eva Hemlig;socialtjänst\nfolke;Folke Hemlig;socialtjänst\n",
    );
    for (const format of ["text", "json", "sarif", "junit", "github", "gitlab"]) {
      const run = rota(dir, [
        "validate",
        "rota.csv",
        "--case",
        "case",
        "--month",
        "2026-12",
        "--format",
        format,
      ]);
      expect(run.code).toBe(1);
      expect(run.out).toContain("cilla");
      expect(run.out + run.err).not.toContain("Hemlig");
    }
  });
});

describe("--fail-on and --rule", () => {
  it("decide what makes the check fail", () => {
    const dir = withRota();
    const code = (...more: string[]) => rota(dir, ["validate", "rota.csv", ...JUDGE, ...more]).code;
    expect(code("--fail-on", "never")).toBe(0);
    expect(code("--fail-on", "hard")).toBe(1);
    expect(code("--rule", "daily-rest")).toBe(0);
    expect(code("--rule", "daily-rest", "--rule", "availability")).toBe(1);
    expect(new Set(found(dir, "--rule", "availability").map(({ rule }) => rule))).toEqual(
      new Set(["availability"]),
    );
  });

  it("soft fails for a soft rule alone", () => {
    const dir = withRota();
    const soft = found(dir).find(
      ({ rule }) => rule === "evening-share" || rule === "workload-share",
    );
    expect(soft).toBeDefined();
    const only = ["validate", "rota.csv", ...JUDGE, "--rule", soft!.rule];
    expect(rota(dir, only).code).toBe(0);
    expect(rota(dir, [...only, "--fail-on", "soft"]).code).toBe(1);
  });
});

describe("accepted violations", () => {
  it("fail nothing, until something new or worse comes", () => {
    const dir = withRota();
    const run = (...more: string[]) => rota(dir, ["validate", "rota.csv", ...JUDGE, ...more]);
    const made = run("--write-baseline", "accepted.json");
    expect(made).toMatchObject({ code: 0, out: "" });
    const again = run("--baseline", "accepted.json", "--fail-on", "soft");
    expect(again).toMatchObject({ code: 0, out: "" });
    expect(again.err).toMatch(/Accepted besides: \d+\./);
    expect(
      found(dir, "--baseline", "accepted.json").every(({ baseline }) => baseline === "unchanged"),
    ).toBe(true);
    // One row more: the accepted ones are still known though every line has moved.
    const row = "2026-12-02,strömsbro,evening,16:00,18:00,eva,socialtjänst,planned";
    writeFileSync(join(dir, "rota.csv"), BAD.replace(HEADER, `# moved\n${HEADER}\n${row}`));
    const more = run("--baseline", "accepted.json");
    expect(more.code).toBe(1);
    const states = found(dir, "--baseline", "accepted.json");
    expect(states.filter(({ baseline }) => baseline === "unchanged").length).toBeGreaterThan(5);
    expect(states.find(({ rule, line }) => rule === "availability" && line === 3)).toMatchObject({
      baseline: "new",
      accepted: false,
    });
    expect(states.find(({ rule, line }) => rule === "availability" && line === 6)).toMatchObject({
      baseline: "unchanged",
      accepted: true,
    });
  });

  it("are no longer accepted when they get worse, and may get better", () => {
    const dir = withRota();
    const file = join(dir, "accepted.json");
    rota(dir, ["validate", "rota.csv", ...JUDGE, "--write-baseline", "accepted.json"]);
    const accepted = JSON.parse(readFileSync(file, "utf8"));
    const [first] = accepted.violations.filter(({ rule }: Found) => rule === "availability");
    const was = first.amount;
    const stateWith = (amount: number) => {
      first.amount = amount;
      writeFileSync(file, JSON.stringify(accepted));
      const all = found(dir, "--baseline", "accepted.json");
      return all.find(({ fingerprint }) => fingerprint === first.fingerprint);
    };
    expect(stateWith(was - 1)).toMatchObject({ baseline: "updated", accepted: false });
    expect(stateWith(was + 1)).toMatchObject({ baseline: "updated", accepted: true });
  });

  it("that are gone are told, of the rules that were looked at", () => {
    const dir = withRota();
    rota(dir, ["validate", "rota.csv", ...JUDGE, "--write-baseline", "accepted.json"]);
    writeFileSync(join(dir, "rota.csv"), `${[HEADER, ...EVENING].join("\n")}\n`);
    const told = (...more: string[]) =>
      rota(dir, ["validate", "rota.csv", ...JUDGE, "--baseline", "accepted.json", ...more]).err;
    expect(told("--rule", "availability")).toContain("Accepted but no longer found: 1;");
    expect(told("--rule", "pins")).not.toContain("no longer found");
  });

  it("are refused when the file is none of ours", () => {
    const dir = withRota();
    writeFileSync(join(dir, "a.json"), '{"violations": 3}');
    const run = rota(dir, ["validate", "rota.csv", ...JUDGE, "--baseline", "a.json"]);
    expect(run).toMatchObject({
      code: 65,
      err: expect.stringContaining("a.json is no file of accepted violations"),
    });
    expect(rota(dir, ["validate", "rota.csv", ...JUDGE, "--baseline", "b.json"]).code).toBe(66);
  });
});
