import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { xmlTexts } from "../../src/input/workbook/archive.js";
import { contentsOf } from "../faults/support/folder.js";
import { emptyFolder, type Run, rota } from "./support/rota.js";

const OPEN = "Zebedeus Qvarnström";
const HIDDEN = "Xerxes Wahlgren";
const IDLE = "Yngve Vilande";
/** Each name whole and in its parts, as pages and calendars shorten them. */
const wordsOf = (...names: readonly string[]) => names.flatMap((name) => name.split(" "));

/** Too few people for the evening, so that messages speak of them; one of them never works. */
function caseFolder(mark: string): string {
  const dir = emptyFolder();
  const files = {
    "offices.csv": "office;opens;closes;min_staff\nSätra;10:00;16:00;3\n",
    "availability.csv":
      "staff;department;weekday;from;to\np1;soc;mon-fri;08:00;18:00\np2;soc;mon-fri;08:00;18:00\np3;soc;sun;08:00;09:00\n",
    "evenings.csv": "office;min_evenings;min_staff\nSätra;2;3\n",
    "staff.csv": `staff;name;department;max_hours_week;protected\np1;${OPEN};soc;20;\np2;${HIDDEN};soc;20;${mark}\np3;${IDLE};soc;;\n`,
    "rules.csv": "rule;severity\nevening-share;soft\nworkload-share;soft\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

function solve(dir: string, ...more: readonly string[]): Run {
  const quick = ["--month", "2026-12", "--effort", "0.05", "--out", "out"];
  return rota(dir, ["solve", ".", ...quick, ...more]);
}

/** Everything that a run has written and said, as text; of the workbook what is inside it. */
async function everything(dir: string, run: Run): Promise<ReadonlyMap<string, string>> {
  const bytes = readFileSync(join(dir, "out", "rota.xlsx"));
  const inside = [...(await xmlTexts(bytes)).values()].join("\n");
  const files = [...contentsOf(join(dir, "out"))].map(
    ([name, text]) => [name, Buffer.from(text, "latin1").toString("utf8")] as const,
  );
  return new Map([...files, ["rota.xlsx", inside], ["stdout", run.out], ["stderr", run.err]]);
}

async function placesOf(
  dir: string,
  run: Run,
  words: readonly string[],
): Promise<readonly string[]> {
  const texts = await everything(dir, run);
  return [...texts]
    .filter(([, text]) => words.some((word) => text.replace(/\r\n /g, "").includes(word)))
    .map(([name]) => name);
}

describe("a protected person", () => {
  it("stands as the id alone in every file and message, in either language", async () => {
    for (const language of ["en", "sv"]) {
      const dir = caseFolder(language === "sv" ? "ja" : "yes");
      const run = solve(dir, "--lang", language);
      expect(await placesOf(dir, run, wordsOf(HIDDEN))).toEqual([]);
      // The others are named, or this test would see nothing.
      expect(await placesOf(dir, run, wordsOf(OPEN))).toEqual(
        expect.arrayContaining(["report.json", "report.html", "rota.xlsx"]),
      );
    }
  });

  it("loses the name in files that earlier runs wrote", async () => {
    const dir = caseFolder("");
    const before = await placesOf(dir, solve(dir), wordsOf(HIDDEN));
    expect(before).toContain("calendars/person-p2.ics");
    const staff = join(dir, "staff.csv");
    writeFileSync(
      staff,
      readFileSync(staff, "utf8").replace(`${HIDDEN};soc;20;`, `${HIDDEN};soc;0;yes`),
    );
    const run = solve(dir);
    expect(await placesOf(dir, run, wordsOf(HIDDEN))).toEqual([]);
  });

  it("is shown by id, and found by id only", () => {
    const dir = caseFolder("yes");
    solve(dir);
    const shown = rota(dir, ["show", "out/rota.csv", "--case", ".", "--by", "person"]);
    expect(shown.out).toContain(OPEN);
    expect(shown.out + shown.err).not.toContain(HIDDEN);
    expect(rota(dir, ["show", "out/rota.csv", "--case", ".", "--person", "p2"]).code).toBe(0);
    const named = rota(dir, ["show", "out/rota.csv", "--case", ".", "--person", "xerxes"]);
    expect(named.code).toBe(64);
    expect(named.err).not.toContain("Xerxes");
  });
});

describe("--no-names", () => {
  it("leaves no name in any file or message, and the rota as it was", async () => {
    const dir = caseFolder("");
    solve(dir);
    const named = readFileSync(join(dir, "out/rota.csv"), "utf8");
    const run = solve(dir, "--no-names");
    expect(await placesOf(dir, run, wordsOf(OPEN, HIDDEN, IDLE))).toEqual([]);
    expect(readFileSync(join(dir, "out/rota.csv"), "utf8")).toBe(named);
  });

  it("holds for what is printed as JSON, and for show", () => {
    const dir = caseFolder("");
    const printed = solve(dir, "--no-names", "--json");
    const shown = rota(dir, [
      "show",
      "out/rota.csv",
      "--case",
      ".",
      "--by",
      "person",
      "--no-names",
    ]);
    expect(
      JSON.parse(printed.out).statistics.people.map(({ name }: { name: string }) => name),
    ).toEqual(["p1", "p2", "p3"]);
    for (const word of wordsOf(OPEN, HIDDEN, IDLE))
      expect(printed.out + shown.out).not.toContain(word);
    expect(shown.out).toContain("p1");
  });
});
