import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { files, readCase, solve, validate } from "../../src/api/main.js";
import type { Case } from "../../src/domain/case.js";
import { startNodeThread } from "../../src/solver/thread/node-thread.js";
import { emptyFolder, fixture, rota } from "../cli/support/rota.js";
import { filesOf, SMALL } from "../support/files.js";

/** The compiled worker: from src there is none beside the interface. */
const startThread = () =>
  startNodeThread(new URL("../../dist/solver/thread/worker.js", import.meta.url));

async function caseAt(name: string): Promise<Case> {
  const { case: theCase } = await readCase(fixture(name));
  if (theCase === null) throw new Error(`no case: ${name}`);
  return theCase;
}

describe("readCase", () => {
  it("reads a folder, and the same case from bytes by name", async () => {
    const theCase = await caseAt("three-files");
    const names = ["offices.csv", "availability.csv", "evenings.csv"];
    const bytes = names.map(
      (name) => [name, readFileSync(join(fixture("three-files"), name))] as const,
    );
    expect(await readCase(new Map(bytes))).toEqual({ case: theCase, notices: [] });
  });

  it("answers what is wrong, with place and reason", async () => {
    const { case: theCase, notices } = await readCase(
      filesOf({ ...SMALL, "evenings.csv": "office\nSatra\n" }),
    );
    expect(theCase).toBeNull();
    expect(notices).toMatchObject([
      { code: "unknown-reference", file: "evenings.csv", line: 2, column: 1, value: "Satra" },
    ]);
  });

  it("throws what the operating system says of a path", async () => {
    await expect(readCase(join(fixture("three-files"), "none"))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});

describe("solve", () => {
  it("gives the same bytes as the command line", async () => {
    const dir = emptyFolder();
    const theCase = await caseAt("three-files");
    const { report, termination } = await solve(theCase, { month: "2026-12" }, { startThread });
    expect(rota(dir, ["solve", fixture("three-files"), "--out", "out", "--quiet"]).code).toBe(0);
    expect(termination).toBe(report?.termination);
    const written = await files(report!);
    const there = readdirSync(join(dir, "out"), { recursive: true }).map(String);
    expect(Object.keys(written).sort()).toEqual(
      there.filter((path) => /^[^.].*\./.test(path)).sort(),
    );
    // The pages hold a script that the compiler writes: only compiled code gives their bytes, see the packed package.
    const data = Object.keys(written).filter((path) => !/report\.json|\.html$/.test(path));
    for (const name of data) {
      const disk = readFileSync(join(dir, "out", name));
      expect(Buffer.compare(Buffer.from(written[name as "rota.csv"]), disk), name).toBe(0);
    }
    const { seconds: _, ...said } = JSON.parse(readFileSync(join(dir, "out/report.json"), "utf8"));
    const { seconds, ...own } = JSON.parse(JSON.stringify(report));
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(own).toEqual(said);
  });

  it("takes a clock, a signal and somebody who hears of the progress", async () => {
    let clock = 0;
    const phases: string[] = [];
    const { report } = await solve(
      await caseAt("three-files"),
      { month: "2026-12", solver: "search", effort: 0.1 },
      {
        startThread,
        now: () => (clock += 1000),
        onProgress: ({ phase }) => phases.push(phase),
        signal: new AbortController().signal,
      },
    );
    expect(report!.seconds).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(report!.seconds)).toBe(true);
    expect(phases).toContain("search");
  });

  it("stops at once when the signal says so", async () => {
    const theCase = await caseAt("gavle");
    const asked = { month: "2026-12" };
    const { termination } = await solve(theCase, asked, {
      startThread,
      signal: AbortSignal.abort(),
    });
    expect(termination).toBe("interrupted");
  });

  it("refuses what is no month, and a month that the case says nothing of", async () => {
    const theCase = await caseAt("gavle");
    await expect(solve(theCase, { month: "december" })).rejects.toThrow(RangeError);
    await expect(solve(theCase, { month: "2019-13" })).rejects.toThrow(/a month looks like/);
  });
});

describe("validate", () => {
  const HEADER = "date,office,kind,from,to,staff,department,status\n";

  it("tells what a rota breaks", async () => {
    const text = `${HEADER}2026-12-07,strömsbro,evening,16:00,18:00,alva,kundservice,planned\n`;
    const judged = await validate(await caseAt("three-files"), text, { month: "2026-12" });
    expect(judged.valid).toBe(false);
    expect(judged.notices).toEqual([]);
    expect(judged.violations).toContainEqual(
      expect.objectContaining({ rule: "evening-cover", date: "2026-12-07", office: "strömsbro" }),
    );
  });

  it("tells what is wrong with the file, and judges nothing then", async () => {
    const text = `${HEADER}2026-11-07,valbo,evening,16:00,18:00,alva,,\n`;
    const judged = await validate(await caseAt("three-files"), text, {
      month: "2026-12",
      file: "mine.csv",
    });
    expect(judged).toMatchObject({ valid: false, violations: [] });
    expect(judged.notices.map(({ file, line }) => [file, line])).toContainEqual(["mine.csv", 2]);
  });
});

describe("today", () => {
  const NOTICE = "publication-notice";

  it("is what notice of changes to the announced rota is counted from", async () => {
    const theCase = await caseAt("three-files");
    const ask = { month: "2026-12" as const, effort: 0.1 };
    const { report } = await solve(theCase, { ...ask, today: "2026-11-25" }, { startThread });
    expect(report?.settings.today).toBe("2026-11-25");
    const { "rota.csv": text } = await files(report!);
    const lines = String(text).trimEnd().split("\n");
    const names = ["offices.csv", "availability.csv", "evenings.csv"];
    const path = (name: string) => join(fixture("three-files"), name);
    const bytes = names.map((name) => [name, readFileSync(path(name))] as const);
    const published = ["published.csv", new TextEncoder().encode(String(text))] as const;
    const { case: announced } = await readCase(new Map([...bytes, published]));
    const changed = `${lines.filter((_, line) => line !== 1).join("\n")}\n`;
    const broken = async (today?: string) => {
      const asked = { month: ask.month, ...(today === undefined ? {} : { today }) };
      const { violations } = await validate(announced!, changed, asked);
      return violations.some(({ rule }) => rule === NOTICE);
    };
    expect([await broken(), await broken("2026-11-25")]).toEqual([false, true]);
  }, 60_000);
});
