import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestPeople, idsFor, namesIn, usualPeople } from "../../src/cli/starter/answers.js";
import { interview } from "../../src/cli/starter/interview.js";
import { starterCase } from "../../src/cli/starter/starter-case.js";
import { readCase } from "../../src/input/case/read-case.js";
import { BIN, ENGLISH, emptyFolder, rota } from "./support/rota.js";

/** The answers to some lines, and everything that was asked. */
async function talkOf(lines: readonly string[], language: "en" | "sv" = "en") {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let said = "";
  output.on("data", (data) => {
    said += String(data);
  });
  input.end(lines.map((line) => `${line}\n`).join(""));
  const answers = await interview({ input, output, terminal: false }, "2026-12", language);
  return { answers, said };
}

function read(files: ReadonlyMap<string, string>) {
  const bytes = [...files].map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return readCase(new Map(bytes), { rules: [] });
}

describe("the questions", () => {
  it("take what stands in brackets", async () => {
    const { answers } = await talkOf(["", "", "", "", ""], "sv");
    expect(answers).toEqual({
      offices: ["Norr", "Söder"],
      evenings: ["Norr", "Söder"],
      departments: ["Kundservice", "Socialtjänst"],
      month: "2027-01",
      people: 6,
    });
  });

  it("ask again until they understand", async () => {
    const { answers, said } = await talkOf([
      " , ",
      "Sätra, Bomhus, sätra",
      "Valbo",
      "bomhus",
      "Bygg",
      "dec",
      "2026-12",
      "1",
      "8",
    ]);
    expect(answers).toEqual({
      offices: ["Sätra", "Bomhus"],
      evenings: ["Bomhus"],
      departments: ["Bygg"],
      month: "2026-12",
      people: 8,
    });
    for (const words of ["at least one name", "offices: Valbo", "looks like 2026-12", "from 3"]) {
      expect(said).toContain(words);
    }
  });

  it("end without an answer as an interrupt", async () => {
    await expect(talkOf(["Sätra"])).rejects.toMatchObject({ exitCode: 130 });
  });
});

describe("ids", () => {
  it("are plain, and no two alike", () => {
    const ids = idsFor(["Sätra", "SÄTRA!", "=cmd()", "***", "a|b;c"], "office");
    expect([...ids.values()]).toEqual(["sätra", "sätra-2", "cmd", "office-4", "a-b-c"]);
  });
});

describe("the starter case", () => {
  it("is read without a word of complaint, whatever the names are", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('"', "=1+1", "#x", "'", "å"),
    );
    const names = fc
      .array(name, { minLength: 1, maxLength: 5 })
      .map((list) => namesIn(list.join(",")));
    fc.assert(
      fc.property(
        names,
        names,
        fc.constantFrom("en" as const, "sv" as const),
        (offices, own, language) => {
          fc.pre(offices.length > 0 && own.length > 0);
          const people = usualPeople(offices.length, offices.length);
          const answers = {
            offices,
            evenings: offices,
            departments: own,
            month: "2026-12",
            people,
          };
          const { case: theCase, notices } = read(starterCase(answers, language));
          expect(notices.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(theCase!.offices.map((office) => office.name).sort()).toEqual([...offices].sort());
          expect(theCase!.staff).toHaveLength(people);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("marks its rows as samples under the explanations of the columns", () => {
    const answers = {
      offices: ["A"],
      evenings: [],
      departments: ["B"],
      month: "2026-12",
      people: 2,
    };
    const files = starterCase(answers, "sv");
    expect(files.get("offices.csv")).toMatch(
      /^\uFEFF# .*\n(.*\n)*kontor;.*\n# EXEMPELRADER.*\na;A;/,
    );
    expect(files.get("pins.csv")).not.toContain("EXEMPELRADER");
  });

  it.each([
    [1, 0],
    [2, 2],
    [5, 5],
    [12, 12],
  ])("of %d offices, %d with evenings, solves with the fewest people", (offices, evenings) => {
    const names = Array.from({ length: offices }, (_, i) => `Kontor ${i + 1}`);
    const dir = join(emptyFolder(), "case");
    mkdirSync(dir);
    const files = starterCase(
      {
        offices: names,
        evenings: names.slice(0, evenings),
        departments: ["Kundservice", "Socialtjänst"],
        month: "2026-12",
        people: fewestPeople(offices, evenings),
      },
      "sv",
    );
    for (const [name, text] of files) writeFileSync(join(dir, name), text);
    const out = join(dir, "..", "out");
    const { code } = rota(".", [
      "solve",
      dir,
      "--month",
      "2026-12",
      "--out",
      out,
      "--effort",
      "0.2",
    ]);
    expect(code).toBe(0);
  });
});

describe("init on a terminal", () => {
  const script = spawnSync("script", ["--version"], { encoding: "utf8" });
  it.skipIf(script.status !== 0)("asks, and writes a case", () => {
    const dir = emptyFolder();
    const command = `${process.execPath} ${BIN} init case --lang sv`;
    // Enter to every question, typed as fast as can be.
    const { status, stdout } = spawnSync("script", ["-qec", command, join(dir, "log")], {
      cwd: dir,
      input: "\r\r\r\r\r",
      encoding: "utf8",
      env: ENGLISH,
    });
    expect(status).toBe(0);
    expect(stdout).toContain("Vilka kontor?");
    expect(stdout).toContain("rota solve case --month");
    expect(readdirSync(join(dir, "case"))).toContain("visits.csv");
    expect(readFileSync(join(dir, "case", "offices.csv"), "utf8")).toContain("\nnorr;Norr;");
    expect(rota(dir, ["check", "case"]).code).toBe(0);
  });

  it("asks nothing when there is nobody to answer, or templates are wanted", () => {
    const dir = emptyFolder();
    expect(rota(dir, ["init", "a"], "Sätra\n").out).toContain("templates");
    expect(rota(dir, ["init", "b", "--templates"]).out).toContain("templates");
    expect(rota(dir, ["init", "c", "--templates", "--example", "gavle"]).code).toBe(64);
    expect(readdirSync(dir).sort()).toEqual(["a", "b"]);
  });
});
