import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT, Failure } from "../../src/cli/failure.js";
import { openOutput } from "../../src/cli/output-folder.js";
import { WRITTEN } from "../../src/cli/written.js";
import { outputTexts } from "./support/output-texts.js";
import { emptyFolder } from "./support/rota.js";

/** The files of a folder without the note of what was written. */
function namesIn(dir: string): string[] {
  return readdirSync(dir).filter((name) => name !== WRITTEN);
}

function contents(dir: string): Record<string, string> {
  return Object.fromEntries(
    namesIn(dir).map((name) => [name, readFileSync(join(dir, name), "utf8")]),
  );
}

function put(dir: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
}

describe("openOutput", () => {
  it("makes the folder, writes all files and nothing else", () => {
    const out = join(emptyFolder(), "a", "b");
    openOutput(out).write(outputTexts("new"));
    expect(contents(out)).toEqual(outputTexts("new"));
  });

  it("replaces old output and keeps what is not ours", () => {
    const out = emptyFolder();
    openOutput(out).write(outputTexts("old"));
    put(out, { "notes.txt": "mine" });
    openOutput(out).write(outputTexts("new"));
    expect(contents(out)).toEqual({ ...outputTexts("new"), "notes.txt": "mine" });
  });

  it("leaves the old output when the new cannot be put in its place", () => {
    const out = emptyFolder();
    put(out, { "rota.csv": "rota old", "openings.csv": "openings old" });
    const output = openOutput(out);
    mkdirSync(join(out, "violations.csv"));
    expect(() => output.write(outputTexts("new"))).toThrow(Failure);
    output.discard();
    expect(readFileSync(join(out, "rota.csv"), "utf8")).toBe("rota old");
    expect(readdirSync(out).sort()).toEqual(["openings.csv", "rota.csv", "violations.csv"]);
  });

  it("removes the folder that it made when it gives up", () => {
    const out = join(emptyFolder(), "out");
    openOutput(out).discard();
    expect(existsSync(out)).toBe(false);
  });

  it("keeps a folder that was there when it gives up", () => {
    const out = emptyFolder();
    openOutput(out).discard();
    expect(existsSync(out)).toBe(true);
  });

  it("puts back what a crash between two moves left half done", () => {
    const out = emptyFolder();
    // Crashed when rota.csv and openings.csv had been moved in; there was no openings.csv before.
    const { "openings.csv": _, ...old } = outputTexts("old");
    put(join(out, ".rota-old"), old);
    put(out, { "rota.csv": "rota new", "openings.csv": "openings new" });
    put(join(out, ".rota-new"), { "violations.csv": "v", "report.json": "r" });
    openOutput(out).discard();
    expect(contents(out)).toEqual(old);
  });

  it("puts back what a crash while clearing the way left half done", () => {
    const out = emptyFolder();
    const { "rota.csv": moved, ...staying } = outputTexts("old");
    put(join(out, ".rota-old"), { "rota.csv": moved });
    put(join(out, ".rota-new"), outputTexts("new"));
    put(out, staying);
    openOutput(out).discard();
    expect(contents(out)).toEqual(outputTexts("old"));
  });

  it("lets finished output be when only its tidying up was cut short", () => {
    const out = emptyFolder();
    put(out, outputTexts("new"));
    put(join(out, ".rota-done"), { "report.json": "report old" });
    openOutput(out).discard();
    expect(contents(out)).toEqual(outputTexts("new"));
  });

  it("puts calendars in a folder of their own, beside what lies there already", () => {
    const out = emptyFolder();
    put(join(out, "calendars"), { "office-a.ics": "old", "mine.txt": "mine" });
    const output = openOutput(out);
    expect(output.earlierCalendars()).toEqual(new Map([["office-a.ics", "old"]]));
    output.write({
      ...outputTexts("new"),
      "calendars/office-a.ics": "a",
      "calendars/office-b.ics": "b",
    });
    expect(contents(join(out, "calendars"))).toEqual({
      "mine.txt": "mine",
      "office-a.ics": "a",
      "office-a.ics.bak": "old",
      "office-b.ics": "b",
    });
  });

  it("writes calendars all or nothing too", () => {
    const out = emptyFolder();
    put(join(out, "calendars"), { "office-a.ics": "old" });
    mkdirSync(join(out, "calendars", "office-b.ics"));
    const news = { "calendars/office-a.ics": "a", "calendars/office-b.ics": "b" };
    const output = openOutput(out);
    expect(() => output.write({ ...outputTexts("new"), ...news })).toThrow(Failure);
    output.discard();
    expect(readdirSync(out)).toEqual(["calendars"]);
    expect(readFileSync(join(out, "calendars", "office-a.ics"), "utf8")).toBe("old");
  });

  it("leaves no folder for calendars when a file is in its way", () => {
    const out = emptyFolder();
    put(out, { calendars: "mine" });
    const news = { "calendars/office-a.ics": "a" };
    const output = openOutput(out);
    expect(() => output.write({ ...outputTexts("new"), ...news })).toThrow(Failure);
    output.discard();
    expect(contents(out)).toEqual({ calendars: "mine" });
  });

  it("puts calendars back that a crash left half done", () => {
    const out = emptyFolder();
    put(join(out, ".rota-old", "calendars"), { "office-a.ics": "old" });
    put(join(out, "calendars"), { "office-a.ics": "new", "office-b.ics": "new" });
    put(join(out, ".rota-new"), {
      ".names": JSON.stringify(["calendars/office-a.ics", "calendars/office-b.ics"]),
    });
    openOutput(out).discard();
    expect(readdirSync(out)).toEqual(["calendars"]);
    expect(contents(join(out, "calendars"))).toEqual({ "office-a.ics": "old" });
  });

  it("says when a folder cannot be written to", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "file"), "");
    const failure = (() => {
      try {
        openOutput(join(dir, "file"));
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({ exitCode: EXIT.cannotWrite });
  });
});
