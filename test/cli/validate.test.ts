import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, fixture, rota } from "./support/rota.js";

const three = fixture("three-files");
const judge = ["--case", three, "--month", "2026-12"];

const HEADER = "date,office,kind,from,to,staff,department,status";
const GOOD = [
  "2026-12-07,strömsbro,evening,16:00,18:00,alva,kundservice,planned",
  "2026-12-07,strömsbro,evening,16:00,18:00,björn,kundservice,planned",
];

function csv(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join("\n")}\n`;
}

describe("validate", () => {
  it("says nothing with --quiet but what fails the check", () => {
    const words = ["validate", "-", ...judge, "-q"];
    const run = (fail: string) => rota(".", [...words, "--fail-on", fail], csv(...GOOD.slice(1)));
    expect(run("never")).toEqual({ code: 0, out: "", err: "" });
    const { code, out } = run("hard");
    expect(code).toBe(1);
    expect(out).toContain("evening-count: Hemlingby");
    expect(out).not.toContain("(soft)");
  });

  it("gives the line of the row that breaks a rule", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "rota.csv"), csv(...GOOD, GOOD[1]!.replaceAll("12-07", "12-17")));
    const { code, out, err } = rota(dir, ["validate", "rota.csv", ...judge]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^rota\.csv:4: evening-cover: Strömsbro has 1 person on the evening of Thu/m,
    );
    expect(out).not.toMatch(/^rota\.csv:[23]: evening-cover/m);
    expect(err).toContain("hard rule violations");
  });

  it("names both rows of an overlap, also when they are at different offices", () => {
    const rows = [
      ...GOOD,
      "2026-12-07,hemlingby,day,11:00,16:00,dan,arbetsmarknad,planned",
      "2026-12-07,strömsbro,day,10:00,12:00,dan,arbetsmarknad,planned",
    ];
    const { out } = rota(".", ["validate", "-", ...judge], csv(...rows));
    expect(out).toMatch(/^<stdin>:4: staff-overlap: dan is in two places.* See line 5 too\./m);
    const json = rota(".", ["validate", "-", ...judge, "--format", "json"], csv(...rows)).out;
    const found = JSON.parse(json).violations.find(
      (v: { rule: string }) => v.rule === "staff-overlap",
    );
    expect(found).toMatchObject({ line: 4, lines: [4, 5] });
    const swedish = rota(".", ["validate", "-", ...judge, "--lang", "sv"], csv(...rows)).out;
    expect(swedish).toMatch(/staff-overlap: .* Se även rad 5\./);
  });

  describe("of the solver's own rota", () => {
    let lines: string[];
    beforeAll(() => {
      const dir = mkdtempSync(join(tmpdir(), "rota-test-"));
      const { code } = rota(dir, ["solve", three, "--month", "2026-12", "--out", "o", "--quiet"]);
      expect(code).toBe(0);
      lines = readFileSync(join(dir, "o", "rota.csv"), "utf8")
        .trimEnd()
        .split("\n");
      rmSync(dir, { recursive: true });
    });
    const validated = (edited: readonly string[]) => {
      const dir = emptyFolder();
      writeFileSync(join(dir, "edited.csv"), `${edited.join("\n")}\n`);
      return rota(dir, ["validate", "edited.csv", ...judge]);
    };

    it("finds nothing in it", () => {
      expect(validated(lines).code).toBe(0);
    });

    it("finds one person moved to two places", () => {
      const index = lines.findIndex((line) => line.includes(",strömsbro,day,"));
      const row = lines[index]!.replace(
        ",strömsbro,day,10:00,14:30,",
        ",hemlingby,day,11:00,16:00,",
      );
      const { code, out } = validated([...lines, row]);
      expect(code).toBe(1);
      expect(out).toMatch(
        new RegExp(`^edited\\.csv:${index + 1}: staff-overlap: .*line ${lines.length + 1}`, "m"),
      );
      expect(out).toMatch(
        new RegExp(`^edited\\.csv:(${index + 1}|${lines.length + 1}): office-changes: `, "m"),
      );
    });

    it("finds an evening removed", () => {
      const [date] = lines.find((line) => line.includes(",strömsbro,evening,"))!.split(",");
      const { code, out } = validated(
        lines.filter((line) => !line.startsWith(`${date},strömsbro,evening,`)),
      );
      expect(code).toBe(1);
      expect(out).toMatch(/^edited\.csv.*: evening-count: Strömsbro has 1 evening in 2026-12/m);
    });

    it("finds a row on Christmas Day and a person outside her availability", () => {
      const added = [
        "2026-12-25,strömsbro,day,10:00,14:30,eva,socialtjänst,planned",
        "2026-12-29,strömsbro,evening,16:00,18:00,eva,socialtjänst,planned",
      ];
      const { code, out } = validated([...lines, ...added]);
      expect(code).toBe(1);
      const [christmas, evening] = [lines.length + 1, lines.length + 2];
      expect(out).toMatch(new RegExp(`^edited\\.csv:${christmas}: closures: eva .*juldagen`, "m"));
      expect(out).toMatch(new RegExp(`^edited\\.csv:${evening}: availability: `, "m"));
    });
  });

  it("names the file alone when the rota has no such row", () => {
    const { out } = rota(".", ["validate", "-", ...judge], csv(...GOOD));
    expect(out).toMatch(/^<stdin>: opening-cover: Hemlingby has 0 people on Tue 2026-12-01/m);
  });

  it("gives lines and columns as JSON", () => {
    const row = "2026-12-09,strömsbro,evening,16:00,18:00,cilla,kundservice,planned";
    const { code, out } = rota(".", ["validate", "-", ...judge, "--format", "json"], csv(row));
    expect(code).toBe(1);
    const found = JSON.parse(out).violations.find(
      (v: { rule: string }) => v.rule === "availability",
    );
    expect(found).toMatchObject({
      line: 2,
      column: 6,
      lines: [2],
      staff: "cilla",
      severity: "hard",
    });
  });

  it("refuses rows of another month, by line", () => {
    const input = csv(GOOD[0]!, GOOD[1]!.replace("2026-12", "2026-11"));
    const { code, out, err } = rota(".", ["validate", "-", ...judge], input);
    expect({ code, out }).toEqual({ code: 65, out: "" });
    expect(err).toContain("<stdin>:3:1: 2026-11-07 is not in 2026-12");
  });

  it("refuses unknown people and offices, with a suggestion", () => {
    const input = csv(GOOD[0]!.replace("alva", "alvva"));
    const { code, err } = rota(".", ["validate", "-", ...judge], input);
    expect(code).toBe(65);
    expect(err).toMatch(/^<stdin>:2:6: .*Did you mean "alva"\?$/m);
  });

  it("tells a missing rota and a missing case", () => {
    const dir = emptyFolder();
    expect(rota(dir, ["validate", "none.csv", ...judge]).code).toBe(66);
    writeFileSync(join(dir, "rota.csv"), csv());
    expect(rota(dir, ["validate", "rota.csv", "--case", "none"]).code).toBe(66);
  });
});
